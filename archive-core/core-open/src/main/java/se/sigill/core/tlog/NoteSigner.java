package se.sigill.core.tlog;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;

/**
 * A private key that signs notes, with the public key that checks it. Both are Ed25519. The private key is never
 * printed.
 */
public final class NoteSigner {
    private static final byte[] PROBE = {'s', 'i', 'g', 'i', 'l', 'l'};

    private final NoteKey key;
    private final PrivateKey privateKey;

    /** @throws TlogFormatException if the private key does not belong to the public one */
    public NoteSigner(NoteKey key, PrivateKey privateKey) {
        this.key = key;
        this.privateKey = privateKey;
        if (!key.verifies(PROBE, sign(PROBE))) {
            throw new TlogFormatException("the private key does not belong to the public key " + key.idHex());
        }
    }

    public NoteKey key() {
        return key;
    }

    /**
     * The 64 bytes of an Ed25519 signature (RFC 8032, no prehash).
     *
     * @throws TlogFormatException if the key cannot sign
     */
    byte[] sign(byte[] text) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(privateKey);
            signer.update(text);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new TlogFormatException("the private key cannot sign with Ed25519", e);
        }
    }
}
