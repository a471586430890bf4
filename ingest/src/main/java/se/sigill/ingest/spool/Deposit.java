package se.sigill.ingest.spool;

import java.util.List;
import se.sigill.core.finding.Finding;

/** How a deposit ended. */
public sealed interface Deposit {
    /** Durable and acknowledged; single items may wait in quarantine, which the receipt says. */
    record Received(Receipt receipt) implements Deposit {}

    /** Nothing was received and nothing is left behind. @param findings why, at least one */
    record Refused(List<Finding> findings) implements Deposit {
        public Refused {
            findings = List.copyOf(findings);
        }
    }
}
