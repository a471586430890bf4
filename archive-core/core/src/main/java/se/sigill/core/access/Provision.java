package se.sigill.core.access;

import java.time.LocalDate;
import java.util.OptionalInt;

/**
 * One secrecy provision (sekretessbestämmelse) as it read during one interval: a row of the provision catalogue.
 *
 * @param reference how it is cited, for example {@code OSL 23:1} or {@code OSL 19:3 st 2}
 * @param chapter the chapter, for example {@code 23}
 * @param section the section with its letter if any, for example {@code 3 a}
 * @param paragraph paragraph and item where the provision is narrower than the section, otherwise empty
 * @param harmTest what must be tested before the information is secret
 * @param maxYears how many years the secrecy can last from the start of the clock; 0 if the law gives no time
 * @param category the category a restriction under it normally has
 * @param protects what is protected, a short text for people
 * @param validity when the row is law
 * @param source where the row was taken from
 * @param verified whether somebody has checked the row against the statute
 */
public record Provision(
        String reference,
        String chapter,
        String section,
        String paragraph,
        HarmTest harmTest,
        int maxYears,
        RestrictionCategory category,
        String protects,
        Validity validity,
        String source,
        boolean verified) {

    /** No secrecy of the act lasts longer; a higher number in a catalogue is a slip of the pen. */
    public static final int YEARS_MAX = 150;

    public Provision {
        if (reference.isBlank()) {
            throw new IllegalArgumentException("a provision needs a reference");
        }
        if (maxYears < 0 || maxYears > YEARS_MAX) {
            throw new IllegalArgumentException("a provision lasts 0 to " + YEARS_MAX + " years, not " + maxYears);
        }
    }

    /** How long the secrecy can last; empty if the law gives no time, and then a review date is mandatory. */
    public OptionalInt years() {
        return maxYears == 0 ? OptionalInt.empty() : OptionalInt.of(maxYears);
    }

    /**
     * The first day on which the provision no longer counts for something whose clock started on the given day;
     * {@link LocalDate#MAX} if the law gives no time.
     */
    public LocalDate ends(LocalDate clockStart) {
        return maxYears == 0 ? LocalDate.MAX : clockStart.plusYears(maxYears);
    }

    /** What this one provision says to the person who assesses; it never answers a request by itself. */
    public Advice advice(LocalDate clockStart, LocalDate at) {
        if (!validity.includes(at)) {
            return Advice.DOES_NOT_APPLY;
        }
        if (!at.isBefore(ends(clockStart))) {
            return Advice.EXPIRED;
        }
        return switch (harmTest) {
            case QUALIFIED_STRAIGHT, STRAIGHT -> Advice.ASSESS_PRESUMED_OPEN;
            case REVERSE -> Advice.ASSESS_PRESUMED_SECRET;
            case ABSOLUTE -> Advice.SECRET;
        };
    }

    /** The advice of one provision on one item on one day. */
    public enum Advice {
        DOES_NOT_APPLY,
        EXPIRED,
        ASSESS_PRESUMED_OPEN,
        ASSESS_PRESUMED_SECRET,
        SECRET
    }
}
