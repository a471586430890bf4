package se.sigill.core.store;

import java.util.List;
import se.sigill.core.record.RecordId;

/**
 * A version that stands durably in its place, not yet committed.
 *
 * @param inventory SHA-512 of the inventory of this version, hexadecimal; it goes into the act and pins every byte
 * @param copied paths of files that were copied because a link was not possible; normally empty
 */
public record Promoted(RecordId id, int version, String inventory, List<String> copied) {
    public Promoted {
        copied = List.copyOf(copied);
    }
}
