package se.sigill.core.seal.bouncy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.IPAddress;
import se.sigill.core.ArchiveException;
import se.sigill.core.keys.CertificateIssuer;

/** Issues certificates that a key signs for itself (RFC 5280). */
final class SelfIssued implements CertificateIssuer {
    private final SecureRandom random;

    SelfIssued(SecureRandom random) {
        this.random = random;
    }

    @Override
    public X509Certificate issue(KeyPair keys, Purpose purpose, String name, Instant from, Instant until) {
        return issued(keys, subject(name, commonName(purpose, name)), from, until, builder -> {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage(purpose)));
            if (purpose == Purpose.TIME_STAMPS) {
                // RFC 3161 §2.3: exactly this purpose, and critical.
                builder.addExtension(
                        Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            }
        });
    }

    @Override
    public X509Certificate issueServer(KeyPair keys, String name, List<String> hosts, Instant from, Instant until) {
        GeneralName[] names = hosts.stream().map(SelfIssued::generalName).toArray(GeneralName[]::new);
        return issued(keys, subject(name, hosts.getFirst()), from, until, builder -> {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            // RFC 9110 §4.3.4: a client compares these and not the subject.
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
        });
    }

    private static GeneralName generalName(String host) {
        boolean address = IPAddress.isValid(host);
        return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host);
    }

    private static X500Name subject(String organisation, String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, organisation)
                .addRDN(BCStyle.CN, commonName)
                .build();
    }

    /** What certificates of one kind have besides. */
    private interface Extensions {
        void addTo(JcaX509v3CertificateBuilder builder) throws IOException;
    }

    private X509Certificate issued(KeyPair keys, X500Name subject, Instant from, Instant until, Extensions more) {
        try {
            JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    subject,
                    new BigInteger(127, random).add(BigInteger.ONE),
                    Date.from(from),
                    Date.from(until),
                    subject,
                    keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(keys.getPublic()));
            more.addTo(builder);
            X509CertificateHolder holder =
                    builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()));
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
        } catch (OperatorCreationException | GeneralSecurityException | IOException e) {
            throw new ArchiveException.KeyTrouble("a certificate could not be made for " + subject, e);
        }
    }

    private static String commonName(Purpose purpose, String name) {
        return switch (purpose) {
            case SEAL -> "Seal of " + name;
            case TIME_STAMPS -> "INTERNAL time-stamps of " + name;
        };
    }

    private static int usage(Purpose purpose) {
        return switch (purpose) {
            case SEAL -> KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
            case TIME_STAMPS -> KeyUsage.digitalSignature;
        };
    }
}
