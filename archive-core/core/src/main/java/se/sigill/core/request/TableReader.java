package se.sigill.core.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import se.sigill.core.access.CatalogueReading;
import se.sigill.core.access.CsvCells;
import se.sigill.core.access.CsvTable;
import se.sigill.core.finding.Finding;

/** Reads one adopted table strictly: all faults of one run with their lines, and no value at all if there is one. */
final class TableReader {
    private final String name;
    private final int rowsMax;
    private final List<Finding> findings = new ArrayList<>();

    /** @param name how the table is called in findings */
    TableReader(String name, int rowsMax) {
        this.name = name;
        this.rowsMax = rowsMax;
    }

    /** The rows below the heads that could be read. */
    <T> List<Line<T>> lines(String csv, List<String> columns, Function<CsvCells, T> row) {
        List<Line<T>> lines = new ArrayList<>();
        for (CsvCells cells : table(csv, columns)) {
            try {
                lines.add(new Line<>(cells.line(), row.apply(cells)));
            } catch (IllegalArgumentException e) {
                find(RequestFinding.CSV_CELL, cells.line(), String.valueOf(e.getMessage()));
            }
        }
        return lines;
    }

    /** A row as a value, and the line it stands on. */
    record Line<T>(int line, T value) {}

    void find(RequestFinding code, int line, String message) {
        findings.add(Finding.of(code, name + ":" + line, message));
    }

    /** What the rows make, unless a finding is an error. */
    <T> CatalogueReading<T> finish(Supplier<T> value) {
        boolean wrong = findings.stream().anyMatch(Finding::isError);
        return new CatalogueReading<>(wrong ? Optional.empty() : Optional.of(value.get()), findings);
    }

    private List<CsvCells> table(String csv, List<String> columns) {
        try {
            List<CsvTable.Row> rows = CsvTable.read(csv);
            if (rows.isEmpty() || !rows.getFirst().cells().equals(columns)) {
                find(RequestFinding.CSV_COLUMNS, 1, "the first row is not " + String.join(",", columns));
                return List.of();
            }
            if (rows.size() - 1 > rowsMax) {
                find(
                        RequestFinding.CSV_LIMIT,
                        rows.get(rowsMax + 1).line(),
                        "there are more than " + rowsMax + " rows");
                return List.of();
            }
            return rows.stream().skip(1).map(row -> new CsvCells(columns, row)).toList();
        } catch (CsvTable.BrokenException e) {
            find(RequestFinding.CSV_BROKEN, e.line(), String.valueOf(e.getMessage()));
            return List.of();
        }
    }
}
