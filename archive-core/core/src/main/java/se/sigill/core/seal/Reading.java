package se.sigill.core.seal;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/** What a signature or a time-stamp says when it is checked. */
public sealed interface Reading {
    /**
     * It was made over the bytes in question with the key of the first certificate. Whether that certificate is to be
     * believed is another question.
     *
     * @param chain the certificates it carries, the signer's first
     * @param at signing time (claimed), or the time of the stamp
     */
    record Holds(List<X509Certificate> chain, Instant at) implements Reading {
        public Holds {
            chain = List.copyOf(chain);
        }
    }

    /** It does not. @param why one sentence */
    record Broken(String why) implements Reading {}
}
