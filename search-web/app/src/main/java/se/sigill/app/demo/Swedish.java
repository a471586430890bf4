package se.sigill.app.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** How dates, amounts and capitals are written in Swedish, without asking the machine's locale. */
final class Swedish {
    private static final Locale LOCALE = Locale.of("sv", "SE");
    private static final List<String> MONTHS = List.of(
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

    private Swedish() {}

    /** "7 mars 2026". */
    static String date(LocalDate day) {
        return day.getDayOfMonth() + " " + MONTHS.get(day.getMonthValue() - 1) + " " + day.getYear();
    }

    /** The day, or the Monday after it if offices are closed. */
    static LocalDate weekday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
        };
    }

    /** "1 240 000 kronor", with plain blanks. */
    static String kronor(int amount) {
        StringBuilder digits = new StringBuilder(Integer.toString(amount));
        for (int at = digits.length() - 3; at > 0; at -= 3) {
            digits.insert(at, ' ');
        }
        return digits + " kronor";
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(LOCALE) + text.substring(1);
    }

    static String lower(String text) {
        return text.toLowerCase(LOCALE);
    }

    /** The text as part of a file name that every system takes: a-z, digits and hyphens, at most 60 characters. */
    static String fileName(String text) {
        StringBuilder out = new StringBuilder();
        String lower = lower(text);
        for (int i = 0; i < lower.length(); i++) {
            char plain =
                    switch (lower.charAt(i)) {
                        case 'å', 'ä' -> 'a';
                        case 'ö' -> 'o';
                        case 'é' -> 'e';
                        default -> lower.charAt(i);
                    };
            if ((plain >= 'a' && plain <= 'z') || (plain >= '0' && plain <= '9')) {
                out.append(plain);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != '-') {
                out.append('-');
            }
        }
        int end = Math.min(out.length(), 60);
        while (end > 0 && out.charAt(end - 1) == '-') {
            end--;
        }
        return out.substring(0, end);
    }
}
