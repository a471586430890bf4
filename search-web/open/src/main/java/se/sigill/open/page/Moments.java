package se.sigill.open.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Points in time, as people here read them. */
final class Moments {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Europe/Stockholm"));

    private Moments() {}

    static String words(Instant at) {
        return MINUTE.format(at);
    }
}
