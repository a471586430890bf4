package se.sigill.core.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.sigill.core.json.JsonException;
import se.sigill.core.log.Act;
import se.sigill.core.log.LogEntry;
import se.sigill.core.log.LogReader;
import se.sigill.core.record.RecordId;
import se.sigill.core.verify.LogActs;
import se.sigill.core.verify.RecordFacts;
import se.sigill.core.verify.VersionFact;

/**
 * What the acts say of a stretch of records, the next ones of a round. The stretch ends early when it has so many that
 * memory counts. For one thread.
 */
final class RoundFacts {
    /** About 50 MB. */
    static final int RECORDS_MAX = 100_000;

    private final LogReader log;
    private final long from;
    private long to;
    private final int recordsMax;
    private final Map<RecordId, Due> records = new HashMap<>();
    private long read;

    private RoundFacts(LogReader log, long from, long end, int recordsMax) {
        this.log = log;
        this.from = from;
        this.to = end;
        this.recordsMax = recordsMax;
        this.read = from;
    }

    /** Reads on to the head of the log: what was sealed early may have been disposed of late. */
    static RoundFacts read(LogReader log, long from, long end, int recordsMax) {
        RoundFacts facts = new RoundFacts(log, from, end, recordsMax);
        facts.refresh();
        return facts;
    }

    /** Log index at which the stretch ends. */
    long to() {
        return to;
    }

    /** In the order of the round. What was disposed of since it began has moved beyond its end. */
    List<Due> inOrder() {
        return records.values().stream()
                .filter(due -> due.position() < to)
                .sorted(Comparator.comparingLong(Due::position))
                .toList();
    }

    /** As the acts read so far say, wherever it has moved to. */
    RecordFacts of(RecordId id) {
        Due due = records.get(id);
        if (due == null) {
            throw new IllegalArgumentException("not a record of this stretch");
        }
        return due.facts();
    }

    /** Takes in acts that were committed meanwhile. */
    void refresh() {
        long head = log.head().size();
        LogActs.pass(log, read, head, entry -> {
            if (entry instanceof LogEntry.Kept kept) {
                take(kept);
            }
        });
        read = Math.max(read, head);
    }

    private void take(LogEntry.Kept kept) {
        try {
            long index = kept.index();
            switch (kept.act()) {
                case Act.Sealed a ->
                    version(a.record(), new VersionFact(a.version(), a.inventory(), index, a.at()), true);
                case Act.RenditionAdded a ->
                    version(a.record(), new VersionFact(a.version(), a.inventory(), index, a.at()), false);
                case Act.Disposed a -> dispose(a.record(), index);
                default -> {}
            }
        } catch (JsonException | IllegalArgumentException e) {
            // The closing of the round tells that the log cannot be read.
            return;
        }
    }

    private void version(RecordId id, VersionFact version, boolean first) {
        Due known = records.get(id);
        if (known != null) {
            List<VersionFact> versions = new ArrayList<>(known.facts().versions());
            versions.add(version);
            RecordFacts facts = new RecordFacts(id, versions, known.facts().disposedBy());
            records.put(id, new Due(known.position(), facts));
        } else if (first && hasRoom(version.index())) {
            records.put(id, new Due(version.index(), new RecordFacts(id, List.of(version), -1)));
        }
    }

    private void dispose(RecordId id, long index) {
        Due known = records.get(id);
        if (known != null || hasRoom(index)) {
            List<VersionFact> versions =
                    known == null ? List.of() : known.facts().versions();
            records.put(id, new Due(index, new RecordFacts(id, versions, index)));
        }
    }

    /** Whether an act at that index begins a record of this stretch; the first one too many ends it. */
    private boolean hasRoom(long index) {
        if (index < to && records.size() >= recordsMax) {
            to = index;
        }
        return index >= from && index < to;
    }
}
