package se.sigill.core.log;

import java.time.Duration;
import java.util.Optional;

/**
 * Who keeps a second copy of the log. Called by the log's own thread, but for {@link #await}; the methods return at
 * once and do not fail for reasons of their own, except the two that are called while the log is opened.
 */
public interface LogFollower {
    /**
     * The log is about to be opened; nothing has been changed yet.
     *
     * @param head of the log, empty if there is none yet
     * @throws se.sigill.core.ArchiveException.Damaged if the copy is ahead of it: then it must not be opened
     */
    void opening(Optional<Head> head);

    /** The log is open and whole. @throws se.sigill.core.ArchiveException.Damaged if the copy is of another history */
    void opened(LogReader log);

    /** A commit has happened. */
    void committed(Head head);

    /** Lines of that acts file have been erased. */
    void rewritten(long file);

    /** Waits until the copy has that many acts and all erasures, or the time is over. @return true if it has */
    boolean await(long size, Duration limit);

    /** False if there is no second copy. */
    boolean configured();

    /** No second copy. */
    static LogFollower none() {
        return new None();
    }

    /** No second copy: there is nothing to wait for. */
    record None() implements LogFollower {
        @Override
        public void opening(Optional<Head> head) {}

        @Override
        public void opened(LogReader log) {}

        @Override
        public void committed(Head head) {}

        @Override
        public void rewritten(long file) {}

        @Override
        public boolean await(long size, Duration limit) {
            return true;
        }

        @Override
        public boolean configured() {
            return false;
        }
    }
}
