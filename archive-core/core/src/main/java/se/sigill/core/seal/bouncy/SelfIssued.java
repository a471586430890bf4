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
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
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
        X500Name subject = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, name)
                .addRDN(BCStyle.CN, commonName(purpose, name))
                .build();
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
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage(purpose)));
            if (purpose == Purpose.TIME_STAMPS) {
                // RFC 3161 §2.3: exactly this purpose, and critical.
                builder.addExtension(
                        Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            }
            X509CertificateHolder holder =
                    builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()));
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
        } catch (OperatorCreationException | GeneralSecurityException | IOException e) {
            throw new ArchiveException.KeyTrouble("a certificate could not be made for the " + purpose + " key", e);
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
