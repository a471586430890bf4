package se.sigill.core.proof;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What the hash tree says about one file: the four lines of {@code sigill/file/1}. The salt keeps the hash of this text
 * from being compared with guessed contents.
 *
 * @param salt 32 random bytes, 64 hexadecimal digits in lower case, as are the digests
 * @param sha256 of the file's bytes
 * @param sha512 of the file's bytes
 */
public record LeafText(String salt, String sha256, String sha512) {
    public static final String FORMAT = "sigill/file/1";
    private static final int LENGTH = FORMAT.length() + 64 + 64 + 128 + 4;

    /** @throws IllegalArgumentException if a value is not hexadecimal of its length in lower case */
    public LeafText {
        if (!isHex(salt, 64) || !isHex(sha256, 64) || !isHex(sha512, 128)) {
            throw new IllegalArgumentException("a leaf text needs salt, SHA-256 and SHA-512 in lower case hexadecimal");
        }
    }

    /** The text in these bytes; empty if they are not exactly one leaf text. */
    public static Optional<LeafText> parse(byte[] bytes) {
        if (bytes.length != LENGTH) {
            return Optional.empty();
        }
        List<String> lines = List.of(new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1));
        if (lines.size() != 5
                || !lines.get(0).equals(FORMAT)
                || !isHex(lines.get(1), 64)
                || !isHex(lines.get(2), 64)
                || !isHex(lines.get(3), 128)) {
            return Optional.empty();
        }
        return Optional.of(new LeafText(lines.get(1), lines.get(2), lines.get(3)));
    }

    public byte[] bytes() {
        return (FORMAT + "\n" + salt + "\n" + sha256 + "\n" + sha512 + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** The leaf hash: SHA-256 over {@link #bytes}. */
    public byte[] hash() {
        return Sha.sha256(bytes());
    }

    static boolean isHex(String text, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (!(HexFormat.isHexDigit(c) && !(c >= 'A' && c <= 'F'))) {
                return false;
            }
        }
        return true;
    }
}
