package se.sigill.engines.withhold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Pieces of bytes, to be found wherever they stand in others: as they are, and in base64 at each of its three ways to
 * begin. Any 96 bytes in a row are found.
 */
final class Fragments {
    private static final int WINDOW = 32;
    private static final int STRIDE = 64;

    /** Shorter ones stand everywhere. */
    private static final int SHORT_MIN = 12;

    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final long OUT = power(WINDOW);

    private final Pieces asIs = new Pieces();
    private final Pieces encoded = new Pieces();

    private static long power(int n) {
        long p = 1;
        for (int i = 0; i < n; i++) {
            p *= FACTOR;
        }
        return p;
    }

    /** What is looked for, and its forms in base64. */
    void add(byte[] bytes) {
        asIs.add(bytes);
        base64(bytes).forEach(encoded::add);
    }

    /** Three bytes are four signs: what begins elsewhere in them looks otherwise. */
    static List<byte[]> base64(byte[] bytes) {
        List<byte[]> forms = new ArrayList<>();
        for (int lead = 0; lead < 3 && lead < bytes.length; lead++) {
            int length = (bytes.length - lead) / 3 * 3;
            forms.add(Base64.getEncoder().encode(Arrays.copyOfRange(bytes, lead, lead + length)));
        }
        return forms;
    }

    /** What stands in these bytes too, as it is, is looked for no longer. */
    void forget(byte[] bytes) {
        asIs.forget(bytes);
    }

    /** Whether a piece stands in these bytes as it is. */
    boolean isIn(byte[] bytes) {
        return asIs.isIn(bytes);
    }

    /** Whether a piece stands in these bytes in base64, with line ends or without. */
    boolean isEncodedIn(byte[] bytes) {
        return encoded.isIn(bytes) || encoded.isIn(withoutLineEnds(bytes));
    }

    /** Pieces of one form. */
    private static final class Pieces {
        private final LongSet hashes = new LongSet();
        private final List<byte[]> wholes = new ArrayList<>();

        void add(byte[] bytes) {
            if (bytes.length < WINDOW) {
                if (bytes.length >= SHORT_MIN) {
                    wholes.add(bytes.clone());
                }
                return;
            }
            for (int at = 0; at + WINDOW <= bytes.length; at += STRIDE) {
                hashes.add(hash(bytes, at));
            }
            hashes.add(hash(bytes, bytes.length - WINDOW));
        }

        void forget(byte[] bytes) {
            wholes.removeIf(whole -> contains(bytes, whole));
            if (bytes.length >= WINDOW && !hashes.isEmpty()) {
                long hash = hash(bytes, 0);
                hashes.remove(hash);
                for (int at = WINDOW; at < bytes.length; at++) {
                    hash = next(hash, bytes[at - WINDOW], bytes[at]);
                    hashes.remove(hash);
                }
            }
        }

        boolean isIn(byte[] bytes) {
            if (wholes.stream().anyMatch(whole -> contains(bytes, whole))) {
                return true;
            }
            if (bytes.length < WINDOW || hashes.isEmpty()) {
                return false;
            }
            long hash = hash(bytes, 0);
            boolean found = hashes.contains(hash);
            for (int at = WINDOW; at < bytes.length && !found; at++) {
                hash = next(hash, bytes[at - WINDOW], bytes[at]);
                found = hashes.contains(hash);
            }
            return found;
        }
    }

    private static long hash(byte[] bytes, int at) {
        long hash = 0;
        for (int i = at; i < at + WINDOW; i++) {
            hash = hash * FACTOR + bytes[i];
        }
        return hash;
    }

    private static long next(long hash, byte gone, byte come) {
        return hash * FACTOR + come - OUT * gone;
    }

    private static byte[] withoutLineEnds(byte[] bytes) {
        byte[] out = new byte[bytes.length];
        int length = 0;
        for (byte b : bytes) {
            if (b != '\r' && b != '\n') {
                out[length++] = b;
            }
        }
        return Arrays.copyOf(out, length);
    }

    private static boolean contains(byte[] bytes, byte[] piece) {
        for (int at = 0; at + piece.length <= bytes.length; at++) {
            int i = 0;
            while (i < piece.length && bytes[at + i] == piece[i]) {
                i++;
            }
            if (i == piece.length) {
                return true;
            }
        }
        return false;
    }

    /** Numbers in one array, each where its bits say or beside it. Those taken out leave a mark. */
    private static final class LongSet {
        private static final long NONE = 0;
        private static final long GONE = -1;

        private long[] table = new long[1 << 10];
        private int used;
        private int live;

        boolean isEmpty() {
            return live == 0;
        }

        void add(long value) {
            if (value == NONE || value == GONE || place(value) >= 0) {
                // Two numbers of all there are: a piece whose hash is one of them has neighbours that are not.
                return;
            }
            if (++used * 2 > table.length) {
                grow();
            }
            table[-1 - place(value)] = value;
            live++;
        }

        boolean contains(long value) {
            return value != NONE && value != GONE && place(value) >= 0;
        }

        void remove(long value) {
            int place = value == NONE || value == GONE ? -1 : place(value);
            if (place >= 0) {
                table[place] = GONE;
                live--;
            }
        }

        /** Where it is; if it is not there, -1 less where it would be. */
        private int place(long value) {
            int mask = table.length - 1;
            int at = (int) (((value ^ (value >>> 29)) * FACTOR) >>> 33) & mask;
            while (table[at] != NONE) {
                if (table[at] == value) {
                    return at;
                }
                at = (at + 1) & mask;
            }
            return -1 - at;
        }

        private void grow() {
            long[] old = table;
            table = new long[old.length * 2];
            for (long value : old) {
                if (value != NONE && value != GONE) {
                    table[-1 - place(value)] = value;
                }
            }
            used = live;
        }
    }
}
