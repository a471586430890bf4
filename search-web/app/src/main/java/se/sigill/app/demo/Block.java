package se.sigill.app.demo;

import java.util.List;

/** One piece of a paper, in reading order. Consecutive rows make one table. */
sealed interface Block {
    record Heading(int level, String text) implements Block {}

    record Paragraph(String text) implements Block {}

    record Item(String text) implements Block {}

    record Row(List<String> cells) implements Block {}

    record PageBreak() implements Block {}

    /** The words of this piece; cells are parted by tabs, a page break has none. */
    default String text() {
        return switch (this) {
            case Heading(int _, String words) -> words;
            case Paragraph(String words) -> words;
            case Item(String words) -> words;
            case Row(List<String> cells) -> String.join("\t", cells);
            case PageBreak() -> "";
        };
    }
}
