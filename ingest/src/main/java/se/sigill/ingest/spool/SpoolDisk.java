package se.sigill.ingest.spool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import se.sigill.core.disk.WholeDisk;
import se.sigill.core.store.Digests;

/** Every write the spool makes; the twin in the tests fails at the n-th. */
public interface SpoolDisk {
    /** Creates a folder and makes its name durable. */
    void createFolder(Path folder) throws IOException;

    /**
     * Writes a new file from a stream, once, and takes its digests. Neither forces nor closes the source.
     *
     * @param bytesMax at most so many bytes are taken from the stream
     * @throws se.sigill.ingest.delivery.DamagedException if the source fails; any other failure is the disk's
     */
    Digests write(InputStream source, long bytesMax, Path file) throws IOException;

    void force(Path file) throws IOException;

    /**
     * Opened before many files are written below a folder, to force them all in one step; empty where each must be
     * forced by itself.
     */
    Optional<WholeDisk> whole(Path folder) throws IOException;

    void forceFolder(Path folder) throws IOException;

    /** Puts a small file in its place: after a power cut the old content or the new one. Durable on return. */
    void replace(Path file, byte[] content) throws IOException;

    void move(Path file, Path target) throws IOException;

    void delete(Path file) throws IOException;

    /** How much room there is for new files below a folder, in bytes. */
    long usableBytes(Path folder) throws IOException;
}
