package se.sigill.core.inbox;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** What a text may be. Messages name the field and its limit, never what stands in it. Stateless. */
final class Texts {
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private Texts() {}

    /** Lines ended by line feeds, tabs, and no other control character. May be empty. */
    static String words(String field, String text, int charactersMax) {
        if (text.length() > charactersMax) {
            throw new IllegalArgumentException(
                    "\"" + field + "\" has " + text.length() + " characters; at most " + charactersMax + " are read");
        }
        if (!plain(text).equals(text)) {
            throw new IllegalArgumentException("\"" + field + "\" has characters that are no text");
        }
        return text;
    }

    /** As {@link #words}, on one line. */
    static String line(String field, String text, int charactersMax) {
        words(field, text, charactersMax);
        if (text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0) {
            throw new IllegalArgumentException("\"" + field + "\" is more than one line");
        }
        return text;
    }

    /** A word of ours, such as {@code in-progress}. */
    static String word(String field, String text) {
        if (!WORD.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + field + "\" is no word: small letters, digits and hyphens");
        }
        return text;
    }

    static String wordOrEmpty(String field, String text) {
        return text.isEmpty() ? text : word(field, text);
    }

    static String language(String text) {
        if (!text.equals("sv") && !text.equals("en")) {
            throw new IllegalArgumentException("\"language\" is sv or en");
        }
        return text;
    }

    static String digest(String field, String text) {
        if (!SHA256.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + field + "\" is no SHA-256 in hexadecimal");
        }
        return text;
    }

    static String dayOrEmpty(String field, String text) {
        if (text.isEmpty()) {
            return text;
        }
        try {
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text).toString();
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"" + field + "\" is no day", e);
        }
        throw new IllegalArgumentException("\"" + field + "\" is no day, YYYY-MM-DD");
    }

    /** Line ends as line feeds, other control characters as blanks, half a surrogate pair as U+FFFD. */
    static String plain(String typed) {
        StringBuilder out = new StringBuilder(typed.length());
        typed.replace("\r\n", "\n").codePoints().forEach(c -> {
            if (c == '\n' || c == '\t') {
                out.append((char) c);
            } else if (c == '\r') {
                out.append('\n');
            } else if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029) {
                out.append(' ');
            } else {
                out.appendCodePoint(Character.getType(c) == Character.SURROGATE ? 0xfffd : c);
            }
        });
        return out.toString();
    }
}
