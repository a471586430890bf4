package se.sigill.core.access;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.sigill.core.finding.Finding;

/**
 * Reads the provision catalogue and the information plan from their CSV form, strictly: the heads must be exactly
 * {@link #PROVISION_COLUMNS} or {@link #PLAN_COLUMNS}, every fault is reported with its line, and a table with a fault
 * gives no catalogue at all.
 */
public final class CatalogueCsv {
    public static final List<String> PROVISION_COLUMNS = List.of(
            "provision",
            "chapter",
            "section",
            "paragraph",
            "harm_test",
            "max_years",
            "category",
            "protects",
            "valid_from",
            "valid_to",
            "source",
            "verified");
    public static final List<String> PLAN_COLUMNS = List.of(
            "class",
            "title",
            "openness",
            "publishable",
            "decided_by",
            "decided_on",
            "retention_years",
            "outcome",
            "existence_secret",
            "source",
            "verified");

    private final String name;
    private final List<Finding> findings = new ArrayList<>();

    private CatalogueCsv(String name) {
        this.name = name;
    }

    /** @param name how the table is called in findings, @param version under which it is adopted */
    public static CatalogueReading<ProvisionCatalogue> provisions(String name, String version, String csv) {
        CatalogueCsv reader = new CatalogueCsv(name);
        List<Provision> rows = new ArrayList<>();
        for (Cells cells : reader.table(csv, PROVISION_COLUMNS)) {
            reader.provision(cells).ifPresent(rows::add);
        }
        return reader.finish(() -> new ProvisionCatalogue(version, rows));
    }

    /** @param name how the table is called in findings, @param version under which it is adopted */
    public static CatalogueReading<InformationPlan> plan(String name, String version, String csv) {
        CatalogueCsv reader = new CatalogueCsv(name);
        List<PlanClass> rows = new ArrayList<>();
        for (Cells cells : reader.table(csv, PLAN_COLUMNS)) {
            reader.planClass(cells).ifPresent(rows::add);
        }
        return reader.finish(() -> new InformationPlan(version, rows));
    }

    private <T> CatalogueReading<T> finish(java.util.function.Supplier<T> catalogue) {
        if (findings.stream().anyMatch(Finding::isError)) {
            return new CatalogueReading<>(Optional.empty(), findings);
        }
        try {
            return new CatalogueReading<>(Optional.of(catalogue.get()), findings);
        } catch (IllegalArgumentException e) {
            findings.add(Finding.of(AccessFinding.CSV_TWICE, name, String.valueOf(e.getMessage())));
            return new CatalogueReading<>(Optional.empty(), findings);
        }
    }

    private List<Cells> table(String csv, List<String> columns) {
        try {
            List<CsvTable.Row> rows = CsvTable.read(csv);
            if (rows.isEmpty() || !rows.getFirst().cells().equals(columns)) {
                findings.add(Finding.of(
                        AccessFinding.CSV_COLUMNS, name + ":1", "the first row is not " + String.join(",", columns)));
                return List.of();
            }
            return rows.stream().skip(1).map(row -> new Cells(columns, row)).toList();
        } catch (CsvTable.BrokenException e) {
            findings.add(Finding.of(AccessFinding.CSV_BROKEN, name + ":" + e.line(), String.valueOf(e.getMessage())));
            return List.of();
        }
    }

    private Optional<Provision> provision(Cells cells) {
        return row(
                cells,
                () -> new Provision(
                        cells.text("provision"),
                        cells.text("chapter"),
                        cells.text("section"),
                        cells.text("paragraph"),
                        cells.word("harm_test", HarmTest.values()),
                        cells.years("max_years"),
                        cells.word("category", RestrictionCategory.values()),
                        cells.text("protects"),
                        new Validity(cells.day("valid_from", LocalDate.MIN), cells.day("valid_to", LocalDate.MAX)),
                        cells.text("source"),
                        cells.yes("verified")));
    }

    private Optional<PlanClass> planClass(Cells cells) {
        return row(
                cells,
                () -> new PlanClass(
                        cells.text("class"),
                        cells.text("title"),
                        cells.word("openness", PlanClass.Rule.values()),
                        cells.yes("publishable"),
                        cells.text("decided_by"),
                        cells.day("decided_on", LocalDate.MAX),
                        cells.years("retention_years"),
                        cells.word("outcome", PlanClass.Outcome.values()),
                        cells.yes("existence_secret"),
                        cells.text("source"),
                        cells.yes("verified")));
    }

    private <T> Optional<T> row(Cells cells, java.util.function.Supplier<T> value) {
        String where = name + ":" + cells.row.line();
        try {
            T read = value.get();
            if (!cells.yes("verified")) {
                findings.add(Finding.of(
                        AccessFinding.ROW_UNVERIFIED,
                        where,
                        "nobody has verified " + cells.row.cells().getFirst()));
            }
            return Optional.of(read);
        } catch (IllegalArgumentException e) {
            findings.add(Finding.of(AccessFinding.CSV_CELL, where, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    /** The cells of one row by column. */
    private static final class Cells {
        private final CsvTable.Row row;
        private final Map<String, String> byColumn = new HashMap<>();

        Cells(List<String> columns, CsvTable.Row row) {
            this.row = row;
            for (int i = 0; i < columns.size(); i++) {
                byColumn.put(columns.get(i), row.cells().get(i).strip());
            }
        }

        String text(String column) {
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

        LocalDate day(String column, LocalDate ifEmpty) {
            String text = text(column);
            try {
                return text.isEmpty() ? ifEmpty : LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(column + " is empty or a date YYYY-MM-DD, not \"" + text + "\"", e);
            }
        }

        boolean yes(String column) {
            return switch (text(column)) {
                case "yes" -> true;
                case "no" -> false;
                default -> throw new IllegalArgumentException(column + " is yes or no, not \"" + text(column) + "\"");
            };
        }

        <E extends Enum<E>> E word(String column, E[] values) {
            String text = text(column);
            return Stream.of(values)
                    .filter(v -> wordOf(v).equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(column + " is one of "
                            + Stream.of(values).map(Cells::wordOf).collect(Collectors.joining(", ")) + ", not \"" + text
                            + "\""));
        }

        private static String wordOf(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
