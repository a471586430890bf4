package se.sigill.core.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.sigill.core.log.LogBed.SETTINGS;
import static se.sigill.core.log.LogBed.disposed;
import static se.sigill.core.log.LogBed.founded;
import static se.sigill.core.log.LogBed.hold;
import static se.sigill.core.log.LogBed.holds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.ArchiveException;
import se.sigill.core.tlog.NoteSigner;
import se.sigill.core.tlog.TreeHash;

class ArchiveLogTest {
    private final NoteSigner signer = LogBed.signer();

    @TempDir
    Path dir;

    private ArchiveLog reopen() {
        return ArchiveLog.open(dir, signer, SETTINGS);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(dir)) {
            return files.filter(Files::isRegularFile)
                    .map(f -> dir.relativize(f).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void keepsActsInTheirOrder() {
        try (ArchiveLog log = LogBed.log(dir, signer, 700)) {
            Appended appended = log.append(holds(700, 703));

            assertEquals(700, appended.first());
            assertEquals(703, appended.next());
            assertEquals(703, log.head().size());
            assertEquals(hold(701), ((LogEntry.Kept) log.reader().entry(701)).act());
            assertEquals("kommunarkivet/sigill/epoch-1", log.head().checkpoint().origin());
            assertEquals(List.of(signer.key()), log.head().note().verifiedBy(List.of(signer.key())));
        }
        try (ArchiveLog log = reopen();
                Stream<LogEntry> entries = log.reader().entries(1, 703)) {
            assertEquals(
                    holds(1, 703), entries.map(e -> ((LogEntry.Kept) e).act()).toList());
        }
    }

    @Test
    void laysTilesAsTheFormatSays() throws IOException {
        LogBed.log(dir, signer, 600).close();

        assertEquals(
                List.of(
                        "acts/000",
                        "acts/001",
                        "acts/002",
                        "checkpoint",
                        "lock",
                        "tile/0/000",
                        "tile/0/001",
                        "tile/0/002.p/88",
                        "tile/1/000.p/2"),
                files());
        assertEquals(256, Files.readAllLines(dir.resolve("acts/001")).size());
        assertEquals(88L * 32, Files.size(dir.resolve("tile/0/002.p/88")));
    }

    @Test
    void provesEveryActAndEveryEarlierHead() {
        try (ArchiveLog log = LogBed.log(dir, signer, 300)) {
            List<Head> heads = new ArrayList<>(List.of(log.head()));
            for (int i = 300; i < 330; i++) {
                heads.add(log.append(List.of(hold(i))).head());
            }
            Head head = log.head();
            LogReader reader = LogReader.open(dir);
            for (long i = 0; i < head.size(); i++) {
                TreeHash leaf = reader.entry(i).leaf();
                assertTrue(reader.inclusion(i, head)
                        .verifies(leaf, head.checkpoint().root()));
            }
            for (Head old : heads) {
                assertTrue(reader.consistency(old.size(), head)
                        .verifies(old.checkpoint().root(), head.checkpoint().root()));
                assertEquals(old.checkpoint().root(), reader.root(old.size(), head));
            }
        }
    }

    @Test
    void committsTogetherWhatManyThreadsAppend() throws InterruptedException, ExecutionException {
        Map<Long, Act> acknowledged = new ConcurrentHashMap<>();
        try (ArchiveLog log = LogBed.log(dir, signer, 1);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> futures = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                int number = 10 * i;
                futures.add(threads.submit(() -> {
                    List<Act> acts = holds(number, number + 1 + number % 3);
                    Appended appended = log.append(acts);
                    for (int k = 0; k < acts.size(); k++) {
                        acknowledged.put(appended.first() + k, acts.get(k));
                    }
                }));
            }
            for (Future<?> future : futures) {
                future.get();
            }
        }
        try (ArchiveLog log = reopen()) {
            assertEquals(acknowledged.size() + 1L, log.head().size());
            acknowledged.forEach((index, act) ->
                    assertEquals(act, ((LogEntry.Kept) log.reader().entry(index)).act()));
        }
    }

    @Test
    void cutsOffWhatTheCheckpointDoesNotCover() throws IOException {
        LogBed.log(dir, signer, 255).close();
        byte[] checkpoint = Files.readAllBytes(dir.resolve("checkpoint"));
        List<String> before = files();
        try (ArchiveLog log = reopen()) {
            log.append(holds(255, 600));
        }
        Files.write(dir.resolve("checkpoint"), checkpoint);
        Files.writeString(dir.resolve("acts/002"), "{\"index\":599,", StandardOpenOption.APPEND);

        try (ArchiveLog log = reopen()) {
            assertEquals(255, log.head().size());
            assertEquals(before, files());
            log.append(List.of(hold(255)));
            assertEquals(hold(255), ((LogEntry.Kept) log.reader().entry(255)).act());
        }
    }

    @Test
    void makesTilesAgainThatAreLostOrWrong() throws IOException {
        LogBed.log(dir, signer, 600).close();
        List<String> before = files();
        byte[] partial = Files.readAllBytes(dir.resolve("tile/0/002.p/88"));
        Files.delete(dir.resolve("tile/0/000"));
        Files.write(dir.resolve("tile/0/001"), new byte[8192]);
        Files.write(dir.resolve("tile/0/002.p/88"), new byte[10]);
        Files.write(dir.resolve("tile/0/002.p/7"), new byte[10]);
        Files.write(dir.resolve("tile/0/003"), new byte[10]);
        Files.createDirectories(dir.resolve("tile/0/001.p"));
        Files.write(dir.resolve("tile/0/001.p/9"), new byte[10]);

        reopen().close();

        assertEquals(before, files());
        assertEquals(partial.length, Files.size(dir.resolve("tile/0/002.p/88")));
        assertEquals(-1, Files.mismatch(dir.resolve("tile/0/002.p/88"), Files.write(dir.resolve("x"), partial)));
    }

    @Test
    void refusesToOpenWhenActsAreMissingOrChanged() throws IOException {
        LogBed.log(dir, signer, 300).close();
        Path acts = dir.resolve("acts/001");
        List<String> lines = Files.readAllLines(acts);

        Files.write(acts, lines.subList(0, 40));
        ArchiveException few = assertThrows(ArchiveException.Damaged.class, this::reopen);
        Files.delete(acts);
        ArchiveException none = assertThrows(ArchiveException.Damaged.class, this::reopen);
        List<String> changed = new ArrayList<>(lines);
        changed.set(3, lines.get(3).replace("begäran", "begaran"));
        Files.write(acts, changed);
        ArchiveException other = assertThrows(ArchiveException.Damaged.class, this::reopen);
        Files.write(acts, lines);
        reopen().close();

        assertTrue(few.getMessage().contains("LOG-ACTS-TRUNCATED"));
        assertTrue(none.getMessage().contains("LOG-ACTS-MISSING"));
        assertTrue(other.getMessage().contains("LOG-ROOT"));
    }

    @Test
    void refusesAHeadThatShrinks() throws IOException {
        LogBed.log(dir, signer, 20).close();
        byte[] old = Files.readAllBytes(dir.resolve("checkpoint"));
        byte[] acts = Files.readAllBytes(dir.resolve("acts/000"));
        try (ArchiveLog log = reopen()) {
            log.append(holds(20, 22));
        }
        byte[] newer = Files.readAllBytes(dir.resolve("acts/000"));
        Files.write(dir.resolve("checkpoint"), old);

        ArchiveException refused =
                assertThrows(ArchiveException.Damaged.class, () -> ArchiveLog.open(dir, signer, SETTINGS.notBelow(22)));

        assertTrue(refused.getMessage().startsWith("LOG-SHORTENED"));
        assertEquals(newer.length, Files.size(dir.resolve("acts/000")));
        assertTrue(acts.length < newer.length);
    }

    @Test
    void hasOneWriter() {
        try (ArchiveLog log = LogBed.log(dir, signer, 2)) {
            assertThrows(ArchiveException.Locked.class, this::reopen);
            assertEquals(2, log.reader().head().size());
        }
        reopen().close();
    }

    @Test
    void refusesAnotherKeyAndAnotherFounding() {
        LogBed.log(dir, signer, 2).close();
        NoteSigner other = LogBed.signer();

        assertThrows(ArchiveException.KeyTrouble.class, () -> ArchiveLog.open(dir, other, SETTINGS));
        assertThrows(ArchiveException.Refused.class, () -> ArchiveLog.found(dir, founded(signer), signer, SETTINGS));
        assertThrows(
                ArchiveException.Refused.class,
                () -> ArchiveLog.found(dir.resolve("b"), founded(signer), other, SETTINGS));
        assertThrows(ArchiveException.NoArchive.class, () -> ArchiveLog.open(dir.resolve("c"), signer, SETTINGS));
        assertThrows(ArchiveException.NoArchive.class, () -> LogReader.open(dir.resolve("c")));
    }

    @Test
    void refusesActsThatChangeHowTheLogIsSigned() {
        try (ArchiveLog log = LogBed.log(dir, signer, 2)) {
            assertThrows(ArchiveException.Refused.class, () -> log.append(List.of(founded(signer))));
            assertThrows(ArchiveException.Refused.class, () -> log.append(List.of()));
            assertThrows(
                    ArchiveException.Refused.class,
                    () -> log.append(List.of(new Act.Adopted(
                            LogBed.AT, LogBed.ANNA, "plan", "p", "1", "", "x".repeat(LogLine.ACT_CHARS_MAX)))));
            assertEquals(2, log.head().size());
        }
    }

    @Test
    void takesNothingAfterItIsClosed() {
        ArchiveLog log = LogBed.log(dir, signer, 2);
        log.close();
        log.close();

        assertThrows(ArchiveException.Refused.class, () -> log.append(List.of(hold(1))));
    }

    @Test
    void erasesActsAndKeepsEveryProof() throws IOException {
        try (ArchiveLog log = LogBed.log(dir, signer, 520)) {
            long order = log.append(List.of(disposed(5))).first();
            TreeHash root = log.head().checkpoint().root();

            log.erase(List.of(5L, 300L, 515L), order);
            log.erase(List.of(5L), order);
            log.append(List.of(hold(521)));

            LogReader reader = log.reader();
            LogEntry.Erased erased = assertInstanceOf(LogEntry.Erased.class, reader.entry(300));
            assertEquals(order, erased.by());
            assertEquals(root, reader.root(521, log.head()));
            assertTrue(reader.inclusion(515, log.head())
                    .verifies(reader.entry(515).leaf(), log.head().checkpoint().root()));
            assertFalse(Files.readString(dir.resolve("acts/000")).contains("begäran 5\""));
        }
        try (ArchiveLog log = reopen()) {
            assertEquals(522, log.head().size());
        }
    }

    @Test
    void erasesNothingWithoutADisposal() {
        try (ArchiveLog log = LogBed.log(dir, signer, 20)) {
            long order = log.append(List.of(disposed(5))).first();

            assertThrows(ArchiveException.Refused.class, () -> log.erase(List.of(3L), 4));
            assertThrows(ArchiveException.Refused.class, () -> log.erase(List.of(3L), 99));
            assertThrows(ArchiveException.Refused.class, () -> log.erase(List.of(order), order));
            assertInstanceOf(LogEntry.Kept.class, log.reader().entry(3));
            assertEquals(21, log.append(List.of(hold(21))).first());
        }
    }

    @Test
    void changesItsKeyWithBothSignatures() throws IOException {
        NoteSigner next = LogBed.signer();
        Act.KeyRotated act = new Act.KeyRotated(
                LogBed.AT,
                LogBed.ANNA,
                "log",
                signer.key().toString(),
                next.key().toString(),
                "årligt byte",
                "");
        try (ArchiveLog log = LogBed.log(dir, signer, 9)) {
            assertThrows(ArchiveException.Refused.class, () -> log.append(List.of(act)));
            assertThrows(ArchiveException.Refused.class, () -> log.rotate(act, LogBed.signer()));
            Head hinge = log.rotate(act, next).head();

            assertEquals(List.of(signer.key(), next.key()), hinge.note().verifiedBy(List.of(signer.key(), next.key())));
            assertEquals(hinge.note().toString(), Files.readString(dir.resolve("kept/10")));
            Head after = log.append(List.of(hold(10))).head();
            assertEquals(List.of(next.key()), after.note().verifiedBy(List.of(signer.key(), next.key())));
        }
        assertThrows(ArchiveException.KeyTrouble.class, this::reopen);
        ArchiveLog.open(dir, next, SETTINGS).close();
    }

    @Test
    void goesOnInANewEpochAfterARestore() throws IOException {
        LogBed.log(dir, signer, 9).close();
        String old = Files.readString(dir.resolve("checkpoint"));
        Act.Restored restored = new Act.Restored(LogBed.AT, LogBed.ANNA, old, 9, 12, "disken gick sönder");
        try (ArchiveLog log = ArchiveLog.beginEpoch(dir, restored, List.of(), signer, SETTINGS)) {
            assertEquals(2, log.head().epoch());
            assertEquals(10, log.head().size());
            assertEquals(restored, ((LogEntry.Kept) log.reader().entry(9)).act());
            assertEquals(old, Files.readString(dir.resolve("kept/9")));
        }
        try (ArchiveLog log = reopen()) {
            assertEquals(
                    "kommunarkivet/sigill/epoch-2",
                    log.append(List.of(hold(1))).head().checkpoint().origin());
        }
    }
}
