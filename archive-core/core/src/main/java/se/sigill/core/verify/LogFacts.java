package se.sigill.core.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import se.sigill.core.ArchiveException;
import se.sigill.core.json.JsonException;
import se.sigill.core.log.Act;
import se.sigill.core.log.LogEntry;
import se.sigill.core.log.LogReader;
import se.sigill.core.record.RecordId;
import se.sigill.core.tlog.TreeEdge;
import se.sigill.core.tlog.TreeHash;

/** What the acts say of records, in one pass over the log. Whether the log itself is sound is asked elsewhere. */
final class LogFacts {
    private final LogReader reader;
    private final Map<RecordId, RecordFacts> records = new HashMap<>();
    private final Map<Long, TreeHash> roots = new HashMap<>();
    private final List<String> logKeys = new ArrayList<>();
    private boolean complete = true;
    private long size;

    private LogFacts(LogReader reader) {
        this.reader = reader;
    }

    /**
     * Reads all acts that the head covers.
     *
     * @param sizes at which the root of the tree is wanted
     * @return empty if there is no head that can be read
     */
    static Optional<LogFacts> read(Path log, Set<Long> sizes) {
        try {
            LogReader reader = LogReader.open(log);
            LogFacts facts = new LogFacts(reader);
            facts.size = reader.head().size();
            facts.pass(sizes);
            return Optional.of(facts);
        } catch (ArchiveException e) {
            return Optional.empty();
        }
    }

    Map<RecordId, RecordFacts> records() {
        return records;
    }

    /** Acts that the head covers. */
    long size() {
        return size;
    }

    /** Whether every act could be read: else nothing can be said of what no act names. */
    boolean isComplete() {
        return complete;
    }

    /** The root over the first acts as they are on disk; empty if it was not asked for or cannot be computed. */
    Optional<TreeHash> rootAt(long at) {
        return Optional.ofNullable(roots.get(at));
    }

    /** Keys that the acts name as the log's, the first one first. */
    List<String> logKeys() {
        return logKeys;
    }

    /** Gives each act in a range; those that cannot be read are passed over. */
    void acts(long from, long to, Consumer<LogEntry> each) {
        complete &= LogActs.pass(reader, from, to, each);
    }

    private void pass(Set<Long> sizes) {
        TreeEdge edge = new TreeEdge();
        roots.put(0L, edge.root());
        acts(0, size, entry -> {
            if (edge.size() == entry.index()) {
                edge.append(entry.leaf());
                if (sizes.contains(edge.size())) {
                    roots.put(edge.size(), edge.root());
                }
            }
            if (entry instanceof LogEntry.Kept kept) {
                take(kept);
            }
        });
    }

    private void take(LogEntry.Kept kept) {
        try {
            switch (kept.act()) {
                case Act.Sealed a ->
                    version(a.record(), new VersionFact(a.version(), a.inventory(), kept.index(), a.at()));
                case Act.RenditionAdded a ->
                    version(a.record(), new VersionFact(a.version(), a.inventory(), kept.index(), a.at()));
                case Act.Disposed a -> {
                    List<VersionFact> versions = records.containsKey(a.record())
                            ? records.get(a.record()).versions()
                            : new ArrayList<>(0);
                    records.put(a.record(), new RecordFacts(a.record(), versions, kept.index()));
                }
                case Act.Founded a -> logKeys.add(a.logKey());
                case Act.KeyRotated a when a.key().equals("log") -> logKeys.add(a.newKey());
                default -> {}
            }
        } catch (JsonException | IllegalArgumentException e) {
            complete = false;
        }
    }

    private void version(RecordId id, VersionFact version) {
        records.computeIfAbsent(id, i -> new RecordFacts(i, new ArrayList<>(1), -1))
                .versions()
                .add(version);
    }
}
