package se.sigill.core.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.sigill.core.request.Samples.at;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WorkingTimeTest {
    @Provide
    Arbitrary<Instant> instants() {
        return Samples.instants();
    }

    @Test
    void explainsAnEaster() {
        WorkingTime time = WorkingTime.between(at("2026-04-02T15:20"), at("2026-04-07T09:05"));

        assertEquals(
                "2 apr 15:20 – 17:00: 1 h 40 min; 3 apr långfredagen; 4 apr lördag; 5 apr påskdagen; "
                        + "6 apr annandag påsk; 7 apr 08:00 – 09:05: 1 h 5 min. "
                        + "Arbetstid: 2 h 45 min. Hela arbetsdagar sedan ankomsten: 1",
                time.said().swedish());
        assertTrue(time.said().english().startsWith("2 Apr 15:20 – 17:00: 1 h 40 min; 3 Apr Good Friday; "));
        assertEquals(Duration.ofMinutes(165), time.total());
        assertEquals(Age.GREEN, time.age());
    }

    @Test
    void countsFromTheLastMinuteOfTheYear() {
        WorkingTime time = WorkingTime.between(at("2026-12-31T23:59"), at("2027-01-04T08:30"));

        assertEquals(
                List.of("nyårsafton", "nyårsdagen", "lördag", "söndag"),
                time.steps().stream()
                        .filter(WorkingTime.Step.Free.class::isInstance)
                        .map(step -> ((WorkingTime.Step.Free) step).name().swedish())
                        .toList());
        assertEquals(Duration.ofMinutes(30), time.total());
        assertEquals(1, time.workingDays());
    }

    @Test
    void countsTheNightsOfChangedClocksAsNothing() {
        assertEquals(
                Duration.ofHours(9),
                WorkingTime.between(at("2026-03-28T00:00"), at("2026-03-30T17:00"))
                        .total());
        assertEquals(
                Duration.ofHours(9),
                WorkingTime.between(at("2026-10-24T00:00"), at("2026-10-26T17:00"))
                        .total());
    }

    @Test
    void countsALeapDay() {
        assertEquals(
                Duration.ofHours(18),
                WorkingTime.between(at("2028-02-28T17:00"), at("2028-03-01T23:00"))
                        .total());
    }

    @Test
    void countsADayOutsideOfficeHoursAsNoTimeButAsADay() {
        WorkingTime night = WorkingTime.between(at("2026-11-23T18:00"), at("2026-11-24T06:00"));

        assertEquals(Duration.ZERO, night.total());
        assertEquals(1, night.workingDays());
        assertEquals("23 nov ingen arbetstid", night.steps().getFirst().said().swedish());
        assertEquals("24 Nov no working time", night.steps().getLast().said().english());
        assertEquals(Duration.ZERO, night.steps().getLast().time());
    }

    @Test
    void takesOtherHours() {
        OfficeHours hours = new OfficeHours(LocalTime.of(9, 0), LocalTime.of(15, 0));

        assertEquals(
                Duration.ofHours(6),
                WorkingTime.between(at("2026-11-23T00:00"), at("2026-11-24T00:00"), hours)
                        .total());
        assertThrows(IllegalArgumentException.class, () -> new OfficeHours(LocalTime.of(9, 0), LocalTime.of(9, 0)));
        assertThrows(IllegalArgumentException.class, () -> new OfficeHours(LocalTime.of(9, 0, 1), LocalTime.of(15, 0)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new OfficeHours(LocalTime.of(9, 0), LocalTime.of(15, 0).plusNanos(1)));
    }

    @Test
    void dropsSecondsAndCountsNothingBackwards() {
        assertEquals(
                Duration.ofMinutes(1),
                WorkingTime.between(at("2026-11-23T10:00:59"), at("2026-11-23T10:01:00"))
                        .total());
        WorkingTime back = WorkingTime.between(at("2026-11-24T10:00"), at("2026-11-23T10:00"));
        assertEquals(new WorkingTime(List.of(), Duration.ZERO, 0), back);
        assertEquals(
                "Arbetstid: 0 h 0 min. Hela arbetsdagar sedan ankomsten: 0",
                back.said().swedish());
    }

    @Test
    void refusesACentury() {
        assertThrows(
                IllegalArgumentException.class,
                () -> WorkingTime.between(at("2000-01-01T00:00"), at("2126-01-01T00:00")));
    }

    @Test
    void givesEveryAgeAWordInBothLanguages() {
        assertEquals(
                List.of(Age.SAME_DAY, Age.SAME_DAY, Age.GREEN, Age.AMBER, Age.AMBER, Age.RED, Age.RED),
                Stream.of(-1, 0, 1, 2, 3, 4, 400).map(Age::of).toList());
        assertEquals(
                List.of("ny", "grön", "gul", "röd"),
                Stream.of(Age.values()).map(age -> age.word().swedish()).toList());
        for (Age age : Age.values()) {
            assertFalse(age.meaning().english().isBlank());
        }
    }

    @Property(tries = 300)
    void isAdditive(
            @ForAll("instants") Instant one, @ForAll("instants") Instant two, @ForAll("instants") Instant three) {
        List<Instant> sorted = Stream.of(one, two, three).sorted().toList();
        WorkingTime whole = WorkingTime.between(sorted.get(0), sorted.get(2));
        WorkingTime first = WorkingTime.between(sorted.get(0), sorted.get(1));
        WorkingTime second = WorkingTime.between(sorted.get(1), sorted.get(2));

        assertEquals(whole.total(), first.total().plus(second.total()));
        assertEquals(whole.workingDays(), first.workingDays() + second.workingDays());
    }

    @Property(tries = 300)
    void isMonotonicAndNeverNegative(
            @ForAll("instants") Instant one, @ForAll("instants") Instant two, @ForAll("instants") Instant three) {
        List<Instant> sorted = Stream.of(one, two, three).sorted().toList();
        WorkingTime shorter = WorkingTime.between(sorted.get(0), sorted.get(1));
        WorkingTime longer = WorkingTime.between(sorted.get(0), sorted.get(2));

        assertFalse(shorter.total().isNegative());
        assertTrue(shorter.total().compareTo(longer.total()) <= 0);
        assertTrue(shorter.age().compareTo(longer.age()) <= 0);
        assertEquals(
                longer.total(),
                longer.steps().stream().map(WorkingTime.Step::time).reduce(Duration.ZERO, Duration::plus));
    }

    @Property(tries = 100)
    void doesNotDependOnTheZoneOfTheMachine(@ForAll("instants") Instant one, @ForAll("instants") Instant two) {
        WorkingTime here = WorkingTime.between(one, two);
        TimeZone before = TimeZone.getDefault();
        try {
            for (String zone : List.of("Pacific/Kiritimati", "America/Los_Angeles", "Asia/Kolkata")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                assertEquals(here, WorkingTime.between(one, two));
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Property
    void theLastDayOfAnAgeIsItsLast(@ForAll("instants") Instant arrived, @ForAll @IntRange(max = 5) int days) {
        LocalDate last = WorkingTime.lastDay(arrived, days);
        Instant evening = last.atTime(23, 59).atZone(SwedishCalendar.ZONE).toInstant();
        Instant morning =
                last.plusDays(1).atTime(0, 1).atZone(SwedishCalendar.ZONE).toInstant();

        assertEquals(days, WorkingTime.between(arrived, evening).workingDays());
        assertEquals(days + 1, WorkingTime.between(arrived, morning).workingDays());
    }
}
