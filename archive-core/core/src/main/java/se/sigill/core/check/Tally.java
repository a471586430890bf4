package se.sigill.core.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import se.sigill.core.finding.Finding;
import se.sigill.core.finding.Severity;
import se.sigill.core.verify.Mismatch;

/** What is known of a round; changed as it goes on, by one thread. {@link RoundPaper} keeps it. */
final class Tally {
    /** A ruined archive has one for each file; nobody reads more, and the paper is written after each window. */
    private static final int KEPT_MAX = 10_000;

    /** So that what is only worth knowing pushes nothing out. */
    private static final int KEPT_INFO_MAX = 100;

    /** More runs than this in one round: the two oldest are taken for one. */
    private static final int SEGMENTS_MAX = 1_000;

    /** Objects up to a log index, from where the segment before ends, and since when at least they are checked. */
    record Segment(long to, Instant at) {}

    final String id;
    /** Origin of the log: after a restore it is another one, and positions mean other acts. */
    final String origin;

    final Instant startedAt;
    final long end;
    long next;
    boolean done;
    /** Size of the log when the round was complete: its act can only come after. */
    long closedAt;

    long objects;
    long files;
    long bytes;
    long disposed;
    long faults;
    final List<Finding> findings = new ArrayList<>();
    final List<Mismatch> mismatches = new ArrayList<>();
    /** When the round before checked what. */
    final List<Segment> before = new ArrayList<>();
    /** What this round has checked so far. */
    final List<Segment> checked = new ArrayList<>();

    Tally(String id, String origin, Instant startedAt, long end) {
        this.id = id;
        this.origin = origin;
        this.startedAt = startedAt;
        this.end = end;
    }

    void add(Finding finding) {
        faults += finding.isError() ? 1 : 0;
        boolean info = finding.severity() == Severity.INFO;
        long like = findings.stream()
                .filter(f -> (f.severity() == Severity.INFO) == info)
                .count();
        if (like < (info ? KEPT_INFO_MAX : KEPT_MAX)) {
            findings.add(finding);
        }
    }

    void add(Mismatch mismatch) {
        faults++;
        if (mismatches.size() < KEPT_MAX) {
            mismatches.add(mismatch);
        }
    }

    /** Everything before that index is checked, at the latest then. */
    void reached(long index, Instant runStarted) {
        next = index;
        if (!checked.isEmpty() && checked.getLast().at().equals(runStarted)) {
            checked.removeLast();
        }
        checked.add(new Segment(index, runStarted));
        if (checked.size() > SEGMENTS_MAX) {
            Segment oldest = checked.removeFirst();
            checked.set(0, new Segment(checked.getFirst().to(), oldest.at()));
        }
    }

    Round round(long from) {
        List<Finding> all = Stream.concat(findings.stream(), Mismatch.findings(mismatches).stream())
                .sorted(Comparator.comparing(Finding::where))
                .toList();
        return new Round(id, startedAt, from, next, end, done, objects, files, bytes, disposed, faults, all);
    }
}
