package se.sigill.core.catalogue;

import java.time.Instant;
import se.sigill.core.record.RecordId;

/**
 * What is left of a record that was disposed of (gallrad).
 *
 * @param act the index of the act {@code Disposed}
 * @param authority the disposal authority it rests on
 */
public record Disposal(
        long act, RecordId record, Instant at, String actor, String second, String authority, String reason) {}
