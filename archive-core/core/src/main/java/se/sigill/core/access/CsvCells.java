package se.sigill.core.access;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The cells of one row of an adopted table by column, stripped. Every reading of a cell that is not as its column
 * wants it throws an {@link IllegalArgumentException} whose message names the column and what it may hold.
 */
public final class CsvCells {
    private final CsvTable.Row row;
    private final Map<String, String> byColumn = new HashMap<>();

    /** @param columns as many as the row has cells */
    public CsvCells(List<String> columns, CsvTable.Row row) {
        this.row = row;
        for (int i = 0; i < columns.size(); i++) {
            byColumn.put(columns.get(i), row.cells().get(i).strip());
        }
    }

    /** The line on which the row begins. */
    public int line() {
        return row.line();
    }

    /** The first cell, by which people know the row. */
    public String first() {
        return row.cells().getFirst();
    }

    public String text(String column) {
        return byColumn.getOrDefault(column, "");
    }

    int years(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("[1-9]\\d{0,2}")) {
            throw new IllegalArgumentException(column + " is empty or 1 to 999, not \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }

    /** A whole number from 0 to the given one. */
    public int number(String column, int max) {
        String text = text(column);
        if (text.matches("\\d{1,9}") && Integer.parseInt(text) <= max) {
            return Integer.parseInt(text);
        }
        throw new IllegalArgumentException(column + " is 0 to " + max + ", not \"" + text + "\"");
    }

    public LocalDate day(String column, LocalDate ifEmpty) {
        String text = text(column);
        try {
            return text.isEmpty() ? ifEmpty : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(column + " is empty or a date YYYY-MM-DD, not \"" + text + "\"", e);
        }
    }

    public boolean yes(String column) {
        return switch (text(column)) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalArgumentException(column + " is yes or no, not \"" + text(column) + "\"");
        };
    }

    /** One of the values by its name in lower case with hyphens. */
    public <E extends Enum<E>> E word(String column, E[] values) {
        return word(column, text(column), values);
    }

    /** The same of a part of a cell. */
    public <E extends Enum<E>> E word(String column, String text, E[] values) {
        return Stream.of(values)
                .filter(v -> wordOf(v).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(column + " is one of "
                        + Stream.of(values).map(CsvCells::wordOf).collect(Collectors.joining(", ")) + ", not \"" + text
                        + "\""));
    }

    private static String wordOf(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
