package se.sigill.core.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import se.sigill.core.ArchiveException;
import se.sigill.core.tlog.ConsistencyProof;
import se.sigill.core.tlog.InclusionProof;
import se.sigill.core.tlog.TileFolder;
import se.sigill.core.tlog.TileHashes;
import se.sigill.core.tlog.TreeHash;

/**
 * Reads a log that others may be writing. Takes no lock and writes nothing. What is read is not verified: that is the
 * verifier's part. Safe for use by several threads.
 */
public final class LogReader {
    private final LogFolder folder;

    private LogReader(LogFolder folder) {
        this.folder = folder;
    }

    /** @throws ArchiveException.NoArchive if there is no checkpoint in the folder */
    public static LogReader open(Path log) {
        return open(new LogFolder(log));
    }

    /** The same for either log. */
    public static LogReader open(LogFolder folder) {
        LogReader reader = new LogReader(folder);
        reader.head();
        return reader;
    }

    public LogFolder folder() {
        return folder;
    }

    /**
     * The head as it is on disk now.
     *
     * @throws ArchiveException.NoArchive if there is none
     * @throws ArchiveException.Damaged if it is no checkpoint
     */
    public Head head() {
        try {
            return folder.head()
                    .orElseThrow(() -> new ArchiveException.NoArchive(
                            "There is no log at " + folder.root() + ": " + folder.checkpoint() + " is missing."));
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("The checkpoint of the log cannot be read.", e);
        }
    }

    /** One act. @throws ArchiveException.Damaged if it is not there */
    public LogEntry entry(long index) {
        try (LogCursor cursor = new LogCursor(folder, index, index + 1)) {
            return cursor.next();
        } catch (UncheckedIOException e) {
            throw new ArchiveException.Damaged("Act " + index + " cannot be read.", e);
        }
    }

    /**
     * Acts in order, read as they are asked for; holds one file open. Close the stream if it is not read to its end.
     *
     * @param from first index
     * @param to index after the last, not more than the size of a head that was read
     */
    public Stream<LogEntry> entries(long from, long to) {
        LogCursor cursor = new LogCursor(folder, from, to);
        int shape = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliterator(cursor, Math.max(0, to - from), shape), false)
                .onClose(cursor::close);
    }

    /** Why the act is in the log of that head. */
    public InclusionProof inclusion(long index, Head head) {
        return inclusion(index, head.size(), head);
    }

    /** Why the act was in the log when it had a size not larger than that head's. */
    public InclusionProof inclusion(long index, long size, Head head) {
        try {
            return InclusionProof.prove(index, size, hashes(head.size()));
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed(
                    "A tile of the log cannot be read; the next start makes it again.", e);
        }
    }

    /** Why the log of an earlier size is the beginning of the log of that head. */
    public ConsistencyProof consistency(long oldSize, Head head) {
        try {
            return ConsistencyProof.prove(oldSize, head.size(), hashes(head.size()));
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed(
                    "A tile of the log cannot be read; the next start makes it again.", e);
        }
    }

    /** The root that the log had at a size not larger than that head's, computed from tiles. */
    public TreeHash root(long size, Head head) {
        try {
            return hashes(head.size()).root(size);
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed(
                    "A tile of the log cannot be read; the next start makes it again.", e);
        }
    }

    private TileHashes hashes(long size) {
        return new TileHashes(size, new TileFolder(folder.root()));
    }
}
