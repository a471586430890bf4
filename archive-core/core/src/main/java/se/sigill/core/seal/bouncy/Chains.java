package se.sigill.core.seal.bouncy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerId;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.util.Store;

/** Certificates that travel with a signature. */
final class Chains {
    static final Provider PROVIDER = new BouncyCastleProvider();
    /** No real chain is longer; it bounds the walk over hostile certificates. */
    private static final int LENGTH_MAX = 10;

    private Chains() {}

    /** The signer's certificate, if it is among them. */
    static Optional<X509CertificateHolder> signer(Store<X509CertificateHolder> store, SignerId id) {
        @SuppressWarnings("unchecked") // SignerId selects certificates, its type parameter says Object
        Collection<X509CertificateHolder> found = store.getMatches(id);
        return found.stream().findFirst();
    }

    /**
     * The chain from a certificate upwards as far as the others lead, each link checked.
     *
     * @throws GeneralSecurityException if a certificate is not what its issuer signed
     */
    static List<X509Certificate> from(X509CertificateHolder signer, Store<X509CertificateHolder> store)
            throws GeneralSecurityException, IOException {
        List<X509Certificate> others = new ArrayList<>();
        for (X509CertificateHolder each : store.getMatches(null)) {
            others.add(certificate(each));
        }
        List<X509Certificate> chain = new ArrayList<>();
        Optional<X509Certificate> next = Optional.of(certificate(signer));
        while (next.isPresent() && chain.size() < LENGTH_MAX) {
            X509Certificate at = next.get();
            chain.add(at);
            boolean selfIssued = at.getSubjectX500Principal().equals(at.getIssuerX500Principal());
            if (selfIssued) {
                at.verify(at.getPublicKey(), PROVIDER);
                break;
            }
            next = others.stream()
                    .filter(c -> c.getSubjectX500Principal().equals(at.getIssuerX500Principal()))
                    .findFirst();
            if (next.isPresent()) {
                at.verify(next.get().getPublicKey(), PROVIDER);
            }
        }
        return chain;
    }

    private static X509Certificate certificate(X509CertificateHolder holder)
            throws GeneralSecurityException, IOException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
    }
}
