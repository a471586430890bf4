package se.sigill.core.durability;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Something that writes and acknowledges, and how to find out afterwards whether it kept its word. */
public interface Protocol {
    /** The protocols of this module. Those of the modules above are beside them, in {@code app}. */
    static List<Protocol> ofCore() {
        return List.of(new StoreProtocol(), new LogProtocol());
    }

    /** One word. */
    String name();

    /** Names in the home below which nothing is recorded: what is there is computed from the rest. */
    default Set<String> unseen() {
        return Set.of();
    }

    /** At every so many points a short round cuts; a long one cuts at each. */
    default int sampleStep() {
        return 1;
    }

    /** Does everything once, and tells the recorder what was acknowledged. @param home empty, and recorded */
    void run(Recorder recorder, Path home) throws IOException;

    /** Opens what a power cut left as a real start would. @throws AssertionError if it did not keep its word */
    void check(Path home, List<String> acknowledged) throws Exception;

    /** Whether this call site of fsync may be left out and nobody need notice; the reason stands where it is said. */
    boolean isExcused(String site);

    /** The fsyncs that are left out together, by the name of what is left out. */
    default Map<String, Set<String>> removals(List<Operation> recording) {
        Map<String, Set<String>> removals = new TreeMap<>();
        for (String site : FsyncSites.sites(recording)) {
            if (!isExcused(site)) {
                removals.put(site, Set.of(site));
            }
        }
        return removals;
    }

    /** The lines of ours that force, each with all ways that lead to it: what one of them doubles, another needs. */
    static Map<String, Set<String>> lines(List<Operation> recording) {
        Map<String, Set<String>> lines = new TreeMap<>();
        for (String site : FsyncSites.sites(recording)) {
            List<String> frames = List.of(site.split(" < "));
            int own = 0;
            while (own < frames.size() - 1 && frames.get(own).startsWith("Durable.")) {
                own++;
            }
            lines.computeIfAbsent(String.join(" < ", frames.subList(0, own + 1)), l -> new TreeSet<>())
                    .add(site);
        }
        return lines;
    }
}
