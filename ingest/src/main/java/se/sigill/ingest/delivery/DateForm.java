package se.sigill.ingest.delivery;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ways in which clerks and spreadsheets write a day: {@code 2026-03-14}, {@code 20260314}, with a time behind,
 * {@code 14/3 2026}, {@code 14.3.2026}, {@code 14 mars 2026}, or Excel's count of days.
 */
sealed interface DateForm {
    record Day(LocalDate date) implements DateForm {}

    /** Two readings are possible, as in 03/04/2026. */
    record Ambiguous() implements DateForm {}

    record Wrong() implements DateForm {}

    /** Digits are ASCII and few, so that no pattern below can run long. */
    int LENGTH_MAX = 40;

    Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})[-/.]?([0-9]{1,2})[-/.]?([0-9]{1,2})(?:[T ][0-9:.,+Z ]{2,20})?");
    Pattern DAY_FIRST = Pattern.compile("([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ] ?([0-9]{4})(?: [0-9:.]{2,12})?");
    Pattern IN_WORDS = Pattern.compile("(?:den )?([0-9]{1,2})[.: ]? ?(?:e )?([\\p{L}]{3,10})\\.? ([0-9]{4})");
    Pattern SERIAL = Pattern.compile("([0-9]{4,5})(?:[.,][0-9]{1,12})?");
    LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    List<String> MONTHS_SV =
            List.of("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec");
    List<String> MONTHS_EN =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    static DateForm read(String field) {
        String text = field.strip().replace('\u00A0', ' ');
        if (text.length() > LENGTH_MAX) {
            return new Wrong();
        }
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return day(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return dayFirst(text, dayFirst);
        }
        Matcher inWords = IN_WORDS.matcher(text);
        if (inWords.matches()) {
            int month = month(inWords.group(2).toLowerCase(Locale.ROOT));
            return day(inWords.group(3), Integer.toString(month), inWords.group(1));
        }
        Matcher serial = SERIAL.matcher(text);
        if (serial.matches() && serial.group(1).length() == 5) {
            return plausible(SERIAL_ZERO.plusDays(Long.parseLong(serial.group(1))));
        }
        return new Wrong();
    }

    private static DateForm dayFirst(String text, Matcher parts) {
        int first = Integer.parseInt(parts.group(1));
        int second = Integer.parseInt(parts.group(2));
        boolean isEitherWay = text.indexOf('/') >= 0 && first <= 12 && second <= 12 && first != second;
        // "14/3 2026" with a blank before the year is how Swedes write; only the form with two strokes is doubtful.
        if (isEitherWay && text.indexOf('/') != text.lastIndexOf('/')) {
            return new Ambiguous();
        }
        return day(parts.group(3), parts.group(2), parts.group(1));
    }

    private static DateForm day(String year, String month, String day) {
        try {
            return plausible(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return new Wrong();
        }
    }

    private static DateForm plausible(LocalDate date) {
        return date.getYear() < 1200 || date.getYear() > 2200 ? new Wrong() : new Day(date);
    }

    private static int month(String word) {
        String start = word.substring(0, 3);
        return 1 + Math.max(MONTHS_SV.indexOf(start), MONTHS_EN.indexOf(start));
    }
}
