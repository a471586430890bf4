package se.sigill.core.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.sigill.core.disk.Trees;
import se.sigill.core.finding.Severity;
import se.sigill.core.keys.TrustFile;
import se.sigill.core.log.LogBed;
import se.sigill.core.log.PublicLog;
import se.sigill.core.log.PublishedFiles;
import se.sigill.core.proof.FileProof;
import se.sigill.core.proof.ProofBundle;
import se.sigill.core.proof.ProofJson;
import se.sigill.core.proof.PublicProof;
import se.sigill.core.proof.Sha;
import se.sigill.core.seal.Evidence;
import se.sigill.core.seal.ExportedEvidence;
import se.sigill.core.seal.SealItem;
import se.sigill.core.seal.TestIdentities;
import se.sigill.core.seal.bouncy.BouncySeal;
import se.sigill.core.store.Samples;
import se.sigill.core.tlog.NoteSigner;

/** A proof bundle and an exported record are verified with the archive moved away. */
final class ProofBundleTest {
    private static final String NAME = "Årsberättelse 2026.txt";
    private static final String ORIGINAL = "representations/original/data/Årsberättelse.txt";

    @TempDir
    Path folder;

    private Path bundle;
    private FileProof proof;
    private Path original;
    private TrustFile trust;
    private NoteSigner logKey;

    @BeforeEach
    void makeABundleAndMoveTheArchiveAway() throws IOException {
        SampleArchive archive = new SampleArchive(folder.resolve("home"));
        archive.commit("b1", Samples.first(folder.resolve("spool"), SampleArchive.FIRST));
        archive.sealPeriod();
        archive.log().close();
        trust = archive.trust();
        logKey = archive.logKey;
        proof = new Evidence(archive.archive().resolve("evidence"), BouncySeal.formats())
                .open(archive.periods.getFirst())
                .prove(SealItem.reference(SampleArchive.FIRST, 1, ORIGINAL))
                .orElseThrow();
        original = Files.copy(
                archive.archive()
                        .resolve(SampleArchive.place(SampleArchive.FIRST))
                        .resolve("v1/content")
                        .resolve(ORIGINAL),
                folder.resolve("original"));
        bundle = folder.resolve("bundle");
        ProofBundle.writeFolder(bundle, NAME, original, proof);
        Files.move(archive.home, folder.resolve("away"));
    }

    /** A bundle of a file that stands in the public log as the last of three. */
    private Path published(NoteSigner signer, String archive, String leaf) throws IOException {
        PublicLog.Signing signing = new PublicLog.Signing(archive, 1, signer, List::of);
        Path log = folder.resolve("published-log");
        PublicLog.Published file = new PublicLog.Published(SampleArchive.FIRST, leaf);
        try (PublicLog open = PublicLog.open(log, signing, 0)) {
            open.add(
                    List.of(
                            new PublicLog.Published(SampleArchive.SECOND, "ab".repeat(32)),
                            new PublicLog.Published(SampleArchive.THIRD, "cd".repeat(32)),
                            file),
                    TestIdentities.RANDOM);
        }
        PublicProof logged =
                new PublishedFiles(log).proving(signing).proof(file).orElseThrow();
        Path made = folder.resolve("published");
        ProofBundle.writeFolder(made, NAME, original, proof.with(logged));
        assertEquals(Optional.of(proof.with(logged)), ProofJson.read(ProofJson.write(proof.with(logged))));
        return made;
    }

    private String digestOfLeaf() {
        return HexFormat.of().formatHex(proof.leaf().hash());
    }

    @Test
    void holdsWithTheProofOfThePublicLog() throws IOException {
        Path made = published(logKey, LogBed.ARCHIVE, digestOfLeaf());

        TrustReport report = verify(made, Optional.of(trust));

        assertEquals(List.of("SEAL-INTERNAL-TIME timestamp.tst"), told(report));
        assertInstanceOf(TrustReport.Trusted.class, report.from());
        Files.delete(made.resolve("public/key"));
        assertTrue(told(verify(made, Optional.empty())).contains("PROOF-FILE-MISSING public/key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"public/checkpoint", "public/inclusion", "public/key"})
    void namesThePartOfThePublicProofInWhichAnyByteIsAnother(String name) throws IOException {
        Path made = published(logKey, LogBed.ARCHIVE, digestOfLeaf());
        byte[] bytes = Files.readAllBytes(made.resolve(name));
        for (int at = 0; at < bytes.length; at += Math.max(1, bytes.length / 24)) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            Files.write(made.resolve(name), changed);
            fixSums(made);

            TrustReport report = verify(made, Optional.empty());

            int place = at;
            assertFalse(report.intact(), () -> name + " byte " + place);
            assertTrue(
                    report.findings().stream().anyMatch(f -> f.where().startsWith("public/")),
                    () -> name + " byte " + place + ": " + report.findings());
        }
    }

    @Test
    void namesAPublicProofOfAnotherFileOrAnotherArchive() throws IOException {
        Path other = published(logKey, LogBed.ARCHIVE, "ef".repeat(32));
        assertTrue(told(verify(other, Optional.empty())).contains("PROOF-PUBLIC-LOG public/inclusion"));
        Trees.delete(other);
        Trees.delete(folder.resolve("published-log"));

        Path foreign = published(logKey, "annat", digestOfLeaf());
        assertTrue(told(verify(foreign, Optional.empty())).contains("PROOF-PUBLIC-LOG public/checkpoint"));
        Trees.delete(foreign);
        Trees.delete(folder.resolve("published-log"));

        Path stranger = published(LogBed.signer(), LogBed.ARCHIVE, digestOfLeaf());
        assertTrue(told(verify(stranger, Optional.of(trust))).contains("VERIFY-STRANGER public/key"));
    }

    /** So that only the part itself can tell that it was changed. */
    private static void fixSums(Path bundle) throws IOException {
        StringBuilder sums = new StringBuilder();
        for (String line : Files.readAllLines(bundle.resolve("SHA256SUMS"))) {
            String name = line.substring(66);
            sums.append(HexFormat.of().formatHex(Sha.sha256(Files.readAllBytes(bundle.resolve(name)))))
                    .append("  ")
                    .append(name)
                    .append('\n');
        }
        Files.writeString(bundle.resolve("SHA256SUMS"), sums);
    }

    @Test
    void holdsAsAFolderAndAsAZip() throws IOException {
        Path zip = folder.resolve("bundle.zip");
        try (OutputStream out = Files.newOutputStream(zip)) {
            ProofBundle.writeZip(out, NAME, original, proof);
        }

        for (Path path : List.of(bundle, zip)) {
            TrustReport report = verify(path, Optional.of(trust));

            assertEquals(List.of("SEAL-INTERNAL-TIME timestamp.tst"), told(report));
            assertInstanceOf(TrustReport.Trusted.class, report.from());
            assertEquals("unknown", verify(path, Optional.empty()).from().words());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proof.json",
                "leaf",
                "path",
                "evidence.ers",
                "root",
                "root.p7s",
                "seal.pem",
                "timestamp.tst",
                "tsa.pem",
                "SHA256SUMS",
                "file/" + NAME
            })
    void namesTheFileInWhichAnyByteIsAnother(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(bundle.resolve(name));
        for (int at = 0; at < bytes.length; at += Math.max(1, bytes.length / 16)) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            Files.write(bundle.resolve(name), changed);

            TrustReport report = verify(bundle, Optional.empty());

            int place = at;
            assertFalse(report.intact(), () -> name + " byte " + place);
            if (!name.equals("SHA256SUMS")) {
                assertTrue(
                        report.findings().stream().anyMatch(f -> f.where().equals(name)),
                        () -> name + " byte " + place + ": " + report.findings());
            }
        }
    }

    @Test
    void namesWhatIsMissingAndWhatIsTooMuch() throws IOException {
        Files.delete(bundle.resolve("path"));
        Files.writeString(bundle.resolve("METS.xml"), "<mets/>");

        assertEquals(
                List.of("PROOF-FILE-EXTRA METS.xml", "PROOF-FILE-MISSING path", "PROOF-FORM SHA256SUMS"),
                faults(verify(bundle, Optional.empty())));
    }

    @Test
    void doesNotTakeAnotherKeyForTheTrustedOne() throws IOException {
        TrustFile other =
                new TrustFile(List.of(new TrustFile.Line(TrustFile.Kind.SEAL, "ab".repeat(32), Optional.empty())));

        TrustReport report = verify(bundle, Optional.of(other));

        assertTrue(report.intact());
        assertFalse(report.isSound());
        assertInstanceOf(TrustReport.Mismatch.class, report.from());
        assertEquals(List.of("VERIFY-STRANGER root.p7s"), faults(report));
    }

    @Test
    void refusesAZipWithUnsafeNames() throws IOException {
        Path zip = folder.resolve("evil.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("../leaf"));
        }

        assertEquals(List.of("PROOF-FORM "), faults(verify(zip, Optional.empty())));
    }

    @Test
    void canBeCheckedByHandAsTheSpecificationSays() throws IOException, InterruptedException {
        assumeTrue(
                Stream.of("openssl", "xxd", "bash", "sha512sum")
                        .allMatch(p -> Files.isExecutable(Path.of("/usr/bin", p))),
                "openssl or xxd is not installed: apt-get install openssl xxd");
        String specification = Files.readString(
                Path.of(System.getProperty("sigill.root", "../..")).resolve("docs/formats/proof-bundle.md"));
        String byHand = specification.substring(specification.indexOf("## By hand"));
        String steps = byHand.substring(byHand.indexOf("```\n") + 4, byHand.indexOf("```\n\n"));
        // The stamps of this test are of another day than today.
        String dated = steps.replace("-CAfile", "-attime " + TestIdentities.NOW.getEpochSecond() + " -CAfile");

        Process process = new ProcessBuilder("bash", "-e", "-c", dated)
                .directory(bundle.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, process.waitFor(), output);
        assertTrue(output.contains("sha256 " + proof.statement().root()), output);
    }

    @Test
    void aFileOfAnExportHoldsByItsEvidenceAndBelongsByItsMets() throws IOException {
        Path export = Files.createDirectory(folder.resolve("export"));
        Files.copy(original, export.resolve("brev.txt"));
        ExportedEvidence evidence = new ExportedEvidence(export);
        evidence.add("brev.txt", proof);
        evidence.finish();

        List<String> notAPackage = List.of("PROOF-FILE-MISSING metadata/descriptive/record.json");
        assertEquals(notAPackage, faults(verify(export, Optional.of(trust))));
        Files.writeString(export.resolve("more.txt"), "more");
        Files.writeString(export.resolve("brev.txt"), "another");
        assertEquals(
                List.of("PROOF-DIGEST brev.txt", "PROOF-FILE-EXTRA more.txt", notAPackage.getFirst()),
                faults(verify(export, Optional.of(trust))));
    }

    private static TrustReport verify(Path path, Optional<TrustFile> trust) {
        return new Verifier(BouncySeal.formats(), trust, Optional.empty()).verify(path);
    }

    private static List<String> faults(TrustReport report) {
        TreeSet<String> faults = new TreeSet<>();
        report.findings().stream()
                .filter(f -> f.severity() != Severity.INFO)
                .forEach(f -> faults.add(f.code().id() + " " + f.where()));
        return List.copyOf(faults);
    }

    private static List<String> told(TrustReport report) {
        return report.findings().stream()
                .map(f -> f.code().id() + " " + f.where())
                .toList();
    }
}
