package se.sigill.core.store;

import java.util.List;
import se.sigill.core.ArchiveException;

/**
 * A group of object versions that become durable together.
 *
 * <p>Life: {@code put…}, {@code promote}, then the caller commits the log, then {@code close}. If {@code promote}
 * fails, or the log certainly was not written, {@code undo}. If it is not certain, neither: the note stays and
 * {@link ContentStore#recover} decides by the checkpoint. For one thread.
 */
public interface Batch {
    /** More versions are refused: a note is written and undone as a whole, and the bytes of metadata wait in memory. */
    int VERSIONS_MAX = 5_000;

    /** The id it was opened with. */
    String id();

    /**
     * Takes note of a version in memory; nothing is written.
     *
     * @throws IllegalStateException if the batch is full, promoted already, or has a version of this object
     */
    void put(ObjectVersion version);

    /**
     * Writes all versions and puts them in their places. On return every byte and every name is durable; readers who
     * take the version from an act do not see them yet. In the order of {@code put}.
     *
     * @throws ArchiveException.StorageFailed if the disk refused; {@link #undo} then takes back what was done
     * @throws ArchiveException.Damaged if an object is already there, or the version before is not; as above
     */
    List<Promoted> promote();

    /** Ends the batch after the log was committed: the note goes. */
    void close();

    /**
     * Takes the batch back: what was put in place is moved to {@code work/undone/BATCH/}. The sources are untouched.
     *
     * @throws ArchiveException.StorageFailed if the disk refused; the note stays for recovery
     */
    void undo();
}
