package se.sigill.core.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import se.sigill.core.ArchiveException;
import se.sigill.core.finding.Finding;
import se.sigill.core.record.RecordId;

/**
 * A store that fails at the n-th call that changes something: before it was done, or after it was done and only the answer
 * is lost. For one thread.
 */
public final class FaultyContentStore implements ContentStore {
    /** What has happened on the disk when the caller sees the failure. */
    public enum Persisted {
        NO,
        YES
    }

    private final ContentStore store;
    private final Persisted persisted;
    private int callsUntilFault;

    /** @param failAt counted from 1; 0 never fails */
    public FaultyContentStore(ContentStore store, int failAt, Persisted persisted) {
        this.store = store;
        this.callsUntilFault = failAt;
        this.persisted = persisted;
    }

    /** False as long as the fault has not yet come: the caller did fewer calls than that. */
    public boolean failed() {
        return callsUntilFault < 0;
    }

    private <T> T change(Supplier<T> step) {
        if (callsUntilFault > 0 && --callsUntilFault == 0) {
            callsUntilFault = -1;
            if (persisted == Persisted.YES) {
                T lost = step.get();
                assert lost != null;
            }
            throw new ArchiveException.StorageFailed("a fault that the test asked for", new IOException("fault"));
        }
        return step.get();
    }

    private void change(Runnable step) {
        change(() -> {
            step.run();
            return true;
        });
    }

    @Override
    public Batch open(String batchId) {
        return new FaultyBatch(store.open(batchId));
    }

    @Override
    public Optional<Inventory> inventory(RecordId id, int version) {
        return store.inventory(id, version);
    }

    @Override
    public Optional<String> inventoryDigest(RecordId id, int version) {
        return store.inventoryDigest(id, version);
    }

    @Override
    public Optional<InputStream> open(RecordId id, int version, String path) {
        return store.open(id, version, path);
    }

    @Override
    public Optional<InputStream> open(Inventory inventory, String path) {
        return store.open(inventory, path);
    }

    @Override
    public boolean place(RecordId id, int version, String path, Path target) {
        return store.place(id, version, path, target);
    }

    @Override
    public Stream<StoredObject> list() {
        return store.list();
    }

    @Override
    public List<Finding> findOrphans(Map<RecordId, Integer> versionsByRecord) {
        return store.findOrphans(versionsByRecord);
    }

    @Override
    public Set<RecordId> underWay() {
        return store.underWay();
    }

    @Override
    public Recovered recover(Committed committed) {
        return change(() -> store.recover(committed));
    }

    @Override
    public void erase(RecordId id) {
        change(() -> store.erase(id));
    }

    private final class FaultyBatch implements Batch {
        private final Batch batch;

        private FaultyBatch(Batch batch) {
            this.batch = batch;
        }

        @Override
        public String id() {
            return batch.id();
        }

        @Override
        public void put(ObjectVersion version) {
            batch.put(version);
        }

        @Override
        public List<Promoted> promote() {
            return change(batch::promote);
        }

        @Override
        public void close() {
            change(batch::close);
        }

        @Override
        public void undo() {
            change(batch::undo);
        }
    }
}
