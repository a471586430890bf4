package se.sigill.core.disposal;

import java.util.Collection;
import se.sigill.core.record.RecordId;

/**
 * A place besides the store and the log that keeps something of records: evidence, caches. Its list is in the
 * wiring.
 */
@FunctionalInterface
public interface Place {
    /**
     * Erases what it keeps of the record; durable on return. Doing it again changes nothing.
     *
     * @param acts indexes of the acts about the record, those that sealed its versions among them
     * @param disposal index of the disposal act
     */
    void erase(RecordId record, Collection<Long> acts, long disposal);
}
