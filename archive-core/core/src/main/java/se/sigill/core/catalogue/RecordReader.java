package se.sigill.core.catalogue;

import java.util.Optional;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.record.RecordId;

/** Reads {@code metadata/record.json} of a version from wherever the content lies. */
@FunctionalInterface
public interface RecordReader {
    /** The description as of the version; empty if the content is gone, as between the steps of a disposal. */
    Optional<RecordDescription> read(RecordId id, int version);
}
