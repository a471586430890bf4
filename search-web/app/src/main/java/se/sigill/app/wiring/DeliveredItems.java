package se.sigill.app.wiring;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import se.sigill.core.ArchiveException;
import se.sigill.core.log.Act;
import se.sigill.core.log.LogEntry;
import se.sigill.core.log.LogReader;
import se.sigill.core.record.RecordId;
import se.sigill.core.store.ContentStore;

/**
 * Which items of deliveries the archive has: the log names them and the store holds them. What earlier processes
 * committed is read from the log once, and only for deliveries that still wait; what this process commits is added as
 * it happens. Safe for threads.
 *
 * <p>An item whose act is there and whose content is not is told apart as lost: after a restore the log may reach
 * further than the copied content, and then the bytes in the spool are the last ones.
 */
final class DeliveredItems {
    private final Map<String, Map<String, RecordId>> byDelivery = new ConcurrentHashMap<>();
    private final Map<String, Map<String, RecordId>> lost = new ConcurrentHashMap<>();

    /** Reads what the log has of the deliveries that wait. Costs nothing if none does. */
    static DeliveredItems of(LogReader log, ContentStore store, Collection<String> waiting) {
        DeliveredItems items = new DeliveredItems();
        Set<String> wanted = new HashSet<>(waiting);
        if (wanted.isEmpty()) {
            return items;
        }
        try (Stream<LogEntry> entries = log.entries(0, log.head().size())) {
            entries.forEach(entry -> {
                // The text is looked at first: parsing every act of a large log would take minutes.
                if (entry instanceof LogEntry.Kept kept
                        && wanted.stream().anyMatch(kept.text()::contains)
                        && kept.act() instanceof Act.Sealed sealed
                        && wanted.contains(sealed.delivery())) {
                    put(isHeld(store, sealed) ? items.byDelivery : items.lost, sealed);
                }
            });
        }
        return items;
    }

    /** Damaged is not held: whoever wrongly takes bytes in twice has a record too many, the other way none at all. */
    private static boolean isHeld(ContentStore store, Act.Sealed sealed) {
        try {
            return store.inventoryDigest(sealed.record(), sealed.version()).equals(Optional.of(sealed.inventory()));
        } catch (ArchiveException.Damaged e) {
            return false;
        }
    }

    void add(Act.Sealed act) {
        put(byDelivery, act);
    }

    private static void put(Map<String, Map<String, RecordId>> items, Act.Sealed act) {
        items.computeIfAbsent(act.delivery(), d -> new ConcurrentHashMap<>()).put(act.item(), act.record());
    }

    /** The items of a delivery that the log names and the store holds, by path. */
    Map<String, RecordId> of(String delivery) {
        return new HashMap<>(byDelivery.getOrDefault(delivery, Map.of()));
    }

    /** The record that an item of a waiting delivery had become, if its content is nowhere. */
    Optional<RecordId> lost(String delivery, String item) {
        return Optional.ofNullable(lost.getOrDefault(delivery, Map.of()).get(item));
    }

    /** All records whose content is nowhere but in the spool. */
    Set<RecordId> lost() {
        Set<RecordId> all = new HashSet<>();
        lost.values().forEach(items -> all.addAll(items.values()));
        return all;
    }

    /** Lets go of a delivery that is finished. */
    void forget(String delivery) {
        byDelivery.remove(delivery);
        lost.remove(delivery);
    }
}
