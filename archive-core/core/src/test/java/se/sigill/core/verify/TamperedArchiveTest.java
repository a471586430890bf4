package se.sigill.core.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.sigill.core.finding.Finding;
import se.sigill.core.finding.Severity;
import se.sigill.core.keys.TrustFile;
import se.sigill.core.log.LogBed;
import se.sigill.core.log.PublicLog;
import se.sigill.core.log.PublishedErasure;
import se.sigill.core.record.RecordId;
import se.sigill.core.seal.TestIdentities;
import se.sigill.core.seal.bouncy.BouncySeal;

/** Every fault of an archive is named as what it is, at its place; none is missed, and none is invented on a sound one. */
final class TamperedArchiveTest {
    private static final String O1 = SampleArchive.place(SampleArchive.FIRST);
    private static final String O2 = SampleArchive.place(SampleArchive.SECOND);
    private static final String O3 = SampleArchive.place(SampleArchive.THIRD);
    private static final String ORIGINAL = "/v1/content/representations/original/data/Årsberättelse.txt";

    @TempDir
    static Path sound;

    @TempDir
    Path folder;

    private static SampleArchive sample;

    @BeforeAll
    static void makeASoundArchive() throws IOException {
        sample = SampleArchive.make(sound);
    }

    /**
     * @param expected codes with places, sorted; {@code P1} to {@code P3} stand for the periods
     */
    record Case(String name, Tampering tampering, List<String> expected) {
        Case(String name, Tampering tampering, String... expected) {
            this(name, tampering, List.of(expected));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource({"objects", "parts", "names", "evidence", "periods", "log", "publicLog"})
    void namesEveryFaultAsWhatItIs(Case tampered) throws IOException {
        SampleArchive.copy(sample.archive(), folder.resolve("archive"));
        tampered.tampering().on(folder.resolve("archive"));

        TrustReport report =
                verifier(Optional.of(sample.trust()), Optional.empty()).verify(folder);

        assertEquals(new TreeSet<>(tampered.expected()), faults(report), () -> report.findings()
                .toString());
    }

    static Stream<Case> objects() {
        return Stream.of(
                new Case("bit of an original", Tampering.flip(O1 + ORIGINAL), "VERIFY-FILE-CHANGED " + O1 + ORIGINAL),
                new Case(
                        "bit of METS",
                        Tampering.flip(O1 + "/v1/content/METS.xml"),
                        "VERIFY-FILE-CHANGED " + O1 + "/v1/content/METS.xml"),
                new Case(
                        "bit of PREMIS",
                        Tampering.flip(O1 + "/v1/content/metadata/premis.xml"),
                        "VERIFY-FILE-CHANGED " + O1 + "/v1/content/metadata/premis.xml"),
                new Case("truncated original", Tampering.cut(O1 + ORIGINAL), "VERIFY-FILE-TRUNCATED " + O1 + ORIGINAL),
                new Case("missing original", Tampering.delete(O1 + ORIGINAL), "VERIFY-FILE-MISSING " + O1 + ORIGINAL),
                new Case(
                        "extra file in content",
                        Tampering.write(O1 + "/v1/content/more.txt"),
                        "VERIFY-FILE-EXTRA " + O1 + "/v1/content/more.txt"),
                new Case(
                        "extra file in the object",
                        Tampering.write(O1 + "/more.txt"),
                        "VERIFY-FILE-EXTRA " + O1 + "/more.txt"),
                new Case("extra file in the root", Tampering.write("ocfl/more.txt"), "VERIFY-FILE-EXTRA ocfl/more.txt"),
                new Case(
                        "two originals swapped",
                        Tampering.swap(O1 + ORIGINAL, O2 + ORIGINAL),
                        "VERIFY-FILE-SWAPPED " + O1 + ORIGINAL,
                        "VERIFY-FILE-SWAPPED " + O2 + ORIGINAL),
                new Case(
                        "bit of the object's inventory",
                        Tampering.flip(O1 + "/inventory.json"),
                        "VERIFY-ROOT-INVENTORY " + O1 + "/inventory.json"),
                new Case(
                        "missing inventory",
                        Tampering.delete(O1 + "/inventory.json"),
                        "VERIFY-FILE-MISSING " + O1 + "/inventory.json"),
                new Case(
                        "bit of a sidecar",
                        Tampering.flip(O1 + "/inventory.json.sha512"),
                        "VERIFY-SIDECAR " + O1 + "/inventory.json.sha512"),
                new Case(
                        "bit of the declaration",
                        Tampering.flip(O1 + "/0=ocfl_object_1.1"),
                        "VERIFY-DECLARATION " + O1 + "/0=ocfl_object_1.1"),
                new Case("missing object", Tampering.deleteAll(O1), "VERIFY-OBJECT-MISSING " + O1),
                new Case("missing version", Tampering.deleteAll(O2 + "/v2"), "VERIFY-VERSION-MISSING " + O2 + "/v2"),
                new Case(
                        "extra version",
                        a -> SampleArchive.copy(a.resolve(O1 + "/v1"), a.resolve(O1 + "/v2")),
                        "VERIFY-VERSION-EXTRA " + O1 + "/v2"),
                new Case(
                        "extra object",
                        a -> SampleArchive.copy(a.resolve(O1), a.resolve(O1.substring(0, O1.length() - 4) + "0000")),
                        "VERIFY-OBJECT-EXTRA " + O1.substring(0, O1.length() - 4) + "0000"),
                new Case(
                        "two objects swapped",
                        Tampering.swap(O1, O3),
                        "VERIFY-OBJECT-SWAPPED " + O1,
                        "VERIFY-OBJECT-SWAPPED " + O3),
                new Case(
                        "disposed record brought back",
                        a -> {
                            Path back = a.resolve(SampleArchive.place(SampleArchive.DISPOSED));
                            Files.createDirectories(back.getParent());
                            SampleArchive.copy(a.resolve(O1), back);
                        },
                        "VERIFY-NOT-GONE " + SampleArchive.place(SampleArchive.DISPOSED)));
    }

    /** The same faults of every file that describes a record, in versions of one and of two. */
    static Stream<Case> parts() {
        return Stream.of("METS.xml", "metadata/premis.xml", "metadata/record.json", "metadata/text.txt")
                .flatMap(part -> {
                    String one = O1 + "/v1/content/" + part;
                    String other = O2 + "/v1/content/" + part;
                    return Stream.of(
                            new Case("truncated " + part, Tampering.cut(one), "VERIFY-FILE-TRUNCATED " + one),
                            new Case("missing " + part, Tampering.delete(one), "VERIFY-FILE-MISSING " + one),
                            new Case(
                                    "extra beside " + part,
                                    Tampering.write(one + ".1"),
                                    "VERIFY-FILE-EXTRA " + one + ".1"),
                            new Case(
                                    "swapped " + part,
                                    Tampering.swap(one, other),
                                    "VERIFY-FILE-SWAPPED " + one,
                                    "VERIFY-FILE-SWAPPED " + other));
                });
    }

    /** What names the files of an object, and the log's own files. */
    static Stream<Case> names() {
        String one = O1 + "/inventory.json";
        String other = O2 + "/inventory.json";
        return Stream.of(
                new Case(
                        "bit of a version's inventory",
                        Tampering.flip(O2 + "/v1/inventory.json"),
                        "VERIFY-INVENTORY-CHANGED " + O2 + "/v1/inventory.json"),
                new Case("truncated object's inventory", Tampering.cut(one), "VERIFY-ROOT-INVENTORY " + one),
                new Case(
                        "swapped object's inventories",
                        Tampering.swap(one, other),
                        "VERIFY-ROOT-INVENTORY " + one,
                        "VERIFY-ROOT-INVENTORY " + other),
                new Case(
                        "truncated version's inventory",
                        Tampering.cut(O1 + "/v1/inventory.json"),
                        "VERIFY-INVENTORY-CHANGED " + O1 + "/v1/inventory.json"),
                new Case(
                        "missing version's inventory",
                        Tampering.delete(O1 + "/v1/inventory.json"),
                        "VERIFY-FILE-MISSING " + O1 + "/v1/inventory.json"),
                new Case("truncated tile", Tampering.cut("log/tile/0/000"), "LOG-TILE-CHANGED log/tile/0/000"),
                new Case(
                        "swapped tiles",
                        Tampering.swap("log/tile/0/000", "log/tile/0/001.p/51"),
                        "LOG-TILE-CHANGED log/tile/0/000",
                        "LOG-TILE-CHANGED log/tile/0/001.p/51"),
                new Case(
                        "truncated checkpoint",
                        Tampering.cut("log/checkpoint"),
                        "LOG-CHECKPOINT-BROKEN log/checkpoint"),
                new Case(
                        "truncated root",
                        Tampering.cut("evidence/P1/root"),
                        "SEAL-FORM evidence/P1/root",
                        "SEAL-SIGNATURE-BROKEN evidence/P1/root.p7s"),
                new Case(
                        "truncated signature",
                        Tampering.cut("evidence/P1/root.p7s"),
                        "SEAL-SIGNATURE-BROKEN evidence/P1/root.p7s"),
                new Case(
                        "truncated time-stamp",
                        Tampering.cut("evidence/P1/timestamp-1/timestamp.tst"),
                        "SEAL-TIMESTAMP-BROKEN evidence/P1/timestamp-1/timestamp.tst"),
                new Case(
                        "swapped time-stamps",
                        Tampering.swap("evidence/P1/timestamp-1", "evidence/P2/timestamp-1"),
                        "SEAL-TIMESTAMP-BROKEN evidence/P1/timestamp-1/timestamp.tst",
                        "SEAL-TIMESTAMP-BROKEN evidence/P2/timestamp-1/timestamp.tst"));
    }

    static Stream<Case> evidence() {
        return Stream.of(
                new Case("bit of leaves", Tampering.change("evidence/P1/leaves", "{"), "SEAL-FORM evidence/P1/leaves"),
                new Case(
                        "digit of a salt",
                        Tampering.change("evidence/P1/leaves", "\"salt\":\""),
                        "SEAL-TREE-BROKEN evidence/P1/leaves"),
                new Case("truncated leaves", Tampering.cut("evidence/P1/leaves"), "SEAL-FORM evidence/P1/leaves"),
                new Case(
                        "missing leaves",
                        Tampering.delete("evidence/P1/leaves"),
                        "SEAL-FILE-MISSING evidence/P1/leaves"),
                new Case(
                        "bit of period.json",
                        Tampering.change("evidence/P1/period.json", "{"),
                        "SEAL-FORM evidence/P1/period.json"),
                new Case(
                        "digit of the seed",
                        Tampering.change("evidence/P1/period.json", "\"seed\":\""),
                        "SEAL-FILE-CHANGED evidence/P1/period.json"),
                new Case(
                        "missing period.json",
                        Tampering.delete("evidence/P1/period.json"),
                        "SEAL-FILE-MISSING evidence/P1/period.json"),
                new Case(
                        "bit of the sealed checkpoint",
                        Tampering.flip("evidence/P1/checkpoint"),
                        "SEAL-LEAF-DIFFERS evidence/P1/checkpoint"),
                new Case(
                        "bit of root",
                        Tampering.flip("evidence/P1/root"),
                        "SEAL-FORM evidence/P1/root",
                        "SEAL-SIGNATURE-BROKEN evidence/P1/root.p7s"),
                new Case(
                        "bit of the signature",
                        Tampering.flip("evidence/P1/root.p7s"),
                        "SEAL-SIGNATURE-BROKEN evidence/P1/root.p7s"),
                new Case(
                        "missing signature",
                        Tampering.delete("evidence/P1/root.p7s"),
                        "SEAL-FILE-MISSING evidence/P1/root.p7s"),
                new Case(
                        "bit of the certificates",
                        Tampering.flip("evidence/P1/seal.pem"),
                        "SEAL-FORM evidence/P1/seal.pem"),
                new Case(
                        "bit of the sums",
                        Tampering.change("evidence/P1/SHA256SUMS", ""),
                        "SEAL-FILE-CHANGED evidence/P1/SHA256SUMS"),
                new Case(
                        "bit of the time-stamp",
                        Tampering.flip("evidence/P1/timestamp-1/timestamp.tst"),
                        "SEAL-TIMESTAMP-BROKEN evidence/P1/timestamp-1/timestamp.tst"),
                new Case(
                        "missing time-stamp",
                        Tampering.delete("evidence/P1/timestamp-1/timestamp.tst"),
                        "SEAL-FILE-MISSING evidence/P1/timestamp-1/timestamp.tst"),
                new Case(
                        "missing tsa.pem",
                        Tampering.delete("evidence/P1/timestamp-1/tsa.pem"),
                        "SEAL-FILE-MISSING evidence/P1/timestamp-1/tsa.pem"));
    }

    static Stream<Case> periods() {
        return Stream.of(
                new Case(
                        "extra file in a period",
                        Tampering.write("evidence/P1/more"),
                        "SEAL-FILE-EXTRA evidence/P1/more"),
                new Case("extra file beside the periods", Tampering.write("evidence/more"), "SEAL-STRAY evidence/more"),
                new Case("missing period", Tampering.deleteAll("evidence/P2"), "SEAL-RANGE evidence/P3"),
                new Case(
                        "swapped periods",
                        Tampering.swap("evidence/P1", "evidence/P2"),
                        "SEAL-SWAPPED evidence/P1",
                        "SEAL-SWAPPED evidence/P2"),
                new Case(
                        "swapped signatures",
                        Tampering.swap("evidence/P1/root.p7s", "evidence/P2/root.p7s"),
                        "SEAL-SIGNATURE-BROKEN evidence/P1/root.p7s",
                        "SEAL-SIGNATURE-BROKEN evidence/P2/root.p7s"),
                new Case(
                        "swapped leaves",
                        Tampering.swap("evidence/P1/leaves", "evidence/P2/leaves"),
                        "SEAL-TREE-BROKEN evidence/P1/leaves",
                        "SEAL-TREE-BROKEN evidence/P2/leaves"));
    }

    static Stream<Case> publicLog() {
        return Stream.of(
                new Case(
                        "digit of a public salt",
                        Tampering.change("log-public/acts/000", "\"salt\":\""),
                        "LOG-ACT-CHANGED log-public:N"),
                new Case(
                        "cut public entries",
                        Tampering.cut("log-public/acts/000"),
                        "LOG-ACTS-TRUNCATED log-public/acts/000"),
                new Case(
                        "missing public entries",
                        Tampering.delete("log-public/acts/001"),
                        "LOG-ACTS-MISSING log-public/acts/001"),
                new Case(
                        "bit of a public tile",
                        Tampering.flip("log-public/tile/0/000"),
                        "LOG-TILE-CHANGED log-public/tile/0/000"),
                new Case(
                        "missing public tile",
                        Tampering.delete("log-public/tile/0/000"),
                        "LOG-TILE-MISSING log-public/tile/0/000"),
                new Case(
                        "bit of the public checkpoint",
                        Tampering.change("log-public/checkpoint", "— kommunarkivet/sigill "),
                        "LOG-SIGNATURE log-public/checkpoint"),
                new Case(
                        "missing public checkpoint",
                        Tampering.delete("log-public/checkpoint"),
                        "LOG-CHECKPOINT-MISSING log-public/checkpoint"),
                new Case(
                        "the archive's checkpoint in the public one's place",
                        a -> Files.copy(
                                a.resolve("log/checkpoint"),
                                a.resolve("log-public/checkpoint"),
                                StandardCopyOption.REPLACE_EXISTING),
                        "LOG-CHECKPOINT-BROKEN log-public/checkpoint"),
                new Case(
                        "extra file in the public log",
                        Tampering.write("log-public/more"),
                        "LOG-FILE-EXTRA log-public/more"),
                new Case(
                        "an entry of a record nobody sealed",
                        a -> publish(a, "7zzzzzzzzzzzzzzzzzzzzzzzzz"),
                        "LOG-PUBLISHED-UNKNOWN log-public:N"),
                new Case(
                        "an entry erased that nobody ordered",
                        a -> new PublishedErasure(a.resolve("log-public")).erase(SampleArchive.SECOND, List.of(), 3),
                        "LOG-ERASED-UNFOUNDED log-public:N"),
                new Case(
                        "something else for an earlier public head",
                        a -> {
                            Files.createDirectories(a.resolve("log-public/kept"));
                            Tampering.write("log-public/kept/2").on(a);
                        },
                        "LOG-KEPT-CHANGED log-public/kept/2"));
    }

    private static void publish(Path archive, String record) {
        PublicLog.Signing signing = new PublicLog.Signing(LogBed.ARCHIVE, 1, sample.logKey, List::of);
        try (PublicLog open = PublicLog.open(archive.resolve("log-public"), signing, 260)) {
            open.add(List.of(new PublicLog.Published(new RecordId(record), "ab".repeat(32))), TestIdentities.RANDOM);
        }
    }

    static Stream<Case> log() {
        return Stream.of(
                new Case(
                        "bit of an act",
                        a -> Tampering.replace(a, "log/acts/000", "\"hold 7\"", "\"hold 8\""),
                        "LOG-ACT-CHANGED log:13"),
                new Case("reordered acts", Tampering::reorder, "LOG-ACT-REORDERED log:10", "LOG-ACT-REORDERED log:11"),
                new Case("missing acts file", Tampering.delete("log/acts/001"), "LOG-ACTS-MISSING log/acts/001"),
                new Case("truncated acts file", Tampering.cut("log/acts/001"), "LOG-ACTS-TRUNCATED log/acts/001"),
                new Case("bit of a tile", Tampering.flip("log/tile/0/000"), "LOG-TILE-CHANGED log/tile/0/000"),
                new Case("missing tile", Tampering.delete("log/tile/0/000"), "LOG-TILE-MISSING log/tile/0/000"),
                new Case(
                        "bit of the checkpoint",
                        Tampering.change("log/checkpoint", "— kommunarkivet/sigill "),
                        "LOG-SIGNATURE log/checkpoint"),
                new Case(
                        "missing checkpoint",
                        Tampering.delete("log/checkpoint"),
                        "LOG-CHECKPOINT-MISSING log/checkpoint"),
                new Case("extra file in the log", Tampering.write("log/more"), "LOG-FILE-EXTRA log/more"),
                new Case(
                        "log shortened to an older checkpoint",
                        a -> Files.copy(
                                a.resolve("evidence/" + sample.periods.get(1).id() + "/checkpoint"),
                                a.resolve("log/checkpoint"),
                                StandardCopyOption.REPLACE_EXISTING),
                        "LOG-ERASED-UNFOUNDED log-public:N",
                        "LOG-SHORTENED log/checkpoint",
                        "LOG-ACTS-BEYOND log/acts/001",
                        "LOG-ERASED-UNFOUNDED log:5",
                        "LOG-FILE-EXTRA log/tile/0/001.p/51"));
    }

    @Test
    void namesSwappedActsFilesBesideWhatFollowsFromThem() throws IOException {
        SampleArchive.copy(sample.archive(), folder.resolve("archive"));
        Tampering.swap("log/acts/000", "log/acts/001").on(folder.resolve("archive"));

        TrustReport report =
                verifier(Optional.of(sample.trust()), Optional.empty()).verify(folder);

        assertTrue(faults(report).contains("LOG-ACTS-SWAPPED log/acts/001"));
        assertFalse(report.intact());
    }

    @Test
    void findsNothingWrongWithASoundArchive() {
        TrustReport report =
                verifier(Optional.of(sample.trust()), Optional.empty()).verify(sample.home);

        assertEquals(new TreeSet<>(), faults(report), () -> report.findings().toString());
        assertTrue(report.isSound());
        assertInstanceOf(TrustReport.Trusted.class, report.from());
        assertTrue(report.findings().stream()
                .anyMatch(f -> f.code() == VerifyFinding.DISPOSED
                        && f.where().equals(SampleArchive.place(SampleArchive.DISPOSED))));
    }

    @Test
    void saysUnknownWithoutATrustFile() {
        TrustReport report = verifier(Optional.empty(), Optional.empty()).verify(sample.archive());

        assertTrue(report.intact());
        assertEquals("unknown", report.from().words());
        assertEquals("intact, but nothing says whose", report.verdict());
    }

    @Test
    void showsAnArchiveRemadeWithOtherKeysOnlyByItsKeys() throws IOException {
        SampleArchive other = SampleArchive.make(folder);

        TrustReport without = verifier(Optional.empty(), Optional.empty()).verify(folder);
        TrustReport with =
                verifier(Optional.of(sample.trust()), Optional.empty()).verify(folder);

        assertTrue(without.isSound());
        assertTrue(with.intact());
        assertFalse(with.isSound());
        assertInstanceOf(TrustReport.Mismatch.class, with.from());
        assertEquals(other.home, folder);
    }

    private static Verifier verifier(Optional<TrustFile> trust, Optional<byte[]> anchor) {
        return new Verifier(BouncySeal.formats(), trust, anchor);
    }

    /** Codes with places, but for what is only worth knowing. */
    private static Set<String> faults(TrustReport report) {
        Set<String> faults = new TreeSet<>();
        for (Finding finding : report.findings()) {
            if (finding.severity() != Severity.INFO) {
                faults.add(finding.code().id() + " " + named(finding.where()));
            }
        }
        return faults;
    }

    private static String named(String where) {
        // Entries stand in the order of random hashes.
        String named = where.replaceFirst("^log-public:\\d+$", "log-public:N");
        for (int i = 0; i < sample.periods.size(); i++) {
            named = named.replace(sample.periods.get(i).id(), "P" + (i + 1));
        }
        return named;
    }
}
