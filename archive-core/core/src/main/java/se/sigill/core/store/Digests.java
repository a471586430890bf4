package se.sigill.core.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The size and both digests of one file, computed in one pass. SHA-512 stands in the inventory, SHA-256 and SHA-512 in
 * {@code record.json} and PREMIS: if one of the two functions falls, the other still holds.
 *
 * @param sha256 64 lower-case hexadecimal digits
 * @param sha512 128 lower-case hexadecimal digits
 */
public record Digests(long sizeBytes, String sha256, String sha512) {
    private static final int BLOCK_BYTES = 1 << 20;
    /** From this size on the two functions run on two threads; below it the hand-over costs more than it gives. */
    private static final long PARALLEL_FROM_BYTES = 8L << 20;

    /** @throws IllegalArgumentException if a digest has another length or other characters */
    public Digests {
        if (sizeBytes < 0 || !isHex(sha256, 64) || !isHex(sha512, 128)) {
            throw new IllegalArgumentException("size or digest of a file is malformed");
        }
    }

    public static Digests of(byte[] content) {
        Hashing hashing = new Hashing();
        hashing.update(content, 0, content.length);
        return hashing.finish();
    }

    /** Reads a file once, with a fixed amount of memory. */
    public static Digests of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Files.size(file) < PARALLEL_FROM_BYTES ? of(in) : ParallelHashing.of(in, BLOCK_BYTES);
        }
    }

    /** Reads to the end; does not close. */
    public static Digests of(InputStream in) throws IOException {
        Hashing hashing = new Hashing();
        byte[] block = new byte[1 << 16];
        for (int n = in.read(block); n >= 0; n = in.read(block)) {
            hashing.update(block, 0, n);
        }
        return hashing.finish();
    }

    static boolean isHex(String text, int length) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return text.length() == length;
    }
}
