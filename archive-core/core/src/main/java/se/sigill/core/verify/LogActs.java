package se.sigill.core.verify;

import java.io.UncheckedIOException;
import java.util.function.Consumer;
import se.sigill.core.ArchiveException;
import se.sigill.core.log.LogEntry;
import se.sigill.core.log.LogReader;

/** Goes through the acts of a log that may be damaged. */
public final class LogActs {
    /** After so many unreadable lines in a row the rest of the log is taken for lost. */
    private static final int UNREADABLE_MAX = 16;

    private LogActs() {}

    /**
     * Gives each act in a range; those that cannot be read are passed over.
     *
     * @return false if one could not be read: then nothing can be said of what no act names
     */
    public static boolean pass(LogReader reader, long from, long to, Consumer<LogEntry> each) {
        boolean complete = true;
        long at = from;
        int unreadable = 0;
        while (at < to && unreadable < UNREADABLE_MAX) {
            try (var entries = reader.entries(at, to)) {
                for (LogEntry entry : (Iterable<LogEntry>) entries::iterator) {
                    each.accept(entry);
                    at = entry.index() + 1;
                    unreadable = 0;
                }
            } catch (ArchiveException | UncheckedIOException e) {
                complete = false;
                unreadable++;
                at++;
            }
        }
        return complete;
    }
}
