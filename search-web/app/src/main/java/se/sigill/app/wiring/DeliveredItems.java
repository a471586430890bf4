package se.sigill.app.wiring;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import se.sigill.core.log.Act;
import se.sigill.core.log.LogEntry;
import se.sigill.core.log.LogReader;
import se.sigill.core.record.RecordId;

/**
 * Which items of deliveries the log has. What earlier processes committed is read from the log once, and only for
 * deliveries that still wait; what this process commits is added as it happens. Safe for threads.
 */
final class DeliveredItems {
    private final Map<String, Map<String, RecordId>> byDelivery = new ConcurrentHashMap<>();

    /** Reads what the log has of the deliveries that wait. Costs nothing if none does. */
    static DeliveredItems of(LogReader log, Collection<String> waiting) {
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
                    items.add(sealed);
                }
            });
        }
        return items;
    }

    void add(Act.Sealed act) {
        byDelivery
                .computeIfAbsent(act.delivery(), d -> new ConcurrentHashMap<>())
                .put(act.item(), act.record());
    }

    /** The items of a delivery that the log has, by path. */
    Map<String, RecordId> of(String delivery) {
        return new HashMap<>(byDelivery.getOrDefault(delivery, Map.of()));
    }

    /** Lets go of a delivery that is finished. */
    void forget(String delivery) {
        byDelivery.remove(delivery);
    }
}
