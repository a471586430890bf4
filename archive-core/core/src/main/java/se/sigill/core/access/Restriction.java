package se.sigill.core.access;

import java.time.LocalDate;

/**
 * A restriction: a marking that a provision may make (part of) a record secret. It routes and warns; it never refuses.
 *
 * <p>Its end and its review date are computed from the provision that governs on the day of the question and stored
 * nowhere.
 *
 * @param act the index of the act that made it: its name within the record, and its place in the order of words
 * @param target what it speaks of
 * @param provision the reference into the provision catalogue
 * @param reason why, in the words of the person who marked
 * @param authority whose secrecy it is; it stays so when the archive is taken over (OSL 11 kap. 6 §)
 * @param markedBy who marked
 * @param markedOn the day of the marking
 * @param clockStart the day from which the maximum time counts, normally that of the record
 * @param existenceSecret whether nobody outside may learn that there is such a record while this stands
 * @param liftedBy the index of the act that lifted it, {@link #NEVER} if none did
 */
public record Restriction(
        long act,
        Target target,
        RestrictionCategory category,
        String provision,
        String reason,
        String authority,
        String markedBy,
        LocalDate markedOn,
        LocalDate clockStart,
        boolean existenceSecret,
        long liftedBy) {

    /** The index of no act. */
    public static final long NEVER = Long.MAX_VALUE;

    /** Where the law gives no time, somebody looks again after so many years at the latest. */
    public static final int REVIEW_YEARS = 5;

    public boolean lifted() {
        return liftedBy != NEVER;
    }

    /** This restriction as lifted by the given act; the earliest lifting counts. */
    public Restriction lift(long byAct) {
        return new Restriction(
                act,
                target,
                category,
                provision,
                reason,
                authority,
                markedBy,
                markedOn,
                clockStart,
                existenceSecret,
                Math.min(liftedBy, byAct));
    }

    /**
     * The first day on which the provision no longer holds it, computed from the row that governs on {@code at};
     * {@link LocalDate#MAX} if the law gives no time or the catalogue does not know the provision.
     */
    public LocalDate ends(ProvisionCatalogue provisions, LocalDate at) {
        return provisions.governing(provision, at).map(p -> p.ends(clockStart)).orElse(LocalDate.MAX);
    }

    /**
     * When somebody must look at it again because no end can be computed; {@link LocalDate#MAX} if one can. A passed
     * review date ends nothing.
     */
    public LocalDate reviewOn(ProvisionCatalogue provisions, LocalDate at) {
        return ends(provisions, at).equals(LocalDate.MAX) ? markedOn.plusYears(REVIEW_YEARS) : LocalDate.MAX;
    }

    /** Whether it stands on the given day: neither lifted nor lapsed. */
    public boolean active(ProvisionCatalogue provisions, LocalDate at) {
        return !lifted() && at.isBefore(ends(provisions, at));
    }

    /** Whether it stands and somebody should have looked at it again by the given day. */
    public boolean reviewDue(ProvisionCatalogue provisions, LocalDate at) {
        return active(provisions, at) && !at.isBefore(reviewOn(provisions, at));
    }
}
