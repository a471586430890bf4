package se.sigill.core.durability;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The long run: {@code DurabilitySoak [seed] [halves]}. Prints the seed, each call site of fsync and whether its removal was
 * noticed, and a last line with the sum; ends with 1 if something was found.
 */
public final class DurabilitySoak {
    private DurabilitySoak() {}

    public static void main(String[] arguments) throws IOException {
        long seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : System.nanoTime();
        int halves = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        PrintStream out = System.out;
        out.println("seed " + seed + ", " + halves + " random cuts at each point");
        Path scratch = StoreDurabilityTest.scratch();
        List<Operation> recording = StoreDurabilityTest.record(Files.createDirectory(scratch.resolve("home")));
        CrashStates states = StoreDurabilityTest.states(scratch, seed, halves);
        CrashStates.Result result = states.explore(recording, Set.of());
        result.failures().forEach(f -> out.println("LOST " + f.where() + ": " + f.message()));
        out.println(recording.size() + " operations, " + result.states() + " cuts, " + result.distinct() + " trees");
        int unnoticed = 0;
        for (String site : FsyncMutations.sites(recording)) {
            List<CrashStates.Failure> failures =
                    states.explore(recording, Set.of(site)).failures();
            boolean excused = failures.isEmpty() && StoreWorkload.isExcused(site);
            unnoticed += failures.isEmpty() && !excused ? 1 : 0;
            out.println((excused ? "doubled " : failures.isEmpty() ? "UNNOTICED " : "noticed ")
                    + site
                    + (failures.isEmpty() ? "" : " -- " + failures.getFirst().message()));
        }
        out.println("soak fsync: seed " + seed + ", " + result.distinct() + " trees, "
                + result.failures().size() + " lost, "
                + FsyncMutations.sites(recording).size() + " call sites of fsync, " + unnoticed + " not noticed");
        System.exit(result.failures().isEmpty() && unnoticed == 0 ? 0 : 1);
    }
}
