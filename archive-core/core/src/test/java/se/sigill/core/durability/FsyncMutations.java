package se.sigill.core.durability;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Leaves out each call site of fsync in turn, on one recording, and tells which removals nobody noticed. */
public final class FsyncMutations {
    /** @param sites all call sites, @param unnoticed those whose removal no tree showed */
    public record Result(List<String> sites, List<String> unnoticed) {
        public Result {
            sites = List.copyOf(sites);
            unnoticed = List.copyOf(unnoticed);
        }
    }

    private FsyncMutations() {}

    /** The call sites of a recording, sorted. */
    public static Set<String> sites(List<Operation> recording) {
        Set<String> sites = new TreeSet<>();
        for (Operation operation : recording) {
            if (operation instanceof Operation.Force(long handle, String site)) {
                sites.add(site);
            }
        }
        return sites;
    }

    /** @param states that finds nothing when no site is left out */
    public static Result run(List<Operation> recording, CrashStates states) throws IOException {
        List<String> unnoticed = new ArrayList<>();
        Set<String> sites = sites(recording);
        for (String site : sites) {
            if (states.explore(recording, Set.of(site)).failures().isEmpty()) {
                unnoticed.add(site);
            }
        }
        return new Result(List.copyOf(sites), unnoticed);
    }
}
