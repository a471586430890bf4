package se.sigill.core.catalogue.jpa;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is written seldom and read often: read from the database again only after it was written. Safe for threads. */
final class Remembered<T> {
    private final AtomicLong written = new AtomicLong();
    private volatile @Nullable Held<T> held;

    /** @param asOf how often it had been written when the reading began */
    private record Held<T>(long asOf, T value) {}

    /** @param reading reads it; its answer is believed as long as nothing was written since it was begun */
    T get(Supplier<T> reading) {
        long asOf = written.get();
        Held<T> before = held;
        if (before != null && before.asOf() == asOf) {
            return before.value();
        }
        T value = reading.get();
        held = new Held<>(asOf, value);
        return value;
    }

    /** It was written: to be said after the commit, so that nobody reads in between and is believed. */
    void forget() {
        written.incrementAndGet();
    }
}
