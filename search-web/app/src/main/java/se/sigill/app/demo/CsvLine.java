package se.sigill.app.demo;

import java.util.ArrayList;
import java.util.List;

/** One line of a CSV file (RFC 4180) without line breaks inside cells: enough for our own tables. */
final class CsvLine {
    private CsvLine() {}

    static List<String> split(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    static String join(List<String> cells, char separator) {
        StringBuilder out = new StringBuilder();
        boolean first = true;
        for (String cell : cells) {
            if (!first) {
                out.append(separator);
            }
            first = false;
            boolean quote = cell.indexOf(separator) >= 0 || cell.indexOf('"') >= 0;
            out.append(quote ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        return out.toString();
    }
}
