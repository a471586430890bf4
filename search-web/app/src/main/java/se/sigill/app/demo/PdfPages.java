package se.sigill.app.demo;

import java.util.ArrayList;
import java.util.List;

/** Sets a paper on A4 pages: wraps lines by the widths of Helvetica, breaks pages, draws a foot with page numbers. */
final class PdfPages {
    private static final int LEFT = 64;
    private static final int WIDTH = 467;
    private static final int TOP = 780;
    private static final int BOTTOM = 70;

    /** Widths of Helvetica for the characters 32–126 in thousandths of the font size (Adobe's published metrics). */
    private static final int[] WIDTHS = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
        556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667,
        556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556,
        556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722,
        500, 500, 500, 334, 260, 334, 584
    };

    private final List<StringBuilder> pages = new ArrayList<>();
    private StringBuilder page = new StringBuilder();
    private int y = TOP;

    private PdfPages() {
        newPage();
    }

    /** The content stream of each page, in order, as text in WinAnsi's repertoire. */
    static List<String> contents(Paper paper) {
        PdfPages layout = new PdfPages();
        for (Block block : paper.blocks()) {
            layout.place(block);
        }
        List<String> contents = new ArrayList<>();
        for (int i = 0; i < layout.pages.size(); i++) {
            StringBuilder text = layout.pages.get(i);
            line(text, 1, 8, LEFT, 40, "Lindhults kommun");
            line(text, 1, 8, LEFT + WIDTH - 50, 40, "Sida " + (i + 1) + " (" + layout.pages.size() + ")");
            contents.add(text.toString());
        }
        return contents;
    }

    private void place(Block block) {
        switch (block) {
            case Block.Heading(int level, String text) -> {
                y -= level == 1 ? 0 : 8;
                // A heading alone at the foot of a page is ugly: it moves on with its text.
                need(60);
                lines(2, level == 1 ? 18 : 13, LEFT, WIDTH, text);
                y -= 4;
            }
            case Block.Paragraph(String text) -> {
                lines(1, 11, LEFT, WIDTH, text);
                y -= 6;
            }
            case Block.Item(String text) -> {
                need(14);
                line(page, 1, 11, LEFT + 8, y, "\u2022");
                lines(1, 11, LEFT + 22, WIDTH - 22, text);
                y -= 2;
            }
            case Block.Row(List<String> cells) -> row(cells);
            case Block.PageBreak() -> newPage();
        }
    }

    private void row(List<String> cells) {
        int width = WIDTH / cells.size();
        List<List<String>> columns = new ArrayList<>();
        int height = 1;
        for (String cell : cells) {
            List<String> wrapped = wrap(cell, 10, width - 8);
            columns.add(wrapped);
            height = Math.max(height, wrapped.size());
        }
        need(height * 13);
        for (int column = 0; column < columns.size(); column++) {
            int at = y;
            for (String text : columns.get(column)) {
                line(page, 1, 10, LEFT + column * width, at, text);
                at -= 13;
            }
        }
        y -= height * 13 + 3;
    }

    private void lines(int font, int size, int x, int width, String text) {
        for (String wrapped : wrap(text, size, width)) {
            need(size + 3);
            line(page, font, size, x, y, wrapped);
            y -= size + 3;
        }
    }

    private void need(int height) {
        if (y - height < BOTTOM) {
            newPage();
        }
    }

    private void newPage() {
        page = new StringBuilder(2048);
        pages.add(page);
        y = TOP;
    }

    private static void line(StringBuilder out, int font, int size, int x, int y, String text) {
        out.append("BT /F").append(font).append(' ').append(size).append(" Tf ");
        out.append(x).append(' ').append(y).append(" Td (").append(escape(text)).append(") Tj ET\n");
    }

    private static List<String> wrap(String text, int size, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        int used = 0;
        for (String word : text.split(" ", -1)) {
            int needed = width(word, size);
            if (!current.isEmpty() && used + needed > width * 1000) {
                lines.add(current.toString());
                current.setLength(0);
                used = 0;
            }
            current.append(current.isEmpty() ? "" : " ").append(word);
            used += needed + WIDTHS[0] * size;
        }
        lines.add(current.toString());
        return lines;
    }

    /** In thousandths of a point. */
    private static int width(String word, int size) {
        int sum = 0;
        for (int i = 0; i < word.length(); i++) {
            int c = word.charAt(i);
            sum += c >= 32 && c < 127 ? WIDTHS[c - 32] : 600;
        }
        return sum * size;
    }

    /** Text inside a literal string; what WinAnsi lacks becomes a question mark when it is encoded. */
    static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace("(", "\\(")
                .replace(")", "\\)")
                .replace("\n", " ");
    }
}
