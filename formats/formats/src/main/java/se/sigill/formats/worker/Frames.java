package se.sigill.formats.worker;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Frames of the wire: a length of four bytes, big-endian, and that many bytes. */
public final class Frames {

    private Frames() {}

    /** A frame announces more than its reader allows. */
    public static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        TooLong(int length, int lengthMax) {
            super("a frame of " + Integer.toUnsignedString(length) + " bytes, more than " + lengthMax);
        }
    }

    /** Writes one frame; the caller flushes. */
    public static void write(OutputStream out, byte[] body) throws IOException {
        out.write(ByteBuffer.allocate(4).putInt(body.length).array());
        out.write(body);
    }

    /** Reads one frame; empty at the end of the stream. @throws TooLong before anything of it is read */
    public static Optional<byte[]> read(DataInputStream in, int lengthMax) throws IOException {
        int length;
        try {
            length = in.readInt();
        } catch (EOFException e) {
            return Optional.empty();
        }
        if (length < 0 || length > lengthMax) {
            throw new TooLong(length, lengthMax);
        }
        byte[] body = new byte[length];
        in.readFully(body);
        return Optional.of(body);
    }
}
