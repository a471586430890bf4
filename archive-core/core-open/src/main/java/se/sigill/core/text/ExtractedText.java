package se.sigill.core.text;

import java.util.List;

/**
 * The text of one record's original file.
 *
 * @param parts the file itself first (path {@code "0"}), then its parts in the order of the file; may be empty if
 *     nothing could be read
 */
public record ExtractedText(List<TextPart> parts) {
    public static final ExtractedText EMPTY = new ExtractedText(List.of());

    public ExtractedText {
        parts = List.copyOf(parts);
    }

    /** The number of characters of all pages of all parts. */
    public long length() {
        return parts.stream()
                .flatMap(p -> p.pages().stream())
                .mapToLong(p -> p.text().length())
                .sum();
    }
}
