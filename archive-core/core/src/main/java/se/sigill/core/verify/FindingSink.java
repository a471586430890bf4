package se.sigill.core.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.sigill.core.finding.Finding;
import se.sigill.core.finding.FindingCode;
import se.sigill.core.log.LogFinding;

/** Collects findings from several threads. */
final class FindingSink {
    /** A ruined archive has one for each file; nobody reads more, and memory must not run out. */
    private static final int KEPT_MAX = 100_000;

    /** About whose it is, not about whether it hangs together. */
    private static final Set<FindingCode> OF_WHOM =
            Set.of(VerifyFinding.STRANGER, LogFinding.KEY_STRANGER, LogFinding.KEY_CHAIN);

    private final List<Finding> kept = new ArrayList<>();
    private final Set<String> faulty = new HashSet<>();
    private boolean broken;

    synchronized void add(Finding finding) {
        if (finding.isError()) {
            faulty.add(finding.where());
        }
        broken |= finding.isError() && !OF_WHOM.contains(finding.code());
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

    /** Whether an error was found at exactly this place. */
    synchronized boolean isFaulty(String where) {
        return faulty.contains(where);
    }

    /** In the order of places; findings of one place in the order they came. */
    synchronized List<Finding> sorted() {
        return kept.stream().sorted(Comparator.comparing(Finding::where)).toList();
    }
}
