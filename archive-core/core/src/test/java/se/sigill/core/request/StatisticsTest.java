package se.sigill.core.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import se.sigill.core.log.Actor;
import se.sigill.core.log.RequestAct;
import se.sigill.core.project.IndexedAct;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.Statistics.AppealEnd;
import se.sigill.core.request.Statistics.Channel;
import se.sigill.core.request.Statistics.Track;
import se.sigill.core.request.Statistics.Waited;

class StatisticsTest {
    /** A Monday. */
    private static final Instant ARRIVED = Samples.at("2026-03-02T09:00");

    private static final Instant NOW = Samples.at("2026-03-04T12:00");
    private static final RecordId ID = new RecordId("0".repeat(26));
    private static final Actor ANNA = Actor.person("anna");
    private static final Actor BO = Actor.person("bo");

    private final List<IndexedAct> acts = new ArrayList<>();

    @Test
    void ofAYearWithoutRequestsAllIsNothing() {
        Statistics none = Statistics.of(List.of(), NOW);

        assertEquals(0, none.came().all());
        assertEquals(0, none.closed());
        assertEquals(new Waited(0, Optional.empty(), Optional.empty()), none.waited());
        assertEquals(Map.of(Age.SAME_DAY, 0, Age.GREEN, 0, Age.AMBER, 0, Age.RED, 0), none.open());
        assertEquals(Outcome.values().length, none.decided().outcomes().size());
        assertTrue(none.decided().outcomes().values().stream().allMatch(count -> count == 0));
    }

    @Test
    void theMedianOfAnEvenCountLiesBetweenTheTwoInTheMiddle() {
        assertEquals(waited(3, 20, 30), Waited.of(minutes(30, 10, 20)));
        assertEquals(waited(4, 25, 90), Waited.of(minutes(90, 20, 30, 10)));
        assertEquals(waited(2, 15, 21), Waited.of(minutes(10, 21)));
        assertEquals(waited(1, 7, 7), Waited.of(minutes(7)));
    }

    @Test
    void theNinetiethPercentileIsOneOfTheTimes() {
        assertEquals(waited(10, 55, 90), Waited.of(minutes(10, 20, 30, 40, 50, 60, 70, 80, 90, 100)));
        assertEquals(waited(11, 60, 100), Waited.of(minutes(10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110)));
        assertEquals(waited(9, 50, 90), Waited.of(minutes(10, 20, 30, 40, 50, 60, 70, 80, 90)));
    }

    @Property
    void nineOfTenTookAtMostThePercentileAndFewerLess(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 5000) Integer> minutes) {
        List<Duration> times =
                minutes.stream().map(each -> Duration.ofMinutes(each)).toList();
        Duration ninety = Waited.of(times).ninety().orElseThrow();

        long within = times.stream().filter(each -> each.compareTo(ninety) <= 0).count();
        long below = times.stream().filter(each -> each.compareTo(ninety) < 0).count();
        assertTrue(within * 10 >= times.size() * 9L, within + " of " + times.size());
        assertTrue(below * 10 < times.size() * 9L, below + " of " + times.size());
        assertTrue(Waited.of(times).median().orElseThrow().compareTo(ninety) <= 0);
    }

    @Test
    void countsWorkingTimeToTheFirstCopyOrDecision() {
        decided(ANNA, Outcome.WHOLE, "a", false, "");
        released("2026-03-02T11:30", 1);
        letter("2026-03-04T10:00", "decision");
        Request copyFirst = request();
        letter("2026-03-02T09:01", "receipt");
        letter("2026-03-03T08:30", "decision");
        Request letterFirst = request();
        letter("2026-03-02T09:01", "receipt");
        Request onlyReceived = request();

        Waited waited = Statistics.of(List.of(copyFirst, letterFirst, onlyReceived), NOW)
                .waited();

        assertEquals(2, waited.answered());
        assertEquals(Optional.of(Duration.ofMinutes((150 + 510) / 2)), waited.median());
        assertEquals(Optional.of(Duration.ofMinutes(510)), waited.ninety());
    }

    @Test
    void countsWhatStandsByHowManyDecided() {
        decided(ANNA, Outcome.WHOLE, "a", false, "");
        decided(ANNA, Outcome.REFUSED, "b", true, "kväll");
        decided(ANNA, Outcome.PART, "c", true, "");
        signed(true);
        decided(ANNA, Outcome.REFUSED, "d", true, "");
        signed(false);
        decided(ANNA, Outcome.REFUSED, "e", true, "");
        decided(ANNA, Outcome.REFUSED, "f", false, "");
        decided(ANNA, Outcome.WHOLE, "f", false, "");
        decided(ANNA, Outcome.NOT_HELD, "", false, "");
        decided(ANNA, Outcome.WITH_RESERVATION, "g", false, "");

        Statistics.Decided decided = Statistics.of(List.of(request()), NOW).decided();

        assertEquals(
                Map.of(
                        Outcome.WHOLE, 2,
                        Outcome.PART, 1,
                        Outcome.WITH_RESERVATION, 1,
                        Outcome.REFUSED, 1,
                        Outcome.NOT_HELD, 1,
                        Outcome.NOT_OFFICIAL, 0,
                        Outcome.FORWARDED, 0),
                decided.outcomes());
        assertEquals(4, decided.one());
        assertEquals(1, decided.alone());
        assertEquals(1, decided.two());
        assertEquals(1, decided.waiting());
    }

    @Test
    void countsWhatIsOpenByAge() {
        Request old = asked("2026-02-20T10:00", "web", "official-document");
        Request young = asked("2026-03-04T08:00", "desk", "party");
        take(new RequestAct.RequestClosed(ARRIVED, ANNA, ID, "answered", ""));
        Request closed = request();

        Statistics statistics = Statistics.of(List.of(old, young, closed), NOW);

        assertEquals(Map.of(Age.SAME_DAY, 1, Age.GREEN, 0, Age.AMBER, 0, Age.RED, 1), statistics.open());
        assertEquals(2, statistics.stillOpen());
        assertEquals(1, statistics.closed());
        assertEquals(3, statistics.came().all());
        assertEquals(1, statistics.came().tracks().get(Track.PARTY));
        assertEquals(2, statistics.came().tracks().get(Track.OFFICIAL_DOCUMENT));
        assertEquals(1, statistics.came().channels().get(Channel.DESK));
    }

    @Test
    void countsAppealsAndWhatCameOfThem() {
        take(appealed(true));
        take(new RequestAct.AppealHandled(ARRIVED, ANNA, ID, acts.size(), "forwarded", "skäl"));
        take(appealed(false));
        take(new RequestAct.AppealHandled(ARRIVED, ANNA, ID, acts.size(), "too-late", "skäl"));
        take(appealed(true));

        Statistics.Appeals appeals = Statistics.of(List.of(request()), NOW).appeals();

        assertEquals(3, appeals.all());
        assertEquals(2, appeals.inTime());
        assertEquals(
                Map.of(
                        AppealEnd.CHANGED, 0,
                        AppealEnd.FORWARDED, 1,
                        AppealEnd.TOO_LATE, 1,
                        AppealEnd.OTHER, 0,
                        AppealEnd.OPEN, 1),
                appeals.ends());
    }

    private static RequestAct.Appealed appealed(boolean inTime) {
        return new RequestAct.Appealed(ARRIVED, ANNA, ID, ARRIVED, "desk", "", "", "", inTime);
    }

    @Test
    void whatSomebodyWroteBecomesNoRow() {
        Request strange = asked("2026-03-02T09:00", "Kajsa Planta, 070-1740605", "Kajsa");

        Statistics statistics = Statistics.of(List.of(strange), NOW);

        assertEquals(1, statistics.came().tracks().get(Track.OTHER));
        assertEquals(1, statistics.came().channels().get(Channel.OTHER));
        assertFalse(statistics.toString().contains("Kajsa"), statistics.toString());
    }

    private static List<Duration> minutes(int... minutes) {
        return Stream.of(minutes)
                .flatMapToInt(java.util.Arrays::stream)
                .mapToObj(Duration::ofMinutes)
                .toList();
    }

    private static Waited waited(int answered, int median, int ninety) {
        return new Waited(answered, Optional.of(Duration.ofMinutes(median)), Optional.of(Duration.ofMinutes(ninety)));
    }

    private static Request asked(String arrived, String channel, String track) {
        return Request.of(List.of(new IndexedAct(0, received(Samples.at(arrived), channel, track))))
                .orElseThrow();
    }

    private static RequestAct.Requested received(Instant arrived, String channel, String track) {
        return new RequestAct.Requested(
                arrived, BO, ID, "Kommunstyrelsen", track, channel, arrived, "sv", "paper", "", "");
    }

    /** The request of the acts so far; the next one begins anew. */
    private Request request() {
        List<IndexedAct> all = new ArrayList<>();
        all.add(new IndexedAct(0, received(ARRIVED, "phone", "official-document")));
        all.addAll(acts);
        acts.clear();
        return Request.of(all).orElseThrow();
    }

    private void take(RequestAct act) {
        acts.add(new IndexedAct(acts.size() + 1, act));
    }

    private void decided(Actor by, Outcome outcome, String of, boolean second, String alone) {
        take(new RequestAct.Decided(ARRIVED, by, ID, of, outcome.word(), "", "", "skäl", "", "", second, alone));
    }

    private void signed(boolean agrees) {
        take(new RequestAct.Countersigned(ARRIVED, BO, ID, acts.size(), agrees, ""));
    }

    private void released(String at, long decision) {
        take(new RequestAct.Released(Samples.at(at), ANNA, ID, "a", "a", decision, "", ""));
    }

    private void letter(String at, String kind) {
        take(new RequestAct.LetterMade(Samples.at(at), ANNA, ID, "l", kind));
    }
}
