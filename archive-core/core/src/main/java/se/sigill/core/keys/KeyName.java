package se.sigill.core.keys;

import java.util.Locale;
import java.util.Optional;

/** The keys of an archive and what each is for. */
public enum KeyName {
    /** Signs checkpoints of the log (Ed25519). */
    LOG("Ed25519"),
    /** Signs the roots of periods (ECDSA P-256 with a certificate, or what the authority's own PKCS#12 file holds). */
    SEAL("EC"),
    /** Signs the time-stamps of the built-in, internal authority (ECDSA P-256 with a certificate). */
    TSA("EC"),
    /** Signs bundles for the open zone (Ed25519). */
    BUNDLE("Ed25519"),
    /** Opens what the open zone's inbox encrypted (X25519). */
    INBOX("X25519");

    private final String algorithm;

    KeyName(String algorithm) {
        this.algorithm = algorithm;
    }

    /** The word in commands, acts and file names. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<KeyName> ofWord(String word) {
        for (KeyName name : values()) {
            if (name.word().equals(word)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    String algorithm() {
        return algorithm;
    }

    /** Whether the key comes with a certificate, in PKCS#12; else it is a PEM file. */
    boolean hasCertificate() {
        return algorithm.equals("EC");
    }

    String fileName() {
        return word() + (hasCertificate() ? ".p12" : ".pem");
    }
}
