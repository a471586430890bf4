package se.sigill.app.wiring;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.sigill.core.ArchiveException;
import se.sigill.core.config.Home;
import se.sigill.core.keys.Identity;
import se.sigill.core.seal.PeriodFolder;

/** The time-stamp authorities whose stamps the archive has, by the fingerprints of their certificates. */
final class StampAuthorities {
    /** How the subject of the built-in authority says what it is ({@code docs/formats/evidence.md}). */
    private static final String INTERNAL = "INTERNAL";

    private StampAuthorities() {}

    /**
     * Those that a trust file has to name.
     *
     * @param own fingerprint of the built-in authority
     * @param outside whether the configuration names another one
     */
    static List<String> toTrust(Home home, String own, boolean outside) {
        if (!outside) {
            return List.of(own);
        }
        Set<String> outsiders = new TreeSet<>();
        boolean ownUsed = false;
        try {
            for (Path period : PeriodFolder.all(home.evidence())) {
                Optional<X509Certificate> signer = signer(period);
                if (signer.isPresent()) {
                    String fingerprint = Identity.fingerprint(signer.get());
                    ownUsed |= fingerprint.equals(own);
                    if (!signer.get().getSubjectX500Principal().getName().contains(INTERNAL)) {
                        outsiders.add(fingerprint);
                    }
                }
            }
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("the time-stamps of the periods cannot be read", e);
        }
        List<String> trusted = new ArrayList<>(outsiders);
        if (ownUsed) {
            trusted.add(own);
        }
        return trusted;
    }

    private static Optional<X509Certificate> signer(Path period) throws IOException {
        Path chain = period.resolve(PeriodFolder.STAMP_FOLDER).resolve(PeriodFolder.STAMP_CHAIN);
        Optional<byte[]> pem = PeriodFolder.small(chain);
        if (pem.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem.get())));
        } catch (CertificateException e) {
            // What is no certificate is the verifier's to name; nobody is to trust it.
            return Optional.empty();
        }
    }
}
