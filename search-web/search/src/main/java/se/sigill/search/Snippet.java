package se.sigill.search;

import java.util.List;

/**
 * A short run of a hit's text around what was looked for, white space made single.
 *
 * @param text plain text, never markup; empty if the record has no text
 * @param highlights what to mark: ranges of {@code text}, in order, not overlapping; may be empty
 */
public record Snippet(String text, List<Range> highlights) {
    /** A snippet of nothing. */
    public static final Snippet EMPTY = new Snippet("", List.of());

    public Snippet {
        highlights = List.copyOf(highlights);
    }

    /** Characters {@code start} (included) to {@code end} (excluded), in UTF-16 units. */
    public record Range(int start, int end) {
        public Range {
            if (start < 0 || end <= start) {
                throw new IllegalArgumentException("a range has a beginning and a later end");
            }
        }
    }
}
