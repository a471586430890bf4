package se.sigill.core.record;

import java.util.Locale;

/** What a file is to its record; also the name of its representation folder. */
public enum FileRole {
    /** The bytes as they were delivered. Never changed, never left out. */
    ORIGINAL,
    /** A rendition (återgivning) in a long-term format that its validator accepts. */
    PRESERVATION,
    /** A content rendition: text, tables and pictures of the original in a long-term format, without its looks. */
    CONTENT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if the word is none of ours */
    public static FileRole ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
