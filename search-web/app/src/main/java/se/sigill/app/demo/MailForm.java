package se.sigill.app.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Writes a letter as an Internet message (RFC 5322, MIME by RFC 2045–2047 and 2231): CRLF, boundaries that follow from
 * the Message-ID, so that the same letter gives the same bytes.
 */
final class MailForm {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss xx", Locale.ENGLISH);
    private static final int ENCODED_WORD_BYTES = 42;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
    private final Letter letter;

    private MailForm(Letter letter) {
        this.letter = letter;
    }

    static byte[] write(Letter letter) {
        MailForm form = new MailForm(letter);
        form.headers();
        form.body();
        return form.out.toByteArray();
    }

    private void headers() {
        String day = DATE.format(letter.sent());
        line("Return-Path: <" + letter.from().address() + ">");
        line("Received: from mx.post.example (mx.post.example [192.0.2.25])");
        line("\tby mail.lindhult.example with ESMTPS id " + token() + ";");
        line("\t" + DATE.format(letter.sent().plusSeconds(2)));
        line("Date: " + day);
        line("From: " + mailbox(letter.from()));
        line("To: " + mailbox(letter.to()));
        line("Subject: " + encodedWords(letter.subject()));
        line("Message-ID: <" + letter.id() + ">");
        if (!letter.references().isEmpty()) {
            line("In-Reply-To: <" + letter.references().getLast() + ">");
            line("References: <" + String.join(">\r\n <", letter.references()) + ">");
        }
        line("MIME-Version: 1.0");
    }

    private void body() {
        if (letter.attachments().isEmpty()) {
            message();
            return;
        }
        String boundary = "=_del_" + token();
        line("Content-Type: multipart/mixed; boundary=\"" + boundary + "\"");
        line("");
        line("--" + boundary);
        message();
        for (Letter.Attachment attachment : letter.attachments()) {
            line("--" + boundary);
            attachment(attachment);
        }
        line("--" + boundary + "--");
    }

    private void message() {
        if (!letter.withHtml()) {
            text("text/plain", letter.text());
            return;
        }
        String boundary = "=_alt_" + token();
        line("Content-Type: multipart/alternative; boundary=\"" + boundary + "\"");
        line("");
        line("--" + boundary);
        text("text/plain", letter.text());
        line("--" + boundary);
        text("text/html", html());
        line("--" + boundary + "--");
    }

    private String html() {
        StringBuilder html = new StringBuilder("<html><body>\n");
        for (String paragraph : letter.text().split("\n\n", -1)) {
            html.append("<p>")
                    .append(ZipParts.escape(paragraph).replace("\n", "<br>\n"))
                    .append("</p>\n");
        }
        return html.append("</body></html>\n").toString();
    }

    private void text(String type, String text) {
        Charset charset =
                switch (letter.encoding()) {
                    case LATIN_1_QUOTED -> StandardCharsets.ISO_8859_1;
                    case UTF_8_QUOTED, UTF_8_BASE64, UTF_8_EIGHT_BIT -> StandardCharsets.UTF_8;
                };
        byte[] bytes = text.replace("\n", "\r\n").getBytes(charset);
        line("Content-Type: " + type + "; charset=" + charset.name().toLowerCase(Locale.ROOT));
        switch (letter.encoding()) {
            case UTF_8_QUOTED, LATIN_1_QUOTED -> {
                line("Content-Transfer-Encoding: quoted-printable");
                line("");
                line(quotedPrintable(bytes));
            }
            case UTF_8_BASE64 -> {
                line("Content-Transfer-Encoding: base64");
                line("");
                base64(bytes);
            }
            case UTF_8_EIGHT_BIT -> {
                line("Content-Transfer-Encoding: 8bit");
                line("");
                out.writeBytes(bytes);
                line("");
            }
        }
    }

    private void attachment(Letter.Attachment attachment) {
        String plain = Swedish.fileName(
                        attachment.name().substring(0, attachment.name().lastIndexOf('.')))
                + attachment.name().substring(attachment.name().lastIndexOf('.'));
        line("Content-Type: " + attachment.mediaType() + "; name=\"" + plain + "\"");
        line("Content-Transfer-Encoding: base64");
        line("Content-Disposition: attachment; filename=\"" + plain + "\";");
        line(" filename*=UTF-8''" + percent(attachment.name()));
        line("");
        base64(attachment.content());
    }

    private void base64(byte[] bytes) {
        out.writeBytes(Base64.getMimeEncoder().encode(bytes));
        line("");
    }

    private String token() {
        return letter.id().substring(0, letter.id().indexOf('@'));
    }

    private void line(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        out.write('\r');
        out.write('\n');
    }

    private static String mailbox(Letter.Mailbox mailbox) {
        return encodedWords(mailbox.name()) + " <" + mailbox.address() + ">";
    }

    /** A header's text: as it stands if it is ASCII, else as encoded words (RFC 2047) of at most 75 characters. */
    static String encodedWords(String text) {
        if (text.chars().allMatch(c -> c < 127)) {
            return text;
        }
        List<String> words = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int used = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int size = c < 128 ? 1 : 3;
            if (used + size > ENCODED_WORD_BYTES) {
                words.add(encodedWord(part.toString()));
                part.setLength(0);
                used = 0;
            }
            part.append(c);
            used += size;
        }
        words.add(encodedWord(part.toString()));
        return String.join("\r\n ", words);
    }

    private static String encodedWord(String text) {
        return "=?utf-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    /** RFC 2045 §6.7: lines of at most 76 characters, blanks at line ends encoded, CRLF kept. */
    static String quotedPrintable(byte[] bytes) {
        StringBuilder out = new StringBuilder(bytes.length + bytes.length / 8);
        int used = 0;
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xff;
            if (b == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n') {
                out.append("\r\n");
                used = 0;
                i++;
                continue;
            }
            boolean lineEnd = i + 1 >= bytes.length || bytes[i + 1] == '\r';
            boolean plain = (b > 32 && b < 127 && b != '=') || (b == ' ' && !lineEnd);
            if (used + (plain ? 1 : 3) > 75) {
                out.append("=\r\n");
                used = 0;
            }
            if (plain) {
                out.append((char) b);
                used++;
            } else {
                out.append('=').append(hex(b >> 4)).append(hex(b & 15));
                used += 3;
            }
        }
        return out.toString();
    }

    private static String percent(String name) {
        StringBuilder out = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xff;
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-') {
                out.append((char) c);
            } else {
                out.append('%').append(hex(c >> 4)).append(hex(c & 15));
            }
        }
        return out.toString();
    }

    private static char hex(int digit) {
        return "0123456789ABCDEF".charAt(digit);
    }
}
