package se.sigill.core.catalogue;

import java.time.Instant;

/**
 * A restore after which the archive went on.
 *
 * @param act the index of the act {@code Restored}
 * @param lostFrom first index known to be lost; equal to {@code lostTo} if nothing is
 * @param acceptedBy the index of the act by which an archivist answered for it, {@link Gap#OPEN} while nobody has
 */
public record Restoration(long act, Instant at, long lostFrom, long lostTo, String reason, long acceptedBy) {
    /** This restore as answered for by the given act. */
    public Restoration accept(long byAct) {
        return new Restoration(act, at, lostFrom, lostTo, reason, byAct);
    }

    public boolean isAccepted() {
        return acceptedBy != Gap.OPEN;
    }
}
