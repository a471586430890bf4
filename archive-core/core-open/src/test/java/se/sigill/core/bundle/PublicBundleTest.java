package se.sigill.core.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.fact.Notice;
import se.sigill.core.fact.PublicEntry;
import se.sigill.core.fact.PublicFile;
import se.sigill.core.fact.PublicPart;
import se.sigill.core.fact.PublicRecord;
import se.sigill.core.tlog.NoteKey;
import se.sigill.core.tlog.NoteSigner;

final class PublicBundleTest {
    private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
    private static final String ID = "1abcdefghjkmnpqrstvwxyz012";
    private static final String OTHER = "2abcdefghjkmnpqrstvwxyz012";

    private final NoteSigner key = key("perstorp.example/bundle");

    @TempDir
    private Path folder;

    private Path bundle = Path.of(".");
    private Manifest manifest = beginning();

    @BeforeEach
    void write() throws IOException {
        bundle = folder.resolve("0000000001-0000000001");
        BundleWriter writer = BundleWriter.in(bundle);
        String text = writer.add("@sigill/text/1\n".getBytes(StandardCharsets.UTF_8));
        String file = writer.add("Protokoll".getBytes(StandardCharsets.UTF_8));
        String proof = writer.add("{}".getBytes(StandardCharsets.UTF_8));
        PublicFile pdf = new PublicFile(
                "protokoll.pdf",
                "original",
                "application/pdf",
                "PDF",
                9,
                file,
                "ab",
                proof,
                List.of(new PublicPart("0.1", "bilaga.txt", "text/plain", 3)));
        PublicRecord record = new PublicRecord(
                ID,
                "document",
                "Protokoll å ä ö",
                "KS 2026/1",
                "2026-11-02",
                "internal",
                "protokoll",
                "Kommunstyrelsen",
                "",
                "KS 2026/1",
                "1.1",
                "2026-11-03T00:00:00Z",
                text,
                "",
                List.of(pdf));
        Notice notice =
                new Notice(OTHER, Notice.Why.RESTRICTED, "SN 2026/2", "2026-11-02", "Socialnämnden", "OSL 26:1");
        manifest = with(beginning(), List.of(record, notice), writer);
        writer.finish(manifest, key);
    }

    @Test
    void givesBackWhatWasWritten() throws IOException {
        BundleReader.Read.Whole whole = assertInstanceOf(
                BundleReader.Read.Whole.class,
                BundleReader.read(
                        bundle,
                        List.of(key("x"), key).stream().map(NoteSigner::key).toList()));

        assertEquals(manifest, whole.manifest());
        assertEquals(Optional.empty(), manifest.against(Optional.empty(), NOW));
        assertEquals(3, manifest.files().size());
    }

    @Test
    void refusesAKeyThatIsNotInTheRing() throws IOException {
        NoteKey namesake = key("perstorp.example/bundle").key();

        assertEquals("BUNDLE-SIGNATURE", refusal(List.of(namesake)));
        assertEquals("BUNDLE-SIGNATURE", refusal(List.of()));
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatIsNotWholeOrNotAsItWasMade() {
        return Stream.of(
                fault("a byte of a file is another", "BUNDLE-CHANGED", () -> {
                    byte[] bytes = Files.readAllBytes(file(0));
                    bytes[0] ^= 1;
                    Files.write(file(0), bytes);
                }),
                fault("a file is cut", "BUNDLE-CHANGED", () -> Files.writeString(file(0), "")),
                fault("a file is missing", "BUNDLE-FORM", () -> Files.delete(file(0))),
                fault(
                        "the folder of files is missing",
                        "BUNDLE-FORM",
                        () -> Files.move(bundle.resolve("files"), folder.resolve("moved-" + System.nanoTime()))),
                fault(
                        "a file is there that nothing names",
                        "BUNDLE-FORM",
                        () -> Files.writeString(bundle.resolve("files/" + "0".repeat(64)), "x")),
                fault("a file is a link", "BUNDLE-CHANGED", () -> {
                    Path kept = Files.move(file(0), folder.resolve("kept"));
                    Files.createSymbolicLink(
                            bundle.resolve("files").resolve(manifest.files().firstKey()), kept);
                }),
                fault("a word of the manifest is another", "BUNDLE-CHANGED", () -> mend("Protokoll", "Protokolk")),
                fault("the manifest has blanks", "BUNDLE-CHANGED", () -> mend("\"put\":", "\"put\": ")),
                fault("the manifest is no JSON", "BUNDLE-FORM", () -> mend("{", "[")),
                fault("an entry is of no kind", "BUNDLE-FORM", () -> mend("\"notice\"", "\"secret\"")),
                fault("an id leads elsewhere", "BUNDLE-FORM", () -> mend(ID, "../../../../../etc/passwd.")),
                fault("the manifest is missing", "BUNDLE-FORM", () -> Files.delete(bundle.resolve("manifest.json"))),
                fault("the note is missing", "BUNDLE-FORM", () -> Files.delete(bundle.resolve("manifest.note"))),
                fault(
                        "the note is no note",
                        "BUNDLE-FORM",
                        () -> Files.writeString(bundle.resolve("manifest.note"), "x")));
    }

    @Test
    void refusesAnEntryWhoseFilesDoNotCome() throws IOException {
        Path lean = folder.resolve("lean");
        BundleWriter writer = BundleWriter.in(lean);
        writer.finish(with(beginning(), manifest.put(), writer), key);

        assertEquals(
                "BUNDLE-FORM",
                assertInstanceOf(BundleReader.Read.Refused.class, BundleReader.read(lean, List.of(key.key())))
                        .finding()
                        .code()
                        .id());
    }

    @Test
    void followsOnlyWhatWasApplied() {
        Optional<ZoneHead> head = Optional.of(manifest.head());
        String past = manifest.digest();

        assertEquals("", code(next(1, 2, past), head));
        assertEquals("", code(again(1, 7), head));
        assertEquals("", code(again(2, 1), head));
        assertEquals("BUNDLE-REPLAY", code(manifest, head));
        assertEquals("BUNDLE-REPLAY", code(again(1, 1), head));
        assertEquals("BUNDLE-GAP", code(next(1, 3, past), head));
        assertEquals("BUNDLE-GAP", code(next(2, 2, past), head));
        assertEquals("BUNDLE-GAP", code(next(1, 2, past), Optional.empty()));
        assertEquals("BUNDLE-OTHER-PAST", code(next(1, 2, "0".repeat(64)), head));
        assertEquals(
                "BUNDLE-OLD-EPOCH", code(again(1, 9), Optional.of(again(2, 1).head())));
        ZoneHead elsewhere = new ZoneHead("annan.example", 1, 1, past, NOW, true);
        assertEquals("BUNDLE-ORIGIN", code(next(1, 2, past), Optional.of(elsewhere)));
        assertEquals(
                "BUNDLE-STALE",
                next(1, 2, past)
                        .against(head, NOW.plus(Duration.ofHours(25)))
                        .orElseThrow()
                        .code()
                        .id());
    }

    private interface Harm {
        void now() throws IOException;
    }

    private DynamicTest fault(String name, String code, Harm harm) {
        return DynamicTest.dynamicTest(name, () -> {
            harm.now();
            assertEquals(code, refusal(List.of(key.key())));
            // Each fault stands alone.
            try (Stream<Path> files = Files.walk(bundle)) {
                for (Path path :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
            write();
        });
    }

    private String refusal(List<NoteKey> ring) throws IOException {
        return assertInstanceOf(BundleReader.Read.Refused.class, BundleReader.read(bundle, ring))
                .finding()
                .code()
                .id();
    }

    private Path file(int index) {
        return bundle.resolve("files")
                .resolve(manifest.files().keySet().stream()
                        .skip(index)
                        .findFirst()
                        .orElseThrow());
    }

    private void mend(String from, String to) throws IOException {
        Path file = bundle.resolve("manifest.json");
        UnaryOperator<String> other = text -> text.replaceFirst(java.util.regex.Pattern.quote(from), to);
        Files.writeString(file, other.apply(Files.readString(file)));
    }

    private static String code(Manifest manifest, Optional<ZoneHead> head) {
        return manifest.against(head, NOW).map(finding -> finding.code().id()).orElse("");
    }

    private static Manifest beginning() {
        return again(1, 1);
    }

    private static Manifest again(long epoch, long number) {
        return of(epoch, number, "");
    }

    private static Manifest next(long epoch, long number, String previous) {
        return of(epoch, number, previous);
    }

    private static Manifest of(long epoch, long number, String previous) {
        return new Manifest(
                "perstorp.example",
                epoch,
                number,
                previous,
                NOW,
                NOW.plus(Duration.ofHours(24)),
                previous.isEmpty(),
                true,
                List.of(),
                List.of(),
                LogGrowth.NONE,
                new TreeMap<>());
    }

    private static Manifest with(Manifest m, List<PublicEntry> put, BundleWriter writer) {
        return new Manifest(
                m.origin(),
                m.epoch(),
                m.number(),
                m.previous(),
                m.made(),
                m.freshUntil(),
                m.begins(),
                m.complete(),
                put,
                List.of("3abcdefghjkmnpqrstvwxyz012"),
                LogGrowth.NONE,
                new TreeMap<>(writer.files()));
    }

    private static NoteSigner key(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new NoteSigner(NoteKey.of(name, pair.getPublic()), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
