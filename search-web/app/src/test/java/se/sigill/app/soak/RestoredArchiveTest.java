package se.sigill.app.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.run.Running;
import se.sigill.app.wiring.Disposing;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Sealing;
import se.sigill.core.access.Openness;
import se.sigill.core.backup.Backup;
import se.sigill.core.config.Home;
import se.sigill.core.disk.Trees;
import se.sigill.core.disposal.DisposalOutcome;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonWriter;
import se.sigill.core.log.Act;
import se.sigill.core.log.Actor;
import se.sigill.core.log.Head;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.record.RecordId;
import se.sigill.core.store.FileContentStore;
import se.sigill.search.SearchRequest;

/** A backup taken under load, fifty acts more, the home lost but for its keys: what each restore brings back. */
@Tag("slow")
class RestoredArchiveTest {
    private static final Actor BO = Actor.person("bo");

    @TempDir
    static Path dir;

    private static final List<RecordId> RESTRICTED = new ArrayList<>();
    private static RecordId disposed;
    private static RecordId held;
    private static RecordId open;
    private static Head atBackup;
    private static Head atEnd;

    @BeforeAll
    static void losesAHome() throws IOException, InterruptedException {
        Running running = Running.founded(dir.resolve("home"));
        Files.createDirectories(dir.resolve("second"));
        configure(running.home(), dir.resolve("second"));
        try (OpenArchive archive = OpenArchive.open(new Home(running.home()))) {
            FilledArchive filled = new FilledArchive(archive, 5);
            filled.adoptRules("1");
            filled.fill(60, archive::catchUp);
            new Sealing(archive).seal();
            backUp(archive, () -> filled.fill(4, () -> {}));
            // What was taken in while the first backup ran is in the second; then acts alone are under way.
            backUp(archive, () -> hold(archive, filled.taken().getFirst()));
            atBackup = Head.of(se.sigill.core.log.LogReader.open(dir.resolve("copy/archive/log"))
                    .head()
                    .note());
            fiftyActs(archive);
            new Sealing(archive).seal();
            assertTrue(archive.archive().log().awaitShipped());
            atEnd = archive.archive().log().head();
        }
        receipt("early.json", atBackup);
        receipt("late.json", atEnd);
    }

    /** What the load fails with is what the backup fails with; it must have begun before and go on until after. */
    private static void backUp(OpenArchive archive, Runnable load) throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        long before = archive.archive().log().head().size();
        CompletableFuture<Void> loaded = CompletableFuture.runAsync(() -> {
                    do {
                        load.run();
                        begun.countDown();
                    } while (!stop.get());
                })
                .whenComplete((done, failure) -> begun.countDown());
        begun.await();
        try {
            assertEquals(
                    List.of(),
                    new Backup(archive.home().root(), dir.resolve("copy")).run().findings());
        } finally {
            stop.set(true);
            loaded.join();
        }
        assertTrue(archive.archive().log().head().size() > before, "nothing was done meanwhile");
    }

    private static void fiftyActs(OpenArchive archive) {
        archive.catchUp();
        List<RecordDescription> byClass = archive.catalogue().page("", 500).stream()
                .filter(entry -> archive.rules().answer(entry, archive.today()) instanceof Openness.Open answer
                        && answer.basis() instanceof Openness.Basis.ByClass
                        && entry.holds().isEmpty())
                .map(entry -> entry.description())
                .toList();
        RecordDescription old = byClass.stream()
                .filter(record ->
                        record.classCode().equals("1.2") && record.date().compareTo("2020") < 0)
                .findFirst()
                .orElseThrow();
        disposed = old.id();
        List<RecordDescription> others =
                byClass.stream().filter(record -> !record.id().equals(disposed)).toList();
        held = others.get(0).id();
        open = others.get(1).id();
        for (RecordDescription record : others.subList(2, 12)) {
            RESTRICTED.add(record.id());
            archive.archive().decide(List.of(new FilledArchive(archive, 1).restriction(record)));
        }
        archive.archive()
                .decide(List.of(new Act.Assessed(archive.clock().instant(), BO, open, true, true, "prövad igen")));
        assertInstanceOf(
                DisposalOutcome.Done.class,
                new Disposing(archive)
                        .dispose(List.of(disposed.value()), BO, "KS 2025 § 12", "tiden är ute")
                        .getFirst());
        for (int i = 0; i < 38; i++) {
            hold(archive, held);
        }
    }

    private static void hold(OpenArchive archive, RecordId record) {
        archive.archive().decide(List.of(new Act.HoldPlaced(archive.clock().instant(), BO, record, "begäran")));
    }

    private static void configure(Path home, Path second) throws IOException {
        Files.createDirectories(home);
        Files.writeString(
                home.resolve("sigill.conf"),
                "archive.name = test.lindhult.example\narchive.authority = Kommunstyrelsen\nlog.ship-to = " + second
                        + "\n");
    }

    private static void receipt(String name, Head head) throws IOException {
        Json receipt = Json.object().with("checkpoint", head.note().toString());
        Files.write(dir.resolve(name), JsonWriter.compact(receipt).getBytes(StandardCharsets.UTF_8));
    }

    /** An empty home, with a second copy of the log of its own: that of the lost one, or an empty one. */
    private static Running empty(String name, boolean shipped) throws IOException {
        Path second = Files.createDirectories(dir.resolve(name + "-second"));
        if (shipped) {
            copy(dir.resolve("second"), second);
        }
        configure(dir.resolve(name), second);
        return new Running(dir.resolve(name));
    }

    private static Running.Ended restore(Running running, String... more) {
        return restore(dir.resolve("copy"), running, more);
    }

    private static Running.Ended restore(Path copy, Running running, String... more) {
        List<String> words = new ArrayList<>(List.of("--json", "--from", copy.toString()));
        words.addAll(List.of("--keys", dir.resolve("home/keys").toString(), "--reason", "disken gick sönder"));
        words.addAll(List.of(more));
        return running.type("restore", words.toArray(String[]::new));
    }

    private static void assertIntact(Path home, String... more) {
        List<String> words = new ArrayList<>(List.of("verify", "--json"));
        words.addAll(List.of(more));
        words.add(home.toString());
        Running.Ended ended = Running.run(words.toArray(String[]::new));
        assertTrue(ended.out().contains("\"intact\":true"), ended.out() + ended.err());
    }

    private static void goesOn(OpenArchive archive) {
        FilledArchive filled = new FilledArchive(archive, 99);
        filled.fill(25, archive::catchUp);
        assertTrue(filled.addRenditions(filled.takeIn(40)) > 0);
        assertFalse(new Sealing(archive).seal().periods().isEmpty());
        assertEquals(List.of(), new Sealing(archive).waiting());
    }

    @Test
    void everyActHoldsWithTheShippedLog() throws IOException {
        Running running = empty("a", true);

        Running.Ended ended = restore(running).expect(0);

        Json.Obj line = ended.json().getFirst();
        assertTrue(ended.out().contains("\"held\":false"), ended.out());
        assertEquals(atEnd.size(), line.integer("acts"));
        assertTrue(line.integer("replayed") >= 50);
        assertFalse(ended.out().contains("error"), ended.out());
        assertIntact(running.home(), "--anchor", dir.resolve("late.json").toString());
        assertEquals(
                "ready",
                running.type("status", "--json").expect(0).json().getFirst().text("state"));
        try (OpenArchive archive = OpenArchive.open(new Home(running.home()))) {
            for (RecordId each : RESTRICTED) {
                assertInstanceOf(
                        Openness.Restricted.class,
                        archive.rules().answer(archive.record(each.value()), archive.today()));
                assertFalse(publicly(archive, archive.record(each.value()).description())
                        .contains(each.value()));
            }
            assertEquals(38, archive.record(held.value()).holds().size());
            assertEquals(
                    "prövad igen",
                    archive.record(open.value()).assessments().getLast().reason());
            assertInstanceOf(
                    Openness.Open.class, archive.rules().answer(archive.record(open.value()), archive.today()));
            assertTrue(archive.catalogue().find(disposed).isEmpty());
            assertTrue(archive.catalogue().findDisposal(disposed).isPresent());
            assertEquals(List.of("Disposed"), whereItIsNamed(running.home(), disposed));
            goesOn(archive);
        }
        assertIntact(running.home(), "--anchor", dir.resolve("late.json").toString());
    }

    private static List<String> publicly(OpenArchive archive, RecordDescription record) {
        return archive
                .index()
                .search(SearchRequest.of("\"" + record.diaryNumber() + "\"", archive.labels(true)))
                .hits()
                .stream()
                .map(hit -> hit.id())
                .toList();
    }

    /** The acts that name the record, and every other file of the archive that does. */
    private static List<String> whereItIsNamed(Path home, RecordId record) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(home.resolve("archive"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (file.startsWith(home.resolve("archive/log/acts"))) {
                    text.lines()
                            .filter(line -> line.contains(record.value()))
                            .map(line -> line.replaceAll(".*\"act\":\\{\"act\":\"(\\w+)\".*", "$1"))
                            .forEach(found::add);
                } else if (text.contains(record.value()) || file.toString().contains(record.value())) {
                    found.add(file.toString());
                }
            }
        }
        return found;
    }

    @Test
    void withoutTheShippedLogNothingOpensBeforeSomebodyAnswers() throws IOException {
        // A backup of its own: the other tests restore from the one that has no evidence beyond its log.
        Path copy = dir.resolve("copy-with-evidence");
        copy(dir.resolve("copy"), copy);
        copy(dir.resolve("home/archive/evidence"), copy.resolve("archive/evidence"));
        Running running = empty("b", false);

        Running.Ended ended = restore(copy, running).expect(3);

        Json.Obj line = ended.json().getFirst();
        assertEquals(atBackup.size(), line.integer("acts"));
        assertTrue(ended.out().contains("\"held\":true"), ended.out());
        assertTrue(ended.out().contains("BACKUP-ACTS-LOST"), ended.out());
        assertTrue(ended.out().contains("BACKUP-EVIDENCE-AHEAD"), ended.out());
        assertTrue(line.integer("lostTo") > line.integer("acts"), ended.out());
        assertIntact(running.home(), "--anchor", dir.resolve("early.json").toString());
        assertEquals(
                "restored",
                running.type("status", "--json").expect(0).json().getFirst().text("state"));
        String late = Running.run(
                        "verify",
                        "--json",
                        "--anchor",
                        dir.resolve("late.json").toString(),
                        running.home().toString())
                .out();
        assertTrue(late.contains("LOG-ANCHOR-LOST"), late);
        try (OpenArchive archive = OpenArchive.open(new Home(running.home()))) {
            assertEquals(2, archive.archive().log().head().epoch());
            nothingIsOpen(archive);
            goesOn(archive);
            nothingIsOpen(archive);
        }
        running.type("restore", "--accept", "--reason", "genomgånget").expect(0);
        try (OpenArchive archive = OpenArchive.open(new Home(running.home()))) {
            assertInstanceOf(
                    Openness.Open.class,
                    archive.rules().answer(archive.record(RESTRICTED.getFirst().value()), archive.today()));
            assertInstanceOf(DisposalOutcome.Done.class, dispose(archive));
        }
        assertIntact(running.home());
    }

    private static DisposalOutcome dispose(OpenArchive archive) {
        return new Disposing(archive)
                .dispose(List.of(disposed.value()), BO, "KS 2025 § 12", "tiden är ute")
                .getFirst();
    }

    private static void nothingIsOpen(OpenArchive archive) {
        archive.catchUp();
        archive.catalogue()
                .page("", 500)
                .forEach(entry -> assertFalse(
                        archive.rules().answer(entry, archive.today()) instanceof Openness.Open answer
                                && answer.basis() instanceof Openness.Basis.ByClass,
                        entry.id().value()));
        assertEquals(
                new Openness.Undecided(Openness.Why.RESTORE_NOT_ACCEPTED),
                archive.rules().answer(archive.record(RESTRICTED.getFirst().value()), archive.today()));
        assertFalse(
                publicly(archive, archive.record(open.value()).description()).contains(open.value()));
        DisposalOutcome.Forbidden forbidden = assertInstanceOf(DisposalOutcome.Forbidden.class, dispose(archive));
        assertTrue(forbidden.findings().toString().contains("DISPOSAL-RESTORE-NOT-ACCEPTED"));
    }

    @Test
    void anAnchorTellsHowFarTheLostLogReached() throws IOException {
        Running running = empty("c", false);

        Running.Ended ended = restore(
                        running, "--anchor", dir.resolve("late.json").toString())
                .expect(3);

        assertEquals(atEnd.size(), ended.json().getFirst().integer("lostTo"));
        assertIntact(running.home());
    }

    @Test
    void aRestoreStoppedHalfWayCanBeRunAgainAndDeletesNothingItDidNotMake() throws IOException {
        Running running = empty("d", true);
        Files.createDirectories(running.home().resolve("spool/kept"));
        Files.writeString(running.home().resolve("spool/kept/fil.txt"), "mottaget");
        Files.createDirectories(running.home().resolve("restoring/archive"));
        restore(running).expect(0);
        // As if it had stopped before its last rename.
        Files.createDirectories(running.home().resolve("restoring"));
        Files.createFile(running.home().resolve("restoring/moving"));
        Files.move(running.home().resolve("archive"), running.home().resolve("restoring/archive"));
        Trees.delete(running.home().resolve("db"));
        Trees.delete(running.home().resolve("index"));
        Trees.delete(dir.resolve("d-second"));
        copy(dir.resolve("second"), Files.createDirectories(dir.resolve("d-second")));

        restore(running).expect(0);

        assertIntact(running.home());
        assertFalse(Files.exists(running.home().resolve("restoring")));
        try (Stream<Path> aside = Files.walk(running.home())) {
            assertEquals(
                    1,
                    aside.filter(file -> file.toString().contains("before-restore-") && file.endsWith("fil.txt"))
                            .count());
        }
    }

    @Test
    void saysByItsExitCodeThatContentIsLost() throws IOException {
        Path poor = dir.resolve("poor-copy");
        copy(dir.resolve("copy"), poor);
        Trees.delete(poor.resolve("archive/ocfl").resolve(FileContentStore.placeOf(held)));
        Running running = empty("e", true);

        Running.Ended ended = running.type(
                        "restore",
                        "--json",
                        "--from",
                        poor.toString(),
                        "--keys",
                        dir.resolve("home/keys").toString(),
                        "--reason",
                        "disken gick sönder")
                .expect(3);

        assertTrue(ended.out().contains("BACKUP-CONTENT-MISSING"), ended.out());
        assertTrue(ended.out().contains("\"held\":false"), ended.out());
    }

    @Test
    void aLostLogKeyIsReplacedWhenSomebodySaysSo() throws IOException {
        Running running = empty("f", true);
        copy(dir.resolve("home/keys"), running.home().resolve("keys"));
        Files.delete(running.home().resolve("keys/log.pem"));
        running.type("keys", "make").expect(0);

        assertTrue(restore(running).expect(12).err().contains("--new-log-key"));
        assertTrue(restore(running, "--new-log-key").expect(0).out().contains("BACKUP-LOG-KEY-REPLACED"));

        Path trust = dir.resolve("f-trust");
        running.type("keys", "trust", "--out", trust.toString()).expect(0);
        Running.Ended verified = Running.run(
                "verify",
                "--json",
                "--trust",
                trust.toString(),
                running.home().resolve("archive").toString());
        assertTrue(verified.out().contains("\"intact\":true"), verified.out());
        assertTrue(verified.out().contains("\"from\":\"trusted: "), verified.out());
        try (OpenArchive archive = OpenArchive.open(new Home(running.home()))) {
            goesOn(archive);
        }
        assertIntact(running.home());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else if (!Files.exists(target)) {
                    Files.copy(each, target);
                }
            }
        }
    }
}
