package se.sigill.core.keys;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;

/**
 * A private key with the certificate that names its holder.
 *
 * @param chain the certificate of the key first, then those of its issuers; never empty
 */
public record Identity(PrivateKey key, List<X509Certificate> chain) {
    /** @throws IllegalArgumentException if there is no certificate */
    public Identity {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("an identity needs a certificate");
        }
    }

    public X509Certificate certificate() {
        return chain.getFirst();
    }

    public String fingerprint() {
        return fingerprint(certificate());
    }

    /** SHA-256 over the certificate's DER form, 64 hexadecimal digits. */
    public static String fingerprint(X509Certificate certificate) {
        try {
            byte[] der = certificate.getEncoded();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
        } catch (CertificateEncodingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("a certificate that was read cannot be written", e);
        }
    }

    /** The key is never printed. */
    @Override
    public String toString() {
        return "Identity[" + fingerprint() + "]";
    }
}
