package se.sigill.engines.part;

import java.io.IOException;

/** Which pairs of neighbouring bytes there are in something, wherever they stand. Filled first, then asked. */
public final class BytePairs {
    private static final int PAIRS = 1 << 16;

    private final long[] present = new long[PAIRS / Long.SIZE];
    private int last = -1;

    /** Bytes in pieces. */
    @FunctionalInterface
    public interface Source {
        /** Gives all pieces, in order and without gaps. */
        void give(BytePairs to) throws IOException;
    }

    /** @throws IOException if the source does */
    public static BytePairs of(Source source) throws IOException {
        BytePairs pairs = new BytePairs();
        source.give(pairs);
        return pairs;
    }

    public static BytePairs of(byte[] bytes) {
        BytePairs pairs = new BytePairs();
        pairs.add(bytes, bytes.length);
        return pairs;
    }

    /** Adds the next piece: the beginning of an array. */
    public void add(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            int next = bytes[i] & 0xff;
            if (last >= 0) {
                int pair = pair(last, next);
                present[pair >> 6] |= 1L << pair;
            }
            last = next;
        }
    }

    /** The number of a pair. */
    public static int pair(int first, int second) {
        return (first & 0xff) << 8 | (second & 0xff);
    }

    /** Whether of each of these there is one reading at least. */
    public boolean hasAll(int[][] needed) {
        for (int[] readings : needed) {
            if (!hasAny(readings)) {
                return false;
            }
        }
        return true;
    }

    private boolean hasAny(int[] readings) {
        for (int pair : readings) {
            if ((present[pair >> 6] & 1L << pair) != 0) {
                return true;
            }
        }
        return false;
    }
}
