package se.sigill.core.request;

import java.time.LocalDate;
import java.util.List;

/** Days as they are written in letters. Own tables: the words must not change with the runtime that prints them. */
final class DayNames {
    private static final List<String> MONTHS_SV = List.of(
            "januari",
            "februari",
            "mars",
            "april",
            "maj",
            "juni",
            "juli",
            "augusti",
            "september",
            "oktober",
            "november",
            "december");
    private static final List<String> MONTHS_EN = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final List<String> SHORT_SV =
            List.of("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec");
    private static final List<String> WEEKDAYS_SV =
            List.of("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag");
    private static final List<String> WEEKDAYS_EN =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    private DayNames() {}

    /** The day of the week: {@code lördag}, {@code Saturday}. */
    static Wording weekday(LocalDate day) {
        int i = day.getDayOfWeek().getValue() - 1;
        return new Wording(WEEKDAYS_SV.get(i), WEEKDAYS_EN.get(i));
    }

    /** In a list: {@code 29 mar}, {@code 29 Mar}. */
    static Wording brief(LocalDate day) {
        int i = day.getMonthValue() - 1;
        return new Wording(
                day.getDayOfMonth() + " " + SHORT_SV.get(i),
                day.getDayOfMonth() + " " + MONTHS_EN.get(i).substring(0, 3));
    }

    /** In a sentence: {@code tisdag 14 april 2026}, {@code Tuesday 14 April 2026}. */
    static Wording full(LocalDate day) {
        int i = day.getMonthValue() - 1;
        Wording weekday = weekday(day);
        return new Wording(
                weekday.swedish() + " " + day.getDayOfMonth() + " " + MONTHS_SV.get(i) + " " + day.getYear(),
                weekday.english() + " " + day.getDayOfMonth() + " " + MONTHS_EN.get(i) + " " + day.getYear());
    }
}
