package se.sigill.core.store;

import se.sigill.core.record.RecordId;

/** One version of one object, by name. */
public record VersionRef(RecordId id, int version) {
    @Override
    public String toString() {
        return id + "/v" + version;
    }
}
