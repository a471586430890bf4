package se.sigill.core.request;

import java.util.List;
import java.util.Optional;
import se.sigill.core.access.Access;
import se.sigill.core.access.CatalogueReading;
import se.sigill.core.access.CsvCells;

/**
 * The authorities that answer, as their letters name them: an adopted table {@link #COLUMNS}.
 *
 * @param rows in the order of the table
 */
public record Boards(List<Board> rows) {
    public static final List<String> COLUMNS = List.of("authority", "address", "email", "county");

    /** The kind of the adopted document. */
    public static final String KIND = "boards";

    /** Where no table was adopted: nobody can be written to. */
    public static final Boards NONE = new Boards(List.of());

    private static final int ROWS_MAX = 1_000;

    public Boards {
        rows = List.copyOf(rows);
    }

    /** @param name how the table is called in findings */
    public static CatalogueReading<Boards> read(String name, String csv) {
        TableReader reader = new TableReader(name, ROWS_MAX);
        List<TableReader.Line<Board>> lines = reader.lines(csv, COLUMNS, Boards::row);
        return reader.finish(
                () -> new Boards(lines.stream().map(TableReader.Line::value).toList()));
    }

    /** The table as it may be acted on: one that cannot be read names nobody. */
    public static Boards orNone(String csv) {
        return read(KIND, csv).value().orElse(NONE);
    }

    /** The authority of that name, without regard to case and spaces. */
    public Optional<Board> find(String authority) {
        return rows.stream()
                .filter(row -> Access.sameAuthority(row.name(), authority))
                .findFirst();
    }

    private static Board row(CsvCells cells) {
        return new Board(cells.text("authority"), cells.text("address"), cells.text("email"), cells.text("county"));
    }
}
