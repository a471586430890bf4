package se.sigill.core.tlog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A SHA-256 value of 32 bytes: an entry's leaf, a node or the root of a tree (RFC 6962 §2.1). */
public final class TreeHash {
    /** Bytes in a hash. */
    public static final int SIZE_BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final byte[] bytes;

    private TreeHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws TlogFormatException if there are not exactly 32 bytes */
    public static TreeHash of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    /** The hash at an offset of a longer array. @throws TlogFormatException if {@code length} is not 32 */
    public static TreeHash of(byte[] bytes, int offset, int length) {
        if (length != SIZE_BYTES) {
            throw new TlogFormatException("a hash has 32 bytes, not " + length);
        }
        return new TreeHash(Arrays.copyOfRange(bytes, offset, offset + length));
    }

    /** @throws TlogFormatException if the text is not the Base64 form (RFC 4648 §4) of 32 bytes */
    public static TreeHash ofBase64(String text) {
        return of(Notes.base64(text));
    }

    /** The root of the empty tree: SHA-256 of nothing. */
    public static TreeHash ofEmptyTree() {
        return new TreeHash(sha256().digest());
    }

    /** The leaf for an entry: SHA-256(0x00 ‖ entry). */
    public static TreeHash ofLeaf(byte[] entry) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return new TreeHash(digest.digest(entry));
    }

    /** The node over two: SHA-256(0x01 ‖ left ‖ right). */
    public static TreeHash ofNode(TreeHash left, TreeHash right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left.bytes);
        return new TreeHash(digest.digest(right.bytes));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** Copies the 32 bytes into a longer array. */
    void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, SIZE_BYTES);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TreeHash hash && MessageDigest.isEqual(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
