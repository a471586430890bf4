package se.sigill.core.record;

import java.util.Locale;

/** How a record came to be an official document (TF 2 kap. 9–10 §§). */
public enum Direction {
    /** Inkommen. */
    RECEIVED,
    /** Expedierad. */
    DISPATCHED,
    /** Upprättad. */
    DRAWN_UP,
    /** Nobody said. */
    UNKNOWN;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if the word is none of ours */
    public static Direction ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
