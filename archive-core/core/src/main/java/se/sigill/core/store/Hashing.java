package se.sigill.core.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, SHA-512 and the count of bytes that pass by. For one thread; {@link #finish} once. */
public final class Hashing {
    private final MessageDigest sha256 = digest("SHA-256");
    private final MessageDigest sha512 = digest("SHA-512");
    private long sizeBytes;

    public void update(byte[] bytes, int offset, int length) {
        sha256.update(bytes, offset, length);
        sha512.update(bytes, offset, length);
        sizeBytes += length;
    }

    /** What passed by since this object was made; afterwards it is used up. */
    public Digests finish() {
        HexFormat hex = HexFormat.of();
        return new Digests(sizeBytes, hex.formatHex(sha256.digest()), hex.formatHex(sha512.digest()));
    }

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
