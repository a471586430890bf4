package se.sigill.app.bench;

import java.util.Arrays;

/** Durations of one kind, sorted. */
final class Percentiles {
    private final long[] sortedNanos;

    private Percentiles(long[] sortedNanos) {
        this.sortedNanos = sortedNanos;
    }

    /** @throws IllegalArgumentException if there is no duration */
    static Percentiles of(long... nanos) {
        if (nanos.length == 0) {
            throw new IllegalArgumentException("percentiles of nothing");
        }
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Percentiles(sorted);
    }

    /** The smallest duration that is not exceeded by the given percentage of all (nearest rank), in milliseconds. */
    double millis(double percent) {
        int rank = (int) Math.ceil(percent / 100 * sortedNanos.length);
        return sortedNanos[Math.clamp(rank, 1, sortedNanos.length) - 1] / 1e6;
    }
}
