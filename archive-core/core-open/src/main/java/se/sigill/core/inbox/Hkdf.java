package se.sigill.core.inbox;

import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/** HKDF with SHA-256 (RFC 5869), which every JDK since 25 has (JEP 510). Stateless. */
final class Hkdf {
    /** What extracting gives, in bytes: the length of the digest. */
    static final int EXTRACTED_BYTES = 32;

    private Hkdf() {}

    static byte[] extract(byte[] salt, byte[] secret) {
        return derive(HKDFParameterSpec.ofExtract().addSalt(salt).addIKM(secret).extractOnly());
    }

    static byte[] expand(byte[] extracted, byte[] info, int bytes) {
        return derive(
                HKDFParameterSpec.expandOnly(new javax.crypto.spec.SecretKeySpec(extracted, "HKDF"), info, bytes));
    }

    /** Both steps. */
    static byte[] derive(byte[] salt, byte[] secret, byte[] info, int bytes) {
        return expand(extract(salt, secret), info, bytes);
    }

    private static byte[] derive(HKDFParameterSpec spec) {
        try {
            return KDF.getInstance("HKDF-SHA256").deriveData(spec);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HKDF-SHA256", e);
        }
    }
}
