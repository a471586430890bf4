package se.sigill.core.inbox;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Seals what is written to it, a chunk at a time. One thread. */
final class ChunkOutput extends OutputStream {
    private static final byte[] NOTHING_BOUND = {};

    private final OutputStream out;
    private final byte[] key;
    private final byte[] chunk = new byte[PrivateBox.CHUNK_BYTES];
    private int filled;
    private long number;
    private boolean closed;

    ChunkOutput(OutputStream out, byte[] key) {
        this.out = out;
        this.key = key;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        java.util.Objects.checkFromIndexSize(offset, length, bytes.length);
        if (closed) {
            throw new IOException("the file is ended");
        }
        int at = offset;
        int left = length;
        while (left > 0) {
            int step = Math.min(left, chunk.length - filled);
            System.arraycopy(bytes, at, chunk, filled, step);
            filled += step;
            at += step;
            left -= step;
            if (filled == chunk.length) {
                // The last chunk has always room for the padding, so that a full one is never the last.
                seal(false);
            }
        }
    }

    private void seal(boolean last) throws IOException {
        out.write(Gcm.seal(key, PrivateBox.nonce(number, last), NOTHING_BOUND, chunk));
        number++;
        filled = 0;
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    /** Ends the file. Doing it again is harmless. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (out) {
            chunk[filled] = PrivateBox.END;
            Arrays.fill(chunk, filled + 1, chunk.length, (byte) 0);
            seal(true);
        } finally {
            Arrays.fill(chunk, (byte) 0);
            Arrays.fill(key, (byte) 0);
        }
    }
}
