package se.sigill.core.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import se.sigill.core.finding.Finding;
import se.sigill.core.finding.FindingCode;

/** Collects findings from several threads. */
final class FindingSink {
    /** A ruined archive has one for each file; nobody reads more, and memory must not run out. */
    private static final int KEPT_MAX = 100_000;

    private final List<Finding> kept = new ArrayList<>();
    private boolean broken;

    synchronized void add(Finding finding) {
        broken |= finding.isError() && finding.code() != VerifyFinding.STRANGER;
        if (kept.size() < KEPT_MAX) {
            kept.add(finding);
        }
    }

    void add(FindingCode code, String where, String message) {
        add(Finding.of(code, where, message));
    }

    /** Whether something does not hang together; a stranger's key is no such thing. */
    synchronized boolean isBroken() {
        return broken;
    }

    /** In the order of places; findings of one place in the order they came. */
    synchronized List<Finding> sorted() {
        return kept.stream().sorted(Comparator.comparing(Finding::where)).toList();
    }
}
