package se.sigill.ingest.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.sigill.core.ArchiveException;
import se.sigill.core.archive.NewVersion;
import se.sigill.core.log.Act;
import se.sigill.core.log.Actor;
import se.sigill.core.record.RecordId;
import se.sigill.core.record.Source;
import se.sigill.ingest.spool.KnownItems;

/** The archive in memory; fails at the n-th commit if wanted, before or after it became true. */
public final class MemoryCommitter implements Committer, KnownItems {
    private final List<NewVersion> versions = new ArrayList<>();
    private final List<Act.OfRecord> decided = new ArrayList<>();
    private final Set<RecordId> damaged = new HashSet<>();
    private final List<Act.OfRecord> acts = new ArrayList<>();
    private int failAt = -1;
    private boolean persists;

    public MemoryCommitter failingAt(int commit, boolean becomesTrue) {
        this.failAt = commit;
        this.persists = becomesTrue;
        return this;
    }

    /** From now on the package of this record contradicts itself. */
    public void damaged(RecordId record) {
        damaged.add(record);
    }

    @Override
    public void commit(List<NewVersion> more, Actor actor) {
        for (NewVersion version : more) {
            if (damaged.contains(version.description().id())) {
                throw new ArchiveException.Damaged("the package cannot be read");
            }
        }
        boolean fails = failAt-- == 0;
        if (!fails || persists) {
            versions.addAll(more);
            more.forEach(version -> acts.addAll(version.alongside()));
        }
        if (fails) {
            throw new ArchiveException.StorageFailed("the disk went", new java.io.IOException("gone"));
        }
    }

    @Override
    public void decide(List<Act.OfRecord> more) {
        decided.addAll(more);
        acts.addAll(more);
    }

    @Override
    public Map<String, RecordId> committed(String delivery) {
        Map<String, RecordId> items = new LinkedHashMap<>();
        for (NewVersion version : versions) {
            Source source = version.description().source();
            if (source.delivery().equals(delivery)) {
                items.put(source.path(), version.description().id());
            }
        }
        return items;
    }

    @Override
    public Map<String, Known> find(String system, Collection<String> externalIds) {
        Map<String, Known> found = new HashMap<>();
        versions.stream()
                .filter(v -> v.description().source().system().equals(system))
                .filter(v -> externalIds.contains(v.description().source().externalId()))
                .forEach(v -> found.putIfAbsent(
                        v.description().source().externalId(),
                        new Known(
                                v.description().id().value(),
                                v.description().original().orElseThrow().sha256())));
        return found;
    }

    public List<NewVersion> versions() {
        return List.copyOf(versions);
    }

    /** Acts alone and alongside, in the order they became true. */
    public List<Act.OfRecord> acts() {
        return List.copyOf(acts);
    }

    public List<Act.OfRecord> decided() {
        return List.copyOf(decided);
    }
}
