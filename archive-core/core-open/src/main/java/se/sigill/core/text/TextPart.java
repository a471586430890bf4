package se.sigill.core.text;

import java.util.List;

/**
 * The text of one part of a file.
 *
 * @param path {@code "0"} for the file itself; else the position in the tree of parts, {@code "1"}, {@code "2.1"}
 * @param name the name the sender gave it, made one line; empty if none
 * @param mime the media type as identified
 * @param pages in order; a format without pages has one page with number 0; may be empty
 */
public record TextPart(String path, String name, String mime, List<TextPage> pages) {
    public TextPart {
        pages = List.copyOf(pages);
        if (path.isEmpty() || path.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("a part's path has no blanks and is not empty");
        }
    }
}
