package se.sigill.core.seal;

import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * How far sealing has come.
 *
 * @param end index of the first log entry that no period covers; 0 if there is no period
 * @param left entries before it that a period left out because their versions were not whole, and that none has sealed
 *     since
 */
public record Reach(long end, NavigableSet<Long> left) {
    public Reach {
        left = Collections.unmodifiableNavigableSet(new TreeSet<>(left));
    }

    /** @param periods what they cover, in any order */
    public static Reach of(Collection<Coverage> periods) {
        NavigableSet<Long> left = new TreeSet<>();
        periods.forEach(period -> left.addAll(period.left()));
        periods.forEach(period -> period.late().forEach(left::remove));
        return new Reach(periods.stream().mapToLong(Coverage::end).max().orElse(0), left);
    }

    /** Whether what this entry committed is sealed. */
    public boolean covers(long index) {
        return index < end && !left.contains(index);
    }
}
