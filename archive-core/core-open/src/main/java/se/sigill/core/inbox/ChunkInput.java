package se.sigill.core.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** Opens chunk after chunk and gives what is in them. One thread. */
final class ChunkInput extends InputStream {
    private static final byte[] NOTHING_BOUND = {};

    private final InputStream in;
    private final byte[] key;
    /** Read ahead by one chunk, to know whether the one before is the last. */
    private byte[] next;

    private byte[] chunk = {};
    private int at;
    private int end;
    private long number;
    private boolean last;
    private boolean damaged;
    private boolean closed;

    ChunkInput(InputStream in, byte[] key) throws IOException {
        this.in = in;
        this.key = key;
        this.next = in.readNBytes(PrivateBox.SEALED_BYTES);
    }

    @Override
    public int read() throws IOException {
        return isAtEnd() ? -1 : chunk[at++] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        if (isAtEnd()) {
            return -1;
        }
        int step = Math.min(length, end - at);
        System.arraycopy(chunk, at, bytes, offset, step);
        at += step;
        return step;
    }

    /** What was opened and not given yet. */
    @Override
    public int available() {
        return end - at;
    }

    private boolean isAtEnd() throws IOException {
        // A chunk that is not the last is full, so that this is done once or twice.
        while (at == end && !last) {
            open();
        }
        return at == end;
    }

    private void open() throws IOException {
        if (closed) {
            throw new IOException("the stream is closed");
        }
        if (damaged) {
            throw broken();
        }
        // Whatever goes wrong from here on, also in reading: no second try gives anything.
        damaged = true;
        byte[] sealed = next;
        if (sealed.length != PrivateBox.SEALED_BYTES) {
            throw broken();
        }
        next = in.readNBytes(PrivateBox.SEALED_BYTES);
        boolean isLast = next.length == 0;
        Optional<byte[]> opened = Gcm.open(key, PrivateBox.nonce(number, isLast), NOTHING_BOUND, sealed);
        if (opened.isEmpty()) {
            throw broken();
        }
        chunk = opened.get();
        end = isLast ? unpadded(chunk) : chunk.length;
        at = 0;
        number++;
        last = isLast;
        damaged = false;
    }

    private static int unpadded(byte[] chunk) throws BoxDamagedException {
        int i = chunk.length - 1;
        while (i >= 0 && chunk[i] == 0) {
            i--;
        }
        if (i < 0 || chunk[i] != PrivateBox.END) {
            throw broken();
        }
        return i;
    }

    private static BoxDamagedException broken() {
        return new BoxDamagedException("a file of a box is not as it was laid there, or of another box");
    }

    @Override
    public void close() throws IOException {
        Arrays.fill(key, (byte) 0);
        Arrays.fill(chunk, (byte) 0);
        closed = true;
        last = false;
        at = end;
        in.close();
    }
}
