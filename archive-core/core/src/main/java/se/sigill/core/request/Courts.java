package se.sigill.core.request;

import java.util.List;
import java.util.Optional;
import se.sigill.core.access.CatalogueReading;
import se.sigill.core.access.CsvCells;

/**
 * Which administrative court of appeal (kammarrätt) tries the refusals of authorities of a county: an adopted table
 * {@link #COLUMNS}. The copy among the resources is a sample whose rows nobody has verified against the ordinance.
 *
 * @param rows one for every county and place
 */
public record Courts(List<Row> rows) {
    public static final List<String> COLUMNS = List.of("county", "court", "source", "verified");

    /** The kind of the adopted document. */
    public static final String KIND = "courts";

    private static final int ROWS_MAX = 500;

    /**
     * One county.
     *
     * @param county {@code Skåne}
     * @param court {@code Kammarrätten i Göteborg}
     * @param verified whether somebody has checked the row against its source
     */
    public record Row(String county, String court, String source, boolean verified) {
        public Row {
            if (county.isBlank() || source.isBlank()) {
                throw new IllegalArgumentException("a row names a county and its source");
            }
            if (!court.startsWith("Kammarrätten i ")) {
                throw new IllegalArgumentException("court is a Kammarrätten i …, not \"" + court + "\"");
            }
        }
    }

    public Courts {
        rows = List.copyOf(rows);
    }

    /** The table that comes with the program, for where none was adopted; its rows say that nobody verified them. */
    public static Courts sample() {
        return read("courts.csv", Texts.resource("courts.csv")).value().orElseThrow();
    }

    /** @param name how the table is called in findings */
    public static CatalogueReading<Courts> read(String name, String csv) {
        TableReader reader = new TableReader(name, ROWS_MAX);
        List<TableReader.Line<Row>> lines = reader.lines(csv, COLUMNS, cells -> row(reader, cells));
        for (TableReader.Line<Row> line : lines) {
            if (lines.stream()
                    .anyMatch(other -> other.line() < line.line()
                            && is(other.value(), line.value().county()))) {
                reader.find(RequestFinding.CSV_TWICE, line.line(), "a row above names the same county");
            }
        }
        return reader.finish(
                () -> new Courts(lines.stream().map(TableReader.Line::value).toList()));
    }

    /** The court for a county, with or without {@code län}; empty if the table does not have it. */
    public Optional<Row> find(String county) {
        return rows.stream().filter(row -> is(row, county)).findFirst();
    }

    private static Row row(TableReader reader, CsvCells cells) {
        Row row = new Row(cells.text("county"), cells.text("court"), cells.text("source"), cells.yes("verified"));
        if (!row.verified()) {
            reader.find(RequestFinding.ROW_UNVERIFIED, cells.line(), "nobody has verified " + row.county());
        }
        return row;
    }

    private static boolean is(Row row, String county) {
        return row.county().equalsIgnoreCase(county.strip().replaceFirst("(?i)s? län$", ""));
    }
}
