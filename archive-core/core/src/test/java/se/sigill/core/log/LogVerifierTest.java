package se.sigill.core.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.sigill.core.log.LogBed.ANNA;
import static se.sigill.core.log.LogBed.AT;
import static se.sigill.core.log.LogBed.SETTINGS;
import static se.sigill.core.log.LogBed.disposed;
import static se.sigill.core.log.LogBed.hold;
import static se.sigill.core.log.LogBed.holds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.finding.Finding;
import se.sigill.core.tlog.Checkpoint;
import se.sigill.core.tlog.NoteKey;
import se.sigill.core.tlog.NoteSigner;
import se.sigill.core.tlog.SignedNote;

/** A log with two keys, two epochs and erased acts, and everything that can be done to it. */
class LogVerifierTest {
    private static final NoteSigner FIRST = LogBed.signer();
    private static final NoteSigner SECOND = LogBed.signer();

    @TempDir
    static Path base;

    private static Anchor early;
    private static Anchor lost;
    private static Anchor late;

    @TempDir
    Path dir;

    /** A step that may fail to read or write. */
    private interface Change {
        void on(Path log) throws IOException;
    }

    private record Case(String name, Change change, Set<String> codes) {}

    private static Case a(String name, Change change, String... codes) {
        return new Case(name, change, Set.of(codes));
    }

    @BeforeAll
    static void makeALogWithAHistory() throws IOException {
        Path log = base.resolve("log");
        try (ArchiveLog open = LogBed.log(log, FIRST, 520)) {
            early = new Anchor("receipt 1", open.head().note());
            long order = open.append(List.of(disposed(5))).first();
            open.erase(List.of(5L, 300L), order);
            open.rotate(
                    new Act.KeyRotated(
                            AT,
                            ANNA,
                            "log",
                            FIRST.key().toString(),
                            SECOND.key().toString(),
                            "byte",
                            ""),
                    SECOND);
        }
        Path copy = base.resolve("copy");
        copy(log, copy);
        try (ArchiveLog open = ArchiveLog.open(log, SECOND, SETTINGS)) {
            lost = new Anchor("receipt 2", open.append(holds(600, 610)).head().note());
        }
        String from = Files.readString(copy.resolve("checkpoint"));
        Act.Restored restored = new Act.Restored(AT, ANNA, from, 522, 532, "disken gick sönder");
        try (ArchiveLog open = ArchiveLog.beginEpoch(copy, restored, List.of(), SECOND, SETTINGS)) {
            late = new Anchor("receipt 3", open.append(holds(700, 790)).head().note());
        }
    }

    private static Path sound() {
        return base.resolve("copy");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static LogReport verify(Path log, List<NoteKey> trusted, Anchor... anchors) {
        return new LogVerifier(log, trusted, List.of(anchors)).verify();
    }

    private static Set<String> codes(LogReport report) {
        return report.findings().stream().map(f -> f.code().id()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void lines(Path log, String file, java.util.function.UnaryOperator<List<String>> change) {
        try {
            Path path = log.resolve(file);
            Files.write(path, change.apply(new ArrayList<>(Files.readAllLines(path))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> with(List<String> lines, int at, String line) {
        lines.set(at, line);
        return lines;
    }

    /** The line with another first letter of a value in base64, whatever it was. */
    private static String otherValue(String line, String key) {
        String name = "\"" + key + "\":\"";
        int at = line.indexOf(name) + name.length();
        return line.substring(0, at) + (line.charAt(at) == 'x' ? 'y' : 'x') + line.substring(at + 1);
    }

    /** A flipped bit may leave no base64 behind, which is another fault: so the letter becomes another letter. */
    private static void otherSignature(Path log) throws IOException {
        String note = Files.readString(log.resolve("checkpoint"));
        int at = note.length() - 20;
        char other = note.charAt(at) == 'x' ? 'y' : 'x';
        Files.writeString(log.resolve("checkpoint"), note.substring(0, at) + other + note.substring(at + 1));
    }

    private static void flip(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void findsNothingWrongInASoundLog() {
        LogReport report = verify(sound(), List.of(), early, lost, late);

        assertEquals(Set.of("LOG-ANCHOR-LOST"), codes(report));
        assertTrue(report.intact());
        assertEquals(613, report.size());
        assertEquals("kommunarkivet/sigill/epoch-2", report.origin());
        assertEquals(SECOND.key().toString(), report.key());
        assertEquals(List.of(), verify(sound(), List.of()).findings());
    }

    @Test
    void answersWhoseItIsApart() {
        assertEquals(LogReport.From.UNKNOWN, verify(sound(), List.of()).from());
        assertEquals(
                LogReport.From.KNOWN, verify(sound(), List.of(SECOND.key())).from());
        assertEquals(LogReport.From.KNOWN, verify(sound(), List.of(FIRST.key())).from());
        LogReport stranger = verify(sound(), List.of(LogBed.signer().key()));
        assertEquals(LogReport.From.STRANGER, stranger.from());
        assertEquals(Set.of("LOG-KEY-STRANGER"), codes(stranger));
    }

    private Stream<Case> cases() {
        return Stream.of(checkpointChanged(), actChanged(), actsFileChanged(), tileChanged(), keptOrAllChanged())
                .flatMap(List::stream);
    }

    private List<Case> checkpointChanged() {
        return List.of(
                a("nothing", log -> {}),
                a("no checkpoint", log -> Files.delete(log.resolve("checkpoint")), "LOG-CHECKPOINT-MISSING"),
                a(
                        "torn checkpoint",
                        log -> Files.write(log.resolve("checkpoint"), new byte[40]),
                        "LOG-CHECKPOINT-BROKEN"),
                a("checkpoint: letter of the signature", LogVerifierTest::otherSignature, "LOG-SIGNATURE"),
                a("checkpoint of another log", this::foreign, "LOG-ORIGIN", "LOG-SIGNATURE", "LOG-ROOT"));
    }

    private static List<Case> actChanged() {
        return List.of(
                a(
                        "letter of an act",
                        log -> lines(log, "acts/001", l -> with(l, 9, l.get(9).replace("begäran", "begaran"))),
                        "LOG-ACT-CHANGED"),
                a(
                        "salt of an act",
                        log -> lines(log, "acts/001", l -> with(l, 9, otherValue(l.get(9), "salt"))),
                        "LOG-ACT-CHANGED"),
                a("bit of a line's form", log -> flip(log.resolve("acts/001"), 3), "LOG-ACT-BROKEN"),
                a(
                        "two acts in each other's place",
                        log -> lines(log, "acts/001", l -> {
                            Collections.swap(l, 9, 10);
                            return l;
                        }),
                        "LOG-ACT-REORDERED"),
                a(
                        "two acts in each other's place, renumbered",
                        log -> lines(log, "acts/001", l -> {
                            String line = l.get(9).replace("\"index\":265", "\"index\":266");
                            l.set(9, l.get(10).replace("\"index\":266", "\"index\":265"));
                            return with(l, 10, line);
                        }),
                        "LOG-ACT-REORDERED"),
                a(
                        "another act in the place of an erased one",
                        log -> lines(log, "acts/000", l -> with(l, 5, l.get(6).replace("\"index\":6", "\"index\":5"))),
                        "LOG-ACT-CHANGED"),
                a("an act erased without order", log -> erase(log, 7, 6), "LOG-ERASED-UNFOUNDED"),
                a(
                        "entry of an erased act",
                        log -> lines(log, "acts/000", l -> with(l, 5, otherValue(l.get(5), "entry"))),
                        "LOG-ACT-CHANGED"),
                a("bit of the first act", log -> flip(log.resolve("acts/000"), 1), "LOG-ACT-BROKEN", "LOG-ORIGIN"));
    }

    private List<Case> actsFileChanged() {
        return List.of(
                a("acts file missing", log -> Files.delete(log.resolve("acts/001")), "LOG-ACTS-MISSING"),
                a("acts file truncated", log -> lines(log, "acts/001", l -> l.subList(0, 200)), "LOG-ACTS-TRUNCATED"),
                a(
                        "last acts file truncated",
                        log -> lines(log, "acts/002", l -> l.subList(0, 20)),
                        "LOG-ACTS-TRUNCATED"),
                a("acts files swapped", this::swap, "LOG-ACTS-SWAPPED"),
                a(
                        "an act behind the last",
                        log -> lines(log, "acts/002", l -> {
                            l.add(l.getLast().replace("\"index\":612", "\"index\":613"));
                            return l;
                        }),
                        "LOG-ACTS-BEYOND"),
                a(
                        "an acts file behind the last",
                        log -> Files.writeString(log.resolve("acts/003"), "x\n"),
                        "LOG-ACTS-BEYOND"),
                a("a stranger's file", log -> Files.writeString(log.resolve("acts/notes.txt"), "x"), "LOG-FILE-EXTRA"));
    }

    private static List<Case> tileChanged() {
        return List.of(
                a("tile missing", log -> Files.delete(log.resolve("tile/0/001")), "LOG-TILE-MISSING"),
                a("partial tile missing", log -> Files.delete(log.resolve("tile/0/002.p/101")), "LOG-TILE-MISSING"),
                a("upper tile missing", log -> Files.delete(log.resolve("tile/1/000.p/2")), "LOG-TILE-MISSING"),
                a("bit of a tile", log -> flip(log.resolve("tile/0/001"), 77), "LOG-TILE-CHANGED"),
                a("bit of an upper tile", log -> flip(log.resolve("tile/1/000.p/2"), 7), "LOG-TILE-CHANGED"),
                a("tile truncated", log -> Files.write(log.resolve("tile/0/000"), new byte[100]), "LOG-TILE-CHANGED"),
                a(
                        "tile lengthened",
                        log -> Files.write(log.resolve("tile/0/000"), new byte[1], StandardOpenOption.APPEND),
                        "LOG-TILE-CHANGED"),
                a("tile too many", log -> Files.write(log.resolve("tile/0/003"), new byte[8192]), "LOG-FILE-EXTRA"));
    }

    private List<Case> keptOrAllChanged() {
        return List.of(
                a("kept checkpoint missing", log -> Files.delete(log.resolve("kept/522")), "LOG-KEPT-MISSING"),
                a("kept checkpoint changed", log -> flip(log.resolve("kept/522"), 0), "LOG-KEPT-CHANGED"),
                a(
                        "kept checkpoint too many",
                        log -> Files.copy(log.resolve("kept/522"), log.resolve("kept/9")),
                        "LOG-FILE-EXTRA"),
                a("a back-dated act", this::backdate, "LOG-ACT-BACKDATED"),
                a("acts and tiles rewritten under the old checkpoint", this::rewriteUnderHead, "LOG-ROOT"));
    }

    private void foreign(Path log) throws IOException {
        LogBed.log(base.resolve("other" + System.nanoTime()), LogBed.signer(), 2)
                .close();
        Path other = base.resolve("foreign" + System.nanoTime());
        NoteSigner stranger = LogBed.signer();
        Act.Founded founded = new Act.Founded(AT, ANNA, "annat", stranger.key().toString(), "");
        try (ArchiveLog open = ArchiveLog.found(other, founded, stranger, SETTINGS)) {
            open.append(holds(1, 613));
        }
        Files.copy(
                other.resolve("checkpoint"),
                log.resolve("checkpoint"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static void erase(Path log, int at, long by) {
        lines(log, "acts/000", l -> {
            LogEntry entry = LogEntry.parse(l.get(at)).orElseThrow();
            return with(l, at, new LogEntry.Erased(at, entry.commitment(), by).line());
        });
    }

    private void swap(Path log) throws IOException {
        Files.move(log.resolve("acts/000"), log.resolve("acts/x"));
        Files.move(log.resolve("acts/001"), log.resolve("acts/000"));
        Files.move(log.resolve("acts/x"), log.resolve("acts/001"));
    }

    /** By the authority itself, with its key. */
    private void backdate(Path log) {
        try (ArchiveLog open = ArchiveLog.open(log, SECOND, SETTINGS)) {
            open.append(List.of(new Act.HoldPlaced(AT.minusSeconds(7200), ANNA, LogBed.record(1), "bakåt")));
        }
    }

    /** By somebody who has the disk and no key: the old checkpoint stays, because nobody else can sign. */
    private void rewriteUnderHead(Path log) throws IOException {
        byte[] head = Files.readAllBytes(log.resolve("checkpoint"));
        lines(log, "acts/001", l -> with(l, 9, l.get(9).replace("begäran", "begaran")));
        NoteSigner thief = LogBed.signer();
        Path made = base.resolve("made" + System.nanoTime());
        try (LogWriter writer = LogWriter.open(new LogFolder(made), 0, h -> {});
                Stream<LogEntry> entries = LogReader.open(log).entries(0, 613)) {
            writer.append(entries.map(LogLine::of).toList());
            writer.commit(new Checkpoint("x/sigill/epoch-1", 613, writer.root()).sign(List.of(thief)));
        }
        for (String tile : List.of("tile/0/001", "tile/1/000.p/2")) {
            Files.write(log.resolve(tile), Files.readAllBytes(made.resolve(tile)));
        }
        Files.write(log.resolve("checkpoint"), head);
    }

    @TestFactory
    Stream<DynamicTest> namesEachKindOfTamperingAsWhatItIs() {
        return cases().map(each -> DynamicTest.dynamicTest(each.name(), () -> {
            Path log = dir.resolve(Integer.toString(each.name().hashCode()));
            copy(sound(), log);
            each.change().on(log);

            LogReport report = verify(log, List.of(), early, late);

            assertEquals(each.codes(), new TreeSet<>(codes(report)), () -> report.findings()
                    .toString());
        }));
    }

    @Test
    void namesThePlace() throws IOException {
        Path log = dir.resolve("place");
        copy(sound(), log);
        lines(log, "acts/001", l -> with(l, 9, l.get(9).replace("begäran", "begaran")));

        List<Finding> findings = verify(log, List.of()).findings();

        assertEquals("log:265", findings.getFirst().where());
        assertEquals(1, findings.size());
    }

    @Test
    void seesOnlyWithAnAnchorThatTheEndWasCutOff() throws IOException {
        Path log = dir.resolve("short");
        LogBed.log(log, FIRST, 20).close();
        Path old = dir.resolve("old");
        copy(log, old);
        Anchor anchor;
        try (ArchiveLog open = ArchiveLog.open(log, FIRST, SETTINGS)) {
            anchor = new Anchor("receipt", open.append(List.of(hold(20))).head().note());
        }

        assertEquals(Set.of(), codes(verify(old, List.of(FIRST.key()))));
        assertEquals(Set.of("LOG-SHORTENED"), codes(verify(old, List.of(FIRST.key()), anchor)));
    }

    @Test
    void seesOnlyWithAnAnchorThatTheOwnerForkedTheLog() throws IOException {
        Path log = dir.resolve("one");
        LogBed.log(log, FIRST, 20).close();
        Path other = dir.resolve("two");
        copy(log, other);
        Anchor anchor;
        try (ArchiveLog one = ArchiveLog.open(log, FIRST, SETTINGS);
                ArchiveLog two = ArchiveLog.open(other, FIRST, SETTINGS)) {
            anchor = new Anchor("receipt", one.append(List.of(hold(20))).head().note());
            two.append(holds(30, 35));
        }

        assertEquals(Set.of(), codes(verify(other, List.of(FIRST.key()))));
        assertEquals(Set.of("LOG-FORKED"), codes(verify(other, List.of(FIRST.key()), anchor)));
        assertEquals(Set.of(), codes(verify(log, List.of(FIRST.key()), anchor)));
    }

    @Test
    void seesOnlyWithATrustedKeyOrAnAnchorThatAllWasMadeAnew() throws IOException {
        NoteSigner thief = LogBed.signer();
        Path log = dir.resolve("thief");
        LogBed.log(log, thief, 20).close();
        SignedNote note = SignedNote.parse(Files.readAllBytes(sound().resolve("kept/522")));

        assertEquals(Set.of(), codes(verify(log, List.of())));
        assertEquals(Set.of("LOG-KEY-STRANGER"), codes(verify(log, List.of(FIRST.key()))));
        assertEquals(Set.of("LOG-ANCHOR-STRANGER"), codes(verify(log, List.of(), new Anchor("receipt", note))));
    }

    @Test
    void doesNotFollowAKeyThatTheOldOneDidNotSign() throws IOException {
        NoteSigner thief = LogBed.signer();
        Path log = dir.resolve("compromised");
        try (ArchiveLog open = LogBed.log(log, FIRST, 20)) {
            open.rotate(
                    new Act.KeyRotated(
                            AT,
                            ANNA,
                            "log",
                            FIRST.key().toString(),
                            thief.key().toString(),
                            "stulen",
                            "2026-11-01T00:00:00Z"),
                    thief);
        }

        assertEquals(Set.of(), codes(verify(log, List.of())));
        assertEquals(Set.of("LOG-KEY-CHAIN"), codes(verify(log, List.of(FIRST.key()))));
        assertEquals(LogReport.From.KNOWN, verify(log, List.of(thief.key())).from());
        assertFalse(verify(log, List.of(FIRST.key())).intact());
    }
}
