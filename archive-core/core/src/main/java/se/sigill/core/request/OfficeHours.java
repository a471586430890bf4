package se.sigill.core.request;

import java.time.LocalTime;

/**
 * The hours of a working day in which somebody is there to answer.
 *
 * @param opens the first minute
 * @param closes the first minute after, on the same day
 */
public record OfficeHours(LocalTime opens, LocalTime closes) {
    /**
     * 8 to 17. No act gives municipalities hours; these are the common ones, and requests are to be served all the
     * working day, not only while the counter is open (the Ombudsman's practice, TF 2 kap. 15-16 §§).
     */
    public static final OfficeHours USUAL = new OfficeHours(LocalTime.of(8, 0), LocalTime.of(17, 0));

    public OfficeHours {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("office hours end after they begin, not " + opens + " to " + closes);
        }
        if (hasSeconds(opens) || hasSeconds(closes)) {
            throw new IllegalArgumentException("office hours are whole minutes, not " + opens + " to " + closes);
        }
    }

    private static boolean hasSeconds(LocalTime time) {
        return time.getSecond() != 0 || time.getNano() != 0;
    }
}
