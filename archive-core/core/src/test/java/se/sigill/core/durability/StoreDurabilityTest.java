package se.sigill.core.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store's protocol under every power cut of the model, and each of its fsyncs left out. */
final class StoreDurabilityTest {
    private static final long SEED = 20261123;

    @TempDir
    Path dir;

    static List<Operation> record(Path home) throws IOException {
        RecordingProvider provider = RecordingProvider.beside();
        provider.recorder().start(home);
        StoreWorkload.run(provider.recorder(), provider.wrap(home));
        return provider.recorder().stop();
    }

    static CrashStates states(Path scratch, long seed, int halves) {
        RecordingProvider withoutForce = RecordingProvider.beside();
        CrashStates.Checker checker = (home, acknowledged) -> {
            // The recovery's own forces are not waited for.
            withoutForce.recorder().start(home);
            StoreWorkload.check(withoutForce.wrap(home), acknowledged);
        };
        return new CrashStates(scratch, checker, seed, halves, 1);
    }

    /** In memory where the machine has such a place. */
    static Path scratch() throws IOException {
        Path memory = Path.of("/dev/shm");
        return Files.isWritable(memory)
                ? Files.createTempDirectory(memory, "sigill-cuts-")
                : Files.createTempDirectory("sigill-cuts-");
    }

    @Test
    void everythingAcknowledgedIsThereAfterAPowerCutAtEveryPointAndEveryFsyncIsNeeded() throws IOException {
        Path scratch = scratch();
        List<Operation> recording = record(Files.createDirectory(dir.resolve("home")));
        CrashStates states = states(scratch, SEED, 1);

        CrashStates.Result result = states.explore(recording, Set.of());
        assertEquals(List.of(), result.failures());
        assertTrue(result.distinct() > 500, "looked at " + result.distinct() + " different trees");

        FsyncMutations.Result mutations = FsyncMutations.run(recording, states);
        assertEquals(
                List.of(),
                mutations.unnoticed().stream()
                        .filter(site -> !StoreWorkload.isExcused(site))
                        .toList());
        Files.delete(scratch);
    }
}
