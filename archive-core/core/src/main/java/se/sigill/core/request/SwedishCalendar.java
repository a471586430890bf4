package se.sigill.core.request;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Which days are working days in Sweden. Free are Saturdays, Sundays, the public holidays of lag (1989:253) om allmänna
 * helgdagar, and Midsummer Eve, Christmas Eve and New Year's Eve, which lag (1930:173) 2 § makes equal to them where a
 * time ends.
 *
 * <p>A changed act changes this file and its vectors. National Day took the place of Whit Monday in 2005 (SFS
 * 2004:1320); a day of an earlier year is answered as it was then.
 */
public final class SwedishCalendar {
    /** Where Swedish authorities are: every instant is read on their clocks. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    /** The first whole year of the act on holidays; no request and no appeal of ours is older. */
    public static final int YEAR_MIN = 1990;

    /** The computus below is proven for the Gregorian calendar to this year. */
    public static final int YEAR_MAX = 4099;

    private static final int YEAR_OF_NATIONAL_DAY = 2005;

    private SwedishCalendar() {}

    /** Whether it is a working day (söckendag, not a Saturday nor one of the three eves). */
    public static boolean isWorkingDay(LocalDate day) {
        return free(day).isEmpty();
    }

    /**
     * Why the day is free, the strongest name first: the holiday ({@code påskdagen}), the eve, or the day of the week
     * ({@code lördag}); empty if it is a working day.
     *
     * @throws IllegalArgumentException outside of {@link #YEAR_MIN} to {@link #YEAR_MAX}
     */
    public static Optional<Wording> free(LocalDate day) {
        if (day.getYear() < YEAR_MIN || day.getYear() > YEAR_MAX) {
            throw new IllegalArgumentException("the calendar knows the years " + YEAR_MIN + " to " + YEAR_MAX);
        }
        Optional<Wording> named = fixed(day).or(() -> byEaster(day)).or(() -> byWeekday(day));
        return named.or(() -> day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()
                ? Optional.of(DayNames.weekday(day))
                : Optional.empty());
    }

    /** The day itself if it is a working day, otherwise the next one. */
    public static LocalDate workingDayFrom(LocalDate day) {
        LocalDate at = day;
        while (!isWorkingDay(at)) {
            at = at.plusDays(1);
        }
        return at;
    }

    /** The working day next before the day (närmast föregående arbetsdag, FL 22 §). */
    public static LocalDate workingDayBefore(LocalDate day) {
        LocalDate at = day.minusDays(1);
        while (!isWorkingDay(at)) {
            at = at.minusDays(1);
        }
        return at;
    }

    /** Easter Sunday (påskdagen), by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8). */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int ofCentury = year % 100;
        int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int toSunday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        int correction = (golden + 11 * epact + 22 * toSunday) / 451;
        int days = epact + toSunday - 7 * correction + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }

    private static Optional<Wording> fixed(LocalDate day) {
        return switch (day.getMonthValue() * 100 + day.getDayOfMonth()) {
            case 101 -> say("nyårsdagen", "New Year's Day");
            case 106 -> say("trettondedag jul", "Epiphany");
            case 501 -> say("första maj", "May Day");
            case 606 ->
                day.getYear() < YEAR_OF_NATIONAL_DAY
                        ? Optional.empty()
                        : say("Sveriges nationaldag", "National Day of Sweden");
            case 1224 -> say("julafton", "Christmas Eve");
            case 1225 -> say("juldagen", "Christmas Day");
            case 1226 -> say("annandag jul", "Boxing Day");
            case 1231 -> say("nyårsafton", "New Year's Eve");
            default -> Optional.empty();
        };
    }

    private static Optional<Wording> byEaster(LocalDate day) {
        long after = day.toEpochDay() - easter(day.getYear()).toEpochDay();
        return switch ((int) after) {
            case -2 -> say("långfredagen", "Good Friday");
            case 0 -> say("påskdagen", "Easter Sunday");
            case 1 -> say("annandag påsk", "Easter Monday");
            case 39 -> say("Kristi himmelsfärdsdag", "Ascension Day");
            case 49 -> say("pingstdagen", "Whit Sunday");
            case 50 -> day.getYear() < YEAR_OF_NATIONAL_DAY ? say("annandag pingst", "Whit Monday") : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Midsummer: the Saturday of 20 to 26 June and its eve; All Saints: the Saturday of 31 October to 6 November. */
    private static Optional<Wording> byWeekday(LocalDate day) {
        int monthDay = day.getMonthValue() * 100 + day.getDayOfMonth();
        return switch (day.getDayOfWeek()) {
            case FRIDAY ->
                monthDay >= 619 && monthDay <= 625 ? say("midsommarafton", "Midsummer Eve") : Optional.empty();
            case SATURDAY -> {
                if (monthDay >= 620 && monthDay <= 626) {
                    yield say("midsommardagen", "Midsummer Day");
                }
                yield monthDay == 1031 || (monthDay >= 1101 && monthDay <= 1106)
                        ? say("alla helgons dag", "All Saints' Day")
                        : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private static Optional<Wording> say(String swedish, String english) {
        return Optional.of(new Wording(swedish, english));
    }
}
