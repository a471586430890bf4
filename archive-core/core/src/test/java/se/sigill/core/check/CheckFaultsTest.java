package se.sigill.core.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.sigill.core.record.RecordId;
import se.sigill.core.store.Digests;
import se.sigill.core.store.Samples;
import se.sigill.core.verify.FileDigest;
import se.sigill.core.verify.RecordFacts;
import se.sigill.core.verify.StoredFile;

/** Every fault of an object is named as what it is; none is missed, and none invented. */
final class CheckFaultsTest {
    private static final RecordId LARGE = CheckBed.id(50);
    private static final RecordId TWO_VERSIONS = CheckBed.id(2);
    private static final RecordId DISPOSED = CheckBed.id(4);
    private static final String O1 = CheckBed.place(CheckBed.id(1));
    private static final String O2 = CheckBed.place(TWO_VERSIONS);
    private static final String O3 = CheckBed.place(CheckBed.id(3));
    private static final String OL = CheckBed.place(LARGE);
    private static final String CONTENT = "/v1/content/";

    @TempDir
    Path folder;

    private CheckBed bed;

    /** Something done to the folder {@code archive}. */
    interface Tampering {
        void on(Path archive) throws IOException;
    }

    record Case(String name, Tampering tampering, List<String> expected) {
        Case(String name, Tampering tampering, String... expected) {
            this(name, tampering, List.of(expected));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeEach
    void makeAnArchive() throws IOException {
        bed = new CheckBed(folder).with(4);
        bed.deposit(LARGE, CheckBed.large(1));
        bed.deposit(CheckBed.id(51), CheckBed.large(2));
        bed.addRendition(TWO_VERSIONS);
        bed.dispose(DISPOSED);
        bed.store.erase(DISPOSED);
    }

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void findsNothingInASoundArchiveAndWritesNothingInIt() throws IOException {
        var before = CheckBed.tree(bed.home.archive());

        Round round = bed.check().run(Limits.none());

        assertEquals(List.of(), CheckBed.faults(round));
        assertTrue(round.complete());
        assertEquals(5, round.objects());
        assertEquals(1, round.disposed());
        assertEquals(5 * 5 + 4, round.files());
        assertTrue(round.bytes() > 6 << 20);
        assertEquals(before, CheckBed.tree(bed.home.archive()));
    }

    @Test
    void tellsDisposedFromMissing() throws IOException {
        deleteAll(O3).on(bed.home.archive());

        Round round = bed.check().run(Limits.none());

        assertEquals(
                List.of("VERIFY-DISPOSED " + CheckBed.place(DISPOSED), "VERIFY-OBJECT-MISSING " + O3).stream()
                        .sorted(Comparator.comparing(l -> l.substring(l.indexOf(' '))))
                        .toList(),
                round.findings().stream().map(CheckBed::line).toList());
        assertEquals(1, round.faults());
    }

    @ParameterizedTest
    @MethodSource({"bits", "files", "objects"})
    void namesEveryFaultAsWhatItIs(Case tampered) throws IOException {
        tampered.tampering().on(bed.home.archive());
        var before = CheckBed.tree(bed.home.archive());

        Round round = bed.check().run(Limits.none());

        assertEquals(
                tampered.expected().stream().sorted().toList(),
                CheckBed.faults(round).stream().sorted().toList());
        assertEquals(
                tampered.expected().stream()
                        .filter(e -> !e.startsWith("STORE-UNKNOWN"))
                        .count(),
                round.faults());
        assertEquals(before, CheckBed.tree(bed.home.archive()));
    }

    static Stream<Case> bits() {
        return Stream.of(
                changed(O1 + CheckBed.ORIGINAL),
                changed(OL + CheckBed.ORIGINAL),
                changed(O1 + CONTENT + "METS.xml"),
                changed(O1 + CONTENT + "metadata/premis.xml"),
                changed(O1 + CONTENT + "metadata/record.json"),
                changed(O1 + CONTENT + "metadata/text.txt"),
                changed(O2 + "/v2/content/representations/preservation/data/Årsberättelse.pdf"),
                new Case(
                        "inventory of v1",
                        flip(O2 + "/v1/inventory.json"),
                        "VERIFY-INVENTORY-CHANGED " + O2 + "/v1/inventory.json"),
                new Case(
                        "inventory of v2",
                        flip(O2 + "/v2/inventory.json"),
                        "VERIFY-INVENTORY-CHANGED " + O2 + "/v2/inventory.json"),
                new Case(
                        "root's inventory",
                        flip(O1 + "/inventory.json"),
                        "VERIFY-ROOT-INVENTORY " + O1 + "/inventory.json"),
                new Case(
                        "sidecar",
                        flip(O1 + "/v1/inventory.json.sha512"),
                        "VERIFY-SIDECAR " + O1 + "/v1/inventory.json.sha512"),
                new Case(
                        "root's sidecar",
                        flip(O1 + "/inventory.json.sha512"),
                        "VERIFY-SIDECAR " + O1 + "/inventory.json.sha512"),
                new Case(
                        "declaration",
                        flip(O1 + "/0=ocfl_object_1.1"),
                        "VERIFY-DECLARATION " + O1 + "/0=ocfl_object_1.1"));
    }

    static Stream<Case> files() {
        return Stream.of(
                new Case(
                        "missing content",
                        delete(O1 + CheckBed.ORIGINAL),
                        "VERIFY-FILE-MISSING " + O1 + CheckBed.ORIGINAL),
                new Case(
                        "missing METS",
                        delete(O1 + CONTENT + "METS.xml"),
                        "VERIFY-FILE-MISSING " + O1 + CONTENT + "METS.xml"),
                new Case(
                        "missing inventory",
                        delete(O1 + "/v1/inventory.json"),
                        "VERIFY-FILE-MISSING " + O1 + "/v1/inventory.json"),
                new Case(
                        "missing root inventory",
                        delete(O1 + "/inventory.json"),
                        "VERIFY-FILE-MISSING " + O1 + "/inventory.json"),
                new Case(
                        "missing sidecar",
                        delete(O1 + "/inventory.json.sha512"),
                        "VERIFY-FILE-MISSING " + O1 + "/inventory.json.sha512"),
                new Case(
                        "missing declaration",
                        delete(O1 + "/0=ocfl_object_1.1"),
                        "VERIFY-FILE-MISSING " + O1 + "/0=ocfl_object_1.1"),
                new Case(
                        "extra in content", write(O1 + CONTENT + "more"), "VERIFY-FILE-EXTRA " + O1 + CONTENT + "more"),
                new Case("extra in the object", write(O1 + "/more"), "VERIFY-FILE-EXTRA " + O1 + "/more"),
                new Case("cut content", cut(O1 + CheckBed.ORIGINAL), "VERIFY-FILE-TRUNCATED " + O1 + CheckBed.ORIGINAL),
                new Case(
                        "cut large content",
                        cut(OL + CheckBed.ORIGINAL),
                        "VERIFY-FILE-TRUNCATED " + OL + CheckBed.ORIGINAL),
                new Case(
                        "link in place of a file",
                        CheckFaultsTest::link,
                        "VERIFY-FILE-MISSING " + O1 + CheckBed.ORIGINAL),
                new Case(
                        "swapped originals",
                        swap(O1 + CheckBed.ORIGINAL, O3 + CheckBed.ORIGINAL),
                        "VERIFY-FILE-SWAPPED " + O1 + CheckBed.ORIGINAL,
                        "VERIFY-FILE-SWAPPED " + O3 + CheckBed.ORIGINAL));
    }

    static Stream<Case> objects() {
        String orphan = CheckBed.place(Samples.id(77));
        return Stream.of(
                new Case("missing object", deleteAll(O1), "VERIFY-OBJECT-MISSING " + O1),
                new Case("missing version", deleteAll(O2 + "/v2"), "VERIFY-VERSION-MISSING " + O2 + "/v2"),
                new Case(
                        "extra version",
                        a -> copy(a.resolve(O1 + "/v1"), a.resolve(O1 + "/v2")),
                        "VERIFY-VERSION-EXTRA " + O1 + "/v2"),
                new Case("swapped objects", swap(O1, O3), "VERIFY-OBJECT-SWAPPED " + O1, "VERIFY-OBJECT-SWAPPED " + O3),
                new Case("orphan", a -> copy(a.resolve(O1), a.resolve(orphan)), "STORE-ORPHAN " + orphan),
                new Case("stray file in the root", write("ocfl/more"), "STORE-UNKNOWN-FILE ocfl/more"),
                new Case(
                        "disposed of but there",
                        a -> copy(a.resolve(O1), a.resolve(CheckBed.place(DISPOSED))),
                        "VERIFY-NOT-GONE " + CheckBed.place(DISPOSED)));
    }

    @Test
    void namesAFileThatCannotBeReadAndGoesOn() throws IOException {
        assumeTrue(!"root".equals(System.getProperty("user.name")), "root reads every file");
        Path file = bed.home.archive().resolve(O1 + CheckBed.ORIGINAL);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));

        Round round = bed.check().run(Limits.none());

        assertEquals(List.of("VERIFY-UNREADABLE " + O1 + CheckBed.ORIGINAL), CheckBed.faults(round));
        assertEquals(5, round.objects());
    }

    @Test
    void takesAnErrorWhileReadingForAFinding() {
        RecordFacts facts = new RecordFacts(LARGE, List.of(), -1);
        ObjectLook look = new ObjectLook(bed.home.archive(), new Due(1, facts));

        // A folder opens like a file, and fails when it is read.
        look.read(new StoredFile(folder, "ocfl/x", "v1/content/x", "00", 0, -1), new FileDigest());

        Tally tally = new Tally("r", "o", java.time.Instant.EPOCH, 2);
        look.addTo(tally);
        assertEquals(List.of("VERIFY-UNREADABLE ocfl/x"), CheckBed.faults(tally.round(0)));
        assertEquals(0, tally.files);
    }

    @Test
    void namesASealedDescriptionThatSpeaksOfOtherBytes() throws IOException {
        byte[] text = "ett brev".getBytes(UTF_8);
        Digests right = Digests.of(text);
        Digests wrong = new Digests(right.sizeBytes(), "00".repeat(32), right.sha512());
        bed.deposit(CheckBed.id(9), text, wrong);

        Round round = bed.check().run(Limits.none());

        assertEquals(
                List.of("CHECK-DIGESTS-DISAGREE " + CheckBed.place(CheckBed.id(9)) + CheckBed.ORIGINAL),
                CheckBed.faults(round));
    }

    @Test
    void seesAChangedActByTheRootOfTheLog() throws IOException {
        Path acts = bed.home.log().resolve("acts/000");
        Files.writeString(acts, Files.readString(acts).replace("\"ute\"", "\"utx\""));

        Round round = bed.check().run(Limits.none());

        assertEquals(List.of("CHECK-LOG-ROOT log/checkpoint"), CheckBed.faults(round));
    }

    @Test
    void saysThatActsAreLostAndInventsNoOrphans() throws IOException {
        Path acts = bed.home.log().resolve("acts/000");
        List<String> lines = Files.readAllLines(acts);
        lines.set(1, "{\"index\":1,broken}");
        Files.write(acts, lines);

        Round round = bed.check().run(Limits.none());

        assertEquals(List.of("CHECK-LOG-UNREADABLE log"), CheckBed.faults(round));
        assertEquals(4, round.objects());
    }

    private static Case changed(String file) {
        return new Case(
                "bit of " + file.substring(file.lastIndexOf('/') + 1) + " in " + file.substring(8, 12),
                flip(file),
                "VERIFY-FILE-CHANGED " + file);
    }

    private static Tampering flip(String place) {
        return a -> {
            byte[] bytes = Files.readAllBytes(a.resolve(place));
            bytes[bytes.length / 2] ^= 1;
            put(a.resolve(place), bytes);
        };
    }

    private static Tampering cut(String place) {
        return a -> {
            byte[] bytes = Files.readAllBytes(a.resolve(place));
            put(a.resolve(place), Arrays.copyOf(bytes, bytes.length - 3));
        };
    }

    /** Names of one file are parted first: the fault is in one place. */
    private static void put(Path file, byte[] bytes) throws IOException {
        Files.delete(file);
        Files.write(file, bytes);
    }

    private static Tampering delete(String place) {
        return a -> Files.delete(a.resolve(place));
    }

    private static Tampering write(String place) {
        return a -> Files.writeString(a.resolve(place), "something");
    }

    private static void link(Path archive) throws IOException {
        Path file = archive.resolve(O1 + CheckBed.ORIGINAL);
        Path other = archive.resolveSibling("elsewhere");
        Files.move(file, other);
        Files.createSymbolicLink(file, other);
    }

    private static Tampering swap(String one, String other) {
        return a -> {
            Path aside = a.resolveSibling("aside");
            Files.move(a.resolve(one), aside);
            Files.move(a.resolve(other), a.resolve(one));
            Files.move(aside, a.resolve(other));
        };
    }

    private static Tampering deleteAll(String place) {
        return a -> {
            try (var walk = Files.walk(a.resolve(place))) {
                walk.sorted(Comparator.reverseOrder()).forEach(p -> {
                    try {
                        Files.delete(p);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
        };
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (var walk = Files.walk(from)) {
            for (Path path : (Iterable<Path>) walk::iterator) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }
}
