package se.sigill.core.seal.bouncy;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.ArchiveTimeStamp;
import org.bouncycastle.asn1.tsp.EvidenceRecord;
import org.bouncycastle.asn1.tsp.PartialHashtree;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.ers.ERSByteData;
import org.bouncycastle.tsp.ers.ERSEvidenceRecord;
import org.bouncycastle.tsp.ers.ERSException;
import se.sigill.core.keys.Identity;
import se.sigill.core.proof.Sha;
import se.sigill.core.proof.TreePath;
import se.sigill.core.seal.Reading;
import se.sigill.core.seal.SealFormats;

/** CMS, time-stamps and evidence records. Stateless. */
final class BouncySealFormats implements SealFormats {
    private static final AlgorithmIdentifier SHA256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);

    @Override
    public byte[] sign(Identity identity, byte[] content, Instant at) {
        try {
            ASN1EncodableVector attributes = new ASN1EncodableVector();
            attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(at)))));
            attributes.add(new Attribute(
                    PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                    new DERSet(new SigningCertificateV2(
                            new ESSCertIDv2(Sha.sha256(identity.certificate().getEncoded()))))));
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .setSignedAttributeGenerator(
                                    new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)))
                            .build(
                                    new JcaContentSignerBuilder(algorithm(identity)).build(identity.key()),
                                    identity.certificate()));
            generator.addCertificates(new JcaCertStore(identity.chain()));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded(ASN1Encoding.DER);
        } catch (GeneralSecurityException | OperatorCreationException | CMSException | IOException e) {
            throw new se.sigill.core.ArchiveException.KeyTrouble(
                    "the seal key could not sign; run sigill keys show", e);
        }
    }

    @Override
    public Reading readSignature(byte[] content, byte[] signature) {
        try {
            CMSSignedData data = new CMSSignedData(new CMSProcessableByteArray(content), signature);
            if (!data.isDetachedSignature() || data.getSignerInfos().size() != 1) {
                return new Reading.Broken("it is not one detached signature");
            }
            SignerInformation signer = data.getSignerInfos().iterator().next();
            Optional<X509CertificateHolder> certificate = Chains.signer(data.getCertificates(), signer.getSID());
            if (certificate.isEmpty()) {
                return new Reading.Broken("the signer's certificate is not in it");
            }
            AttributeTable signed = signer.getSignedAttributes();
            if (signed == null || !names(signed, certificate.get())) {
                return new Reading.Broken("the signed attributes do not name the signer's certificate");
            }
            if (!signer.verify(verifier(certificate.get()))) {
                return new Reading.Broken("it was not made over this content with this key");
            }
            Attribute time = signed.get(CMSAttributes.signingTime);
            if (time == null) {
                return new Reading.Broken("it has no signing time");
            }
            List<X509Certificate> chain = Chains.from(certificate.get(), data.getCertificates());
            return new Reading.Holds(
                    chain,
                    Time.getInstance(time.getAttrValues().getObjectAt(0))
                            .getDate()
                            .toInstant());
        } catch (CMSException | OperatorCreationException | GeneralSecurityException | IOException e) {
            return broken(e);
        } catch (RuntimeException e) {
            // The library throws several unchecked kinds at bytes that are no well-formed ASN.1.
            return broken(e);
        }
    }

    @Override
    public Reading readTimeStamp(byte[] hash, byte[] token) {
        try {
            return readTimeStamp(hash, new TimeStampToken(new CMSSignedData(token)));
        } catch (CMSException | TSPException | OperatorCreationException | GeneralSecurityException | IOException e) {
            return broken(e);
        } catch (RuntimeException e) {
            return broken(e);
        }
    }

    @Override
    public byte[] evidenceRecord(byte[] leafHash, TreePath path, byte[] token) {
        PartialHashtree[] lists = new PartialHashtree[TreePath.DEPTH + 1];
        lists[0] = new PartialHashtree(leafHash);
        for (int level = 0; level < TreePath.DEPTH; level++) {
            lists[level + 1] =
                    new PartialHashtree(HexFormat.of().parseHex(path.siblings().get(level)));
        }
        ArchiveTimeStamp stamp = new ArchiveTimeStamp(SHA256, lists, ContentInfo.getInstance(token));
        try {
            return new EvidenceRecord(null, null, stamp).getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalArgumentException("the token cannot be put into an evidence record", e);
        }
    }

    @Override
    public Reading readEvidenceRecord(byte[] leafText, byte[] record) {
        try {
            ERSEvidenceRecord evidence = new ERSEvidenceRecord(
                    record,
                    new JcaDigestCalculatorProviderBuilder()
                            .setProvider(Chains.PROVIDER)
                            .build());
            ArchiveTimeStamp[] stamps = evidence.toASN1Structure()
                    .getArchiveTimeStampSequence()
                    .getArchiveTimeStampChains()[0]
                    .getArchiveTimestamps();
            TimeStampToken token = new TimeStampToken(stamps[0].getTimeStamp());
            evidence.validatePresent(
                    new ERSByteData(leafText), token.getTimeStampInfo().getGenTime());
            evidence.validate(verifier(evidence.getSigningCertificate()));
            return readTimeStamp(evidence.getPrimaryRootHash(), token);
        } catch (ERSException | TSPException | OperatorCreationException | GeneralSecurityException | IOException e) {
            return broken(e);
        } catch (RuntimeException e) {
            return broken(e);
        }
    }

    private static Reading readTimeStamp(byte[] hash, TimeStampToken token)
            throws TSPException, OperatorCreationException, GeneralSecurityException, IOException {
        boolean over = token.getTimeStampInfo().getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256)
                && Arrays.equals(token.getTimeStampInfo().getMessageImprintDigest(), hash);
        if (!over) {
            return new Reading.Broken("it was not made over this hash");
        }
        Optional<X509CertificateHolder> certificate = Chains.signer(token.getCertificates(), token.getSID());
        if (certificate.isEmpty()) {
            return new Reading.Broken("the authority's certificate is not in it");
        }
        // Checks the signature, the certificate's purpose and that it was valid at that time.
        token.validate(verifier(certificate.get()));
        return new Reading.Holds(
                Chains.from(certificate.get(), token.getCertificates()),
                token.getTimeStampInfo().getGenTime().toInstant());
    }

    /** Whether signing-certificate-v2 is the hash of this certificate (RFC 5035 §5.4). */
    private static boolean names(AttributeTable signed, X509CertificateHolder certificate) throws IOException {
        Attribute attribute = signed.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (attribute == null) {
            return false;
        }
        ESSCertIDv2 id = SigningCertificateV2.getInstance(
                        attribute.getAttrValues().getObjectAt(0))
                .getCerts()[0];
        return id.getHashAlgorithm().getAlgorithm().equals(NISTObjectIdentifiers.id_sha256)
                && Arrays.equals(id.getCertHash(), Sha.sha256(certificate.getEncoded()));
    }

    static SignerInformationVerifier verifier(X509CertificateHolder certificate)
            throws OperatorCreationException, GeneralSecurityException {
        return new JcaSimpleSignerInfoVerifierBuilder()
                .setProvider(Chains.PROVIDER)
                .build(certificate);
    }

    static String algorithm(Identity identity) {
        return switch (identity.key().getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            default -> "SHA256withECDSA";
        };
    }

    private static Reading broken(Throwable cause) {
        String why = cause.getMessage();
        return new Reading.Broken(why == null ? cause.getClass().getSimpleName() : why);
    }
}
