package se.sigill.core.store;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One version in an inventory.
 *
 * @param state path in the version to SHA-512
 */
public record InventoryVersion(Instant created, String message, SortedMap<String, String> state) {
    public InventoryVersion {
        state = Collections.unmodifiableSortedMap(new TreeMap<>(state));
    }
}
