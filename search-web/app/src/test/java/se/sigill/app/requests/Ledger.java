package se.sigill.app.requests;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** What was acknowledged, seen and timed, by many threads. */
final class Ledger {
    private static final long CALM_NANOS = Duration.ofMinutes(1).toNanos();

    private final PrintStream out;
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final Map<String, Integer> whys = new ConcurrentHashMap<>();
    private final List<Long> open = new ArrayList<>();
    private final Map<String, List<Long>> staff = new TreeMap<>();
    /** Those of the staff site that came when no server had been started for a minute. */
    private final List<Long> calm = new ArrayList<>();

    private volatile long started = System.nanoTime();
    private final AtomicInteger fetched = new AtomicInteger();
    private final AtomicInteger wrong = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    Ledger(PrintStream out) {
        this.out = out;
    }

    /** Somebody got a code. @param token a word that stands in this request only */
    void asked(String token, int record) {
        asked.put(token, record);
    }

    Map<String, Integer> asked() {
        return Map.copyOf(asked);
    }

    void fetched() {
        fetched.incrementAndGet();
    }

    int fetchedCount() {
        return fetched.get();
    }

    /** Something that must not be. */
    void wrong(String what) {
        if (wrong.incrementAndGet() <= 20) {
            out.println("WRONG " + what);
        }
    }

    int wrongCount() {
        return wrong.get();
    }

    /** A server was away, or refused because others came first: it is tried again. Each reason is printed once. */
    void failed(String why) {
        failures.incrementAndGet();
        if (whys.merge(why, 1, Integer::sum) == 1) {
            out.println("tried again: " + why);
        }
    }

    int failures() {
        return failures.get();
    }

    void tookOpen(long nanos) {
        synchronized (open) {
            open.add(nanos);
        }
    }

    /** @param page what kind it is */
    void tookStaff(String page, long nanos) {
        synchronized (staff) {
            staff.computeIfAbsent(page, _ -> new ArrayList<>()).add(nanos);
            if (System.nanoTime() - started > CALM_NANOS) {
                calm.add(nanos);
            }
        }
    }

    Pages openPages() {
        synchronized (open) {
            return Pages.of(open);
        }
    }

    Pages staffPages() {
        synchronized (staff) {
            return Pages.of(staff.values().stream().flatMap(List::stream).toList());
        }
    }

    /** A server was started. */
    void started() {
        started = System.nanoTime();
    }

    Pages calmPages() {
        synchronized (staff) {
            return Pages.of(calm);
        }
    }

    /** Each kind of page by itself. */
    Map<String, Pages> kinds() {
        Map<String, Pages> kinds = new TreeMap<>();
        synchronized (staff) {
            staff.forEach((kind, nanos) -> kinds.put(kind, Pages.of(nanos)));
        }
        return kinds;
    }

    /** How long answers took. */
    record Pages(int count, long p50Millis, long p95Millis) {
        static Pages of(List<Long> nanos) {
            long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            return new Pages(sorted.length, share(sorted, 0.5), share(sorted, 0.95));
        }

        private static long share(long[] sorted, double share) {
            return sorted.length == 0
                    ? 0
                    : sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))] / 1_000_000;
        }
    }

    boolean isOver() {
        return over.get();
    }

    void end() {
        over.set(true);
    }
}
