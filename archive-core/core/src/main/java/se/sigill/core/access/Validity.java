package se.sigill.core.access;

import java.time.LocalDate;

/**
 * The days on which a rule is law.
 *
 * @param from the first day, {@link LocalDate#MIN} if not stated
 * @param to the last day, {@link LocalDate#MAX} if it still is
 */
public record Validity(LocalDate from, LocalDate to) {
    public static final Validity ALWAYS = new Validity(LocalDate.MIN, LocalDate.MAX);

    public Validity {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a validity ends before it begins: " + from + " to " + to);
        }
    }

    public boolean includes(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    public boolean overlaps(Validity other) {
        return !from.isAfter(other.to) && !other.from.isAfter(to);
    }
}
