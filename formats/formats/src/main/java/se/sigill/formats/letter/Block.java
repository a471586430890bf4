package se.sigill.formats.letter;

import java.util.List;

/**
 * A piece of a letter, from top to bottom. Text is plain; a line feed begins a new line. A piece without text (nothing
 * but blanks) is left out of the letter.
 */
public sealed interface Block {

    /**
     * A heading below the letter's title.
     *
     * @param level 1 to {@link #LEVEL_MAX}; a letter's first heading has 1, and one goes a level down at a time
     */
    record Heading(int level, String text) implements Block {
        public static final int LEVEL_MAX = 3;

        public Heading {
            if (level < 1 || level > LEVEL_MAX) {
                throw new IllegalArgumentException("a heading of level " + level);
            }
        }
    }

    record Paragraph(String text) implements Block {}

    /** What belongs together two by two: a table without lines, the labels its row headings. */
    record Facts(List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /** @param value may be empty; a dash stands for it then */
    record Fact(String label, String value) {}

    /**
     * A table with a line of headings, which is repeated on every page the table goes over.
     *
     * @param caption may be empty
     * @param headers of the columns, 1 to {@link #COLUMNS_MAX}
     * @param rows of as many cells as there are columns; a cell may be empty; a
     *     dash stands for no rows at all
     */
    record Table(String caption, List<String> headers, List<List<String>> rows) implements Block {
        /** More columns than these leave no room for words on an upright page. */
        public static final int COLUMNS_MAX = 8;

        public Table {
            headers = List.copyOf(headers);
            rows = rows.stream().map(List::copyOf).toList();
            if (headers.isEmpty() || headers.size() > COLUMNS_MAX) {
                throw new IllegalArgumentException("a table of " + headers.size() + " columns");
            }
            for (List<String> row : rows) {
                if (row.size() != headers.size()) {
                    throw new IllegalArgumentException(
                            "a row of " + row.size() + " cells in a table of " + headers.size() + " columns");
                }
            }
        }
    }

    /** A list with a mark before each item. */
    record ListOf(List<String> items) implements Block {
        public ListOf {
            items = List.copyOf(items);
        }
    }

    /** The words of somebody else: what a person asked for, what a provision says. */
    record Quote(String text) implements Block {}

    /** What follows begins on a new page. */
    record PageBreak() implements Block {}
}
