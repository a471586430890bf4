package se.sigill.staff.archive;

import java.time.Duration;

/** Work that makes room for other work, and not for ever. For one thread. */
final class Yielding {
    private final Duration most;
    private boolean begun;
    private long end;

    /** @param most so long in all, from the first time until {@link #done} */
    Yielding(Duration most) {
        this.most = most;
    }

    /**
     * Whether it waits now.
     *
     * @param busy whether the other work goes on
     * @param now by {@link System#nanoTime}
     */
    boolean waits(boolean busy, long now) {
        if (!busy) {
            return false;
        }
        if (!begun) {
            begun = true;
            end = now + most.toNanos();
        }
        return now - end < 0;
    }

    /** All of it is done; what comes next may wait anew. */
    void done() {
        begun = false;
    }
}
