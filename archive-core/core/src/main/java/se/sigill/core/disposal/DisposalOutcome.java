package se.sigill.core.disposal;

import java.util.List;
import se.sigill.core.finding.Finding;
import se.sigill.core.record.RecordId;

/** What became of one order. */
public sealed interface DisposalOutcome {
    RecordId record();

    /**
     * The record is gone from the store, the places and the log.
     *
     * @param act index of the act that says so
     * @param shipped false if a second copy of the log is configured and was late: it still has what is erased here
     */
    record Done(RecordId record, long act, boolean shipped) implements DisposalOutcome {}

    /** Nothing was done. @param findings all that forbid it, never empty */
    record Forbidden(RecordId record, List<Finding> findings) implements DisposalOutcome {
        public Forbidden {
            findings = List.copyOf(findings);
        }
    }
}
