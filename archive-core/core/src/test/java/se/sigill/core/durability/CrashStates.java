package se.sigill.core.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Builds what a power cut may leave at every point of a recording, and has it checked. */
public final class CrashStates {
    /** Opens a directory as a real start would; throws, or an assertion fails, if something acknowledged is not there. */
    @FunctionalInterface
    public interface Checker {
        void check(Path directory, List<String> acknowledged) throws Exception;
    }

    /** @param where the number of operations before the cut, and how the cut treated the rest */
    public record Failure(String where, String message) {}

    /** @param states how many trees were looked at, @param distinct how many of them were different */
    public record Result(int states, int distinct, List<Failure> failures) {
        public Result {
            failures = List.copyOf(failures);
        }
    }

    private final Path scratch;
    private final Checker checker;
    private final long seed;
    private final int halves;
    private final int failuresMax;
    /** Trees that were opened and found good, with what was acknowledged: they need not be opened again. */
    private final Set<Long> good = new HashSet<>();

    /**
     * @param scratch an existing directory, best in memory; trees are built in it and deleted
     * @param seed of the random cuts
     * @param halves how many random cuts at each point
     * @param failuresMax the search ends after so many
     */
    public CrashStates(Path scratch, Checker checker, long seed, int halves, int failuresMax) {
        this.scratch = scratch;
        this.checker = checker;
        this.seed = seed;
        this.halves = halves;
        this.failuresMax = failuresMax;
    }

    /** @param ignored call sites of fsync that are left out */
    public Result explore(List<Operation> recording, Set<String> ignored) throws IOException {
        return explore(recording, ignored, Integer.MAX_VALUE, 1);
    }

    /**
     * Every point, but only so many cuts at each; the seed chooses which.
     *
     * @param step every so many points, if not all
     */
    public Result sample(List<Operation> recording, int cutsMax, int step) throws IOException {
        return explore(recording, Set.of(), cutsMax, step);
    }

    private Result explore(List<Operation> recording, Set<String> ignored, int cutsMax, int step) throws IOException {
        ModelDisk disk = new ModelDisk();
        Set<Long> seen = new HashSet<>();
        List<Failure> failures = new ArrayList<>();
        int states = 0;
        int first = recording.indexOf(new Operation.CutsBegin()) + 1;
        for (int n = 0; n <= recording.size() && failures.size() < failuresMax; n++) {
            if (n > 0) {
                disk.apply(recording.get(n - 1), ignored);
            }
            boolean isCut = n >= first && (n - first) % step == 0;
            for (PowerCut cut : isCut ? cuts(n, cutsMax) : List.<PowerCut>of()) {
                states++;
                ModelDisk.Tree tree = disk.cut(cut);
                // The same tree with more acknowledged is another state.
                long state = 31 * tree.fingerprint() + disk.acknowledged.size();
                if (seen.add(state) && !good.contains(state)) {
                    String where = "after " + n + " of " + recording.size() + " operations, " + cut;
                    check(tree, disk.acknowledged)
                            .ifPresentOrElse(m -> failures.add(new Failure(where, m)), () -> good.add(state));
                }
            }
        }
        return new Result(states, seen.size(), failures.subList(0, Math.min(failures.size(), failuresMax)));
    }

    private List<PowerCut> cuts(int n, int cutsMax) {
        Random random = new Random(seed + n);
        List<PowerCut> cuts = new ArrayList<>();
        for (PowerCut.Fate names : List.of(PowerCut.Fate.LOST, PowerCut.Fate.KEPT)) {
            for (PowerCut.Fate bytes : List.of(PowerCut.Fate.LOST, PowerCut.Fate.ZEROS, PowerCut.Fate.KEPT)) {
                cuts.add(new PowerCut(names, bytes, random));
            }
        }
        for (int i = 0; i < halves; i++) {
            cuts.add(new PowerCut(PowerCut.Fate.HALF, PowerCut.Fate.HALF, random));
            cuts.add(new PowerCut(PowerCut.Fate.HALF, PowerCut.Fate.LOST, random));
        }
        if (cutsMax < cuts.size()) {
            Collections.shuffle(cuts, random);
            return cuts.subList(0, cutsMax);
        }
        return cuts;
    }

    /** @return what was wrong, if anything was */
    private Optional<String> check(ModelDisk.Tree tree, List<String> acknowledged) throws IOException {
        Path home = Files.createDirectory(scratch.resolve("cut"));
        try {
            for (Map.Entry<String, Optional<byte[]>> entry : tree.entries().entrySet()) {
                Path path = home.resolve(entry.getKey());
                if (entry.getValue().isEmpty()) {
                    Files.createDirectory(path);
                } else {
                    Files.write(path, entry.getValue().get());
                }
            }
            return run(home, acknowledged);
        } finally {
            delete(home);
        }
    }

    @SuppressWarnings("CatchingUnchecked")
    private Optional<String> run(Path home, List<String> acknowledged) {
        try {
            checker.check(home, List.copyOf(acknowledged));
            return Optional.empty();
        } catch (AssertionError | Exception e) {
            // A runner: whatever the start throws is the answer.
            return Optional.of(e.toString());
        }
    }

    static void delete(Path top) throws IOException {
        try (Stream<Path> paths = Files.walk(top)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
