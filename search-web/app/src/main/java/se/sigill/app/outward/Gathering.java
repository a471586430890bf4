package se.sigill.app.outward;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import se.sigill.core.log.PublicLog;
import se.sigill.core.proof.LeafText;
import se.sigill.core.record.RecordId;

/**
 * What the public log has not yet of some records, found in as many rounds as it takes, so that it can be cut at once.
 * In memory alone: after a stop, or where rules or the day are others meanwhile, it is found anew. For one thread.
 */
final class Gathering {
    private final Queue<RecordId> ahead;
    private final Map<RecordId, List<PublicLog.Published>> found = new HashMap<>();

    /** Nothing is found yet. @param records that are shown and stand in the log with some of their files at most */
    Gathering(Collection<RecordId> records) {
        this.ahead = new ArrayDeque<>(records);
    }

    /**
     * Looks at the next ones, at least at one.
     *
     * @param deadline by {@link System#nanoTime}
     * @return whether all have been looked at
     */
    boolean go(PublicFacts facts, Predicate<PublicLog.Published> has, long deadline) throws IOException {
        while (!ahead.isEmpty()) {
            RecordId id = ahead.remove();
            List<PublicLog.Published> missing = new ArrayList<>();
            for (LeafText leaf : facts.leaves(id)) {
                PublicLog.Published file = Cutting.named(id, leaf);
                if (!has.test(file)) {
                    missing.add(file);
                }
            }
            found.put(id, missing);
            if (System.nanoTime() - deadline > 0) {
                break;
            }
        }
        return ahead.isEmpty();
    }

    /** The records that were looked at and have not been closed since. */
    Set<RecordId> of(Set<String> stillTold) {
        return found.keySet().stream()
                .filter(id -> stillTold.contains(id.value()))
                .collect(Collectors.toSet());
    }

    /** What was found of these. */
    List<PublicLog.Published> missing(Set<RecordId> records) {
        return found.entrySet().stream()
                .filter(one -> records.contains(one.getKey()))
                .flatMap(one -> one.getValue().stream())
                .toList();
    }
}
