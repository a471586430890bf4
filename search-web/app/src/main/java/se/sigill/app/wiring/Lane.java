package se.sigill.app.wiring;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The first lane where several in one process deliver: one delivery is taken in at a time, and each by whoever received
 * it.
 */
final class Lane {
    private final ReentrantLock one = new ReentrantLock(true);
    private final Set<String> claimed = ConcurrentHashMap.newKeySet();

    /** Whoever received the delivery takes it in. */
    void claim(String delivery) {
        claimed.add(delivery);
    }

    /** It is taken in, or whoever was to do it no longer will. */
    void release(String delivery) {
        claimed.remove(delivery);
    }

    boolean isClaimed(String delivery) {
        return claimed.contains(delivery);
    }

    /** Does it while no other delivery is taken in; in the order of asking. */
    <T> T alone(Supplier<T> work) {
        one.lock();
        try {
            return work.get();
        } finally {
            one.unlock();
        }
    }
}
