package se.sigill.app.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A paper before it has a file format: what it is called, who wrote it, when, and its pieces in reading order.
 *
 * @param title one line, in Swedish
 * @param author an invented person
 * @param date the day the paper bears
 */
record Paper(String title, String author, LocalDate date, List<Block> blocks) {
    Paper {
        blocks = List.copyOf(blocks);
    }

    /** This paper with one more paragraph as the first of the given page, counted from 1 by its page breaks. */
    Paper withParagraphOnPage(int page, String text) {
        List<Block> more = new ArrayList<>(blocks);
        int at = page == 1 ? 1 : 0;
        for (int seen = 1; seen < page; at++) {
            if (at == more.size()) {
                throw new IllegalArgumentException("the paper has only " + seen + " pages");
            }
            if (more.get(at) instanceof Block.PageBreak) {
                seen++;
            }
        }
        more.add(at, new Block.Paragraph(text));
        return new Paper(title, author, date, more);
    }

    /** This paper with one more row in its last table, or a paragraph where it has no table. */
    Paper withRow(String text) {
        List<Block> more = new ArrayList<>(blocks);
        for (int i = more.size() - 1; i >= 0; i--) {
            if (more.get(i) instanceof Block.Row(List<String> cells)) {
                List<String> filled = new ArrayList<>(cells);
                filled.set(0, text);
                more.add(i + 1, new Block.Row(filled));
                return new Paper(title, author, date, more);
            }
        }
        more.add(new Block.Paragraph(text));
        return new Paper(title, author, date, more);
    }

    /** The parts between headings of level one and two, each with its heading first. */
    List<List<Block>> sections() {
        List<List<Block>> sections = new ArrayList<>();
        List<Block> current = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Block.Heading && !current.isEmpty()) {
                sections.add(current);
                current = new ArrayList<>();
            }
            current.add(block);
        }
        sections.add(current);
        return sections;
    }
}
