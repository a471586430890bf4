package se.sigill.core.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import se.sigill.core.tlog.TreeHash;

/**
 * An entry of a log: 32 bytes that bind an act and tell nothing of it, because a random salt is in them.
 *
 * @param hash SHA-256(domain of the form ‖ salt ‖ the act's bytes), in the archive's log with {@code sigill/act/1} LF
 */
public record Commitment(TreeHash hash) {
    /** Bytes of a salt. */
    public static final int SALT_BYTES = 32;

    /** @param act the act as stored, one line of JSON */
    public static Commitment of(LogForm form, byte[] salt, String act) {
        MessageDigest digest = sha256();
        digest.update(form.domain());
        digest.update(salt);
        return new Commitment(TreeHash.of(digest.digest(act.getBytes(StandardCharsets.UTF_8))));
    }

    /** The leaf of this entry in the tree (RFC 6962 §2.1). */
    public TreeHash leaf() {
        return TreeHash.ofLeaf(hash.bytes());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
