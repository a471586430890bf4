package se.sigill.ingest.spool;

import java.util.Optional;

/** What the archive already has, asked by the id that stands in the act {@code Sealed}. */
@FunctionalInterface
public interface KnownItems {
    /**
     * @param record id of the record that has it
     * @param sha256 of its original, or empty if that is not at hand
     */
    record Known(String record, String sha256) {}

    Optional<Known> find(String system, String externalId);
}
