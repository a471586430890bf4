package se.sigill.ingest.spool;

import java.util.Collection;
import java.util.Map;

/** What the archive already has, asked by the id that stands in the act {@code Sealed}. */
@FunctionalInterface
public interface KnownItems {
    /**
     * @param record id of the record that has it
     * @param sha256 of its original, or empty if its content is nowhere: what is delivered is then taken in
     */
    record Known(String record, String sha256) {}

    /** What is known of these ids of a system, by id; what is not known is left out. */
    Map<String, Known> find(String system, Collection<String> externalIds);
}
