package se.sigill.core.request;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.sigill.core.log.RequestAct;

/**
 * An appeal (överklagande) of a request's decision: how it came, whether in time, and how far it has come. The
 * authority either changes its decision (FL 37-39 §§), dismisses what came too late (FL 45 §), or sends everything to
 * the court (FL 46 §), whose word ends it.
 *
 * @param act log index of the act by which it was registered
 * @param document id of the record that is the appeal
 * @param informed the day on which who appeals was informed of the decision; empty if nobody knows
 * @param excuse why it is tried though it came late
 * @param packages what was put together for the court, in order
 * @param handled what the authority did; empty as long as it has done nothing
 * @param court what the court said; empty as long as it has not
 */
public record Appeal(
        long act,
        Instant registered,
        Instant received,
        AppealChannel channel,
        String document,
        Optional<LocalDate> informed,
        Optional<AppealTime.Excuse> excuse,
        boolean inTime,
        List<Packed> packages,
        Optional<Step> handled,
        Optional<Step> court) {
    public static final String CHANGED = "changed";
    public static final String FORWARDED = "forwarded";
    public static final String TOO_LATE = "too-late";

    public static final String GRANTED = "granted";
    public static final String RETURNED = "returned";

    /** What a court can come to. */
    public static final List<String> COURT_OUTCOMES = List.of("upheld", GRANTED, RETURNED, "struck-out");

    /** What somebody did with it. */
    public record Step(long act, Instant at, String by, String outcome, String reason) {}

    /** Files for the court. */
    public record Packed(long act, Instant at, String by, String sha256) {}

    public Appeal {
        packages = List.copyOf(packages);
    }

    static Appeal of(long index, RequestAct.Appealed a) {
        return new Appeal(
                index,
                a.at(),
                a.received(),
                AppealChannel.ofWord(a.channel()).orElse(AppealChannel.DESK),
                a.document(),
                day(a.informed()),
                excuse(a.excuse()),
                a.inTime(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** A reason of the word in acts; empty for any other text. */
    public static Optional<AppealTime.Excuse> excuse(String word) {
        for (AppealTime.Excuse each : AppealTime.Excuse.values()) {
            if (word(each).equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    public static String word(AppealTime.Excuse excuse) {
        return excuse.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            // Nobody knows when it was: no time has begun to run.
            return Optional.empty();
        }
    }

    Appeal packed(long index, RequestAct.AppealPackaged a) {
        List<Packed> all = new ArrayList<>(packages);
        all.add(new Packed(index, a.at(), a.actor().text(), a.sha256()));
        return new Appeal(act, registered, received, channel, document, informed, excuse, inTime, all, handled, court);
    }

    Appeal handled(long index, RequestAct.AppealHandled a) {
        Step step = new Step(index, a.at(), a.actor().text(), a.outcome(), a.reason());
        return new Appeal(
                act,
                registered,
                received,
                channel,
                document,
                informed,
                excuse,
                inTime,
                packages,
                Optional.of(step),
                court);
    }

    Appeal decided(long index, RequestAct.CourtDecided a) {
        Step step = new Step(index, a.at(), a.actor().text(), a.outcome(), a.reason());
        return new Appeal(
                act,
                registered,
                received,
                channel,
                document,
                informed,
                excuse,
                inTime,
                packages,
                handled,
                Optional.of(step));
    }

    /** Whether an appeal that came so is in time; where nobody knows when the person was informed, no time runs. */
    public static boolean isInTime(Optional<LocalDate> informed, Instant received, AppealChannel channel) {
        return informed.map(
                        day -> !AppealTime.counted(received, channel.arrival()).isAfter(new AppealTime(day).lastDay()))
                .orElse(true);
    }

    /** Whether by this word of the court the authority has to answer again. */
    static boolean givesBack(String outcome) {
        return outcome.equals(GRANTED) || outcome.equals(RETURNED);
    }

    /** Whether it came in time, or why it is tried or dismissed, for whoever reads the file. */
    public Wording said() {
        return informed.map(day -> new AppealTime(day)
                        .judge(new AppealTime.Receipt(received, channel.arrival(), excuse))
                        .said())
                .orElseGet(() ->
                        Texts.say("appeal.unknown", DayNames.full(AppealTime.counted(received, channel.arrival()))));
    }

    /** Whether it is to be dismissed: it came too late, and nothing excuses that. */
    public boolean isTooLate() {
        return !inTime && excuse.isEmpty();
    }

    /** Whether the authority has still to do something about it. */
    public boolean waits() {
        return handled.isEmpty();
    }

    /** Whether it lies with the court. */
    public boolean isWithCourt() {
        return handled.filter(step -> step.outcome().equals(FORWARDED)).isPresent() && court.isEmpty();
    }

    /** Whether nothing of the request may go: nobody has had the last word. */
    public boolean isOpen() {
        return waits() || isWithCourt();
    }

    /** What the authority did, in a word; empty as long as it has done nothing. */
    public Optional<String> outcome() {
        return handled.map(Step::outcome);
    }

    /** When somebody had the last word; empty as long as it is open. */
    public Optional<Instant> settled() {
        return isOpen() ? Optional.empty() : court.or(() -> handled).map(Step::at);
    }
}
