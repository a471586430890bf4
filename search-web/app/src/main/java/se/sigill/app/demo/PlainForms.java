package se.sigill.app.demo;

import java.util.ArrayList;
import java.util.List;

/** The forms without a container: plain text, HTML, and a table with semicolons. */
final class PlainForms {
    private static final int LINE_CHARACTERS = 78;

    private PlainForms() {}

    /** Plain text, lines of at most 78 characters, LF. */
    static String text(Paper paper) {
        StringBuilder out = new StringBuilder(4096);
        for (Block block : paper.blocks()) {
            switch (block) {
                case Block.Heading(int level, String text) -> {
                    out.append('\n').append(text).append('\n');
                    out.repeat(level == 1 ? "=" : "-", Math.min(text.length(), LINE_CHARACTERS))
                            .append('\n');
                }
                case Block.Paragraph(String text) ->
                    out.append('\n').append(wrap(text, "")).append('\n');
                case Block.Item(String text) ->
                    out.append("* ").append(wrap(text, "  ")).append('\n');
                case Block.Row(List<String> cells) ->
                    out.append(String.join("  ", cells)).append('\n');
                case Block.PageBreak() -> out.append("\n\f\n");
            }
        }
        return out.substring(1);
    }

    /** Well-formed HTML with no script, no style and nothing to fetch. */
    static String html(Paper paper) {
        StringBuilder out = new StringBuilder(4096)
                .append("<!DOCTYPE html>\n<html lang=\"sv\">\n<head><meta charset=\"utf-8\"><title>")
                .append(ZipParts.escape(paper.title()))
                .append("</title><meta name=\"author\" content=\"")
                .append(ZipParts.escape(paper.author()))
                .append("\"></head>\n<body>\n");
        String open = "";
        for (Block block : paper.blocks()) {
            String wanted = block instanceof Block.Item ? "ul" : block instanceof Block.Row ? "table" : "";
            if (!wanted.equals(open)) {
                out.append(open.isEmpty() ? "" : "</" + open + ">\n");
                out.append(wanted.isEmpty() ? "" : "<" + wanted + ">\n");
                open = wanted;
            }
            out.append(html(block)).append('\n');
        }
        out.append(open.isEmpty() ? "" : "</" + open + ">\n");
        return out.append("</body>\n</html>\n").toString();
    }

    private static String html(Block block) {
        return switch (block) {
            case Block.Heading(int level, String text) ->
                "<h" + level + ">" + ZipParts.escape(text) + "</h" + level + ">";
            case Block.Paragraph(String text) -> "<p>" + ZipParts.escape(text) + "</p>";
            case Block.Item(String text) -> "<li>" + ZipParts.escape(text) + "</li>";
            case Block.Row(List<String> cells) -> {
                List<String> written = new ArrayList<>();
                for (String cell : cells) {
                    written.add("<td>" + ZipParts.escape(cell) + "</td>");
                }
                yield "<tr>" + String.join("", written) + "</tr>";
            }
            case Block.PageBreak() -> "<hr>";
        };
    }

    /** The rows of the paper's tables, semicolons between, CRLF; without tables its lines are the one column. */
    static String table(Paper paper) {
        StringBuilder out = new StringBuilder(2048);
        boolean hasRows = paper.blocks().stream().anyMatch(Block.Row.class::isInstance);
        for (Block block : paper.blocks()) {
            if (block instanceof Block.Row(List<String> cells)) {
                out.append(String.join(";", cells.stream().map(PlainForms::cell).toList()));
                out.append("\r\n");
            } else if (!hasRows) {
                out.append(cell(block.text())).append("\r\n");
            }
        }
        return out.toString();
    }

    private static String cell(String text) {
        return text.contains(";") || text.contains("\"") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    static String wrap(String text, String indent) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        int used = 0;
        for (String word : text.split(" ", -1)) {
            if (used > 0 && used + 1 + word.length() > LINE_CHARACTERS) {
                out.append('\n').append(indent);
                used = indent.length();
            } else if (!out.isEmpty()) {
                out.append(' ');
                used++;
            }
            out.append(word);
            used += word.length();
        }
        return out.toString();
    }
}
