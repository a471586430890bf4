package se.sigill.app.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.run.Running;
import se.sigill.core.access.ProvisionCatalogue;
import se.sigill.core.finding.Severity;
import se.sigill.core.json.Json;
import se.sigill.core.store.ocfl.OcflOpinion;

/** The archive as it lies: other programs read it, people read it with the tools of any machine, and it verifies. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OpenFormTest {
    private Path folder = Path.of("");
    private SealedHome home = new SealedHome(new Running(folder), folder, "", "");
    private Path archive = Path.of("");

    @BeforeAll
    void makeAnArchive(@TempDir Path temporary) throws IOException {
        folder = temporary;
        home = SealedHome.make(folder);
        home.running()
                .type("assess", home.letter(), "--open", "--reason", "inget hindrar")
                .expect(0);
        home.running().type("hold", home.mail(), "--reason", "begäran").expect(0);
        Path provisions = folder.resolve("provisions.csv");
        try (InputStream sample = ProvisionCatalogue.class.getResourceAsStream("provisions.csv")) {
            Files.copy(Objects.requireNonNull(sample), provisions);
        }
        home.running().type("adopt", "provisions", provisions.toString()).expect(0);
        archive = home.running().home().resolve("archive");
    }

    @Test
    void ocflJavaFindsNoErrorAndNoWarning() throws IOException {
        Path scratch = Files.createDirectory(folder.resolve("scratch"));
        try (OcflOpinion opinion = OcflOpinion.open(archive.resolve("ocfl"), scratch);
                Stream<String> objects = opinion.objectIds()) {
            List<String> ids = objects.sorted().toList();

            assertEquals(
                    home.ids().stream().map(id -> "urn:sigill:" + id).sorted().toList(), ids);
            ids.forEach(id -> assertEquals(List.of(), opinion.validate(id), id));
        }
        for (String id : home.ids()) {
            assertTrue(
                    home.running().type("cat", id).expect(0).out().contains("representations/preservation/data/"), id);
        }
    }

    @Test
    void theHomeIsIntactAndFromWhomTheTrustFileSays() {
        Json.Obj report = verify(home.running().home());

        assertEquals("intact, and from whom the trust file says", report.text("verdict"), report::toString);
        assertEquals(
                List.of(),
                report.array("findings").stream()
                        .map(Json::asObject)
                        .filter(f -> !f.text("severity").equals(Severity.INFO.word()))
                        .toList());
    }

    @Test
    void aReceiptAnchorsTheArchiveAndAPathWithNothingHasItsLine() throws IOException {
        Path receipt = folder.resolve("receipt.json");
        String checkpoint = Files.readString(archive.resolve("log/checkpoint"));
        Files.writeString(receipt, Json.object().with("checkpoint", checkpoint).toString());

        List<Json.Obj> lines = Running.run(
                        "verify",
                        "--json",
                        "--anchor",
                        receipt.toString(),
                        folder.resolve("nowhere").toString(),
                        home.running().home().toString())
                .expect(2)
                .json();

        assertEquals(
                List.of(false, true),
                lines.stream().map(line -> line.bool("intact")).toList());
        assertTrue(lines.getFirst().toString().contains("VERIFY-NOTHING-HERE"));
        assertFalse(lines.getLast().toString().contains("ANCHOR"), lines.getLast()::toString);
    }

    @Test
    void aRecordAndItsActsAreReadByHand() throws IOException, InterruptedException {
        String steps = ByHand.steps("package.md").replaceFirst("id=[0-9a-z]{26}", "id=" + home.letter());

        String output = ByHand.run(steps, archive.resolve("ocfl"));

        assertTrue(output.contains("Svar senast den 1 juni."), output);
        assertTrue(output.contains("inventory.json: OK"), output);
        assertTrue(output.contains("v2/content/METS.xml: OK"), output);
        assertTrue(output.contains("\"act\":\"Sealed\""), output);
        assertTrue(output.contains("\"act\":\"Assessed\""), output);
        assertFalse(output.contains("FAILED"), output);
    }

    @Test
    void theLogIsCheckedByHand() throws IOException, InterruptedException {
        String output = ByHand.run(ByHand.steps("log.md"), archive.resolve("log"));

        assertTrue(output.contains("\"reason\":\"inget hindrar\""), output);
        assertTrue(output.contains("the act is in its tile"), output);
        assertTrue(output.contains("the tile gives the root in the checkpoint"), output);
        assertTrue(output.contains("Signature Verified Successfully"), output);
    }

    @Test
    void aPeriodIsCheckedByHand() throws IOException, InterruptedException {
        try (Stream<Path> periods = Files.list(archive.resolve("evidence"))) {
            for (Path period : periods.toList()) {
                String output = ByHand.run(ByHand.steps("evidence.md"), period);

                assertTrue(output.contains("root.p7s: OK"), output);
                assertTrue(output.contains("CMS Verification successful"), output);
                assertTrue(output.contains("Verification: OK"), output);
            }
        }
    }

    @Test
    void aProofBundleIsCheckedByHand() throws IOException, InterruptedException {
        Path out = folder.resolve("bundles");
        Json.Obj line = home.running()
                .type("export", "--json", "--proof", "--out", out.toString(), home.letter())
                .expect(0)
                .json()
                .getFirst();
        Path bundle = folder.resolve("bundle");
        unzip(Path.of(line.array("proofs").getFirst().asText()), bundle);

        String output = ByHand.run(ByHand.steps("proof-bundle.md"), bundle);

        assertTrue(output.contains("CMS Verification successful"), output);
        assertTrue(output.contains(Files.readAllLines(bundle.resolve("root")).getLast()), output);
    }

    @TestFactory
    Stream<DynamicTest> noticesABitFlippedInAnyFileOfTheArchive() throws IOException {
        List<String> names;
        try (Stream<Path> paths = Files.walk(archive)) {
            names = paths.filter(Files::isRegularFile)
                    .filter(path -> !path.endsWith("log/lock"))
                    .map(path -> archive.relativize(path).toString())
                    .sorted()
                    .toList();
        }
        return names.stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    Path file = archive.resolve(name);
                    byte[] bytes = Files.readAllBytes(file);
                    byte[] flipped = bytes.clone();
                    flipped[bytes.length / 2] ^= 4;
                    try {
                        replace(file, flipped);
                        Json.Obj report = verify(home.running().home());

                        assertFalse(report.bool("intact"), report::toString);
                        // Of the log the act is named, not the file it stands in.
                        String place =
                                name.startsWith("log/acts/") ? "log:" : name.substring(name.lastIndexOf('/') + 1);
                        assertTrue(
                                report.array("findings").stream()
                                        .map(f -> f.asObject().text("where") + " "
                                                + f.asObject().text("message"))
                                        .anyMatch(told -> told.contains(place)),
                                report::toString);
                    } finally {
                        replace(file, bytes);
                    }
                }));
    }

    /** Files of objects are links to each other: only this name gets other bytes. */
    private static void replace(Path file, byte[] bytes) throws IOException {
        Files.delete(file);
        Files.write(file, bytes);
    }

    private Json.Obj verify(Path path) {
        return Running.run("verify", "--json", "--trust", home.trust().toString(), path.toString())
                .json()
                .getFirst();
    }

    private static void unzip(Path zip, Path target) throws IOException {
        try (InputStream in = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(in)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path file = target.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(entries, file);
            }
        }
    }
}
