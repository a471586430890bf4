package se.sigill.core.inbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.SecureRandom;

/**
 * A file of any size, encrypted under the key of a box, {@code sigill/box-file/1}: magic line, 32 bytes of salt, then
 * chunks of one size, each AES-256-GCM under a key of this file alone, with its number and whether it is the last in
 * the nonce (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, CRYPTO 2015, as in age). The last
 * chunk is padded, so that a size tells no more than the number of chunks. Memory is two chunks, whatever the size.
 * Stateless.
 */
public final class PrivateBox {
    static final String MAGIC = "sigill/box-file/1\n";
    static final int SALT_BYTES = 32;
    static final int HEAD_BYTES = MAGIC.length() + SALT_BYTES;
    /** What a chunk holds: small enough to keep in memory, large enough that tags and calls cost little. */
    static final int CHUNK_BYTES = 64 << 10;

    static final int SEALED_BYTES = CHUNK_BYTES + Gcm.TAG_BYTES;

    /** Ends the content in the last chunk; zeros follow (ISO/IEC 9797-1 padding method 2). */
    static final byte END = (byte) 0x80;

    private PrivateBox() {}

    /** How many bytes a file of this size has when it is encrypted. */
    public static long encryptedBytes(long contentBytes) {
        return HEAD_BYTES + (contentBytes / CHUNK_BYTES + 1) * SEALED_BYTES;
    }

    /**
     * Writes the head at once, and encrypts what is written to it.
     *
     * <p>Closing it ends the file and closes {@code out}. Whoever closes it after a failure to get all of the content
     * has a file that is authentic and too short: it must be thrown away, as {@link Boxes#putFile} does.
     *
     * @param what the content is and where it lies; {@link #decrypt} must say the same
     */
    public static OutputStream encrypt(OutputStream out, BoxKey key, String what) throws IOException {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return encrypt(out, key, what, salt);
    }

    /** For test vectors: a salt that is used twice breaks both files. */
    static OutputStream encrypt(OutputStream out, BoxKey key, String what, byte[] salt) throws IOException {
        out.write(MAGIC.getBytes(US_ASCII));
        out.write(salt);
        return new ChunkOutput(out, fileKey(key, what, salt));
    }

    /**
     * Gives what was encrypted. The stream's end says that all of it was given; until then it is a beginning.
     *
     * <p>Closing it closes {@code in}. One thread.
     *
     * @throws BoxDamagedException at once if it is no such file, and by each read from the first chunk on that is
     * not as it was sealed under this key for this {@code what}; no byte of such a chunk is given
     */
    public static InputStream decrypt(InputStream in, BoxKey key, String what) throws IOException {
        byte[] head = in.readNBytes(HEAD_BYTES);
        if (head.length != HEAD_BYTES || !Bytes.begins(head, MAGIC.getBytes(US_ASCII))) {
            throw new BoxDamagedException("it is no file of a box");
        }
        return new ChunkInput(in, fileKey(key, what, Bytes.part(head, MAGIC.length(), HEAD_BYTES)));
    }

    /** Bound: this box, this place in it, this file. The name of a box has one length, so that no two agree. */
    private static byte[] fileKey(BoxKey key, String what, byte[] salt) {
        byte[] info = Bytes.join(MAGIC.getBytes(US_ASCII), key.name().getBytes(US_ASCII), what.getBytes(UTF_8));
        return Hkdf.derive(salt, key.key(), info, Gcm.KEY_BYTES);
    }

    /** Eleven bytes of the chunk's number from 0, and a byte that is 1 for the last. */
    static byte[] nonce(long number, boolean last) {
        return ByteBuffer.allocate(Gcm.NONCE_BYTES)
                .putLong(3, number)
                .put(Gcm.NONCE_BYTES - 1, (byte) (last ? 1 : 0))
                .array();
    }
}
