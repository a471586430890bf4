package se.sigill.core.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that takes digests of what is read through it, so that a file is written and hashed in one pass. What is
 * skipped is read, marks are not supported.
 */
public final class HashingStream extends FilterInputStream {
    private final Hashing hashing = new Hashing();
    private final byte[] one = new byte[1];

    public HashingStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = in.read(bytes, offset, length);
        if (n > 0) {
            hashing.update(bytes, offset, n);
        }
        return n;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** The digests of what was read so far; afterwards nothing more may be read. */
    public Digests digests() {
        return hashing.finish();
    }
}
