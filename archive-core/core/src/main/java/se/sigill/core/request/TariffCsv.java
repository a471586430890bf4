package se.sigill.core.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import se.sigill.core.access.CatalogueReading;
import se.sigill.core.access.CsvCells;
import se.sigill.core.access.Validity;

/**
 * Reads a tariff from its CSV form. The heads are exactly {@link #COLUMNS}. The first column says what a row is:
 *
 * <ul>
 *   <li>{@code price}: form, format (may be empty), unit, free, first and next
 *   <li>{@code postage}: free (pages that go as a plain letter) and first
 *   <li>{@code minimum}: first, below which nothing is charged
 *   <li>{@code invoice}: first, from which on an invoice can be chosen
 *   <li>{@code same-day}: orders of one day are counted together
 *   <li>{@code exempt}: group
 * </ul>
 *
 * A cell that a row does not use must be empty: what is written but never read would deceive whoever adopts it.
 */
public final class TariffCsv {
    public static final List<String> COLUMNS = List.of(
            "row",
            "form",
            "format",
            "unit",
            "free",
            "first_ore",
            "next_ore",
            "group",
            "valid_from",
            "valid_to",
            "source",
            "verified");

    /** The kind of the adopted document. */
    public static final String KIND = "fees";

    private static final int FORMAT_LETTERS_MAX = 40;

    private TariffCsv() {}

    private enum Kind {
        PRICE,
        POSTAGE,
        MINIMUM,
        INVOICE,
        SAME_DAY,
        EXEMPT;

        private List<String> needs() {
            return switch (this) {
                case PRICE -> List.of("form", "unit", "free", "first_ore", "next_ore");
                case POSTAGE -> List.of("free", "first_ore");
                case MINIMUM, INVOICE -> List.of("first_ore");
                case SAME_DAY -> List.of();
                case EXEMPT -> List.of("group");
            };
        }

        void check(CsvCells cells) {
            for (String column : COLUMNS.subList(1, 8)) {
                boolean there = !cells.text(column).isEmpty();
                boolean optional = this == PRICE && column.equals("format");
                if (there != needs().contains(column) && !optional) {
                    throw new IllegalArgumentException(
                            "a row " + cells.text("row") + (there ? " has no " : " needs ") + column);
                }
            }
        }
    }

    private sealed interface Row {
        record Priced(Price price) implements Row {}

        record Ruled(Tariff.Rule rule) implements Row {}

        /** Among the findings already. */
        record Unlawful() implements Row {}
    }

    /** @param name how the table is called in findings, @param version under which it is adopted */
    public static CatalogueReading<Tariff> read(String name, String version, String csv) {
        TableReader reader = new TableReader(name, Tariff.ROWS_MAX);
        List<Price> prices = new ArrayList<>();
        List<Tariff.Rule> rules = new ArrayList<>();
        for (TableReader.Line<Row> line : reader.lines(csv, COLUMNS, cells -> row(reader, cells))) {
            switch (line.value()) {
                case Row.Priced(Price price) -> {
                    twice(reader, line.line(), prices.stream().anyMatch(price::same));
                    prices.add(price);
                }
                case Row.Ruled(Tariff.Rule rule) -> {
                    twice(reader, line.line(), rules.stream().anyMatch(other -> same(rule, other)));
                    rules.add(rule);
                }
                case Row.Unlawful() -> {}
            }
        }
        return reader.finish(() -> new Tariff(version, prices, rules));
    }

    private static Row row(TableReader reader, CsvCells cells) {
        Kind kind = cells.word("row", Kind.values());
        kind.check(cells);
        if (cells.text("source").isEmpty()) {
            throw new IllegalArgumentException("source names the decision the row was taken from");
        }
        boolean verified = cells.yes("verified");
        Validity validity = new Validity(cells.day("valid_from", LocalDate.MIN), cells.day("valid_to", LocalDate.MAX));
        Row row =
                switch (kind) {
                    case PRICE -> price(reader, cells, validity, verified);
                    case POSTAGE ->
                        new Row.Ruled(new Tariff.Rule.Postage(
                                cells.number("free", Price.FREE_MAX), ore(cells, "first_ore"), validity));
                    case MINIMUM -> new Row.Ruled(new Tariff.Rule.Minimum(ore(cells, "first_ore"), validity));
                    case INVOICE -> new Row.Ruled(new Tariff.Rule.Invoice(ore(cells, "first_ore"), validity));
                    case SAME_DAY -> new Row.Ruled(new Tariff.Rule.SameDay(validity));
                    case EXEMPT ->
                        new Row.Ruled(new Tariff.Rule.Exempt(cells.word("group", ExemptGroup.values()), validity));
                };
        if (!verified) {
            reader.find(RequestFinding.ROW_UNVERIFIED, cells.line(), "nobody has verified this " + cells.first());
        }
        return row;
    }

    private static Row price(TableReader reader, CsvCells cells, Validity validity, boolean verified) {
        CopyForm form = cells.word("form", CopyForm.values());
        CopyUnit unit = cells.word("unit", CopyUnit.values());
        if (!Price.isLawful(form, unit)) {
            reader.find(
                    RequestFinding.FEE_UNLAWFUL,
                    cells.line(),
                    form == CopyForm.ON_SITE
                            ? "reading on the spot is free (TF 2 kap. 15 §)"
                            : "working time is charged for a transcript alone (TF 2 kap. 16 §)");
            return new Row.Unlawful();
        }
        if (cells.text("format").length() > FORMAT_LETTERS_MAX) {
            throw new IllegalArgumentException("format has at most " + FORMAT_LETTERS_MAX + " letters");
        }
        return new Row.Priced(new Price(
                form,
                cells.text("format"),
                unit,
                cells.number("free", Price.FREE_MAX),
                ore(cells, "first_ore"),
                ore(cells, "next_ore"),
                validity,
                cells.text("source"),
                verified));
    }

    private static int ore(CsvCells cells, String column) {
        return cells.number(column, Price.ORE_MAX);
    }

    private static boolean same(Tariff.Rule one, Tariff.Rule other) {
        boolean kind = one.getClass().equals(other.getClass());
        boolean group = !(one instanceof Tariff.Rule.Exempt(ExemptGroup mine, Validity _))
                || (other instanceof Tariff.Rule.Exempt(ExemptGroup theirs, Validity _) && mine == theirs);
        return kind && group && one.validity().overlaps(other.validity());
    }

    private static void twice(TableReader reader, int line, boolean twice) {
        if (twice) {
            reader.find(RequestFinding.CSV_TWICE, line, "a row above says the same of the same days");
        }
    }
}
