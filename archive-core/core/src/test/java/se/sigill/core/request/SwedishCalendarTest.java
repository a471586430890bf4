package se.sigill.core.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SwedishCalendarTest {
    /** Easter Sundays of 2020 to 2060 by another algorithm than ours: Gauss with the corrections of Lichtenberg. */
    private static final String EASTER = """
            04-12 04-04 04-17 04-09 03-31 04-20 04-05 03-28 04-16 04-01 04-21 04-13 03-28 04-17 04-09 03-25 04-13 04-05
            04-25 04-10 04-01 04-21 04-06 03-29 04-17 04-09 03-25 04-14 04-05 04-18 04-10 04-02 04-21 04-06 03-29 04-18
            04-02 04-22 04-14 03-30 04-18
            """;

    @Test
    void findsEasterOfFortyOneYears() {
        List<String> days = List.of(EASTER.strip().split("\\s+"));

        assertEquals(41, days.size());
        for (int i = 0; i < days.size(); i++) {
            assertEquals(
                    2020 + i + "-" + days.get(i),
                    SwedishCalendar.easter(2020 + i).toString());
        }
    }

    @Property(tries = 1_000)
    void findsEasterAsGaussDoes(@ForAll @IntRange(min = 1990, max = 4099) int year) {
        int k = year / 100;
        int m = 15 + (3 * k + 3) / 4 - (8 * k + 13) / 25;
        int s = 2 - (3 * k + 3) / 4;
        int a = year % 19;
        int d = (19 * a + m) % 30;
        int og = 21 + d - (d + a / 11) / 29;
        int sz = 7 - (year + year / 4 + s) % 7;
        int oe = 7 - Math.floorMod(og - sz, 7);

        assertEquals(LocalDate.of(year, 3, 1).plusDays(og + oe - 1L), SwedishCalendar.easter(year));
    }

    @Test
    void namesTheFreeDaysOf2026() {
        Map<String, String> wanted = new TreeMap<>(Map.ofEntries(
                Map.entry("2026-01-01", "nyårsdagen"),
                Map.entry("2026-01-06", "trettondedag jul"),
                Map.entry("2026-04-03", "långfredagen"),
                Map.entry("2026-04-05", "påskdagen"),
                Map.entry("2026-04-06", "annandag påsk"),
                Map.entry("2026-05-01", "första maj"),
                Map.entry("2026-05-14", "Kristi himmelsfärdsdag"),
                Map.entry("2026-05-24", "pingstdagen"),
                Map.entry("2026-06-06", "Sveriges nationaldag"),
                Map.entry("2026-06-19", "midsommarafton"),
                Map.entry("2026-06-20", "midsommardagen"),
                Map.entry("2026-10-31", "alla helgons dag"),
                Map.entry("2026-12-24", "julafton"),
                Map.entry("2026-12-25", "juldagen"),
                Map.entry("2026-12-26", "annandag jul"),
                Map.entry("2026-12-31", "nyårsafton")));
        Map<String, String> found = new TreeMap<>();
        for (LocalDate day = LocalDate.of(2026, 1, 1); day.getYear() == 2026; day = day.plusDays(1)) {
            String date = day.toString();
            SwedishCalendar.free(day)
                    .map(Wording::swedish)
                    .filter(name -> !name.equals("lördag") && !name.equals("söndag"))
                    .ifPresent(name -> found.put(date, name));
        }

        assertEquals(wanted, found);
    }

    @Test
    void findsMidsummerAndAllSaintsByTheAlmanac() {
        for (String day : List.of(
                "2020-06-20", "2021-06-26", "2022-06-25", "2023-06-24", "2024-06-22", "2025-06-21", "2026-06-20")) {
            LocalDate midsummer = LocalDate.parse(day);
            assertEquals("midsommardagen", name(midsummer));
            assertEquals("midsommarafton", name(midsummer.minusDays(1)));
            assertEquals("söndag", name(midsummer.plusDays(1)));
        }
        for (String day : List.of(
                "2020-10-31", "2021-11-06", "2022-11-05", "2023-11-04", "2024-11-02", "2025-11-01", "2026-10-31")) {
            assertEquals("alla helgons dag", name(LocalDate.parse(day)));
        }
        assertEquals("lördag", name(LocalDate.of(2026, 6, 27)));
        assertEquals("lördag", name(LocalDate.of(2020, 11, 7)));
        assertEquals("lördag", name(LocalDate.of(2026, 10, 24)));
        assertEquals("lördag", name(LocalDate.of(2026, 6, 13)));
        assertTrue(SwedishCalendar.isWorkingDay(LocalDate.of(2026, 6, 26)));
        assertTrue(SwedishCalendar.isWorkingDay(LocalDate.of(2026, 6, 12)));
    }

    @Test
    void countsTheWorkingDaysOfMonths() {
        assertEquals(20, workingDays(2026, 4));
        assertEquals(19, workingDays(2026, 5));
        assertEquals(21, workingDays(2026, 6));
        assertEquals(20, workingDays(2026, 12));
        assertEquals(21, workingDays(2024, 2));
    }

    @Test
    void knowsThatNationalDayTookThePlaceOfWhitMonday() {
        assertTrue(SwedishCalendar.isWorkingDay(LocalDate.of(2003, 6, 6)));
        assertEquals("annandag pingst", name(LocalDate.of(2004, 5, 31)));
        assertTrue(SwedishCalendar.isWorkingDay(LocalDate.of(2005, 5, 16)));
        assertEquals("Sveriges nationaldag", name(LocalDate.of(2005, 6, 6)));
    }

    @Test
    void answersForNoYearItDoesNotKnow() {
        assertThrows(IllegalArgumentException.class, () -> SwedishCalendar.free(LocalDate.of(1989, 12, 31)));
        assertThrows(IllegalArgumentException.class, () -> SwedishCalendar.free(LocalDate.of(4100, 1, 1)));
    }

    @Test
    void findsTheWorkingDaysAroundEaster() {
        assertEquals(LocalDate.of(2026, 4, 7), SwedishCalendar.workingDayFrom(LocalDate.of(2026, 4, 3)));
        assertEquals(LocalDate.of(2026, 4, 7), SwedishCalendar.workingDayFrom(LocalDate.of(2026, 4, 7)));
        assertEquals(LocalDate.of(2026, 4, 2), SwedishCalendar.workingDayBefore(LocalDate.of(2026, 4, 7)));
    }

    @Property
    void everyWeekHasAWorkingDay(@ForAll @IntRange(min = 7_305, max = 700_000) int epochDay) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);

        assertTrue(SwedishCalendar.workingDayFrom(day).isBefore(day.plusDays(7)));
        assertFalse(
                day.getDayOfWeek() == DayOfWeek.SUNDAY && SwedishCalendar.isWorkingDay(day), "every Sunday is free");
    }

    private static String name(LocalDate day) {
        return SwedishCalendar.free(day).orElseThrow().swedish();
    }

    private static long workingDays(int year, int month) {
        return LocalDate.of(year, month, 1)
                .datesUntil(YearMonth.of(year, month).atEndOfMonth().plusDays(1))
                .filter(SwedishCalendar::isWorkingDay)
                .count();
    }
}
