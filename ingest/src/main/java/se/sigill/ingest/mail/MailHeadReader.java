package se.sigill.ingest.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import se.sigill.core.finding.Finding;
import se.sigill.formats.mail.EncodedWords;

/** Reads the head of a mail: bounded, never throws on content. */
public final class MailHeadReader {
    /** As large a head as is read; real ones with all their trace fields stay under 64 KiB. */
    public static final int HEAD_BYTES_MAX = 256 << 10;

    private static final Charset OLD = Charset.forName("windows-1252");
    private static final int FIELD_CHARS_MAX = 64 << 10;
    private static final int TEXT_CHARS_MAX = 1_000;
    private static final int ID_CHARS_MAX = 500;
    private static final int REFERENCES_MAX = 200;
    private static final Set<String> WANTED =
            Set.of("message-id", "date", "from", "to", "cc", "subject", "in-reply-to", "references");
    private static final Set<String> ONCE = Set.of("message-id", "date", "from", "subject");

    private final String where;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> fields = new LinkedHashMap<>();
    private int fieldCount;

    private MailHeadReader(String where) {
        this.where = where;
    }

    /**
     * Reads from the first byte of a message to the blank line, at most {@link #HEAD_BYTES_MAX}. Does not close.
     *
     * @param where how findings name the message
     */
    public static MailHead read(InputStream message, String where) throws IOException {
        return read(message.readNBytes(HEAD_BYTES_MAX), where);
    }

    /** @param head the message, or its first {@link #HEAD_BYTES_MAX} bytes */
    public static MailHead read(byte[] head, String where) {
        MailHeadReader reader = new MailHeadReader(where);
        reader.lines(head);
        return reader.result();
    }

    private void lines(byte[] head) {
        StringBuilder field = new StringBuilder();
        int at = 0;
        while (at < head.length) {
            int end = endOfLine(head, at);
            int next = end + 1;
            int textEnd = end > at && head[end - 1] == '\r' ? end - 1 : end;
            if (textEnd == at) {
                field(field);
                return;
            }
            boolean isContinued = head[at] == ' ' || head[at] == '\t';
            if (!isContinued) {
                field(field);
                field.setLength(0);
            }
            if (field.length() < FIELD_CHARS_MAX) {
                field.append(text(head, at, Math.min(textEnd, at + FIELD_CHARS_MAX)));
            } else {
                sayOnce(MailFinding.HEAD_LONG, "a field of the head is too long");
            }
            at = next;
        }
        field(field);
        if (head.length >= HEAD_BYTES_MAX) {
            sayOnce(MailFinding.HEAD_LONG, "the head is longer than " + HEAD_BYTES_MAX + " bytes");
        }
    }

    private static int endOfLine(byte[] head, int from) {
        int at = from;
        while (at < head.length && head[at] != '\n') {
            at++;
        }
        return at;
    }

    private static String text(byte[] bytes, int from, int to) {
        ByteBuffer slice = ByteBuffer.wrap(bytes, from, to - from);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(slice).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, from, to - from, OLD);
        }
    }

    private void field(StringBuilder line) {
        int colon = line.indexOf(":");
        if (colon < 1 || !isName(line, colon)) {
            return;
        }
        fieldCount++;
        String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        if (WANTED.contains(name)) {
            String value = line.substring(colon + 1);
            String before = fields.putIfAbsent(name, value);
            if (before != null && ONCE.contains(name)) {
                sayOnce(MailFinding.FIELD_TWICE, "a field that may stand once stands twice");
            }
        }
    }

    /** A field name is printable ASCII without blanks (RFC 5322 §2.2); old programs put blanks before the colon. */
    private static boolean isName(StringBuilder line, int colon) {
        int end = colon;
        while (end > 0 && line.charAt(end - 1) == ' ') {
            end--;
        }
        return end > 0 && line.chars().limit(end).allMatch(c -> c > 32 && c < 127);
    }

    private MailHead result() {
        if (fieldCount == 0 || fields.isEmpty()) {
            say(MailFinding.NO_HEAD, "there is no head of a mail here");
            return new MailHead("", "", "", "", "", List.of(), findings);
        }
        String subject = decoded("subject");
        if (subject.isEmpty()) {
            say(MailFinding.NO_SUBJECT, "the mail has no subject");
        }
        String messageId = first(ids("message-id"));
        if (messageId.isEmpty()) {
            say(MailFinding.NO_ID, "the mail has no Message-ID");
        }
        String to = decoded("to");
        String cc = decoded("cc");
        Set<String> references = new LinkedHashSet<>(ids("references"));
        references.addAll(ids("in-reply-to"));
        String toAll = cc.isEmpty() ? to : to + (to.isEmpty() ? "" : ", ") + cc;
        return new MailHead(messageId, date(), decoded("from"), toAll, subject, List.copyOf(references), findings);
    }

    private String date() {
        String field = fields.getOrDefault("date", "");
        if (field.isBlank()) {
            say(MailFinding.NO_DATE, "the mail has no date");
            return "";
        }
        String date = MailDate.read(field).map(Object::toString).orElse("");
        if (date.isEmpty()) {
            say(MailFinding.DATE_WRONG, "the date of the mail cannot be read");
        }
        return date;
    }

    private String decoded(String name) {
        EncodedWords.Decoded decoded = EncodedWords.decode(fields.getOrDefault(name, ""));
        if (decoded.hasUnknownCharset()) {
            sayOnce(MailFinding.CHARSET_UNKNOWN, "the head names a character set that is not known");
        }
        return OneLine.shortOf(decoded.text(), TEXT_CHARS_MAX);
    }

    private static String first(List<String> ids) {
        return ids.isEmpty() ? "" : ids.getFirst();
    }

    /** Everything between angle brackets; a Message-ID without them is taken whole if it has no blanks. */
    private List<String> ids(String name) {
        String field = OneLine.of(fields.getOrDefault(name, "")).strip();
        List<String> ids = new ArrayList<>();
        int open = field.indexOf('<');
        while (open >= 0 && ids.size() < REFERENCES_MAX) {
            int close = field.indexOf('>', open);
            if (close < 0) {
                break;
            }
            if (close - open < ID_CHARS_MAX) {
                ids.add(field.substring(open, close + 1).replace(" ", ""));
            }
            open = field.indexOf('<', close);
        }
        if (ids.isEmpty() && !field.isEmpty() && field.length() < ID_CHARS_MAX && field.indexOf(' ') < 0) {
            ids.add("<" + field.replace("<", "").replace(">", "") + ">");
        }
        return ids;
    }

    private void say(MailFinding code, String message) {
        findings.add(Finding.of(code, where, message));
    }

    private void sayOnce(MailFinding code, String message) {
        if (findings.stream().noneMatch(finding -> finding.code() == code)) {
            say(code, message);
        }
    }
}
