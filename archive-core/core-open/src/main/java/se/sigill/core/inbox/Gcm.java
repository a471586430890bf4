package se.sigill.core.inbox;

import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-GCM with tags of 128 bits (NIST SP 800-38D): nothing is given of what does not agree with its tag. Stateless. */
final class Gcm {
    static final int TAG_BYTES = 16;
    static final int NONCE_BYTES = 12;
    /** AES-256. */
    static final int KEY_BYTES = 32;

    private Gcm() {}

    /** @param nonce never used before with this key */
    static byte[] seal(byte[] key, byte[] nonce, byte[] bound, byte[] content) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, key, nonce, bound).doFinal(content);
        } catch (GeneralSecurityException e) {
            throw impossible(e);
        }
    }

    /** Empty if key, nonce, what is bound or a byte is another than when it was sealed. */
    static Optional<byte[]> open(byte[] key, byte[] nonce, byte[] bound, byte[] sealed) {
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key, nonce, bound).doFinal(sealed));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw impossible(e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] bound) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }

    private static IllegalStateException impossible(GeneralSecurityException e) {
        return new IllegalStateException("this Java has no AES-256-GCM", e);
    }
}
