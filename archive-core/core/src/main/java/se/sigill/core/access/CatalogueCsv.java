package se.sigill.core.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        for (CsvCells cells : reader.table(csv, PROVISION_COLUMNS)) {
            reader.provision(cells).ifPresent(rows::add);
        }
        return reader.finish(() -> new ProvisionCatalogue(version, rows));
    }

    /** @param name how the table is called in findings, @param version under which it is adopted */
    public static CatalogueReading<InformationPlan> plan(String name, String version, String csv) {
        CatalogueCsv reader = new CatalogueCsv(name);
        List<PlanClass> rows = new ArrayList<>();
        for (CsvCells cells : reader.table(csv, PLAN_COLUMNS)) {
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

    private List<CsvCells> table(String csv, List<String> columns) {
        try {
            List<CsvTable.Row> rows = CsvTable.read(csv);
            if (rows.isEmpty() || !rows.getFirst().cells().equals(columns)) {
                findings.add(Finding.of(
                        AccessFinding.CSV_COLUMNS, name + ":1", "the first row is not " + String.join(",", columns)));
                return List.of();
            }
            return rows.stream().skip(1).map(row -> new CsvCells(columns, row)).toList();
        } catch (CsvTable.BrokenException e) {
            findings.add(Finding.of(AccessFinding.CSV_BROKEN, name + ":" + e.line(), String.valueOf(e.getMessage())));
            return List.of();
        }
    }

    private Optional<Provision> provision(CsvCells cells) {
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

    private Optional<PlanClass> planClass(CsvCells cells) {
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

    private <T> Optional<T> row(CsvCells cells, java.util.function.Supplier<T> value) {
        String where = name + ":" + cells.line();
        try {
            T read = value.get();
            if (!cells.yes("verified")) {
                findings.add(Finding.of(AccessFinding.ROW_UNVERIFIED, where, "nobody has verified " + cells.first()));
            }
            return Optional.of(read);
        } catch (IllegalArgumentException e) {
            findings.add(Finding.of(AccessFinding.CSV_CELL, where, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }
}
