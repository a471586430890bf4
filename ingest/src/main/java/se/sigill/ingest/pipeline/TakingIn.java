package se.sigill.ingest.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import se.sigill.core.log.Actor;
import se.sigill.core.record.RecordId;
import se.sigill.ingest.spool.Manifest;
import se.sigill.ingest.spool.Spool;
import se.sigill.ingest.spool.SpoolItem;

/**
 * Takes acknowledged deliveries in. May be stopped at any point and run again: each item is committed exactly once,
 * because the archive, asked at the start of a run, says which items of the delivery it has.
 */
public final class TakingIn implements AutoCloseable {
    private final Spool spool;
    private final Reading reading;
    private final Packaging packaging;
    private final Committer committer;
    private final Limits limits;
    private final ReentrantLock oneRun = new ReentrantLock();
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("taking-in-", 0).daemon().factory());

    /** What one batch may hold: a commit costs a few fsyncs, however many records it has. */
    public record Limits(int recordsMax, long bytesMax) {
        public static final Limits ORDINARY = new Limits(256, 64L << 20);

        public Limits {
            if (recordsMax < 1 || bytesMax < 1) {
                throw new IllegalArgumentException("a batch holds something");
            }
        }
    }

    /** What became of a delivery. @param records the record of each committed item, by path */
    public record Taken(String delivery, Map<String, RecordId> records) {}

    public TakingIn(Spool spool, Reading reading, Packaging packaging, Committer committer, Limits limits) {
        this.spool = spool;
        this.reading = reading;
        this.packaging = packaging;
        this.committer = committer;
        this.limits = limits;
    }

    /** Takes everything in that waits, oldest delivery first. */
    public List<Taken> runAll() {
        return spool.waiting().stream().map(this::run).toList();
    }

    /**
     * Takes one delivery in; on return all its sound items are committed and its folder is gone, or holds only what
     * waits in quarantine. An item that is already committed is not committed again.
     *
     * @throws se.sigill.core.ArchiveException if the machine refused; what is committed stays, run again for the rest
     */
    public Taken run(String delivery) {
        oneRun.lock();
        try {
            Manifest manifest = spool.manifest(delivery);
            Map<String, RecordId> records = new LinkedHashMap<>(committer.committed(delivery));
            List<List<Received>> batches = batches(manifest, records);
            CompletableFuture<List<Extracted>> next = readLater(batches, 0);
            for (int i = 0; i < batches.size(); i++) {
                List<Extracted> read = await(next);
                next = readLater(batches, i + 1);
                List<Packaged> packaged = read.stream().map(packaging::pack).toList();
                committer.commit(packaged.stream().map(Packaged::version).toList(), Actor.system("taking-in"));
                packaged.forEach(each ->
                        records.put(each.item(), each.version().description().id()));
                reading.forget(batches.get(i));
            }
            spool.finish(delivery);
            return new Taken(delivery, Map.copyOf(records));
        } finally {
            oneRun.unlock();
        }
    }

    private List<List<Received>> batches(Manifest manifest, Map<String, RecordId> committed) {
        List<List<Received>> batches = new ArrayList<>();
        List<Received> current = new ArrayList<>();
        long bytes = 0;
        for (SpoolItem item : manifest.having(SpoolItem.Status.WAITING)) {
            if (committed.containsKey(item.path())) {
                continue;
            }
            long size = item.digests().sizeBytes();
            boolean isFull =
                    current.size() == limits.recordsMax() || (!current.isEmpty() && bytes + size > limits.bytesMax());
            if (isFull) {
                batches.add(current);
                current = new ArrayList<>();
                bytes = 0;
            }
            current.add(new Received(manifest, item, spool.file(manifest.delivery(), item)));
            bytes += size;
        }
        if (!current.isEmpty()) {
            batches.add(current);
        }
        return batches;
    }

    private CompletableFuture<List<Extracted>> readLater(List<List<Received>> batches, int index) {
        return index < batches.size()
                ? CompletableFuture.supplyAsync(() -> reading.read(batches.get(index)), reader)
                : CompletableFuture.completedFuture(List.of());
    }

    private static List<Extracted> await(CompletableFuture<List<Extracted>> read) {
        try {
            return read.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException runtime) {
                throw runtime;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
