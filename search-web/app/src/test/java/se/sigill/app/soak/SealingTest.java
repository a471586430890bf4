package se.sigill.app.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.run.Running;
import se.sigill.app.wiring.Disposing;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Sealing;
import se.sigill.app.wiring.User;
import se.sigill.core.config.Home;
import se.sigill.core.finding.Finding;
import se.sigill.core.finding.FindingCode;
import se.sigill.core.log.Actor;
import se.sigill.core.record.RecordId;
import se.sigill.core.seal.SealFinding;
import se.sigill.core.store.FileContentStore;

@Tag("slow")
final class SealingTest {
    @TempDir
    private Path folder;

    @Test
    void sealsDecisionsWithoutContentAndThenNothingMore() {
        Running running = Running.founded(folder.resolve("home"));
        try (OpenArchive archive = OpenArchive.open(new Home(running.home()))) {
            Sealing sealing = new Sealing(archive);
            long acts = archive.archive().log().head().size();

            assertEquals(acts, sealing.seal().periods().getLast().end());
            assertEquals(List.of(), sealing.seal().periods());
        }
    }

    /** The clock of a server, a delivery that is taken in, and somebody who types. */
    @Test
    void severalWhoSealAtOnceSealEachActOnce() throws Exception {
        Running running = filled();
        try (OpenArchive archive = OpenArchive.open(new Home(running.home()))) {
            int before = new Sealing(archive).evidence().periods().size();
            try (ExecutorService all = Executors.newFixedThreadPool(4)) {
                List<Callable<Sealing.Done>> tasks =
                        Collections.nCopies(4, () -> new Sealing(archive.as(User.operator())).seal());
                for (Future<Sealing.Done> each : all.invokeAll(tasks)) {
                    assertEquals(List.of(), each.get().findings());
                }
            }
            assertEquals(before + 1, new Sealing(archive).evidence().periods().size());
            assertEquals(List.of(), waiting(archive));
        }
        assertSound(running);
    }

    @Test
    void leavesOutAVersionWhoseContentIsGoneAndSealsItOnceItIsBack() throws IOException {
        Running running = filled();
        try (OpenArchive archive = OpenArchive.open(new Home(running.home()))) {
            RecordId lost = waiting(archive).getFirst();
            Path object = object(archive, lost);
            Path aside = folder.resolve("aside");
            Files.move(object, aside);

            Sealing.Done done = new Sealing(archive).seal();

            assertEquals(List.of(SealFinding.CONTENT_MISSING), codes(done));
            assertTrue(done.periods().getLast().leaves() > 2, done::toString);
            assertEquals(List.of(lost), waiting(archive));
            assertEquals(List.of(SealFinding.CONTENT_MISSING), codes(new Sealing(archive).seal()));

            Files.move(aside, object);
            Sealing.Done later = new Sealing(archive).seal();

            assertEquals(List.of(), later.findings());
            assertEquals(1, later.periods().size());
            assertEquals(List.of(), waiting(archive));
            assertEquals(List.of(), new Sealing(archive).seal().periods());
        }
        assertSound(running);
    }

    @Test
    void leavesOutVersionsThatChangedSinceTheirCommit() throws IOException {
        Running running = filled();
        List<String> files = List.of(
                "inventory.json",
                "content/METS.xml",
                "content/metadata/record.json",
                "content/metadata/premis.xml",
                "content/metadata/text.txt");
        try (OpenArchive archive = OpenArchive.open(new Home(running.home()))) {
            List<RecordId> harmed = waiting(archive).subList(0, files.size());
            for (int i = 0; i < files.size(); i++) {
                flip(object(archive, harmed.get(i)).resolve("v1").resolve(files.get(i)));
            }

            Sealing.Done done = new Sealing(archive).seal();

            assertEquals(Collections.nCopies(files.size(), SealFinding.CONTENT_DAMAGED), codes(done));
            assertTrue(done.periods().getLast().leaves() > 2, done::toString);
            assertEquals(harmed, waiting(archive));

            for (int i = 0; i < files.size(); i++) {
                flip(object(archive, harmed.get(i)).resolve("v1").resolve(files.get(i)));
            }

            assertEquals(List.of(), new Sealing(archive).seal().findings());
            assertEquals(List.of(), waiting(archive));
        }
        assertSound(running);
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void leavesOutAVersionWhoseOriginalIsGone() throws IOException {
        Running running = filled();
        try (OpenArchive archive = OpenArchive.open(new Home(running.home()))) {
            RecordId harmed = waiting(archive).getLast();
            try (Stream<Path> all = Files.walk(object(archive, harmed).resolve("v1/content/representations"))) {
                Files.delete(all.filter(Files::isRegularFile).findFirst().orElseThrow());
            }

            assertEquals(List.of(SealFinding.CONTENT_DAMAGED), codes(new Sealing(archive).seal()));
            assertEquals(List.of(harmed), waiting(archive));
        }
    }

    @Test
    void saysWhatIsLeftOutUntilItIsDisposedOf() throws IOException {
        Running running = filled();
        RecordId lost;
        try (OpenArchive archive = OpenArchive.open(new Home(running.home()))) {
            lost = waiting(archive).getFirst();
            Files.move(object(archive, lost), folder.resolve("aside"));
            new Sealing(archive).seal();
        }
        Path place = running.home().resolve("archive");

        assertTrue(Running.run("verify", place.toString()).out().contains("SEAL-LEFT-OUT"));
        assertEquals(1, running.type("status", "--json").json().getFirst().integer("unsealed"));

        try (OpenArchive archive = OpenArchive.open(new Home(running.home()))) {
            new Disposing(archive).dispose(List.of(lost.value()), Actor.person("bo"), "KS 2025 § 12", "förlorad");
            assertEquals(List.of(), waiting(archive));
        }
        assertFalse(Running.run("verify", place.toString()).out().contains("SEAL-LEFT-OUT"));
    }

    private Running filled() {
        Running running = Running.founded(folder.resolve("home"));
        try (OpenArchive archive = OpenArchive.open(new Home(running.home()))) {
            FilledArchive filled = new FilledArchive(archive, 1);
            filled.adoptRules("1");
            filled.takeIn(6);
            archive.catchUp();
        }
        return running;
    }

    private static List<RecordId> waiting(OpenArchive archive) {
        return new Sealing(archive)
                .waiting().stream().map(each -> each.version().record()).toList();
    }

    private static List<FindingCode> codes(Sealing.Done done) {
        return done.findings().stream().map(Finding::code).toList();
    }

    private static Path object(OpenArchive archive, RecordId id) {
        return archive.home().ocfl().resolve(FileContentStore.placeOf(id));
    }

    private static void assertSound(Running running) {
        String said = Running.run("verify", running.home().resolve("archive").toString())
                .out();
        assertFalse(said.contains("SEAL-LEFT-OUT") || said.contains("error"), said);
    }
}
