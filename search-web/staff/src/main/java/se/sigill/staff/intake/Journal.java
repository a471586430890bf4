package se.sigill.staff.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The deliveries of this server since its start, the newest of them. What became of each stands in the archive's log
 * for ever; this is for whoever waits beside. Safe for threads.
 */
public final class Journal {
    private static final int MAX = 500;

    private final Map<String, Delivery> byId = new LinkedHashMap<>();

    synchronized void add(Delivery delivery) {
        byId.put(delivery.id(), delivery);
        if (byId.size() > MAX) {
            byId.remove(byId.keySet().iterator().next());
        }
    }

    synchronized void change(String id, UnaryOperator<Delivery> change) {
        byId.computeIfPresent(id, (_, delivery) -> change.apply(delivery));
    }

    public synchronized Optional<Delivery> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public synchronized List<Delivery> newestFirst() {
        return new ArrayList<>(byId.values()).reversed();
    }

    /** Whether something received has not been sealed yet. */
    synchronized boolean isTakingIn() {
        return byId.values().stream().anyMatch(Delivery::isUnsealed);
    }

    public synchronized boolean isWorking() {
        return byId.values().stream().anyMatch(Delivery::isWorking);
    }
}
