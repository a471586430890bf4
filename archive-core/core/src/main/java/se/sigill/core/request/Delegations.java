package se.sigill.core.request;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import se.sigill.core.access.CatalogueReading;
import se.sigill.core.access.CsvCells;
import se.sigill.core.access.Validity;

/**
 * Who may decide what for which authority on which day: the adopted table {@link #COLUMNS}. Whoever it does not name,
 * or names for other days, may decide nothing; a table with a fault delegates nothing at all.
 *
 * @param rows in the order of the table
 */
public record Delegations(List<Delegation> rows) {
    public static final List<String> COLUMNS =
            List.of("account", "authority", "decisions", "from", "until", "reference");

    /** The kind of the adopted document. */
    public static final String KIND = "delegations";

    /** Where no table was adopted: nobody decides. */
    public static final Delegations NONE = new Delegations(List.of());

    /** Some hundred persons of the largest city times a dozen boards. */
    public static final int ROWS_MAX = 10_000;

    private static final Pattern SPACES = Pattern.compile("\\s+");

    public Delegations {
        rows = List.copyOf(rows);
    }

    /**
     * Reads a table; several decisions of a cell stand apart by spaces, {@code until} may be empty.
     *
     * @param name how the table is called in findings
     */
    public static CatalogueReading<Delegations> read(String name, String csv) {
        TableReader reader = new TableReader(name, ROWS_MAX);
        List<TableReader.Line<Delegation>> lines = reader.lines(csv, COLUMNS, Delegations::row);
        return reader.finish(() ->
                new Delegations(lines.stream().map(TableReader.Line::value).toList()));
    }

    /** The table as it may be acted on: one that cannot be read delegates nothing. */
    public static Delegations orNone(String csv) {
        return read(KIND, csv).value().orElse(NONE);
    }

    /**
     * By which delegation the account may decide this for the authority on the day; empty if by none. Where several
     * hold, the one that began last, and of those the first of the table.
     */
    public Optional<Delegation> find(String account, String authority, DelegatedDecision decision, LocalDate day) {
        Predicate<Delegation> covers = row -> row.covers(account, authority, decision);
        return rows.stream()
                .filter(covers.and(row -> row.validity().includes(day)))
                // Of equal ones min() keeps the first.
                .min(Comparator.comparing((Delegation row) -> row.validity().from())
                        .reversed());
    }

    private static Delegation row(CsvCells cells) {
        if (cells.text("from").isEmpty()) {
            throw new IllegalArgumentException("from is the first day, YYYY-MM-DD; it is never empty");
        }
        return new Delegation(
                cells.text("account"),
                cells.text("authority"),
                decisions(cells),
                new Validity(cells.day("from", LocalDate.MAX), cells.day("until", LocalDate.MAX)),
                cells.text("reference"));
    }

    private static Set<DelegatedDecision> decisions(CsvCells cells) {
        Set<DelegatedDecision> decisions = EnumSet.noneOf(DelegatedDecision.class);
        for (String word : SPACES.split(cells.text("decisions"))) {
            decisions.add(cells.word("decisions", word, DelegatedDecision.values()));
        }
        return decisions;
    }
}
