package se.sigill.core.backup;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import se.sigill.core.json.JsonException;
import se.sigill.core.log.Act;
import se.sigill.core.log.Head;
import se.sigill.core.log.LogEntry;
import se.sigill.core.log.LogReader;
import se.sigill.core.record.RecordId;

/** Which content the acts of a log name: the newest version of each record, and what has been disposed of. */
final class Content {
    /** @param inventory SHA-512 of the inventory of that version, as the act says */
    record Version(int number, String inventory) {}

    final Map<RecordId, Version> versions = new HashMap<>();
    /** Records disposed of, with the index of the act that ordered it. */
    final Map<RecordId, Long> disposed = new HashMap<>();

    private Content() {}

    static Content of(LogReader log, Head head) {
        Content content = new Content();
        try (Stream<LogEntry> entries = log.entries(0, head.size())) {
            entries.forEach(content::take);
        }
        return content;
    }

    private void take(LogEntry entry) {
        if (!(entry instanceof LogEntry.Kept kept)) {
            return;
        }
        Act act;
        try {
            act = kept.act();
        } catch (JsonException e) {
            // An act of a newer version of Sigill. What it says of content, that version must back up.
            return;
        }
        switch (act) {
            case Act.Sealed s -> put(s.record(), new Version(s.version(), s.inventory()));
            case Act.RenditionAdded r -> put(r.record(), new Version(r.version(), r.inventory()));
            case Act.Disposed d -> {
                versions.remove(d.record());
                disposed.put(d.record(), entry.index());
            }
            default -> {}
        }
    }

    private void put(RecordId record, Version version) {
        versions.merge(record, version, (old, now) -> now.number() > old.number() ? now : old);
    }

    /** Of these records, those that are not disposed of. */
    Set<RecordId> notDisposed(Set<RecordId> records) {
        Set<RecordId> left = new HashSet<>(records);
        left.removeAll(disposed.keySet());
        return left;
    }
}
