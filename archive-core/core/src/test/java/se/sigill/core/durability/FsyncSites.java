package se.sigill.core.durability;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The call sites of fsync in a recording. */
final class FsyncSites {
    private FsyncSites() {}

    /** Sorted. */
    static Set<String> sites(List<Operation> recording) {
        Set<String> sites = new TreeSet<>();
        for (Operation operation : recording) {
            if (operation instanceof Operation.Force(long handle, String site)) {
                sites.add(site);
            }
        }
        return sites;
    }
}
