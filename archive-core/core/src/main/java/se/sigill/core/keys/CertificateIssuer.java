package se.sigill.core.keys;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/** Gives a key pair a certificate; the implementation lies in {@code seal.bouncy}, since the JDK makes none. */
public interface CertificateIssuer {
    /** What the certificate is for. */
    enum Purpose {
        /** Signs the roots of periods. */
        SEAL,
        /** Signs time-stamps; the subject says INTERNAL. */
        TIME_STAMPS
    }

    /** @param name of the archive, for the subject */
    X509Certificate issue(KeyPair keys, Purpose purpose, String name, Instant from, Instant until);

    /**
     * The certificate of a server (TLS).
     *
     * @param name of the archive, for the subject
     * @param hosts names and addresses that browsers know it by; never empty
     */
    X509Certificate issueServer(KeyPair keys, String name, List<String> hosts, Instant from, Instant until);
}
