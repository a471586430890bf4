package se.sigill.app.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.run.Running;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Sealing;
import se.sigill.core.config.Home;
import se.sigill.core.seal.SealFinding;

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

    @Test
    void namesAVersionWhoseContentIsGoneAndSealsTheOthers() throws IOException {
        Running running = Running.founded(folder.resolve("home"));
        try (OpenArchive archive = OpenArchive.open(new Home(running.home()))) {
            FilledArchive filled = new FilledArchive(archive, 1);
            filled.adoptRules("1");
            filled.takeIn(3);
            archive.catchUp();
            remove(archive.home().ocfl(), filled.taken().getFirst().value());

            Sealing.Done done = new Sealing(archive).seal();

            assertEquals(
                    List.of(SealFinding.CONTENT_MISSING),
                    done.findings().stream().map(finding -> finding.code()).toList());
            assertTrue(done.periods().getLast().leaves() > 2, done::toString);
            assertEquals(List.of(), new Sealing(archive).waiting());
        }
    }

    private static void remove(Path store, String id) throws IOException {
        Path object = store.resolve("none");
        try (Stream<Path> all = Files.walk(store)) {
            for (Path file :
                    all.filter(path -> path.endsWith("0=ocfl_object_1.1")).toList()) {
                Path folder = file.getParent();
                object = Files.readString(folder.resolve("inventory.json")).contains(id) ? folder : object;
            }
        }
        try (Stream<Path> all = Files.walk(object)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
