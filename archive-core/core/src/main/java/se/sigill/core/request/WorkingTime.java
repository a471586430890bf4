package se.sigill.core.request;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The working time between two instants as Swedish clocks show them, and how it was counted.
 *
 * <p>It is counted in whole minutes: the seconds of an instant are dropped, so that what is shown adds up. The time
 * from a to b and from b to c is the time from a to c. Waiting for the person who asked stops nothing: there is no such
 * rule in law.
 *
 * @param steps one for every day touched, in order; empty if the second instant is not after the first
 * @param total the sum of the steps
 * @param workingDays how many working days began after the day of the first instant: 0 is the same day (T+0)
 */
public record WorkingTime(List<Step> steps, Duration total, int workingDays) {
    /** A hundred years: a request that is open longer is a wrong clock. */
    public static final int DAYS_MAX = 36_525;

    public WorkingTime {
        steps = List.copyOf(steps);
    }

    /** What one day gave. */
    public sealed interface Step {
        LocalDate day();

        Duration time();

        /** For people: {@code 29 mar 15:20 – 17:00: 1 h 40 min}, {@code 30 mar lördag}. */
        Wording said();

        /** A working day of which something lay within office hours. */
        record Worked(LocalDate day, LocalTime from, LocalTime to, Duration time) implements Step {
            @Override
            public Wording said() {
                return Texts.say("time.worked", DayNames.brief(day), from, to, hours(time));
            }
        }

        /** A working day of which nothing did: early in the morning or late at night. */
        record Closed(LocalDate day) implements Step {
            @Override
            public Duration time() {
                return Duration.ZERO;
            }

            @Override
            public Wording said() {
                return Texts.say("time.closed", DayNames.brief(day));
            }
        }

        /** A day that is free, and why. */
        record Free(LocalDate day, Wording name) implements Step {
            @Override
            public Duration time() {
                return Duration.ZERO;
            }

            @Override
            public Wording said() {
                return DayNames.brief(day).join(" ", name);
            }
        }
    }

    /** With the usual office hours. */
    public static WorkingTime between(Instant from, Instant to) {
        return between(from, to, OfficeHours.USUAL);
    }

    /**
     * From the first instant to the second; nothing if the second is not later, as when a clock was set back.
     *
     * @throws IllegalArgumentException if they lie over {@link #DAYS_MAX} days apart, or in years the calendar lacks
     */
    public static WorkingTime between(Instant from, Instant to, OfficeHours hours) {
        if (!from.isBefore(to)) {
            return new WorkingTime(List.of(), Duration.ZERO, 0);
        }
        ZonedDateTime begin = from.atZone(SwedishCalendar.ZONE).truncatedTo(ChronoUnit.MINUTES);
        ZonedDateTime end = to.atZone(SwedishCalendar.ZONE).truncatedTo(ChronoUnit.MINUTES);
        LocalDate first = begin.toLocalDate();
        if (ChronoUnit.DAYS.between(first, end.toLocalDate()) > DAYS_MAX) {
            throw new IllegalArgumentException("working time is counted over at most " + DAYS_MAX + " days");
        }
        List<Step> steps = new ArrayList<>();
        Duration total = Duration.ZERO;
        int days = 0;
        for (LocalDate day = first; !day.isAfter(end.toLocalDate()); day = day.plusDays(1)) {
            Step step = step(day, begin, end, hours);
            steps.add(step);
            total = total.plus(step.time());
            days += day.isAfter(first) && !(step instanceof Step.Free) ? 1 : 0;
        }
        return new WorkingTime(steps, total, days);
    }

    /** The last day on which a request that came then has had at most so many whole working days. */
    public static LocalDate lastDay(Instant arrived, int workingDays) {
        LocalDate day = arrived.atZone(SwedishCalendar.ZONE).toLocalDate();
        for (int left = workingDays + 1; left > 0; left--) {
            day = SwedishCalendar.workingDayFrom(day.plusDays(1));
        }
        return day.minusDays(1);
    }

    public Age age() {
        return Age.of(workingDays);
    }

    /** All steps and their sum in one line. */
    public Wording said() {
        Wording sum = Texts.say("time.total", hours(total), workingDays);
        Wording out = null;
        for (Step step : steps) {
            out = out == null ? step.said() : out.join("; ", step.said());
        }
        return out == null ? sum : out.join(". ", sum);
    }

    private static Step step(LocalDate day, ZonedDateTime begin, ZonedDateTime end, OfficeHours hours) {
        var free = SwedishCalendar.free(day);
        if (free.isPresent()) {
            return new Step.Free(day, free.get());
        }
        // Instants are compared, not times of the day: the hour that summer time skips is no working time.
        ZonedDateTime opens = later(day.atTime(hours.opens()).atZone(SwedishCalendar.ZONE), begin);
        ZonedDateTime closes = earlier(day.atTime(hours.closes()).atZone(SwedishCalendar.ZONE), end);
        return opens.isBefore(closes)
                ? new Step.Worked(day, opens.toLocalTime(), closes.toLocalTime(), Duration.between(opens, closes))
                : new Step.Closed(day);
    }

    private static ZonedDateTime later(ZonedDateTime one, ZonedDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static ZonedDateTime earlier(ZonedDateTime one, ZonedDateTime other) {
        return one.isBefore(other) ? one : other;
    }

    private static String hours(Duration time) {
        return time.toHours() + " h " + time.toMinutesPart() + " min";
    }
}
