package se.sigill.app.wiring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.sigill.core.log.Act;
import se.sigill.core.log.LogEntry;
import se.sigill.core.log.LogReader;
import se.sigill.core.record.RecordId;

/** Finds the acts about many records in one pass over the log; reads on when acts were added. For one thread. */
final class ActsByRecord {
    /** What stands before the id in an act about a record; within a text its quotes would be escaped. */
    private static final String RECORD = "\"record\":\"";

    private final LogReader log;
    private final Map<String, List<Long>> indexes = new HashMap<>();
    private long read;

    /** @param expected records that will be asked for; another one costs a pass of its own */
    ActsByRecord(LogReader log, Collection<RecordId> expected) {
        this.log = log;
        expected.forEach(id -> indexes.put(id.value(), new ArrayList<>()));
    }

    /** The acts about a record, as they stand in the log now; what was erased is not among them. */
    List<LogEntry> of(RecordId id) {
        if (!indexes.containsKey(id.value())) {
            indexes.put(id.value(), new ArrayList<>());
            indexes.values().forEach(List::clear);
            read = 0;
        }
        readOn();
        List<LogEntry> acts = new ArrayList<>();
        for (long index : indexes.getOrDefault(id.value(), List.of())) {
            LogEntry entry = log.entry(index);
            if (entry instanceof LogEntry.Kept kept
                    && kept.act() instanceof Act.OfRecord act
                    && act.record().equals(id)) {
                acts.add(entry);
            }
        }
        return acts;
    }

    private void readOn() {
        long size = log.head().size();
        try (Stream<LogEntry> entries = log.entries(read, size)) {
            entries.forEach(this::take);
        }
        read = size;
    }

    /** The text is enough to find it: to parse every act of a large log takes minutes. */
    private void take(LogEntry entry) {
        if (entry instanceof LogEntry.Kept kept) {
            int at = kept.text().indexOf(RECORD) + RECORD.length();
            if (at >= RECORD.length() && at + RecordId.LENGTH <= kept.text().length()) {
                List<Long> known = indexes.get(kept.text().substring(at, at + RecordId.LENGTH));
                if (known != null) {
                    known.add(entry.index());
                }
            }
        }
    }
}
