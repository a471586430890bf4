package se.sigill.app.outward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.people.SteadyClock;
import se.sigill.app.run.Running;
import se.sigill.app.soak.FilledArchive;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Sealing;
import se.sigill.core.ArchiveException;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.config.Home;
import se.sigill.core.disk.Trees;
import se.sigill.core.fact.PublicRecord;
import se.sigill.core.record.RecordId;
import se.sigill.core.store.Digests;
import se.sigill.zone.Applier;
import se.sigill.zone.Zone;

/** Whatever happens to the machine outside, its zone comes to what a new one would be, with no hand laid on. */
final class OutsideTroubleTest {
    private static final Duration BUDGET = Duration.ofSeconds(10);
    private static final String MARK = " kanariefågel";

    private final SteadyClock clock = new SteadyClock(Instant.now());

    @TempDir
    private Path folder;

    private Home home = new Home(Path.of("."));
    private OutsideHome outside = new OutsideHome(Path.of("."));

    @BeforeEach
    void foundsAnArchive() {
        Running.founded(folder.resolve("home"));
        home = new Home(folder.resolve("home"));
        outside = new OutsideHome(folder.resolve("outside"));
    }

    @Test
    void anHourWithoutItIsCaughtUpAndLeavesNoByteOfWhatWasWithdrawnMeanwhile() throws IOException {
        try (OpenArchive archive = open()) {
            FilledArchive filled = Grown.ruled(archive, 27);
            ZoneHere here = new ZoneHere(archive, outside);
            Grown.by(15, archive, filled);
            here.tell();
            FilledArchive doomed = new FilledArchive(archive, 99, MARK);
            for (int quarter = 0; quarter < 4; quarter++) {
                clock.pass(Duration.ofMinutes(15));
                Grown.by(8, archive, quarter == 1 ? doomed : filled);
                here.send();
            }
            assertTrue(has(outside.incoming()), "what is withdrawn next waits outside");
            restrict(archive, doomed);
            here.send();

            try (Zone zone = zone()) {
                Applier.Done done = zone.applier().applyWaiting();
                assertEquals(List.of(), done.refused());
                assertTrue(done.applied().size() > 2, done.toString());
                assertTrue(done.applied().size() <= 4, "what is closed waits behind little: " + done);
                assertEquals(0, Grown.found(zone, "kanariefågel"));
                assertEquals(List.of(), zone.search().suggest("kanarie", Zone.labels(), 5));
                for (RecordId id : doomed.taken()) {
                    assertFalse(zone.find(id.value()).orElse(null) instanceof PublicRecord, id.value());
                }
                // The rest waited inside, and comes now that the zone takes it in.
                Publishing.Round rest = here.send();
                assertTrue(rest.put() > 0, rest.toString());
                while (rest.more()) {
                    assertEquals(List.of(), zone.applier().applyWaiting().refused());
                    rest = here.send();
                }
                assertEquals(List.of(), zone.applier().applyWaiting().refused());
                assertTrue(zone.isFresh());
            }
            assertFalse(has(outside.root()), "fifteen minutes later and at once");
            assertEquals(anew(archive), entries(outside));
        }
    }

    @Test
    void aFullDiskLosesNothingAndTheSiteGoesOnWithWhatItHad() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", disk.toString()), "may not mount a disk");
        try (OpenArchive archive = open()) {
            outside = new OutsideHome(disk.resolve("outside"));
            FilledArchive filled = Grown.ruled(archive, 27);
            ZoneHere here = new ZoneHere(archive, outside);
            Grown.by(10, archive, filled);
            here.tell();
            Map<String, String> before = entries(outside);
            Grown.by(10, archive, filled);
            fill(disk);

            assertThrows(ArchiveException.StorageFailed.class, here::tell);
            assertEquals(before, entries(outside));

            Files.delete(disk.resolve("ballast"));
            here.send();
            fill(disk);
            // What was brought lies there; to apply it there is no room, at whichever byte that is met.
            try (Zone zone = zone()) {
                int room = 0;
                while (!isApplied(zone)) {
                    assertTrue(entries(outside).keySet().containsAll(before.keySet()));
                    room += 8192;
                    leave(disk, room);
                }
                assertTrue(room > 10 * 8192, room + " bytes were enough");
                // The zone that was open through all of it finds what is there.
                assertTrue(zone.isFresh());
                long told = entries(outside).keySet().stream()
                        .filter(name -> name.endsWith("/entry.json"))
                        .count();
                assertEquals(told, zone.search().size());
            }

            Files.delete(disk.resolve("ballast"));
            here.tell();
            assertEquals(anew(archive), entries(outside));
        } finally {
            assertTrue(run("umount", disk.toString()));
        }
    }

    /** The round that was to tell of it fails: the next one tells of it, and not only when something more is sealed. */
    @Test
    void whatWaitedToBeSealedIsToldAfterARoundThatCouldNotBeWrittenDown() throws Exception {
        try (OpenArchive archive = open()) {
            FilledArchive filled = Grown.ruled(archive, 27);
            ZoneHere here = new ZoneHere(archive, outside);
            assertEquals(10, filled.takeIn(10).size());
            long waiting = here.tell().round().waiting();
            assertTrue(waiting > 0, "what is not sealed is not told");
            new Sealing(archive).seal();
            Path ledger = Ledger.file(home.outward());
            Path aside = Files.move(ledger, folder.resolve("aside"));
            Files.createDirectory(ledger);
            assertThrows(ArchiveException.StorageFailed.class, here::tell);

            Files.delete(ledger);
            Files.move(aside, ledger);
            Publishing.Round round = here.tell().round();

            assertEquals(0, round.waiting(), round.toString());
            assertTrue(round.put() >= waiting, round.toString());
        }
    }

    @Test
    void aLostHomeIsMadeAnewFromInside() throws IOException {
        try (OpenArchive archive = open()) {
            FilledArchive filled = Grown.ruled(archive, 27);
            ZoneHere here = new ZoneHere(archive, outside);
            Grown.by(15, archive, filled);
            here.tell();
            Map<String, String> before = entries(outside);
            assertTrue(before.size() > 10, before.size() + " files");

            Trees.delete(outside.root());
            here.tell();

            assertEquals(before, entries(outside));
            Trees.delete(outside.root());
            Grown.by(5, archive, filled);
            here.tell();
            assertEquals(anew(archive), entries(outside));
        }
    }

    private static boolean isApplied(Zone zone) {
        try {
            return !zone.applier().applyWaiting().applied().isEmpty();
        } catch (IOException | ArchiveException.StorageFailed e) {
            return false;
        }
    }

    /** Leaves so many bytes of the disk free. */
    private static void leave(Path disk, long bytes) throws IOException {
        Files.delete(disk.resolve("ballast"));
        fill(disk);
        try (FileChannel ballast = FileChannel.open(disk.resolve("ballast"), StandardOpenOption.WRITE)) {
            ballast.truncate(Math.max(0, ballast.size() - bytes));
        }
    }

    private OpenArchive open() {
        return Grown.open(home, clock);
    }

    private Zone zone() {
        return Zone.open(outside, clock, BUDGET);
    }

    private static void restrict(OpenArchive archive, FilledArchive filled) {
        archive.archive()
                .decide(filled.taken().stream()
                        .map(id -> filled.restriction(
                                archive.catalogue().find(id).orElseThrow().description()))
                        .toList());
    }

    /** What a new zone would be, that never had trouble. */
    private Map<String, String> anew(OpenArchive archive) throws IOException {
        OutsideHome fresh = new OutsideHome(folder.resolve("fresh"));
        FolderDoor door = new FolderDoor(fresh);
        Trees.delete(archive.home().outward());
        Publishing publishing = new Publishing(archive, door);
        door.introduce(publishing.key(), publishing.logKey());
        publishing.round();
        try (Zone zone = Zone.open(fresh, clock, BUDGET)) {
            assertEquals(List.of(), zone.applier().applyWaiting().refused());
        }
        return entries(fresh);
    }

    /** Every file of every entry, by its digest. */
    private static Map<String, String> entries(OutsideHome outside) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        Path folder = outside.zone().resolve("entries");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.put(
                        folder.relativize(file).toString(),
                        Digests.of(Files.readAllBytes(file)).sha256());
            }
        }
        return entries;
    }

    private static boolean has(Path tree) throws IOException {
        return Grown.has(tree, MARK.strip().getBytes(StandardCharsets.UTF_8));
    }

    private static void fill(Path disk) throws IOException {
        try (OutputStream out = Files.newOutputStream(disk.resolve("ballast"))) {
            byte[] block = new byte[4096];
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            assertTrue(String.valueOf(e.getMessage()).contains("No space left"), e.getMessage());
        }
    }

    private static boolean run(String... words) throws Exception {
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
