package se.sigill.core.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import se.sigill.core.ArchiveException;
import se.sigill.core.disk.Durable;
import se.sigill.core.finding.Finding;
import se.sigill.core.json.JsonException;
import se.sigill.core.record.RecordId;

/**
 * The store on a file system: an OCFL 1.1 storage root and a folder of working papers on the same file system.
 *
 * <p>Readers need no lock: they take the inventory of the version they were told, which is never replaced.
 */
public final class FileContentStore implements ContentStore {
    /** Moves one staged version and names the directories that changed. */
    @FunctionalInterface
    interface Move {
        Set<Path> run(Staging.Staged staged) throws IOException;
    }

    private final StoreLayout layout;
    private final Path work;
    private final ForcePool pool;
    /** Held while names below the root change: moving in, taking back, erasing. */
    private final ReentrantLock placing = new ReentrantLock();
    /**
     * Tuple directories whose own names this process knows to be durable. A process that was killed may have left one
     * whose name was never forced, so "it exists" is not enough.
     */
    private final Set<String> durableTuples = ConcurrentHashMap.newKeySet();

    private FileContentStore(Path root, Path work, int threads) {
        this.layout = new StoreLayout(root);
        this.work = work;
        this.pool = new ForcePool(threads);
    }

    /**
     * Creates an empty store, or opens the one that is there.
     *
     * @param root {@code archive/ocfl}
     * @param work {@code work}, on the same file system
     */
    public static FileContentStore create(Path root, Path work) {
        return Disk.call("creating the store", () -> {
            Durable.createDirectories(root);
            Durable.createDirectories(work);
            FileContentStore store = new FileContentStore(root, work, ForcePool.THREADS_DEFAULT);
            store.layout.create();
            return store;
        });
    }

    /**
     * Opens a store; writes nothing.
     *
     * @param threads how many wait for the disk at the same time, 1 to 256
     * @throws ArchiveException.Damaged if the directory is no store of ours
     */
    public static FileContentStore open(Path root, Path work, int threads) {
        FileContentStore store = new FileContentStore(root, work, threads);
        return Disk.call("opening the store", () -> {
            store.layout.check();
            return store;
        });
    }

    public static FileContentStore open(Path root, Path work) {
        return open(root, work, ForcePool.THREADS_DEFAULT);
    }

    /** The directory of an object relative to the root, whether it is there or not: for messages and for verifiers. */
    public static String placeOf(RecordId id) {
        return StoreLayout.place(id);
    }

    @Override
    public Batch open(String batchId) {
        if (!batchId.matches("[A-Za-z0-9][A-Za-z0-9-]{0,80}")) {
            throw new IllegalArgumentException("\"" + batchId + "\" is no id of a batch");
        }
        return new FileBatch(batchId, this);
    }

    @Override
    public Optional<Inventory> inventory(RecordId id, int version) {
        return Disk.call("reading the inventory of " + id, () -> inventoryBytes(id, version)
                .map(bytes -> parse(id, version, bytes)));
    }

    @Override
    public Optional<String> inventoryDigest(RecordId id, int version) {
        return Disk.call("reading the inventory of " + id, () -> inventoryBytes(id, version)
                .map(b -> Digests.of(b).sha512()));
    }

    @Override
    public Optional<InputStream> open(RecordId id, int version, String path) {
        return Disk.call("reading a file of " + id, () -> {
            Optional<Path> file = locate(id, version, path);
            return file.isEmpty() ? Optional.empty() : Optional.of(Files.newInputStream(file.get()));
        });
    }

    @Override
    public Optional<InputStream> open(Inventory inventory, String path) {
        return Disk.call("reading a file of " + inventory.id(), () -> {
            Optional<Path> file = locate(inventory, path);
            return file.isEmpty() ? Optional.empty() : Optional.of(Files.newInputStream(file.get()));
        });
    }

    @Override
    public boolean place(RecordId id, int version, String path, Path target) {
        return Disk.call("handing out a file of " + id, () -> {
            Optional<Path> file = locate(id, version, path);
            if (file.isPresent()) {
                // A copy: a program that gets the name of a link could change the archive's own bytes.
                Files.copy(file.get(), target);
            }
            return file.isPresent();
        });
    }

    @Override
    public Stream<StoredObject> list() {
        return new StoreWalk(layout).objects();
    }

    @Override
    public List<Finding> findOrphans(Map<RecordId, Integer> versionsByRecord) {
        return Disk.call("looking for orphans", () -> new StoreWalk(layout).orphans(versionsByRecord, underWay()));
    }

    @Override
    public Set<RecordId> underWay() {
        return Disk.call("reading the notes", () -> {
            Set<RecordId> noted = new HashSet<>();
            recovery().notes().forEach(note -> note.versions().forEach(v -> noted.add(v.id())));
            return noted;
        });
    }

    @Override
    public Recovered recover(Committed committed) {
        return locked("recovering the store", () -> recovery().run(committed));
    }

    @Override
    public void erase(RecordId id) {
        BatchNote note = new BatchNote(id.value(), true, List.of(new VersionRef(id, 1)));
        locked("erasing " + id, () -> {
            // Forces work too, so that the end of every closed batch is durable before an object of it goes.
            Durable.replace(work.resolve(note.fileName()), note.write());
            recovery().erase(note);
            return true;
        });
    }

    StoreLayout layout() {
        return layout;
    }

    Path work() {
        return work;
    }

    Path stagingOf(String batchId) {
        return work.resolve(Staging.NAME).resolve(batchId);
    }

    ForcePool pool() {
        return pool;
    }

    StoreRecovery recovery() {
        return new StoreRecovery(this);
    }

    static Path parent(Path path) {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("no parent");
        }
        return parent;
    }

    /** Moves staged versions to their places and forces every directory that got a new name, each once. */
    void place(List<Staging.Staged> staged, Move move, Barrier barrier) throws IOException {
        placing.lock();
        try {
            Set<Path> changed = new HashSet<>();
            Set<String> tuples = new HashSet<>();
            for (Staging.Staged each : staged) {
                changed.addAll(createTuples(each.version().id(), tuples));
            }
            for (Staging.Staged each : staged) {
                changed.addAll(move.run(each));
            }
            barrier.force(List.of(), changed);
            durableTuples.addAll(tuples);
        } finally {
            placing.unlock();
        }
    }

    /** Creates the two directories above an object where they are missing; returns the directories to force. */
    private List<Path> createTuples(RecordId id, Set<String> created) throws IOException {
        String place = StoreLayout.place(id);
        List<Path> changed = new ArrayList<>();
        Path parent = layout.root();
        for (int end : List.of(2, 5)) {
            String tuple = place.substring(0, end);
            Path directory = layout.root().resolve(tuple);
            if (!durableTuples.contains(tuple)) {
                if (!Files.isDirectory(directory)) {
                    Files.createDirectory(directory);
                }
                created.add(tuple);
                changed.add(parent);
            }
            parent = directory;
        }
        return changed;
    }

    /** After a tuple directory was perhaps removed. */
    void forgetTuples(RecordId id) {
        String place = StoreLayout.place(id);
        durableTuples.remove(place.substring(0, 2));
        durableTuples.remove(place.substring(0, 5));
    }

    <T> T locked(String what, Disk.Step<T> step) {
        placing.lock();
        try {
            return Disk.call(what, step);
        } finally {
            placing.unlock();
        }
    }

    private Optional<Path> locate(RecordId id, int version, String path) throws IOException {
        return inventoryBytes(id, version)
                .map(bytes -> parse(id, version, bytes))
                .flatMap(inventory -> locate(inventory, path));
    }

    private Optional<Path> locate(Inventory inventory, String path) {
        return inventory.contentPath(path).map(content -> layout.objectDirectory(inventory.id())
                .resolve(content));
    }

    private Optional<byte[]> inventoryBytes(RecordId id, int version) throws IOException {
        try {
            return Optional.of(
                    Files.readAllBytes(layout.versionDirectory(id, version).resolve(StoreLayout.INVENTORY)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static Inventory parse(RecordId id, int version, byte[] bytes) {
        try {
            Inventory inventory = InventoryJson.read(bytes);
            if (!inventory.id().equals(id) || inventory.head() != version) {
                throw new JsonException("it belongs to another object or version");
            }
            return inventory;
        } catch (JsonException e) {
            throw new ArchiveException.Damaged(
                    "the inventory of version " + version + " of " + id
                            + " is damaged: restore the object from a backup",
                    e);
        }
    }
}
