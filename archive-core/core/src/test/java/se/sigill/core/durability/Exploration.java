package se.sigill.core.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One run of a protocol, recorded, and everything that power cuts may leave of it. One thread. */
public final class Exploration implements AutoCloseable {
    private final Path scratch;
    private final List<Operation> recording;
    private final CrashStates states;

    private Exploration(Path scratch, List<Operation> recording, CrashStates states) {
        this.scratch = scratch;
        this.recording = recording;
        this.states = states;
    }

    /**
     * Runs and records.
     *
     * @param provider that records; where it is the default one, it sees every path there is
     * @param halves how many random cuts at each point
     */
    public static Exploration of(Protocol protocol, RecordingProvider provider, long seed, int halves)
            throws IOException {
        Path scratch = scratch();
        Path home = Files.createDirectory(scratch.resolve("home"));
        Recorder recorder = provider.recorder();
        recorder.start(home, protocol.unseen());
        protocol.run(recorder, provider.wrap(home));
        List<Operation> recording = recorder.stop();
        CrashStates.Checker checker = (cut, acknowledged) -> {
            // The recovery's own forces are recorded and so not waited for.
            recorder.start(cut, protocol.unseen());
            try {
                protocol.check(provider.wrap(cut), acknowledged);
            } finally {
                recorder.stop();
            }
        };
        return new Exploration(scratch, recording, new CrashStates(scratch, checker, seed, halves, 1));
    }

    /** In memory where the machine has such a place. */
    private static Path scratch() throws IOException {
        Path memory = Path.of("/dev/shm");
        return Files.isWritable(memory)
                ? Files.createTempDirectory(memory, "sigill-cuts-")
                : Files.createTempDirectory("sigill-cuts-");
    }

    public List<Operation> recording() {
        return recording;
    }

    /** Every point, every fate. */
    public CrashStates.Result all() throws IOException {
        return states.explore(recording, Set.of());
    }

    /** Every so many points, one fate at each, which the seed chooses. */
    public CrashStates.Result sample(int step) throws IOException {
        return states.sample(recording, 1, step);
    }

    /** What showed that these call sites of fsync were left out; empty if nothing did. */
    public List<CrashStates.Failure> without(Set<String> sites) throws IOException {
        return states.explore(recording, sites).failures();
    }

    /** The removals that nobody noticed. */
    public List<String> unnoticed(Map<String, Set<String>> removals) throws IOException {
        List<String> unnoticed = new ArrayList<>();
        for (Map.Entry<String, Set<String>> removal : removals.entrySet()) {
            if (without(removal.getValue()).isEmpty()) {
                unnoticed.add(removal.getKey());
            }
        }
        return unnoticed;
    }

    @Override
    public void close() throws IOException {
        CrashStates.delete(scratch);
    }
}
