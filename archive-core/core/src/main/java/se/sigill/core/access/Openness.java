package se.sigill.core.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The answer about a record on a day. There are exactly three, and only one of them opens. */
public sealed interface Openness {

    /** Open by decision: released at once on request; on the web only if publishable as well. */
    record Open(Basis basis, boolean publishable) implements Openness {}

    /** At least one restriction stands. @param grounds strongest first, never empty */
    record Restricted(List<Ground> grounds) implements Openness {
        public Restricted {
            grounds = List.copyOf(grounds);
            if (grounds.isEmpty()) {
                throw new IllegalArgumentException("restricted without a ground");
            }
        }

        public Ground strongest() {
            return grounds.getFirst();
        }
    }

    /** Nobody has decided: a person has to. */
    record Undecided(Why why) implements Openness {}

    /** By what decision a record is open. */
    sealed interface Basis {
        /** The class of the adopted plan says so. */
        record ByClass(String code, String decidedBy, LocalDate decidedOn, String planVersion) implements Basis {}

        /** A person said so. */
        record ByAssessment(Assessment assessment) implements Basis {}
    }

    /**
     * One restriction that stands.
     *
     * @param harmTest of the governing provision; {@link HarmTest#ABSOLUTE} if the catalogue does not know it
     * @param ends the first day it no longer holds, {@link LocalDate#MAX} if none can be computed
     */
    record Ground(Restriction restriction, HarmTest harmTest, LocalDate ends) {}

    /** Why nothing is decided. */
    enum Why {
        NO_CLASS,
        CLASS_NOT_IN_PLAN,
        CLASS_IS_ASSESSED_ONE_BY_ONE,
        CLASS_DECISION_NOT_YET_IN_FORCE,
        RESTRICTION_ENDED,
        RESTORE_NOT_ACCEPTED;

        /** The word in JSON: the name in lower case with hyphens. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The word in JSON and on the command line: open, restricted or undecided. */
    default String word() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
