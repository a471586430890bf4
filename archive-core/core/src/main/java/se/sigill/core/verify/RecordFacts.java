package se.sigill.core.verify;

import java.util.List;
import se.sigill.core.record.RecordId;

/**
 * What the acts say of one record.
 *
 * @param versions that acts committed, in their order; may be empty if the record was disposed of
 * @param disposedBy log index of the disposal, or -1
 */
public record RecordFacts(RecordId id, List<VersionFact> versions, long disposedBy) {
    /** Not copied: the log's pass adds versions while it goes on. */
    public RecordFacts {}

    public boolean isDisposed() {
        return disposedBy >= 0;
    }
}
