package se.sigill.ingest.renew;

import java.nio.file.Path;
import se.sigill.core.record.RecordId;

/** Puts a file of a record where an engine can read it; {@code ContentStore::place}. */
@FunctionalInterface
public interface OriginalPlace {
    /** @return false if there is no such file */
    boolean place(RecordId id, int version, String path, Path target);
}
