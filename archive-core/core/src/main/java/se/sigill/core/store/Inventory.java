package se.sigill.core.store;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import se.sigill.core.record.RecordId;

/**
 * The inventory of one version of an object: what it consists of and where the bytes lie.
 *
 * @param head the version this inventory is of
 * @param manifest content path ({@code v1/content/…}) to SHA-512, of this and all versions before
 * @param versions by number, from 1 to {@code head}
 */
public record Inventory(
        RecordId id, int head, SortedMap<String, String> manifest, SortedMap<Integer, InventoryVersion> versions) {
    /** @throws IllegalArgumentException if a version is missing or names a digest that the manifest has not */
    public Inventory {
        manifest = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(manifest));
        versions = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(versions));
        if (head < 1 || versions.size() != head || versions.firstKey() != 1 || versions.lastKey() != head) {
            throw new IllegalArgumentException("the inventory's versions are not 1 to " + head);
        }
        Set<String> digests = new HashSet<>(manifest.values());
        for (InventoryVersion version : versions.values()) {
            if (!digests.containsAll(version.state().values())) {
                throw new IllegalArgumentException("the inventory names a digest that its manifest has not");
            }
        }
    }

    /** The files of the head version: path to SHA-512, sorted by path. */
    public Map<String, String> files() {
        return headVersion().state();
    }

    /** The version this inventory is of. */
    public InventoryVersion headVersion() {
        InventoryVersion version = versions.get(head);
        if (version == null) {
            throw new IllegalStateException("checked in the constructor");
        }
        return version;
    }

    /** Where the bytes of a file of the head version lie, relative to the object; empty if it has no such file. */
    public Optional<String> contentPath(String path) {
        String digest = headVersion().state().get(path);
        if (digest == null) {
            return Optional.empty();
        }
        return manifest.entrySet().stream()
                .filter(e -> e.getValue().equals(digest))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
