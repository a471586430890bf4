package se.sigill.core.disposal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import se.sigill.core.json.JsonException;
import se.sigill.core.log.Act;
import se.sigill.core.log.ArchiveLog;
import se.sigill.core.log.LogEntry;
import se.sigill.core.record.RecordId;

/** Takes the text of acts about a record out of the log, after its disposal was committed. */
public final class ActErasure {
    private ActErasure() {}

    /**
     * Erases all acts about the record before its disposal. Run again it finishes what a stop left undone.
     *
     * @param disposal index of the act {@link Act.Disposed}
     * @return how many acts there were to erase; 0 if all was done before
     */
    public static int about(RecordId record, long disposal, ArchiveLog log) {
        List<Long> indexes = new ArrayList<>();
        try (Stream<LogEntry> entries = log.reader().entries(0, disposal)) {
            entries.filter(entry -> isAbout(record, entry)).forEach(entry -> indexes.add(entry.index()));
        }
        if (!indexes.isEmpty()) {
            log.erase(indexes, disposal);
        }
        return indexes.size();
    }

    private static boolean isAbout(RecordId record, LogEntry entry) {
        // The id is looked for as text first: parsing every act of a large log for one record would take minutes.
        if (!(entry instanceof LogEntry.Kept kept) || !kept.text().contains(record.value())) {
            return false;
        }
        try {
            return kept.act() instanceof Act.OfRecord about
                    && about.record().equals(record)
                    && !(about instanceof Act.Disposed);
        } catch (JsonException e) {
            return false;
        }
    }
}
