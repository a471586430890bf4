package se.sigill.engines.mail;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates as mail writes them (RFC 5322 §3.3), also the usual wrong ways. */
public final class MailDate {
    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");

    /** The offset as {@code +0100}, as {@code CET} or as {@code +01:00}. */
    private static final DateTimeFormatter RFC_5322 = new DateTimeFormatterBuilder()
            .appendPattern("[EEE[,]][ ]d[ ][-]MMM[ ][-][yyyy][yy] H:mm[:ss][ ][Z][z]")
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .toFormatter(Locale.US);

    private MailDate() {}

    /** The moment with its offset; empty if it is no date. */
    public static Optional<OffsetDateTime> parse(String field) {
        String text =
                COMMENT.matcher(field).replaceAll(" ").replaceAll("\\s+", " ").strip();
        for (DateTimeFormatter form : new DateTimeFormatter[] {DateTimeFormatter.RFC_1123_DATE_TIME, RFC_5322}) {
            try {
                return Optional.of(OffsetDateTime.from(form.parse(text)));
            } catch (DateTimeException e) {
                // Try the next form.
            }
        }
        return Optional.empty();
    }
}
