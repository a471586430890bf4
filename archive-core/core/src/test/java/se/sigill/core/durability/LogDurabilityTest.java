package se.sigill.core.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log's protocol under every power cut of the model, and each of its fsyncs left out. */
final class LogDurabilityTest {
    private static final long SEED = 20261124;

    @TempDir
    Path dir;

    @Test
    void everyActAcknowledgedIsThereAfterAPowerCutAtEveryPointAndEveryFsyncIsNeeded() throws IOException {
        Path memory = Path.of("/dev/shm");
        Path scratch = Files.createTempDirectory(Files.isWritable(memory) ? memory : dir, "sigill-log-");
        Path home = Files.createDirectory(dir.resolve("home"));
        RecordingProvider provider = RecordingProvider.beside();
        LogWorkload workload = new LogWorkload(provider.recorder(), provider.wrap(home));
        provider.recorder().start(home);
        workload.run();
        List<Operation> recording = provider.recorder().stop();
        RecordingProvider withoutForce = RecordingProvider.beside();
        CrashStates states = new CrashStates(
                scratch,
                (cut, told) -> {
                    withoutForce.recorder().start(cut);
                    workload.check(withoutForce.wrap(cut), told);
                },
                SEED,
                1,
                1);

        CrashStates.Result result = states.explore(recording, Set.of());
        assertEquals(List.of(), result.failures());
        assertTrue(result.distinct() > 300, "looked at " + result.distinct() + " different trees");

        for (Map.Entry<String, Set<String>> line : lines(recording).entrySet()) {
            List<CrashStates.Failure> lost =
                    states.explore(recording, line.getValue()).failures();
            assertFalse(lost.isEmpty(), "nobody notices if this is left out: " + line.getKey());
        }
        Files.delete(scratch);
    }

    /** The lines of ours that force, each with all ways that lead to it: what one of them doubles, another needs. */
    private static Map<String, Set<String>> lines(List<Operation> recording) {
        Map<String, Set<String>> lines = new TreeMap<>();
        for (String site : FsyncMutations.sites(recording)) {
            List<String> frames = List.of(site.split(" < "));
            int own = frames.get(0).startsWith("Durable:") ? 1 : 0;
            own += frames.get(own).startsWith("Durable:") ? 1 : 0;
            lines.computeIfAbsent(String.join(" < ", frames.subList(0, own + 1)), l -> new TreeSet<>())
                    .add(site);
        }
        return lines;
    }
}
