package se.sigill.app.wiring;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.sigill.core.log.Act;
import se.sigill.core.log.LogEntry;
import se.sigill.core.log.LogReader;

/**
 * Deliveries that became records of late, as the log tells: nothing of it is kept but in memory, where the end of the
 * log is read once and then what is added. One for each open archive; safe for threads. Nothing is filtered by rights
 * here.
 */
public final class RecentDeliveries {
    /** How long a delivery is of late. */
    public static final Duration AGE_MAX = Duration.ofDays(30);

    /** So far back the log is read for it; a month with more acts is told of in part. */
    private static final long ACTS_MAX = 1_000_000;

    /** Read together while the beginning of the month is looked for. */
    private static final long CHUNK = 4096;

    /** An act begins so; to parse every act of a large log takes minutes. */
    private static final String SEALED = "{\"act\":\"Sealed\"";

    private static final String DISPOSED = "{\"act\":\"Disposed\"";

    private final LogReader log;
    private final Map<String, Recent> byId = new HashMap<>();
    private long read = -1;

    private RecentDeliveries(OpenArchive archive) {
        this.log = archive.archive().log().reader();
    }

    /** The one of this archive, whichever user asks. */
    public static RecentDeliveries of(OpenArchive archive) {
        return archive.kept(RecentDeliveries.class, RecentDeliveries::new);
    }

    /** How many records a delivery that is being taken in has become so far. */
    public static int soFar(OpenArchive archive, String delivery) {
        return archive.delivered().of(delivery).size();
    }

    /**
     * A delivery.
     *
     * @param id by which they sort in time
     * @param takenIn when the last of its records was sealed
     * @param records how many of them are left
     * @param authorities records creators of them; empty text for one that names none
     * @param from index of the act of the first, and {@code to} the one behind the last
     */
    public record Recent(
            String id, String system, Instant takenIn, int records, Set<String> authorities, long from, long to) {
        public Recent {
            authorities = Set.copyOf(authorities);
        }

        private Recent with(Act.Sealed act, long index) {
            Set<String> more = new TreeSet<>(authorities);
            more.add(act.authority());
            return new Recent(id, system, act.at(), records + 1, more, from, index + 1);
        }
    }

    /** The newest first. */
    public synchronized List<Recent> since(Instant earliest) {
        readOn(earliest);
        return byId.values().stream()
                .filter(each -> !each.takenIn().isBefore(earliest))
                .sorted(Comparator.comparing(Recent::id).reversed())
                .toList();
    }

    public synchronized Optional<Recent> find(String id, Instant earliest) {
        return since(earliest).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The acts by which its records were sealed, in their order. @param limit so many at most */
    public List<Act.Sealed> records(Recent delivery, int limit) {
        try (Stream<LogEntry> entries = log.entries(delivery.from(), delivery.to())) {
            return entries.flatMap(entry -> sealed(entry).stream())
                    .filter(act -> act.delivery().equals(delivery.id()))
                    .limit(limit)
                    .toList();
        }
    }

    private void readOn(Instant earliest) {
        long size = log.head().size();
        if (read < 0) {
            read = beginning(size, earliest);
        }
        boolean disposed = false;
        try (Stream<LogEntry> entries = log.entries(read, size)) {
            for (LogEntry entry : (Iterable<LogEntry>) entries::iterator) {
                sealed(entry).ifPresent(act -> take(act, entry.index()));
                disposed |= entry instanceof LogEntry.Kept kept && kept.text().startsWith(DISPOSED);
            }
        }
        read = size;
        if (disposed && !byId.isEmpty()) {
            // A number may tell of what is gone: it is counted anew, without what was erased.
            List<Recent> before = new ArrayList<>(byId.values());
            byId.clear();
            before.forEach(this::countAnew);
        }
    }

    private void countAnew(Recent delivery) {
        try (Stream<LogEntry> entries = log.entries(delivery.from(), delivery.to())) {
            entries.forEach(entry -> sealed(entry)
                    .filter(act -> act.delivery().equals(delivery.id()))
                    .ifPresent(act -> take(act, entry.index())));
        }
    }

    private void take(Act.Sealed act, long index) {
        Recent so = byId.getOrDefault(
                act.delivery(), new Recent(act.delivery(), act.system(), act.at(), 0, Set.of(), index, index));
        byId.put(act.delivery(), so.with(act, index));
    }

    private static Optional<Act.Sealed> sealed(LogEntry entry) {
        return entry instanceof LogEntry.Kept kept
                        && kept.text().startsWith(SEALED)
                        && kept.act() instanceof Act.Sealed act
                ? Optional.of(act)
                : Optional.empty();
    }

    /** Acts stand in the order of their times, near enough: a chunk that begins before the day is the first needed. */
    private long beginning(long size, Instant earliest) {
        long from = size;
        while (from > 0 && size - from < ACTS_MAX) {
            from = Math.max(0, from - CHUNK);
            if (log.entry(from) instanceof LogEntry.Kept kept && kept.act().at().isBefore(earliest)) {
                return from;
            }
        }
        return from;
    }
}
