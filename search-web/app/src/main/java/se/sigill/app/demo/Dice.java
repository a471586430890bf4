package se.sigill.app.demo;

import java.util.List;

/**
 * Numbers that follow from a seed, by SplitMix64 (Steele, Lea, Flood 2014). Not for secrets; not for several threads.
 *
 * <p>Ours rather than the JDK's, so that the same seed gives the same papers under every version of it.
 */
final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    Dice(long seed) {
        this.state = seed;
    }

    /** Dice for one item of many: those of neighbours have nothing to do with each other. */
    static Dice of(long seed, String stream, long item) {
        return new Dice(mix(seed ^ mix(stream.hashCode()) + GOLDEN * (item + 1)));
    }

    long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** A number from 0 to bound - 1. */
    int below(int bound) {
        return (int) Long.remainderUnsigned(next() >>> 1, bound);
    }

    /** A number from low to high, both included. */
    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    boolean oneIn(int n) {
        return below(n) == 0;
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
