package se.sigill.core.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Until when a decision can be appealed: within three weeks from the day on which the person was informed of it (FL 44
 * §). The last day is the one of the same name in the week (lag 1930:173 1 §); if it is free, the next working day (2
 * §). Where nobody knows on which day the person was informed, no time has begun to run and there is no value of this.
 *
 * @param informed the day on which the person was informed (fick del av beslutet)
 */
public record AppealTime(LocalDate informed) {
    private static final int WEEKS = 3;

    /** How the appeal came, as far as FL 22 § asks. */
    public enum Arrival {
        /** By mail of the net, by hand or by telefax: the day it reached the authority (first paragraph). */
        DIRECT,
        /**
         * A letter or its notice that may well have been sorted for the authority at a post office the working day
         * before: that day (second paragraph). Whether that is unlikely is for a person to judge.
         */
        POST,
        /** It lay in the authority's letter box when that was first emptied that day: the working day before. */
        LETTER_BOX
    }

    /** Why an appeal that is late is not dismissed (FL 45 §). */
    public enum Excuse {
        /** The authority did not say correctly how one appeals. */
        INSTRUCTIONS_WRONG,
        /** It reached the court in time. */
        COURT_IN_TIME
    }

    /**
     * An appeal as it came.
     *
     * @param at when the authority got it
     * @param excuse what a person found if it came late
     */
    public record Receipt(Instant at, Arrival arrival, Optional<Excuse> excuse) {}

    /** Whether the appeal is to be tried, and why, for the decision and for the file. */
    public sealed interface Answer {
        /** The day on which it counts as having come. */
        LocalDate counted();

        Wording said();

        /** It came in time. */
        record InTime(LocalDate counted, Wording said) implements Answer {}

        /** It came late but is tried all the same. */
        record LateButTried(LocalDate counted, Excuse excuse, Wording said) implements Answer {}

        /** It is to be dismissed (avvisas) by a decision of somebody with the delegation for it. */
        record Late(LocalDate counted, Wording said) implements Answer {}
    }

    /** The last day on which the appeal can come; always a working day. */
    public LocalDate lastDay() {
        return SwedishCalendar.workingDayFrom(informed.plusWeeks(WEEKS));
    }

    /** How the last day was found. */
    public Wording said() {
        LocalDate weeks = informed.plusWeeks(WEEKS);
        return SwedishCalendar.free(weeks)
                .map(name -> Texts.say(
                        "appeal.moved", DayNames.full(informed), DayNames.full(weeks), name, DayNames.full(lastDay())))
                .orElseGet(() -> Texts.say("appeal.last", DayNames.full(informed), DayNames.full(weeks)));
    }

    /** The day on which something that the authority got then counts as having come (FL 22 §), in Swedish time. */
    public static LocalDate counted(Instant at, Arrival arrival) {
        LocalDate day = at.atZone(SwedishCalendar.ZONE).toLocalDate();
        return switch (arrival) {
            case DIRECT -> day;
            case POST, LETTER_BOX -> SwedishCalendar.workingDayBefore(day);
        };
    }

    /** Whether an appeal is in time; it proposes, a person decides. */
    public Answer judge(Receipt receipt) {
        LocalDate counted = counted(receipt.at(), receipt.arrival());
        Wording came = came(receipt, counted).join(" ", said());
        if (!counted.isAfter(lastDay())) {
            return new Answer.InTime(counted, came.join(" ", Texts.say("appeal.in-time")));
        }
        Wording late = came.join(" ", Texts.say("appeal.late"));
        if (receipt.excuse().isEmpty()) {
            return new Answer.Late(counted, late.join(" ", Texts.say("appeal.dismiss")));
        }
        Excuse excuse = receipt.excuse().get();
        Wording why =
                switch (excuse) {
                    case INSTRUCTIONS_WRONG -> Texts.say("appeal.excuse.instructions");
                    case COURT_IN_TIME -> Texts.say("appeal.excuse.court");
                };
        return new Answer.LateButTried(counted, excuse, late.join(" ", why));
    }

    private static Wording came(Receipt receipt, LocalDate counted) {
        LocalDate day = receipt.at().atZone(SwedishCalendar.ZONE).toLocalDate();
        return switch (receipt.arrival()) {
            case DIRECT -> Texts.say("appeal.came", DayNames.full(day));
            case POST -> Texts.say("appeal.came.post", DayNames.full(day), DayNames.full(counted));
            case LETTER_BOX -> Texts.say("appeal.came.box", DayNames.full(day), DayNames.full(counted));
        };
    }
}
