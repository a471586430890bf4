package se.sigill.core.failpoint;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The moments between which an acknowledged record could get lost, in the order in which a deposit meets them. The
 * system property {@code sigill.failpoint} names the one at which the process ends at once, with no hook and no flush;
 * {@code name:n} ends it at the n-th time.
 */
public enum Failpoint {
    /** The bytes of a delivery lie in the spool; nothing says so yet. */
    SPOOL_BEFORE_MANIFEST,
    /** The manifest is durable; no receipt was given. */
    SPOOL_BEFORE_RECEIPT,
    /** The receipt was given; nothing was committed. */
    SPOOL_AFTER_RECEIPT,
    /** The batch note is durable; no byte of the batch is written. */
    STORE_AFTER_NOTE,
    /** The versions of the batch lie in staging, forced. */
    STORE_AFTER_STAGING,
    /** Some versions of the batch stand in their places. */
    STORE_WITHIN_PROMOTION,
    /** All versions stand in their places; the log does not know. */
    STORE_AFTER_PROMOTION,
    /** Acts are written and forced; the checkpoint is the old one. */
    LOG_BEFORE_CHECKPOINT,
    /** The new checkpoint is durable; nobody was told. */
    LOG_AFTER_CHECKPOINT,
    /** Committed; the batch note is still there. */
    STORE_BEFORE_NOTE_GOES,
    /** Committed; the catalogue has not got it. */
    CATALOGUE_BEFORE_COMMIT,
    /** The catalogue has it; the index has not. */
    INDEX_BEFORE_COMMIT,
    /** Projected; the delivery still lies in the spool. */
    SPOOL_BEFORE_REMOVAL;

    private static final String CHOSEN = System.getProperty("sigill.failpoint", "");
    /** How often the chosen one was met; the others are not counted. */
    private static final AtomicInteger TIMES = new AtomicInteger();

    /** The name used in the property. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Says that the process has come here. Ends it if a test wants that. */
    public void reached() {
        if (CHOSEN.isEmpty()) {
            return;
        }
        int colon = CHOSEN.indexOf(':');
        String name = colon < 0 ? CHOSEN : CHOSEN.substring(0, colon);
        int nth = colon < 0 ? 1 : Integer.parseInt(CHOSEN.substring(colon + 1));
        if (name.equals(word()) && TIMES.incrementAndGet() == nth) {
            Runtime.getRuntime().halt(137);
        }
    }
}
