package se.sigill.core.store;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.sigill.core.ArchiveException;
import se.sigill.core.finding.Finding;
import se.sigill.core.record.RecordId;

/**
 * Sealed objects by record id and version. One process writes; any number of threads read.
 *
 * <p>A version that was committed never changes. Which version counts, the acts say, never the store: it may hold one
 * that was promoted and not yet committed. Every method throws {@link ArchiveException.StorageFailed} when the machine
 * refuses and {@link ArchiveException.Damaged} when what lies there contradicts itself.
 */
public interface ContentStore {
    /** What the log says: is this version committed? */
    @FunctionalInterface
    interface Committed {
        boolean has(RecordId id, int version);
    }

    /**
     * An object as it lies there.
     *
     * @param place relative to the root of the store
     * @param id empty if its inventory cannot be read
     */
    record StoredObject(String place, Optional<RecordId> id) {}

    /** What recovery did, by batch notes; all lists may be empty. */
    record Recovered(
            List<VersionRef> finished, List<VersionRef> undone, List<VersionRef> missing, List<RecordId> erased) {
        public Recovered {
            finished = List.copyOf(finished);
            undone = List.copyOf(undone);
            missing = List.copyOf(missing);
            erased = List.copyOf(erased);
        }
    }

    /** Begins a batch; nothing is written. The id is a file name and never used twice. */
    Batch open(String batchId);

    /** The inventory of this version, empty if there is no such version. */
    Optional<Inventory> inventory(RecordId id, int version);

    /** SHA-512 of this version's inventory as it lies there now, hexadecimal; empty if there is no such version. */
    Optional<String> inventoryDigest(RecordId id, int version);

    /**
     * The bytes of a file; the caller closes. Empty if the object, version or path is not there. The digest is not
     * checked: {@code check} and {@code verify} do that.
     */
    Optional<InputStream> open(RecordId id, int version, String path);

    /**
     * The same for a caller who has the version's inventory, which never changes, and opens several of its files: it is
     * not read again for each.
     */
    Optional<InputStream> open(Inventory inventory, String path);

    /**
     * Puts a file into a folder of working papers under the given name, linked where that is possible: for programs
     * that want a file. Nobody may write to it.
     *
     * @return false if the object, version or path is not there
     */
    boolean place(RecordId id, int version, String path, Path target);

    /** All objects, in the order of their places, read while the stream is consumed; the caller closes it. */
    Stream<StoredObject> list();

    /**
     * What lies in the store and neither an act nor a note names. Writes nothing.
     *
     * @param versionsByRecord the newest committed version of every record that is not disposed of
     */
    List<Finding> findOrphans(Map<RecordId, Integer> versionsByRecord);

    /** Records that a note names at this moment: a batch or an erasure is changing their objects. Writes nothing. */
    Set<RecordId> underWay();

    /**
     * After a stop: reads the notes that were left, finishes what the log has and takes back what it has not. Before
     * any batch is opened. May itself be stopped and run again.
     */
    Recovered recover(Committed committed);

    /**
     * Removes an object for good; only {@code core.disposal} calls it, after the act {@code Disposed} was committed.
     * If it is stopped half-way, {@link #recover} completes it. An object that is not there is no error.
     */
    void erase(RecordId id);
}
