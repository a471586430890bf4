package se.sigill.core.seal.bouncy;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import se.sigill.core.ArchiveException;
import se.sigill.core.keys.Identity;
import se.sigill.core.seal.TimeStampSource;

/** Stamps with a key of the archive itself, by the archive's own clock. */
final class InternalAuthority implements TimeStampSource {
    /** Our own policy, from a random UUID (ITU-T X.667): time as the archive's machine has it, no promise to others. */
    private static final ASN1ObjectIdentifier POLICY =
            new ASN1ObjectIdentifier("2.25.249512874023117305718349520617283940511");

    private final Identity identity;
    private final Clock clock;
    private final SecureRandom random;

    InternalAuthority(Identity identity, Clock clock, SecureRandom random) {
        this.identity = identity;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public String name() {
        return "INTERNAL";
    }

    @Override
    public Answer stamp(byte[] hash) {
        TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
        requests.setCertReq(true);
        TimeStampRequest request = requests.generate(NISTObjectIdentifiers.id_sha256, hash);
        try {
            TimeStampTokenGenerator generator = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder()
                            .build(BouncySealFormats.algorithm(identity), identity.key(), identity.certificate()),
                    sha256(),
                    POLICY);
            generator.setTSA(new GeneralName(new JcaX509CertificateHolder(identity.certificate()).getSubject()));
            generator.addCertificates(new JcaCertStore(identity.chain()));
            // Serial numbers are random: a counter would tell how often the archive seals.
            BigInteger serial = new BigInteger(127, random).add(BigInteger.ONE);
            return new Stamped(generator
                    .generate(request, serial, Date.from(clock.instant()))
                    .getEncoded(ASN1Encoding.DER));
        } catch (OperatorCreationException | GeneralSecurityException | TSPException | IOException e) {
            throw new ArchiveException.KeyTrouble("the key of the internal time-stamp authority could not sign", e);
        }
    }

    /** The digest by which the token names its certificate. */
    private static DigestCalculator sha256() throws OperatorCreationException {
        return new JcaDigestCalculatorProviderBuilder()
                .build()
                .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256));
    }
}
