package se.sigill.core.seal.bouncy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.evidencerecord.asn1.validation.ASN1EvidenceRecordValidator;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.evidencerecord.EvidenceRecord;
import eu.europa.esig.dss.spi.x509.tsp.TimestampToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.proof.FileProof;
import se.sigill.core.proof.Sha;
import se.sigill.core.record.RecordId;
import se.sigill.core.seal.Coverage;
import se.sigill.core.seal.Evidence;
import se.sigill.core.seal.Period;
import se.sigill.core.seal.Reading;
import se.sigill.core.seal.SealFormats;
import se.sigill.core.seal.SealItem;
import se.sigill.core.seal.SealOrder;
import se.sigill.core.seal.TestIdentities;

/** What the seal writes is accepted by programs that are not ours. */
final class EvidenceAcceptedElsewhereTest {
    private static final int FILES = 25;

    @TempDir
    Path folder;

    private final SealFormats formats = BouncySeal.formats();
    private final List<SealItem> items = new ArrayList<>();
    private Period period;
    private Evidence.OpenPeriod open;

    @BeforeEach
    void sealSomeFiles() {
        for (int i = 0; i < FILES; i++) {
            byte[] content = ("innehåll " + i).getBytes(StandardCharsets.UTF_8);
            items.add(new SealItem(
                    RecordId.random(TestIdentities.RANDOM),
                    1,
                    "representations/original/data/brev " + i + ".txt",
                    content.length,
                    hex(Sha.sha256(content)),
                    hex(Sha.sha512().digest(content))));
        }
        byte[] checkpoint = "ekbacka.example/log\n25\nAAAA\n\n— sig\n".getBytes(StandardCharsets.UTF_8);
        period = TestIdentities.sealer(folder, TestIdentities.internalAuthority())
                .seal(new SealOrder("ekbacka.example/log", Coverage.whole(0, 25), checkpoint, items))
                .period();
        open = new Evidence(folder, formats).open(period);
    }

    @Test
    void bouncyCastleAcceptsTheEvidenceRecordOfEveryFile() {
        for (SealItem item : items) {
            FileProof proof = open.prove(item.reference()).orElseThrow();

            assertInstanceOf(
                    Reading.Holds.class, formats.readEvidenceRecord(proof.leaf().bytes(), proof.evidenceRecord()));
        }
    }

    @Test
    void dssAcceptsTheEvidenceRecordOfEveryFile() throws CertificateException {
        for (SealItem item : items) {
            FileProof proof = open.prove(item.reference()).orElseThrow();

            ASN1EvidenceRecordValidator validator =
                    new ASN1EvidenceRecordValidator(new InMemoryDocument(proof.evidenceRecord(), "evidence.ers"));
            validator.setDetachedContents(
                    List.of(new InMemoryDocument(proof.leaf().bytes(), "leaf")));
            CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
            trusted.addCertificate(new CertificateToken(first(proof.stampChain())));
            CommonCertificateVerifier verifier = new CommonCertificateVerifier();
            verifier.setTrustedCertSources(trusted);
            validator.setCertificateVerifier(verifier);
            EvidenceRecord record = validator.getEvidenceRecord();
            var report = validator.validateDocument().getSimpleReport();

            assertTrue(
                    record.getStructureValidationResult().isEmpty(),
                    record.getStructureValidationResult().toString());
            assertTrue(record.getReferenceValidation().stream().allMatch(r -> r.isFound() && r.isIntact()));
            TimestampToken stamp = record.getTimestamps().getFirst();
            assertTrue(stamp.isMessageImprintDataFound() && stamp.isMessageImprintDataIntact());
            assertEquals(Indication.PASSED, report.getIndication(report.getFirstEvidenceRecordId()));
        }
    }

    @Test
    void opensslAcceptsSignatureAndTimeStamp() throws IOException, InterruptedException {
        assumeTrue(hasOpenssl(), "openssl is not installed: apt-get install openssl");
        Path at = folder.resolve(period.id());

        assertEquals(
                "",
                run(
                        at,
                        "openssl",
                        "cms",
                        "-verify",
                        "-binary",
                        "-inform",
                        "DER",
                        "-in",
                        "root.p7s",
                        "-content",
                        "root",
                        "-CAfile",
                        "seal.pem",
                        "-attime",
                        attime(),
                        "-out",
                        "/dev/null"));
        assertEquals(
                "",
                run(
                        at,
                        "openssl",
                        "ts",
                        "-verify",
                        "-token_in",
                        "-in",
                        "timestamp-1/timestamp.tst",
                        "-digest",
                        period.root(),
                        "-CAfile",
                        "timestamp-1/tsa.pem",
                        "-attime",
                        attime()));
        assertEquals("", run(at, "sha256sum", "-c", "--quiet", "SHA256SUMS"));
        assertEquals("", run(at.resolve("timestamp-1"), "sha256sum", "-c", "--quiet", "SHA256SUMS"));
    }

    @Test
    void theInternalAuthoritySaysSoInItsCertificate() throws CertificateException {
        FileProof proof = open.prove(items.getFirst().reference()).orElseThrow();

        assertTrue(first(proof.stampChain()).getSubjectX500Principal().getName().contains("INTERNAL"));
        assertFalse(first(proof.sealChain()).getSubjectX500Principal().getName().contains("INTERNAL"));
    }

    private static String attime() {
        return Long.toString(TestIdentities.NOW.getEpochSecond());
    }

    /** Empty if it went well, else what it printed. */
    private static String run(Path directory, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? "" : output;
    }

    private static boolean hasOpenssl() {
        return Files.isExecutable(Path.of("/usr/bin/openssl"));
    }

    private static X509Certificate first(byte[] pem) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }
}
