package se.sigill.staff.answer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What people type into forms, as values; empty if it is none. */
final class Typed {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private Typed() {}

    /** {@code 2026-11-27 15:30} where the archive is; {@code T} between the two will do. */
    static Optional<Instant> minute(String text, ZoneId zone) {
        try {
            return Optional.of(LocalDateTime.parse(text.strip().replace('T', ' '), MINUTE)
                    .atZone(zone)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** {@code 2026-11-27}. */
    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A place in the log, or a count; -1 if it is none. */
    static long number(String text) {
        return text.strip().matches("[0-9]{1,18}") ? Long.parseLong(text.strip()) : -1;
    }
}
