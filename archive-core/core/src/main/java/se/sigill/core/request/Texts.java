package se.sigill.core.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * What this package says to people, in two files beside it, {@code texts_sv.properties} and
 * {@code texts_en.properties}, UTF-8. {@code {0}} to {@code {9}} stand for what is filled in. A test compares the
 * keys of the files and of the code.
 */
final class Texts {
    private static final Properties SWEDISH = read("texts_sv.properties");
    private static final Properties ENGLISH = read("texts_en.properties");

    private Texts() {}

    /** The text of a key; what is filled in is a {@link Wording}, or the same in both languages. */
    static Wording say(String key, Object... filled) {
        return new Wording(fill(SWEDISH, key, true, filled), fill(ENGLISH, key, false, filled));
    }

    static Set<String> keysSwedish() {
        return new TreeSet<>(SWEDISH.stringPropertyNames());
    }

    static Set<String> keysEnglish() {
        return new TreeSet<>(ENGLISH.stringPropertyNames());
    }

    private static String fill(Properties texts, String key, boolean swedish, Object... filled) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("there is no text " + key);
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            // What is filled in is never looked at again: a name may hold braces.
            if (text.charAt(i) == '{' && i + 2 < text.length() && text.charAt(i + 2) == '}') {
                out.append(said(filled[text.charAt(i + 1) - '0'], swedish));
                i += 2;
            } else {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    private static String said(Object filled, boolean swedish) {
        return switch (filled) {
            case Wording wording -> swedish ? wording.swedish() : wording.english();
            default -> filled.toString();
        };
    }

    /** A file beside this class, as UTF-8. */
    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Texts.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties read(String name) {
        Properties texts = new Properties();
        try {
            texts.load(new StringReader(resource(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
