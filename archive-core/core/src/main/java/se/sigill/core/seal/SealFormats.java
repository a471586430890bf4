package se.sigill.core.seal;

import java.time.Instant;
import se.sigill.core.keys.Identity;
import se.sigill.core.proof.TreePath;

/**
 * The formats of the seal that the JDK cannot write or read: CMS (CAdES), RFC 3161 and RFC 4998. The implementation
 * lies in {@code seal.bouncy}. Thread-safe; bytes that were read are hostile: no method throws because of them.
 */
public interface SealFormats {
    /**
     * A CAdES-B-B signature over content that is not included.
     *
     * @param at the signing time it claims, to the second
     * @return DER
     */
    byte[] sign(Identity identity, byte[] content, Instant at);

    /** Whether a detached signature was made over this content. */
    Reading readSignature(byte[] content, byte[] signature);

    /** Whether a time-stamp token was made over this SHA-256 hash. */
    Reading readTimeStamp(byte[] hash, byte[] token);

    /**
     * The evidence record of a leaf. The same input gives the same bytes.
     *
     * @param token the time-stamp over the root that the path leads to
     * @return DER
     * @throws IllegalArgumentException if the token is no time-stamp token
     */
    byte[] evidenceRecord(byte[] leafHash, TreePath path, byte[] token);

    /** Whether an evidence record proves this leaf text; then its chain and time are those of its time-stamp. */
    Reading readEvidenceRecord(byte[] leafText, byte[] record);
}
