package se.sigill.core.archive;

import java.nio.file.Path;
import se.sigill.core.record.FileFact;
import se.sigill.core.store.Digests;
import se.sigill.core.store.VersionFile;

/**
 * A file that joins a record in a new version.
 *
 * @param fact what is known of it; its path is where it will stand
 * @param source where its bytes lie, forced to disk, on the archive's file system; nobody changes them any more
 */
public record NewFile(FileFact fact, Path source) {

    VersionFile forStore() {
        return VersionFile.linked(fact.path(), source, new Digests(fact.sizeBytes(), fact.sha256(), fact.sha512()));
    }
}
