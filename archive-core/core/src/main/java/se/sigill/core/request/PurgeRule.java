package se.sigill.core.request;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * When what a closed request left behind is due to go: how the person is reached, the copies that were laid out for
 * them, and the words of the request. It only says what is due; who lets it go cites the disposal authority. All times
 * run from the day on which the request was closed, its time for appeal ended or its appeal was settled, whichever is
 * last.
 *
 * @param contactDays days until the contact envelope goes
 * @param outsideDays days until released copies outside go
 * @param requestYears years until the words of the request go; empty if this rule never lets them go
 */
public record PurgeRule(int contactDays, int outsideDays, OptionalInt requestYears) {
    /**
     * An appeal that lay in the letter box when the time ended is found on the next working day (FL 22 §), at Easter or
     * Christmas several days later; the address must still be there.
     */
    public static final int CONTACT_DAYS_MIN = 7;

    /** Ten years: longer is keeping, not letting go. */
    public static final int DAYS_MAX = 3_653;

    /** No plan keeps requests longer and then lets them go. */
    public static final int YEARS_MAX = 150;

    /** 30 days each; the words of requests are kept. */
    public static final PurgeRule USUAL = new PurgeRule(30, 30, OptionalInt.empty());

    /** What can be due. */
    public enum Left {
        /** The contact envelope. */
        CONTACT,
        /** Released copies in the open zone. */
        OUTSIDE,
        /** The words of the request; its number, days and outcome stay. */
        WORDS
    }

    public PurgeRule {
        check(contactDays, CONTACT_DAYS_MIN, DAYS_MAX);
        check(outsideDays, 1, DAYS_MAX);
        requestYears.ifPresent(years -> check(years, 1, YEARS_MAX));
    }

    /**
     * What a rule needs to know of a request.
     *
     * @param closed the day on which it was closed; empty while it is open
     * @param held whether a hold stands
     */
    public record Facts(Optional<LocalDate> closed, AppealState appeal, boolean held) {}

    /**
     * What is due on a day, whether or not it has gone already.
     *
     * @param left what is due
     * @param why for the act and for whoever looks
     */
    public record Due(Set<Left> left, Wording why) {
        public Due {
            left = Set.copyOf(left);
        }
    }

    /** What is due to go on the day; nothing while the request or its appeal is open or a hold stands. */
    public Due due(Facts facts, LocalDate day) {
        if (facts.held()) {
            return nothing("purge.held");
        }
        if (facts.closed().isEmpty()) {
            return nothing("purge.open");
        }
        Optional<LocalDate> ended = end(facts.closed().get(), facts.appeal());
        if (ended.isEmpty()) {
            return nothing("purge.appeal");
        }
        Set<Left> left = EnumSet.noneOf(Left.class);
        for (Left one : Left.values()) {
            if (first(one, ended.get()).filter(first -> !day.isBefore(first)).isPresent()) {
                left.add(one);
            }
        }
        return new Due(left, Texts.say("purge.since", DayNames.full(ended.get())));
    }

    /** The first day on which something is due, if nothing more happens; empty if no day is known. */
    public Optional<LocalDate> dueFrom(Left left, Facts facts) {
        return facts.held()
                ? Optional.empty()
                : facts.closed().flatMap(closed -> end(closed, facts.appeal())).flatMap(ended -> first(left, ended));
    }

    private Optional<LocalDate> first(Left left, LocalDate ended) {
        return switch (left) {
            case CONTACT -> Optional.of(ended.plusDays(contactDays));
            case OUTSIDE -> Optional.of(ended.plusDays(outsideDays));
            case WORDS ->
                requestYears.isEmpty() ? Optional.empty() : Optional.of(ended.plusYears(requestYears.getAsInt()));
        };
    }

    private static Optional<LocalDate> end(LocalDate closed, AppealState appeal) {
        return switch (appeal) {
            case AppealState.NothingToAppeal() -> Optional.of(closed);
            case AppealState.Possible(LocalDate lastDay) -> Optional.of(later(closed, lastDay));
            case AppealState.Open() -> Optional.empty();
            case AppealState.Settled(LocalDate on) -> Optional.of(later(closed, on));
        };
    }

    private static Due nothing(String key) {
        return new Due(Set.of(), Texts.say(key));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static void check(int number, int min, int max) {
        if (number < min || number > max) {
            throw new IllegalArgumentException("a time to let go is " + min + " to " + max + ", not " + number);
        }
    }
}
