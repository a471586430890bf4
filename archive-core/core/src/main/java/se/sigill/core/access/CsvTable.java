package se.sigill.core.access;

import java.util.ArrayList;
import java.util.List;

/**
 * A strict reader of RFC 4180 tables with a comma, for what is adopted as text.
 *
 * <p>Lines end with LF or CRLF. A quote within a field that does not begin with one, text after a closing quote, a
 * row of another width than the first and an open quote at the end are errors. A byte order mark at the start is
 * passed over.
 */
public final class CsvTable {
    /** A catalogue of the law or a plan of one municipality has some hundred rows. */
    static final int ROWS_MAX = 100_000;

    private final String text;
    private int next;
    private int line = 1;

    private CsvTable(String text) {
        this.text = text;
        this.next = text.startsWith("\uFEFF") ? 1 : 0;
    }

    /** One row and the line it begins on. */
    public record Row(int line, List<String> cells) {}

    /** A table that breaks the rules. */
    public static final class BrokenException extends Exception {
        private static final long serialVersionUID = 1L;
        private final int line;

        BrokenException(int line, String message) {
            super(message);
            this.line = line;
        }

        public int line() {
            return line;
        }
    }

    /** All rows, the heads first; empty lines are left out. */
    public static List<Row> read(String text) throws BrokenException {
        return new CsvTable(text).rows();
    }

    private List<Row> rows() throws BrokenException {
        List<Row> rows = new ArrayList<>();
        while (next < text.length()) {
            Row row = row();
            if (row.cells().equals(List.of(""))) {
                continue;
            }
            if (!rows.isEmpty() && row.cells().size() != rows.getFirst().cells().size()) {
                throw new BrokenException(
                        row.line(),
                        "the row has " + row.cells().size() + " cells, the first row "
                                + rows.getFirst().cells().size());
            }
            rows.add(row);
            if (rows.size() > ROWS_MAX) {
                throw new BrokenException(row.line(), "the table has more than " + ROWS_MAX + " rows");
            }
        }
        return rows;
    }

    private Row row() throws BrokenException {
        int begin = line;
        List<String> cells = new ArrayList<>();
        cells.add(cell());
        while (next < text.length() && text.charAt(next) == ',') {
            next++;
            cells.add(cell());
        }
        if (next < text.length() && text.charAt(next) == '\r') {
            next++;
        }
        if (next < text.length()) {
            if (text.charAt(next) != '\n') {
                throw new BrokenException(line, "there is text after a closing quote or a bare carriage return");
            }
            next++;
            line++;
        }
        return new Row(begin, cells);
    }

    private String cell() throws BrokenException {
        if (next < text.length() && text.charAt(next) == '"') {
            next++;
            return quoted();
        }
        int begin = next;
        while (next < text.length() && ",\r\n".indexOf(text.charAt(next)) < 0) {
            if (text.charAt(next) == '"') {
                throw new BrokenException(line, "there is a quote within a cell that does not begin with one");
            }
            next++;
        }
        return text.substring(begin, next);
    }

    private String quoted() throws BrokenException {
        int begin = line;
        StringBuilder out = new StringBuilder();
        while (next < text.length()) {
            char c = text.charAt(next++);
            if (c != '"') {
                line += c == '\n' ? 1 : 0;
                out.append(c);
            } else if (next < text.length() && text.charAt(next) == '"') {
                out.append('"');
                next++;
            } else {
                return out.toString();
            }
        }
        throw new BrokenException(begin, "the quote that begins here is never closed");
    }
}
