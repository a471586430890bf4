package se.sigill.formats.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * Decodes {@code =?charset?Q?…?=} and {@code =?charset?B?…?=} (RFC 2047). Neighbouring words of one charset are joined
 * as bytes, because programs cut characters in two. A letter beyond ASCII inside a word is against the rule and not
 * rare: it means itself. What is no such word stays as it is. Never throws on content.
 */
public final class EncodedWords {
    private final String field;
    private final StringBuilder out = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private Charset pendingCharset = StandardCharsets.UTF_8;
    private boolean hasUnknownCharset;

    private EncodedWords(String field) {
        this.field = field;
    }

    /** @param hasUnknownCharset whether a word named a character set that nobody knows; it is read as UTF-8 */
    public record Decoded(String text, boolean hasUnknownCharset) {}

    /** @param field the value of a header field, unfolded */
    public static Decoded decode(String field) {
        EncodedWords words = new EncodedWords(field);
        words.run();
        return new Decoded(words.out.toString(), words.hasUnknownCharset);
    }

    private void run() {
        int at = 0;
        boolean afterWord = false;
        while (at < field.length()) {
            int start = field.indexOf("=?", at);
            if (start < 0) {
                break;
            }
            String between = field.substring(at, start);
            int end = word(start, afterWord && between.isBlank() ? "" : between);
            if (end < 0) {
                flush();
                out.append(between).append("=?");
                at = start + 2;
                afterWord = false;
            } else {
                at = end;
                afterWord = true;
            }
        }
        flush();
        out.append(field, Math.min(at, field.length()), field.length());
    }

    /** Decodes the word that begins here; gives where it ends, or -1 if it is none. */
    private int word(int start, String before) {
        int afterCharset = field.indexOf('?', start + 2);
        if (afterCharset < 0 || afterCharset + 2 >= field.length() || field.charAt(afterCharset + 2) != '?') {
            return -1;
        }
        int end = field.indexOf("?=", afterCharset + 3);
        if (end < 0) {
            return -1;
        }
        String text = field.substring(afterCharset + 3, end);
        char encoding = Character.toLowerCase(field.charAt(afterCharset + 1));
        if (encoding != 'q' && encoding != 'b') {
            return -1;
        }
        Charset charset = charset(field.substring(start + 2, afterCharset));
        if (!before.isEmpty() || !charset.equals(pendingCharset)) {
            flush();
        }
        out.append(before);
        pendingCharset = charset;
        pending.writeBytes(encoding == 'q' ? quoted(text, charset) : base64(text));
        return end + 2;
    }

    private Charset charset(String name) {
        int star = name.indexOf('*');
        String plain = (star < 0 ? name : name.substring(0, star)).strip();
        Charset charset = known(plain).orElse(StandardCharsets.UTF_8);
        // Mail programs say Latin-1 and US-ASCII and mean Windows-1252 (WHATWG Encoding Standard).
        boolean isLatin = charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII);
        return isLatin ? Charset.forName("windows-1252") : charset;
    }

    private Optional<Charset> known(String name) {
        try {
            Charset charset = Charset.forName(name.toLowerCase(Locale.ROOT));
            return Optional.of(charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            hasUnknownCharset = true;
            return Optional.empty();
        }
    }

    private void flush() {
        if (pending.size() > 0) {
            out.append(new String(pending.toByteArray(), pendingCharset));
            pending.reset();
        }
    }

    private static byte[] quoted(String text, Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '=' && i + 2 < text.length() && hex(text, i + 1) >= 0 && hex(text, i + 2) >= 0) {
                bytes.write(hex(text, i + 1) * 16 + hex(text, i + 2));
                i += 2;
            } else if (c == '_') {
                bytes.write(' ');
            } else {
                bytes.writeBytes(String.valueOf(c).getBytes(charset));
            }
        }
        return bytes.toByteArray();
    }

    private static int hex(String text, int at) {
        return Character.digit(text.charAt(at), 16);
    }

    private static byte[] base64(String text) {
        String clean = text.replaceAll("[^A-Za-z0-9+/]", "");
        // One letter too many carries no byte; the decoder of the JDK would refuse it.
        int usable = clean.length() % 4 == 1 ? clean.length() - 1 : clean.length();
        return Base64.getDecoder().decode(clean.substring(0, usable));
    }
}
