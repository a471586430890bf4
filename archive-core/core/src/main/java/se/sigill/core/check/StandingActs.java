package se.sigill.core.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import se.sigill.core.finding.Finding;
import se.sigill.core.json.JsonException;
import se.sigill.core.log.Act;
import se.sigill.core.log.LogEntry;
import se.sigill.core.log.LogReader;
import se.sigill.core.record.RecordId;
import se.sigill.core.seal.Reach;
import se.sigill.core.tlog.TreeEdge;
import se.sigill.core.tlog.TreeHash;
import se.sigill.core.verify.LogActs;

/** What stands after all acts: newest versions, open gaps, the root of the tree. For one thread. */
final class StandingActs {
    /** An act that committed a version. */
    private record Committed(long index, Instant at, RecordId record) {}

    /** Gaps of one kind, told as one. */
    private record Kind(String code, String waitsFor) {}

    private final TreeEdge edge = new TreeEdge();
    private final Map<RecordId, Integer> versions = new HashMap<>();
    private final Set<RecordId> disposed = new HashSet<>();
    private final TreeMap<Long, Act.GapOpened> gaps = new TreeMap<>();
    private final List<Committed> unsealed = new ArrayList<>();
    private final Reach sealed;

    private long read;
    private boolean complete = true;

    /** @param sealed how far sealing has come: versions beyond it are told */
    StandingActs(Reach sealed) {
        this.sealed = sealed;
    }

    /** Reads on to that size. */
    void read(LogReader log, long size) {
        complete &= LogActs.pass(log, read, size, entry -> {
            if (edge.size() == entry.index()) {
                edge.append(entry.leaf());
            }
            if (entry instanceof LogEntry.Kept kept) {
                take(kept);
            }
        });
        read = Math.max(read, size);
    }

    private void take(LogEntry.Kept kept) {
        try {
            switch (kept.act()) {
                case Act.Sealed a -> version(kept.index(), a.at(), a.record(), a.version());
                case Act.RenditionAdded a -> version(kept.index(), a.at(), a.record(), a.version());
                case Act.GapOpened a -> gaps.put(kept.index(), a);
                case Act.GapClosed a -> gaps.remove(a.gap());
                case Act.Disposed a -> {
                    versions.remove(a.record());
                    disposed.add(a.record());
                }
                default -> {}
            }
        } catch (JsonException | IllegalArgumentException e) {
            complete = false;
        }
    }

    private void version(long index, Instant at, RecordId record, int version) {
        versions.merge(record, version, Math::max);
        if (!sealed.covers(index)) {
            unsealed.add(new Committed(index, at, record));
        }
    }

    boolean isComplete() {
        return complete;
    }

    /** Over the entries read. */
    TreeHash root() {
        return edge.root();
    }

    /** Newest committed version of every record that is not disposed of. */
    Map<RecordId, Integer> versions() {
        return versions;
    }

    Set<RecordId> disposed() {
        return disposed;
    }

    /** One finding for each kind of gap that is open. */
    List<Finding> gaps() {
        Map<Kind, List<Long>> kinds = new HashMap<>();
        gaps.forEach((index, gap) -> {
            if (!disposed.contains(gap.record())) {
                kinds.computeIfAbsent(new Kind(gap.code(), gap.waitsFor()), k -> new ArrayList<>())
                        .add(index);
            }
        });
        List<Finding> findings = new ArrayList<>();
        kinds.forEach((kind, open) -> {
            String waits = kind.waitsFor().isEmpty() ? "" : ", waiting for " + kind.waitsFor();
            findings.add(Finding.of(
                    CheckFinding.GAP_OPEN,
                    "log:" + open.getFirst(),
                    open.size() + " open of kind " + kind.code() + waits + "; this act opened the oldest"));
        });
        return findings;
    }

    /** Versions without a seal that were committed before that time; empty if there are none. */
    Optional<Finding> unsealed(Instant late) {
        List<Committed> waiting = unsealed.stream()
                .filter(c -> !c.at().isAfter(late) && versions.containsKey(c.record()))
                .toList();
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                CheckFinding.UNSEALED_LONG,
                "log:" + waiting.getFirst().index(),
                waiting.size() + " versions are committed but not sealed; the oldest since "
                        + waiting.getFirst().at()));
    }
}
