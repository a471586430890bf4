package se.sigill.app.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.roda_project.commons_ip2.validator.EARKSIPValidator;
import org.roda_project.commons_ip2.validator.reporter.ValidationReportOutputJson;
import se.sigill.app.run.Running;
import se.sigill.core.access.ProvisionCatalogue;
import se.sigill.core.finding.Severity;
import se.sigill.core.json.Json;

/** Records leave the archive with their evidence, and the archive is moved away before anything is verified. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ExportedRecordTest {
    private static final Set<String> ADVICE = Set.of("CSIPSTR3", "CSIPSTR13", "CSIPSTR15", "CSIPSTR16", "CSIP45");

    private static final String ACTS = "metadata/other/acts/";

    private Path folder = Path.of("");
    private Path trust = Path.of("");
    private Path letter = Path.of("");
    private Path mail = Path.of("");
    private Path later = Path.of("");
    private Running.Ended unsealed = new Running.Ended(0, "", "");
    private Running.Ended restricted = new Running.Ended(0, "", "");
    private List<Path> packages = List.of();
    private List<Path> bundles = List.of();

    @BeforeAll
    void exportAndMoveTheArchiveAway(@TempDir Path temporary) throws IOException {
        folder = temporary;
        SealedHome home = SealedHome.make(folder);
        trust = home.trust();
        List<String> words =
                new ArrayList<>(List.of("--out", folder.resolve("out").toString(), "--proof", "--json"));
        words.addAll(home.ids());
        List<Json.Obj> lines = home.running()
                .type("export", words.toArray(String[]::new))
                .expect(0)
                .json();
        exportMore(home);
        Files.move(home.running().home(), folder.resolve("away"));
        packages = lines.stream().map(line -> Path.of(line.text("path"))).toList();
        letter = folder.resolve("out").resolve("sigill-" + home.letter());
        mail = folder.resolve("out").resolve("sigill-" + home.mail());
        bundles = lines.stream()
                .flatMap(line -> line.array("proofs").stream())
                .map(path -> Path.of(path.asText()))
                .toList();
    }

    /** The letter again after one more act, a record that is not sealed, and a mail that was restricted meanwhile. */
    private void exportMore(SealedHome home) throws IOException {
        Running running = home.running();
        running.type("assess", home.letter(), "--open", "--reason", "inget hindrar")
                .expect(0);
        later = Path.of(
                export(home, "later", home.letter()).expect(0).json().getFirst().text("path"));
        Path file = Files.writeString(folder.resolve("nytt.txt"), "Nytt.");
        Json.Obj deposited = running.type("deposit", "--system", "test", "--json", file.toString())
                .expect(0)
                .json()
                .getFirst();
        unsealed = export(home, "unsealed", deposited.text("record"));
        Path provisions = folder.resolve("provisions.csv");
        try (InputStream sample = ProvisionCatalogue.class.getResourceAsStream("provisions.csv")) {
            Files.copy(Objects.requireNonNull(sample), provisions);
        }
        running.type("adopt", "provisions", provisions.toString()).expect(0);
        running.type("assess", home.mail(), "--restrict", "OSL 26:1", "--reason", "hälsa")
                .expect(0);
        restricted = export(home, "restricted", home.mail());
    }

    private Running.Ended export(SealedHome home, String target, String id) {
        return home.running()
                .type("export", "--json", "--out", folder.resolve(target).toString(), id);
    }

    @Test
    void actsThatNoPeriodCoversHoldByTheLogKeyAlone() throws IOException {
        Json.Obj report = verify(later);

        assertTrue(Files.exists(later.resolve(ACTS + "key")));
        assertFalse(Files.exists(letter.resolve(ACTS + "key")));
        assertTrue(Files.readString(later.resolve(ACTS + "acts")).contains("inget hindrar"));
        assertEquals("intact, and from whom the trust file says", report.text("verdict"), report::toString);

        Path seals = folder.resolve("seals");
        Files.write(
                seals,
                Files.readAllLines(trust).stream()
                        .filter(line -> !line.startsWith("log "))
                        .toList());
        Json.Obj withoutLog = Running.run("verify", "--json", "--trust", seals.toString(), later.toString())
                .expect(2)
                .json()
                .getFirst();
        assertEquals(List.of("VERIFY-STRANGER " + ACTS + "checkpoint"), errors(withoutLog));
    }

    @TestFactory
    Stream<DynamicTest> namesTheFileOfActsInWhichABitIsFlipped() {
        Path copy = folder.resolve("flipped acts");
        return Stream.of("acts", "proofs", "checkpoint", "key")
                .map(name -> ACTS + name)
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    copy(later, copy);
                    byte[] bytes = Files.readAllBytes(copy.resolve(name));
                    bytes[bytes.length / 2] ^= 4;
                    Files.write(copy.resolve(name), bytes);

                    Json.Obj report = verify(copy);

                    assertFalse(report.bool("intact"), name);
                    assertTrue(names(report, name), () -> name + ": " + report);
                }));
    }

    @Test
    void namesSealedFilesThatStandInEachOthersPlace() throws IOException {
        Path copy = folder.resolve("swapped");
        copy(letter, copy);
        Path text = copy.resolve("metadata/other/text.txt");
        Path premis = copy.resolve("metadata/preservation/premis.xml");
        Path lines = copy.resolve("metadata/other/evidence/files");
        byte[] kept = Files.readAllBytes(text);
        Files.copy(premis, text, StandardCopyOption.REPLACE_EXISTING);
        Files.write(premis, kept);
        String swapped = Files.readString(lines)
                .replace("metadata/other/text.txt", "metadata/?")
                .replace("metadata/preservation/premis.xml", "metadata/other/text.txt")
                .replace("metadata/?", "metadata/preservation/premis.xml");
        Files.writeString(lines, swapped);

        List<String> errors = errors(verify(copy));

        assertTrue(
                errors.containsAll(
                        List.of("PROOF-PLACE metadata/other/text.txt", "PROOF-PLACE metadata/preservation/premis.xml")),
                errors::toString);
    }

    @Test
    void whatIsNotSealedIsExportedWithoutEvidenceAndSaysSo() {
        assertEquals(3, unsealed.exit());
        Json.Obj line = unsealed.json().getFirst();
        assertEquals("unsealed", line.text("outcome"));
        assertTrue(Files.exists(Path.of(line.text("path")).resolve("METS.xml")));
        assertFalse(Files.exists(Path.of(line.text("path")).resolve("metadata/other/evidence")));
    }

    @Test
    void whatSomebodyRestrictedIsNotExportedByWhoeverMayNotReadIt() {
        assertEquals(3, restricted.exit());
        assertEquals("refused", restricted.json().getFirst().text("outcome"));
        assertFalse(Files.exists(folder.resolve("restricted")));
    }

    @Test
    void packagesAndBundlesAreIntactAndFromWhomTheTrustFileSays() {
        assertEquals(2, packages.size());
        assertEquals(5, bundles.size());
        for (Path path : Stream.concat(packages.stream(), bundles.stream()).toList()) {
            Json.Obj report = verify(path);

            assertEquals("intact, and from whom the trust file says", report.text("verdict"), report::toString);
            assertEquals(Set.of("SEAL-INTERNAL-TIME"), codes(report), report::toString);
        }
    }

    @Test
    void withoutATrustFileNothingSaysWhose() {
        Running.Ended ended = Running.run("verify", letter.toString()).expect(0);

        assertTrue(ended.out().contains("intact, but nothing says whose"), ended.out());
    }

    @TestFactory
    Stream<DynamicTest> namesTheFileOfAPackageInWhichABitIsFlipped() throws IOException {
        Path original = letter;
        Path copy = folder.resolve("flipped");
        return files(original).stream()
                .map(name -> DynamicTest.dynamicTest(shown(name), () -> {
                    copy(original, copy);
                    byte[] bytes = Files.readAllBytes(copy.resolve(name));
                    for (int at : List.of(bytes.length / 4, bytes.length - 1)) {
                        byte[] flipped = bytes.clone();
                        flipped[at] ^= 4;
                        Files.write(copy.resolve(name), flipped);

                        Json.Obj report = verify(copy);

                        assertFalse(report.bool("intact"), () -> name + " byte " + at);
                        assertTrue(names(report, name), () -> name + " byte " + at + ": " + report);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> namesTheFileOfAPackageThatIsMissing() throws IOException {
        Path original = letter;
        Path copy = folder.resolve("lacking");
        return files(original).stream()
                .filter(name -> !name.endsWith("evidence/files"))
                .map(name -> DynamicTest.dynamicTest(shown(name), () -> {
                    copy(original, copy);
                    Files.delete(copy.resolve(name));

                    Json.Obj report = verify(copy);

                    assertFalse(report.bool("intact"), name);
                    assertTrue(
                            names(report, name)
                                    || report.toString().contains(name.substring(name.lastIndexOf('/') + 1)),
                            () -> name + ": " + report);
                }));
    }

    @Test
    void namesAFileThatNothingProves() throws IOException {
        Path copy = folder.resolve("more");
        copy(letter, copy);
        Files.writeString(copy.resolve("metadata/other/note.txt"), "more");

        Json.Obj report = verify(copy);

        assertEquals(List.of("PROOF-FILE-EXTRA metadata/other/note.txt"), errors(report));
    }

    @Test
    void namesFilesOfAnotherRecordThoughTheyAreSealed() throws IOException {
        Path copy = folder.resolve("mixed");
        copy(letter, copy);
        String text = "metadata/other/text.txt";
        Files.copy(mail.resolve(text), copy.resolve(text), java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertEquals(List.of("PROOF-DIGEST " + text), errors(verify(copy)));
    }

    @Test
    void commonsIpFindsNoErrorInThePackageOfALetter() throws Exception {
        // What is told are things that a package MAY or SHOULD have: compression, folders for metadata, schemas and
        // documentation in each representation, a rights section.
        assertEquals(ADVICE, told(letter).keySet());
    }

    @Test
    void commonsIpKnowsNotTheRegisteredTypeOfMailAndFindsNoOtherError() throws Exception {
        Map<String, List<String>> told = told(mail);

        List<String> errors = told.getOrDefault("CSIP68", List.of());
        assertEquals(1, errors.size(), told::toString);
        assertTrue(errors.getFirst().startsWith("Value message/rfc822 in "), errors::getFirst);
        told.remove("CSIP68");
        assertEquals(ADVICE, told.keySet());
    }

    /** What commons-ip2 has to say about a package, by requirement. */
    private static Map<String, List<String>> told(Path path) throws Exception {
        ValidationReportOutputJson report = new ValidationReportOutputJson(path, new ByteArrayOutputStream());
        new EARKSIPValidator(report, "2.2.0").validate("2.2.0");
        Map<String, List<String>> told = report.getResults().entrySet().stream()
                .filter(e -> !e.getValue().isValid())
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().getIssues()));
        assertEquals(told.containsKey("CSIP68") ? 1 : 0, report.getErrors(), told::toString);
        return told;
    }

    private static String shown(String name) {
        return name.substring(name.lastIndexOf('/') + 1) + " in " + name;
    }

    private static boolean names(Json.Obj report, String name) {
        return report.array("findings").stream()
                .map(Json::asObject)
                .filter(f -> f.text("severity").equals(Severity.ERROR.word()))
                .map(f -> f.text("where"))
                .anyMatch(where -> where.equals(name) || where.startsWith(name + ":"));
    }

    private Json.Obj verify(Path path) {
        return Running.run("verify", "--json", "--trust", trust.toString(), path.toString())
                .json()
                .getFirst();
    }

    private static Set<String> codes(Json.Obj report) {
        return report.array("findings").stream()
                .map(f -> f.asObject().text("code"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> errors(Json.Obj report) {
        return report.array("findings").stream()
                .map(Json::asObject)
                .filter(f -> f.text("severity").equals(Severity.ERROR.word()))
                .map(f -> f.text("code") + " " + f.text("where"))
                .toList();
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> folder.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (String name : Files.isDirectory(to) ? files(to) : List.<String>of()) {
            Files.delete(to.resolve(name));
        }
        for (String name : files(from)) {
            Files.createDirectories(to.resolve(name).getParent());
            Files.copy(from.resolve(name), to.resolve(name));
        }
    }
}
