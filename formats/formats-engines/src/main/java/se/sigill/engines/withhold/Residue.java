package se.sigill.engines.withhold;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must not be in a copy: words, names and bytes of what was left out, as far as they do not stand in what is kept
 * as well. First told all that is left out, then all that is kept, then asked. Not for several threads.
 */
final class Residue {
    /** Fewer words in a row are an accident. */
    private static final int ROW = 3;

    /** A word that long is seldom there by accident; a personal number has eight figures or ten. */
    private static final int LONG_WORD = 8;

    private static final int NAME_MIN = 4;

    /** Shorter signs of base64 are an accident. */
    private static final int ENCODED_MIN = 8;

    /** Text of UTF-16 shows itself by then. */
    private static final int NULL_WITHIN = 4096;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1);

    private final Set<String> rows = new HashSet<>();
    private final Set<String> longWords = new HashSet<>();
    /** Texts with too few words for a row, whole. */
    private final Set<String> shortTexts = new HashSet<>();

    private final Set<String> names = new HashSet<>();
    private final Fragments fragments = new Fragments();

    /** What was found, told so that it reveals nothing. */
    enum Kind {
        WORDS("words of what is left out stand there"),
        NAME("a name of what is left out stands there"),
        BYTES("bytes of what is left out stand there");

        private final String said;

        Kind(String said) {
            this.said = said;
        }

        String said() {
            return said;
        }
    }

    void leaveOut(String text) {
        int count = 0;
        StringBuilder line = new StringBuilder();
        Matcher words = words(text);
        Row row = new Row();
        while (words.find()) {
            String word = words.group();
            if (word.length() >= LONG_WORD) {
                longWords.add(word);
            }
            if (++count < ROW) {
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            row.next(word).ifPresent(rows::add);
        }
        if (count < ROW && line.length() >= NAME_MIN) {
            shortTexts.add(line.toString());
        }
    }

    void leaveOutName(String name) {
        if (name.strip().length() >= NAME_MIN) {
            names.add(name.strip());
        }
    }

    void leaveOut(byte[] bytes) {
        fragments.add(bytes);
    }

    void keep(String text) {
        Matcher words = words(text);
        Row row = new Row();
        while (words.find()) {
            longWords.remove(words.group());
            row.next(words.group()).ifPresent(rows::remove);
        }
        shortTexts.removeIf(standsIn(text));
    }

    /** Something that is kept has this name. */
    void keepName(String name) {
        names.removeIf(each -> fold(each).equals(fold(name.strip())));
        keep(name);
    }

    void keep(byte[] bytes) {
        fragments.forget(bytes);
    }

    /** Looks into something that people read. */
    Optional<Kind> inText(String text) {
        Matcher words = words(text);
        while (words.find()) {
            if (longWords.contains(words.group())) {
                return Optional.of(Kind.WORDS);
            }
        }
        return shortTexts.stream().anyMatch(standsIn(text)) ? Optional.of(Kind.WORDS) : inSyntax(text);
    }

    /** Looks into something that is mostly written for programs: single words of it mean nothing. */
    Optional<Kind> inSyntax(String text) {
        Matcher words = words(text);
        Row row = new Row();
        while (!rows.isEmpty() && words.find()) {
            if (row.next(words.group()).filter(rows::contains).isPresent()) {
                return Optional.of(Kind.WORDS);
            }
        }
        String folded = names.isEmpty() ? "" : fold(text);
        return names.stream().anyMatch(name -> folded.contains(fold(name))) ? Optional.of(Kind.NAME) : Optional.empty();
    }

    /** Looks into bytes, as they are, in base64, and as text in the usual character sets. */
    Optional<Kind> inBytes(byte[] bytes) {
        return fragments.isEncodedIn(bytes) ? Optional.of(Kind.BYTES) : inPacked(bytes);
    }

    /** Looks into bytes that hold others in base64, which are looked into by themselves. */
    Optional<Kind> inPacked(byte[] bytes) {
        if (fragments.isIn(bytes)) {
            return Optional.of(Kind.BYTES);
        }
        if (hasNameEscaped(bytes)) {
            return Optional.of(Kind.NAME);
        }
        Optional<Kind> found = inSyntax(new String(bytes, StandardCharsets.UTF_8))
                .or(() -> inSyntax(new String(bytes, StandardCharsets.ISO_8859_1)));
        return found.isPresent() || !hasNulls(bytes)
                ? found
                : inSyntax(new String(bytes, StandardCharsets.UTF_16BE))
                        .or(() -> inSyntax(new String(bytes, StandardCharsets.UTF_16LE)));
    }

    private static boolean hasNulls(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, NULL_WITHIN); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    /** Names as header fields write them: with percent signs (RFC 2231), quoted-printable or base64 (RFC 2047). */
    private boolean hasNameEscaped(byte[] bytes) {
        if (names.isEmpty()) {
            return false;
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String folded = text.toLowerCase(Locale.ROOT);
        return names.stream()
                .flatMap(name -> CHARSETS.stream().map(name::getBytes))
                .anyMatch(name -> folded.contains(escaped(name, "%", "%20"))
                        || folded.contains(escaped(name, "=", "_"))
                        || Fragments.base64(name).stream()
                                .filter(form -> form.length >= ENCODED_MIN)
                                .anyMatch(form -> text.contains(new String(form, StandardCharsets.ISO_8859_1))));
    }

    private static String escaped(byte[] name, String sign, String blank) {
        StringBuilder out = new StringBuilder();
        for (byte b : name) {
            if (b == ' ') {
                out.append(blank);
            } else if (b > ' ' && b < 0x7f && (Character.isLetterOrDigit(b) || ".-_".indexOf(b) >= 0)) {
                out.append((char) b);
            } else {
                out.append(sign).append(String.format(Locale.ROOT, "%02x", b));
            }
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }

    private static Predicate<String> standsIn(String text) {
        StringBuilder line = new StringBuilder(" ");
        Matcher words = words(text);
        while (words.find()) {
            line.append(words.group()).append(' ');
        }
        return each -> line.indexOf(" " + each + " ") >= 0;
    }

    /** The words of a text in the form in which they are compared, one {@code find} after the other. */
    static Matcher words(String text) {
        return WORD.matcher(fold(text));
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** The last words that were read. */
    private static final class Row {
        private final List<String> last = new ArrayList<>(ROW);

        /** @return the row that ends with this word; empty while there are too few */
        Optional<String> next(String word) {
            if (last.size() == ROW) {
                last.removeFirst();
            }
            last.add(word);
            return last.size() < ROW ? Optional.empty() : Optional.of(String.join(" ", last));
        }
    }
}
