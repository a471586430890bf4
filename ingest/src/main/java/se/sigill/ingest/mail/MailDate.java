package se.sigill.ingest.mail;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day of a Date field (RFC 5322 §3.3 and what programs make of it), in the sender's own zone. */
final class MailDate {
    private static final Pattern DAY_FIRST =
            Pattern.compile("([0-9]{1,2})[ -]{1,3}([a-z]{3})[a-z.]{0,7}[ -]{1,3}([0-9]{2,4})");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("([a-z]{3}) {1,3}([0-9]{1,2}) [0-9:]{5,8} (?:[a-z]{1,5} )?([0-9]{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final int CHARS_MAX = 100;

    private MailDate() {}

    static Optional<LocalDate> read(String field) {
        String text = field.strip().replaceAll("[ \\t\\r\\n]+", " ").toLowerCase(Locale.ROOT);
        if (text.length() > CHARS_MAX) {
            return Optional.empty();
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.find()) {
            return day(year(dayFirst.group(3)), month(dayFirst.group(2)), dayFirst.group(1));
        }
        Matcher monthFirst = MONTH_FIRST.matcher(text);
        if (monthFirst.find()) {
            return day(year(monthFirst.group(3)), month(monthFirst.group(1)), monthFirst.group(2));
        }
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        return yearFirst.find()
                ? day(year(yearFirst.group(1)), Integer.parseInt(yearFirst.group(2)), yearFirst.group(3))
                : Optional.empty();
    }

    /** Two digits are 1950 to 2049, three count from 1900 (RFC 5322 §4.3). */
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return switch (digits.length()) {
            case 2 -> year < 50 ? 2000 + year : 1900 + year;
            case 3 -> 1900 + year;
            default -> year;
        };
    }

    private static int month(String name) {
        return 1 + MONTHS.indexOf(name);
    }

    private static Optional<LocalDate> day(int year, int month, String day) {
        try {
            LocalDate date = LocalDate.of(year, month, Integer.parseInt(day));
            return year < 1960 || year > 2200 ? Optional.empty() : Optional.of(date);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
