package se.sigill.app.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * An mbox of the kind {@code mboxrd}: LF, a {@code From } line before each message, {@code >} before each line of a
 * message that begins with any number of {@code >} and then {@code From }, an empty line after each message.
 */
final class MboxForm {
    /** As C's asctime writes it, which mail programs expect after the sender; the day is padded with a blank. */
    private static final DateTimeFormatter ASCTIME =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH);

    private MboxForm() {}

    static byte[] write(List<Letter> letters) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(65536);
        for (Letter letter : letters) {
            String when = ASCTIME.format(letter.sent().withZoneSameInstant(ZoneOffset.UTC));
            out.writeBytes(("From " + letter.from().address() + " " + when + "\n").getBytes(StandardCharsets.US_ASCII));
            // One byte is one character in ISO 8859-1, so nothing of an 8-bit message is lost on the way.
            String message = new String(MailForm.write(letter), StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
            for (String line : message.split("\n", -1)) {
                out.writeBytes(quote(line).getBytes(StandardCharsets.ISO_8859_1));
                out.write('\n');
            }
        }
        return out.toByteArray();
    }

    private static String quote(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == '>') {
            at++;
        }
        return line.startsWith("From ", at) ? ">" + line : line;
    }
}
