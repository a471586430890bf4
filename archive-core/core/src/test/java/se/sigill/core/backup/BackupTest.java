package se.sigill.core.backup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.ArchiveException;
import se.sigill.core.log.Act;
import se.sigill.core.log.Anchor;
import se.sigill.core.log.ArchiveLog;
import se.sigill.core.log.Head;
import se.sigill.core.log.LogBed;
import se.sigill.core.log.LogEntry;
import se.sigill.core.log.LogFolder;
import se.sigill.core.log.LogFollower;
import se.sigill.core.log.LogForm;
import se.sigill.core.log.LogReader;
import se.sigill.core.log.LogReport;
import se.sigill.core.log.LogVerifier;
import se.sigill.core.log.PublicLog;
import se.sigill.core.log.PublishedErasure;
import se.sigill.core.store.FileContentStore;
import se.sigill.core.store.Samples;
import se.sigill.core.tlog.NoteSigner;

class BackupTest {
    private static final String TEXT = "metadata/text.txt";

    private final NoteSigner signer = LogBed.signer();

    @TempDir
    Path dir;

    private Path home;
    private Path copy;
    private Path second;

    @BeforeEach
    void name() throws IOException {
        home = dir.resolve("home");
        copy = dir.resolve("copy");
        second = Files.createDirectory(dir.resolve("second"));
    }

    private BackupReport backup() {
        return new Backup(home, copy).run();
    }

    private RestoreReport restore(Path into, @Nullable Path shipped, Anchor... anchors) {
        return restoreWith(into, shipped, signer, false, anchors);
    }

    private RestoreReport restoreWith(
            Path into, @Nullable Path shipped, NoteSigner signer, boolean replacesKey, Anchor... anchors) {
        RestoreOrder order = new RestoreOrder(
                copy,
                into,
                shipped,
                List.of(anchors),
                List.of(this.signer.key()),
                signer,
                replacesKey,
                Home.settings(LogFollower.none()),
                archive -> List.of(),
                LogBed.ANNA,
                "disken gick sönder");
        return new Restore(order, java.time.Clock.systemUTC()).run();
    }

    private static List<String> codes(List<se.sigill.core.finding.Finding> findings) {
        return findings.stream().map(f -> f.code().id()).toList();
    }

    private LogReport verify(Path at) {
        return new LogVerifier(at.resolve("archive/log"), List.of(signer.key()), List.of()).verify();
    }

    private static String text(FileContentStore store, long number, int version) throws IOException {
        try (var in = store.open(Samples.id(number), version, TEXT).orElseThrow()) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    @Test
    void isAConsistentArchiveThatCanBeOpened() throws IOException {
        try (Home open = Home.found(home, signer, LogFollower.none())) {
            open.seal(1, 2, 3);
            open.render(2);
            Files.createDirectories(home.resolve("spool/d1"));
            Files.writeString(home.resolve("spool/d1/mottaget.txt"), "mottaget");
            BackupReport report = backup();

            assertEquals(3, report.copied());
            assertEquals(List.of(), report.findings());
            assertEquals(open.log.head(), report.head());
        }
        assertEquals(List.of(), verify(copy).findings());
        assertEquals("mottaget", Files.readString(copy.resolve("spool/d1/mottaget.txt")));
        assertFalse(Files.exists(copy.resolve("keys")));
        try (Home opened = Home.open(copy, signer)) {
            assertEquals("text of " + Samples.id(3), text(opened.store, 3, 1));
            assertEquals("text of " + Samples.id(2), text(opened.store, 2, 2));
        }
    }

    @Test
    void copiesOnlyWhatIsNotThere() throws IOException {
        try (Home open = Home.found(home, signer, LogFollower.none())) {
            open.seal(1, 2, 3);
            backup();
            open.seal(4);
            open.render(1);
            open.dispose(2);
            BackupReport report = backup();

            assertEquals(2, report.copied());
            assertEquals(1, report.kept());
            assertEquals(1, report.disposed());
            assertEquals(0, backup().copied());
        }
        assertEquals(List.of(), verify(copy).findings());
        assertFalse(Files.exists(copy.resolve("archive/ocfl").resolve(FileContentStore.placeOf(Samples.id(2)))));
        assertFalse(Files.readString(copy.resolve("archive/log/acts/000"))
                .contains("\"act\":\"Sealed\",\"at\":\"" + LogBed.AT + "\",\"actor\":\"person:anna\",\"record\":\""
                        + Samples.id(2)));
    }

    @Test
    void isTakenWhileTheArchiveIsWorking() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        // A backup begins anew when something was disposed of, but not for ever.
        Semaphore disposals = new Semaphore(0);
        try (Home open = Home.found(home, signer, LogFollower.none())) {
            open.seal(1, 2, 3, 4);
            CompletableFuture<Void> load = CompletableFuture.runAsync(() -> {
                for (long number = 100; !stop.get(); number++) {
                    open.seal(number);
                    open.render(number);
                    if (disposals.tryAcquire()) {
                        open.dispose(number);
                    }
                }
            });
            try {
                for (int round = 0; round < 4; round++) {
                    disposals.release(2);
                    BackupReport report = backup();
                    assertEquals(List.of(), report.findings());
                    LogReader log = LogReader.open(copy.resolve("archive/log"));
                    assertEquals(report.head(), log.head());
                    for (var each : Content.of(log, log.head()).versions.entrySet()) {
                        FileContentStore store =
                                FileContentStore.open(copy.resolve("archive/ocfl"), copy.resolve("work"));
                        assertEquals(
                                each.getValue().inventory(),
                                store.inventoryDigest(
                                                each.getKey(), each.getValue().number())
                                        .orElseThrow());
                    }
                }
            } finally {
                stop.set(true);
                load.join();
            }
            assertTrue(disposals.availablePermits() < 8, "nothing was disposed of meanwhile");
        }
    }

    @Test
    void namesContentThatIsNotWhatWasSealed() throws IOException {
        try (Home open = Home.found(home, signer, LogFollower.none())) {
            open.seal(1, 2);
            Path object = home.resolve("archive/ocfl").resolve(FileContentStore.placeOf(Samples.id(1)));
            Files.writeString(object.resolve("v1/content/" + TEXT), "annat");
            BackupReport report = backup();

            assertEquals(List.of("BACKUP-CONTENT-DAMAGED"), codes(report.findings()));
            assertEquals(1, report.copied());
        }
    }

    @Test
    void namesAnObjectWhoseVersionLostASmallFile() throws IOException {
        try (Home open = Home.found(home, signer, LogFollower.none())) {
            open.seal(1, 2);
            Path object = home.resolve("archive/ocfl").resolve(FileContentStore.placeOf(Samples.id(1)));
            Files.delete(object.resolve("v1/inventory.json.sha512"));
            BackupReport report = backup();

            assertEquals(List.of("BACKUP-CONTENT-DAMAGED"), codes(report.findings()));
            assertEquals(1, report.copied());
        }
        assertFalse(Files.exists(copy.resolve("archive/ocfl").resolve(FileContentStore.placeOf(Samples.id(1)))));
    }

    @Test
    void refusesTheDirectoryOfAnotherArchiveOrOfALaterState() throws IOException {
        try (Home open = Home.found(home, signer, LogFollower.none())) {
            open.seal(1);
            backup();
        }
        Path other = dir.resolve("other");
        try (Home open = Home.found(other, LogBed.signer(), LogFollower.none())) {
            open.seal(7);
            assertThrows(ArchiveException.Damaged.class, () -> new Backup(other, copy).run());
            assertThrows(ArchiveException.WrongUsage.class, () -> new Backup(other, other.resolve("b")).run());
        }
        Path young = dir.resolve("young");
        Home.found(young, signer, LogFollower.none()).close();
        assertThrows(ArchiveException.Damaged.class, () -> new Backup(young, copy).run());
        assertEquals(List.of(), verify(copy).findings());
    }

    /** Fifty acts after the backup, a restriction and a disposal among them: all hold. */
    @Test
    void replaysWhatWasShipped() throws IOException {
        Act restricted = new Act.Overridden(
                LogBed.AT, LogBed.ANNA, Samples.id(1), "OSL 10:27", "SN", "skäl", java.time.LocalDate.of(2027, 1, 1));
        try (LogShipping shipping = new LogShipping(second, Home.RETRY);
                Home open = Home.found(home, signer, shipping)) {
            open.seal(1, 2, 3);
            backup();
            for (int i = 0; i < 50; i++) {
                open.hold(1);
            }
            open.log.append(List.of(restricted));
            open.dispose(2);
            open.seal(9);
            assertTrue(open.log.awaitShipped());
        }

        Path back = dir.resolve("back");
        RestoreReport report = restore(back, second);

        assertTrue(report.restored());
        assertEquals(List.of("BACKUP-REPLAYED", "BACKUP-CONTENT-MISSING"), codes(report.findings()));
        assertEquals(53, report.replayed());
        assertFalse(report.held());
        assertEquals(List.of(), verify(back).findings());
        try (Home opened = Home.open(back, signer)) {
            LogReader log = opened.log.reader();
            assertEquals(restricted, ((LogEntry.Kept) log.entry(54)).act());
            assertEquals("text of " + Samples.id(3), text(opened.store, 3, 1));
            assertTrue(opened.store.inventory(Samples.id(2), 1).isEmpty());
            assertEquals(2, log.head().epoch());
            assertTrue(((LogEntry.Kept) log.entry(57)).act() instanceof Act.Restored);
            assertTrue(((LogEntry.Kept) log.entry(58)).act() instanceof Act.RestoreAccepted);
        }
        refusesWhatWasRestoredSince(back);
    }

    /** As when a rehearsed restore has written to the second copy of the archive that goes on. */
    private void refusesWhatWasRestoredSince(Path back) {
        try (LogShipping shipping = new LogShipping(back.resolve("archive/log"), Home.RETRY)) {
            ArchiveException refused = assertThrows(
                    ArchiveException.Damaged.class,
                    () -> ArchiveLog.open(home.resolve("archive/log"), signer, Home.settings(shipping)));
            assertTrue(String.valueOf(refused.getMessage()).startsWith("LOG-SHORTENED"), refused.getMessage());
            assertTrue(String.valueOf(refused.getMessage()).contains("rehearsal"), refused.getMessage());
        }
    }

    @Test
    void carriesDisposalsOutAgainThatTheCopyHasNotErased() throws IOException {
        try (Home open = Home.found(home, signer, LogFollower.none())) {
            open.seal(1, 2);
            backup();
            open.dispose(2);
        }
        copyTree(home.resolve("archive/log"), second);
        Path acts = second.resolve("acts/000");
        List<String> lines = new java.util.ArrayList<>(Files.readAllLines(acts));
        lines.set(2, Files.readAllLines(copy.resolve("archive/log/acts/000")).get(2));
        Files.write(acts, lines);

        Path back = dir.resolve("back");
        RestoreReport report = restore(back, second);

        assertEquals(List.of("BACKUP-REPLAYED", "BACKUP-DISPOSED-AGAIN"), codes(report.findings()));
        assertTrue(LogReader.open(back.resolve("archive/log")).entry(2) instanceof LogEntry.Erased);
        assertEquals(List.of(), verify(back).findings());
    }

    @Test
    void carriesThePublicLogWithWhatWasErasedInIt() throws IOException {
        try (Home archive = Home.found(home, signer, LogFollower.none())) {
            archive.seal(1, 2, 3);
            publish(home, 1, 0, 1, 2);
            backup();
            publish(home, 1, 300, 3);
            new PublishedErasure(home.resolve("archive/log-public")).erase(Samples.id(1), List.of(), 0);
            backup();
        }
        assertEquals(head(home), head(copy));
        assertEquals(
                Files.readString(home.resolve("archive/log-public/acts/000")),
                Files.readString(copy.resolve("archive/log-public/acts/000")));
        assertFalse(Files.readString(copy.resolve("archive/log-public/acts/000"))
                .contains(Samples.id(1).value()));

        Path back = dir.resolve("back");
        restore(back, null);

        assertEquals(head(home), head(back));
        publish(back, 2, 301, 1);
        assertEquals(
                LogBed.ARCHIVE + "/sigill/public/epoch-2",
                head(back).checkpoint().origin());
        assertEquals(301, head(back).size());
        // Who goes on with the old one is told that it has been left behind.
        publish(home, 1, 301, 1, 2);
        backup();
        assertThrows(ArchiveException.Damaged.class, () -> new Backup(back, copy).run());
    }

    private void publish(Path at, int epoch, int from, int... numbers) {
        List<PublicLog.Published> files = new ArrayList<>();
        PublicLog.Signing signing = new PublicLog.Signing(LogBed.ARCHIVE, epoch, signer, List::of);
        try (PublicLog open = PublicLog.open(at.resolve("archive/log-public"), signing, 0)) {
            for (int number : numbers) {
                files.add(new PublicLog.Published(
                        Samples.id(number), String.format(java.util.Locale.ROOT, "%016x%048d", from + number, 0)));
            }
            for (long i = open.head().size() + files.size(); i < from; i++) {
                files.add(new PublicLog.Published(
                        Samples.id(2), String.format(java.util.Locale.ROOT, "%016x%048d", 10_000 + i, 0)));
            }
            open.add(files, new SecureRandom());
        }
    }

    private static Head head(Path at) {
        return LogReader.open(new LogFolder(at.resolve("archive/log-public"), LogForm.PUBLIC))
                .head();
    }

    private static void copyTree(Path from, Path to) throws IOException {
        new FileTree().mirror(from, to);
    }

    @Test
    void saysWhatIsLostWithoutTheShippedLogAndForksNothing() throws IOException {
        Anchor receipt;
        Anchor early;
        try (Home open = Home.found(home, signer, LogFollower.none())) {
            open.seal(1, 2);
            early = new Anchor("receipt 1", open.hold(1).head().note());
            backup();
            receipt = new Anchor("receipt 2", open.hold(2).head().note());
            open.hold(2);
        }

        RestoreReport unknown = restore(dir.resolve("back1"), null);
        RestoreReport known = restore(dir.resolve("back2"), null, early, receipt);

        assertEquals(List.of("BACKUP-ACTS-LOST"), codes(unknown.findings()));
        assertTrue(unknown.held());
        assertEquals(4, known.acts());
        assertEquals(5, known.lostTo());
        assertTrue(known.held());
        LogReader log = LogReader.open(dir.resolve("back2/archive/log"));
        assertEquals("kommunarkivet/sigill/epoch-2", log.head().checkpoint().origin());
        LogReport later = new LogVerifier(
                        dir.resolve("back2/archive/log"), List.of(signer.key()), List.of(early, receipt))
                .verify();
        assertEquals(List.of("LOG-ANCHOR-LOST"), codes(later.findings()));
    }

    @Test
    void goesOnWithAnotherLogKeyOnlyWhenToldAndSaysSo() throws IOException {
        try (LogShipping shipping = new LogShipping(second, Home.RETRY);
                Home open = Home.found(home, signer, shipping)) {
            open.seal(1, 2);
            backup();
            open.hold(1);
            assertTrue(open.log.awaitShipped());
        }
        NoteSigner next = LogBed.signer();
        Path back = dir.resolve("back");

        assertThrows(ArchiveException.KeyTrouble.class, () -> restoreWith(back, second, next, false));
        assertFalse(Files.exists(back.resolve("archive")));
        RestoreReport report = restoreWith(back, second, next, true);

        assertTrue(report.restored());
        assertFalse(report.held());
        assertEquals(List.of("BACKUP-LOG-KEY-REPLACED", "BACKUP-REPLAYED"), codes(report.findings()));
        LogReader log = LogReader.open(back.resolve("archive/log"));
        Act.KeyRotated act = (Act.KeyRotated) ((LogEntry.Kept) log.entry(report.acts() + 1)).act();
        assertEquals(signer.key().toString(), act.oldKey());
        assertEquals(next.key().toString(), act.newKey());
        LogVerifier byNext = new LogVerifier(back.resolve("archive/log"), List.of(next.key()), List.of());
        assertEquals(List.of(), byNext.verify().findings());
        assertEquals(LogReport.From.KNOWN, byNext.verify().from());
        assertEquals(List.of("LOG-KEY-CHAIN"), codes(verify(back).findings()));
        assertThrows(ArchiveException.KeyTrouble.class, () -> Home.open(back, signer));
        try (Home opened = Home.open(back, next)) {
            assertEquals(report.acts() + 4, opened.hold(2).head().size());
        }
    }

    @Test
    void mendsAnObjectWhoseReplacementWasStoppedBetweenInventoryAndSidecar() throws IOException {
        try (Home open = Home.found(home, signer, LogFollower.none())) {
            open.seal(1);
            open.render(1);
            backup();
            Path object = copy.resolve("archive/ocfl").resolve(FileContentStore.placeOf(Samples.id(1)));
            Path sidecar = object.resolve("inventory.json.sha512");
            byte[] whole = Files.readAllBytes(sidecar);
            Files.copy(
                    object.resolve("v1/inventory.json.sha512"),
                    sidecar,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);

            RestoreReport report = restore(dir.resolve("back"), null);

            assertEquals(List.of("BACKUP-ACTS-LOST"), codes(report.findings()));
            Path restored = dir.resolve("back/archive/ocfl").resolve(FileContentStore.placeOf(Samples.id(1)));
            assertArrayEquals(whole, Files.readAllBytes(restored.resolve("inventory.json.sha512")));
            assertEquals(1, backup().copied());
            assertArrayEquals(whole, Files.readAllBytes(sidecar));
        }
    }

    @Test
    void restoresNothingFromALogThatIsNotSound() throws IOException {
        try (Home open = Home.found(home, signer, LogFollower.none())) {
            open.seal(1, 2);
            backup();
        }
        Path acts = copy.resolve("archive/log/acts/000");
        Files.writeString(acts, Files.readString(acts).replace("p360", "p361"));

        RestoreReport report = restore(dir.resolve("back"), null);

        assertFalse(report.restored());
        assertTrue(codes(report.findings()).contains("BACKUP-LOG-FAULT"));
        assertFalse(Files.exists(dir.resolve("back/archive")));
        assertThrows(ArchiveException.Refused.class, () -> restore(home, null));
    }
}
