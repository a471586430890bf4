package se.sigill.core.access;

import java.time.LocalDate;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * One class of the information plan (informationshanteringsplan): what a record of that class is, by decision.
 *
 * @param code the class as it is written in deliveries, for example {@code 1.2.3}
 * @param title its name
 * @param openness whether the decision opens the class
 * @param publishable whether an open record of the class may also be on the web with no human action
 * @param decidedBy who decided the openness; never blank for {@link Rule#OPEN}
 * @param decidedOn the day from which the decision counts
 * @param retentionYears years until disposal (gallringsfrist); 0 if the outcome is to preserve or the time is an event
 * @param outcome preserved or disposed
 * @param existenceSecret whether nobody outside may even learn that a record of the class exists
 * @param source where the row was taken from
 * @param verified whether somebody has checked the row
 */
public record PlanClass(
        String code,
        String title,
        Rule openness,
        boolean publishable,
        String decidedBy,
        LocalDate decidedOn,
        int retentionYears,
        Outcome outcome,
        boolean existenceSecret,
        String source,
        boolean verified) {

    /** What the decision says of openness. */
    public enum Rule {
        /** Every record of the class is open unless restricted. */
        OPEN,
        /** Somebody has to assess each record. */
        ASSESS;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What becomes of the class in the end. */
    public enum Outcome {
        /** Kept for ever (bevaras). */
        PRESERVE,
        /** Disposed after its time (gallras). */
        DISPOSE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public PlanClass {
        if (code.isBlank()) {
            throw new IllegalArgumentException("a class needs a code");
        }
        if (openness == Rule.OPEN && decidedBy.isBlank()) {
            throw new IllegalArgumentException("class " + code + " is open, and nobody is named who decided it");
        }
        if (openness == Rule.OPEN && existenceSecret) {
            throw new IllegalArgumentException("class " + code + " cannot be open and a secret at the same time");
        }
        if (publishable && openness != Rule.OPEN) {
            throw new IllegalArgumentException("class " + code + " is published and not open");
        }
        if (retentionYears < 0 || (outcome == Outcome.PRESERVE && retentionYears > 0)) {
            throw new IllegalArgumentException("class " + code + " has a disposal time that its outcome rules out");
        }
    }

    /** Years from the start of the clock to disposal; empty if preserved or if disposal waits for an event. */
    public OptionalInt retention() {
        return retentionYears == 0 ? OptionalInt.empty() : OptionalInt.of(retentionYears);
    }
}
