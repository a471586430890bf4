package se.sigill.ingest.delivery;

import java.io.IOException;
import java.io.InputStream;

/**
 * One file of a delivery: a file of a folder, a member of a zip, or one that is listed and absent. Opened as often
 * as needed, never written.
 */
public sealed interface SourceFile permits FolderFile, ZipMember, ItemContent.Absent {
    /** The name as delivered, relative, with {@code /} between folders. Data, never a path on our disk. */
    String name();

    /** The size as the folder or the zip states it, in bytes; reading may still show another. */
    long sizeBytes();

    /**
     * The bytes from the first on. The caller closes.
     *
     * @throws DamagedException while opening or reading, if the source is broken, changed or lies about its size
     * @throws IOException if the disk fails
     */
    InputStream open() throws IOException;
}
