package se.sigill.core.seal;

import java.util.Collections;
import java.util.List;

/**
 * Which acts a period seals the versions of: those of a range but for what it left out, and what earlier periods left.
 *
 * @param first index of the first log entry covered: {@code end} of the last period
 * @param end index after the last one
 * @param left entries of the range whose versions were not whole at the time and are not sealed here; ascending
 * @param late entries before the range that an earlier period left and whose versions are sealed here; ascending
 */
public record Coverage(long first, long end, List<Long> left, List<Long> late) {
    /** Of {@code left} and of {@code late}: keeps {@code period.json} a small file. */
    public static final int EXCEPTIONS_MAX = 10_000;

    /** @throws IllegalArgumentException if the numbers are out of range or not ascending */
    public Coverage {
        left = List.copyOf(left);
        late = List.copyOf(late);
        if (first < 0 || end < first || !isAscending(left, first, end) || !isAscending(late, 0, first)) {
            throw new IllegalArgumentException("a period cannot cover entries " + first + " to " + end + " so");
        }
    }

    /** Every entry of a range. */
    public static Coverage whole(long first, long end) {
        return new Coverage(first, end, List.of(), List.of());
    }

    /** Whether the version that this entry commits is sealed here. */
    public boolean seals(long index) {
        return (first <= index && index < end) ? !has(left, index) : has(late, index);
    }

    private static boolean has(List<Long> ascending, long index) {
        return Collections.binarySearch(ascending, index) >= 0;
    }

    private static boolean isAscending(List<Long> indexes, long from, long to) {
        long last = from - 1;
        for (long index : indexes) {
            if (index <= last || index >= to) {
                return false;
            }
            last = index;
        }
        return indexes.size() <= EXCEPTIONS_MAX;
    }
}
