package se.sigill.core.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.sigill.core.request.Samples.at;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.sigill.core.request.AppealTime.Answer;
import se.sigill.core.request.AppealTime.Arrival;
import se.sigill.core.request.AppealTime.Excuse;
import se.sigill.core.request.AppealTime.Receipt;

class AppealTimeTest {
    /** Informed on Tuesday 24 March 2026; the last day is Tuesday 14 April. */
    private static final AppealTime SPRING = new AppealTime(LocalDate.of(2026, 3, 24));

    @Provide
    Arbitrary<LocalDate> days() {
        return Samples.days();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-24, 2026-04-14",
        "2026-03-13, 2026-04-07", // Good Friday, moved over Easter
        "2026-03-14, 2026-04-07", // Saturday to Easter Eve
        "2026-05-29, 2026-06-22", // Midsummer Eve
        "2026-12-03, 2026-12-28", // Christmas Eve, to the Monday
        "2026-12-10, 2027-01-04", // New Year's Eve
        "2024-02-08, 2024-02-29", // leap day
        "2026-04-23, 2026-05-15", // Ascension Day, to the Friday after
        "2026-05-16, 2026-06-08", // National Day on a Saturday
        "2026-10-10, 2026-11-02" // All Saints
    })
    void findsTheLastDay(LocalDate informed, LocalDate last) {
        assertEquals(last, new AppealTime(informed).lastDay());
    }

    @Property
    void theLastDayIsAlwaysAWorkingDay(@ForAll("days") LocalDate informed) {
        AppealTime time = new AppealTime(informed);

        assertTrue(SwedishCalendar.isWorkingDay(time.lastDay()));
        assertFalse(time.lastDay().isBefore(informed.plusDays(21)));
        assertTrue(time.lastDay().isBefore(informed.plusDays(28)));
        assertFalse(time.lastDay().isAfter(new AppealTime(informed.plusDays(1)).lastDay()));
    }

    @Property
    void whatComesByPostCountsAsOfAnEarlierWorkingDay(@ForAll("days") LocalDate day) {
        LocalDate counted = AppealTime.counted(
                day.atTime(7, 30).atZone(SwedishCalendar.ZONE).toInstant(), Arrival.LETTER_BOX);

        assertTrue(counted.isBefore(day));
        assertTrue(SwedishCalendar.isWorkingDay(counted));
        assertFalse(day.getDayOfWeek() == DayOfWeek.MONDAY && counted.isAfter(day.minusDays(3)));
    }

    @Test
    void saysHowTheDayWasFound() {
        assertEquals(
                "Beslutet nådde den som begärde handlingen tisdag 24 mars 2026. "
                        + "Tre veckor därefter är tisdag 14 april 2026, den sista dagen.",
                SPRING.said().swedish());
        assertEquals(
                "The person who asked was informed of the decision on Friday 13 March 2026. Three weeks later is Friday"
                        + " 3 April 2026 (Good Friday); the last day is the next working day, Tuesday 7 April 2026.",
                new AppealTime(LocalDate.of(2026, 3, 13)).said().english());
    }

    @Test
    void takesAMailOfTheLastMinute() {
        Answer answer = SPRING.judge(new Receipt(at("2026-04-14T23:59:59"), Arrival.DIRECT, Optional.empty()));

        assertInstanceOf(Answer.InTime.class, answer);
        assertEquals(LocalDate.of(2026, 4, 14), answer.counted());
        assertTrue(answer.said().swedish().endsWith("Överklagandet har kommit in i rätt tid."));
    }

    @Test
    void dismissesAMailOfTheNextMinute() {
        Answer answer = SPRING.judge(new Receipt(at("2026-04-15T00:00"), Arrival.DIRECT, Optional.empty()));

        assertInstanceOf(Answer.Late.class, answer);
        assertEquals(LocalDate.of(2026, 4, 15), answer.counted());
        assertTrue(answer.said()
                .english()
                .endsWith("It is to be dismissed (Section 45 of the Administrative Procedure" + " Act)."));
    }

    @Test
    void takesWhatLayInTheLetterBoxTheMorningAfter() {
        Answer box = SPRING.judge(new Receipt(at("2026-04-15T08:10"), Arrival.LETTER_BOX, Optional.empty()));
        Answer post = SPRING.judge(new Receipt(at("2026-04-15T08:10"), Arrival.POST, Optional.empty()));

        assertInstanceOf(Answer.InTime.class, box);
        assertInstanceOf(Answer.InTime.class, post);
        assertTrue(box.said().swedish().contains("22 § tredje stycket"));
        assertTrue(post.said().swedish().contains("22 § andra stycket"));
    }

    @Test
    void takesTheLetterBoxAfterEaster() {
        AppealTime time = new AppealTime(LocalDate.of(2026, 3, 12));

        assertEquals(LocalDate.of(2026, 4, 2), time.lastDay());
        assertInstanceOf(
                Answer.InTime.class,
                time.judge(new Receipt(at("2026-04-07T07:45"), Arrival.LETTER_BOX, Optional.empty())));
    }

    @Test
    void triesWhatIsLateForAnExcuse() {
        for (Excuse excuse : Excuse.values()) {
            Answer answer = SPRING.judge(new Receipt(at("2026-05-20T12:00"), Arrival.DIRECT, Optional.of(excuse)));

            Answer.LateButTried tried = assertInstanceOf(Answer.LateButTried.class, answer);
            assertEquals(excuse, tried.excuse());
            assertTrue(tried.said().swedish().contains("Det ska ändå prövas"));
        }
        assertInstanceOf(
                Answer.InTime.class,
                SPRING.judge(
                        new Receipt(at("2026-04-14T12:00"), Arrival.DIRECT, Optional.of(Excuse.INSTRUCTIONS_WRONG))));
    }

    @Test
    void readsTheClockOfStockholm() {
        assertEquals(
                LocalDate.of(2026, 7, 2),
                AppealTime.counted(java.time.Instant.parse("2026-07-01T22:30:00Z"), Arrival.DIRECT));
    }
}
