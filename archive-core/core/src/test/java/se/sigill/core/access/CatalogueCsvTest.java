package se.sigill.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import se.sigill.core.finding.Finding;

class CatalogueCsvTest {
    private static final String HEADS = String.join(",", CatalogueCsv.PROVISION_COLUMNS) + "\n";
    private static final String ROW =
            "OSL 26:1,26,1,,reverse,70,integrity,\"Socialtjänst, m.m.\",2009-06-30,,OSL,yes\n";

    @Test
    void readsTheSampleProvisions() {
        CatalogueReading<ProvisionCatalogue> reading =
                CatalogueCsv.provisions("provisions.csv", "2026-11", sample("provisions.csv"));
        ProvisionCatalogue catalogue = reading.value().orElseThrow();

        assertEquals(30, catalogue.all().size());
        Provision social = catalogue.valid("osl 26:1", LocalDate.of(2026, 1, 1)).orElseThrow();
        assertEquals(HarmTest.REVERSE, social.harmTest());
        assertEquals(70, social.years().orElseThrow());
        assertTrue(reading.findings().stream().allMatch(f -> f.code() == AccessFinding.ROW_UNVERIFIED));
    }

    @Test
    void readsTheSamplePlan() {
        InformationPlan plan = CatalogueCsv.plan("plan.csv", "2026-11", sample("plan.csv"))
                .value()
                .orElseThrow();

        assertEquals(29, plan.all().size());
        assertTrue(plan.find("5.3").orElseThrow().existenceSecret());
        assertEquals(5, plan.find("5.3").orElseThrow().retention().orElseThrow());
        assertTrue(plan.find("1.1").orElseThrow().publishable());
    }

    @Test
    void everySampleRowNamesItsSource() {
        String provisions = sample("provisions.csv");
        assertTrue(CatalogueCsv.provisions("p", "1", provisions).value().orElseThrow().all().stream()
                .noneMatch(p -> p.source().isBlank()));
        assertTrue(CatalogueCsv.plan("p", "1", sample("plan.csv")).value().orElseThrow().all().stream()
                .noneMatch(p -> p.source().isBlank()));
    }

    @Test
    void reportsEveryFaultOfATableWithItsLine() {
        String csv =
                HEADS + ROW.replace("reverse", "omvänt") + ROW.replace("70", "-1") + ROW.replace("2009-06-30", "x");

        CatalogueReading<ProvisionCatalogue> reading = CatalogueCsv.provisions("t.csv", "1", csv);

        assertTrue(reading.value().isEmpty());
        assertEquals(
                List.of("t.csv:2", "t.csv:3", "t.csv:4"),
                reading.findings().stream().map(Finding::where).toList());
    }

    @Test
    void refusesOtherHeads() {
        assertEquals(List.of(AccessFinding.CSV_COLUMNS), codes("provision,chapter\nOSL 26:1,26\n"));
        assertEquals(List.of(AccessFinding.CSV_COLUMNS), codes(""));
    }

    @Test
    void refusesTwoRowsThatAreLawOnOneDay() {
        assertEquals(List.of(AccessFinding.CSV_TWICE), codes(HEADS + ROW + ROW));
    }

    @Test
    void keepsTwoRowsOfDifferentTimesApart() {
        String csv = HEADS
                + ROW.replace("2009-06-30,,", "2009-06-30,2026-12-31,")
                + ROW.replace("70", "90").replace("2009-06-30", "2027-01-01");
        ProvisionCatalogue catalogue =
                CatalogueCsv.provisions("t.csv", "1", csv).value().orElseThrow();

        assertEquals(
                70,
                catalogue
                        .governing("OSL 26:1", LocalDate.of(2026, 12, 31))
                        .orElseThrow()
                        .maxYears());
        assertEquals(
                90,
                catalogue
                        .governing("OSL 26:1", LocalDate.of(2027, 1, 1))
                        .orElseThrow()
                        .maxYears());
        assertEquals(
                70,
                catalogue
                        .governing("OSL 26:1", LocalDate.of(1990, 1, 1))
                        .orElseThrow()
                        .maxYears());
        assertTrue(catalogue.valid("OSL 26:1", LocalDate.of(1990, 1, 1)).isEmpty());
    }

    @Test
    void refusesABrokenTable() {
        assertEquals(List.of(AccessFinding.CSV_BROKEN), codes(HEADS + "\"OSL 26:1,26\n"));
        assertEquals(List.of(AccessFinding.CSV_BROKEN), codes(HEADS + ROW.replace("reverse", "reverse,")));
        assertEquals(List.of(AccessFinding.CSV_BROKEN), codes(HEADS + ROW.replace("reverse", "re\"verse")));
        assertEquals(List.of(AccessFinding.CSV_BROKEN), codes(HEADS + ROW.replace("m.m.\"", "m.m.\"x")));
    }

    @Test
    void readsWindowsLinesAndQuotes() throws CsvTable.BrokenException {
        List<CsvTable.Row> rows = CsvTable.read("\uFEFFa,b\r\n\"1\r\n\"\"2\"\"\",\r\n\r\nx,y");

        assertEquals(List.of("a", "b"), rows.getFirst().cells());
        assertEquals(List.of("1\r\n\"2\"", ""), rows.get(1).cells());
        assertEquals(5, rows.get(2).line());
    }

    @Test
    void aClassThatIsOpenNamesWhoDecided() {
        String csv = String.join(",", CatalogueCsv.PLAN_COLUMNS)
                + "\n1.1,Protokoll,open,yes,,2025-11-24,,preserve,no,plan,yes\n"
                + "1.2,Protokoll,assess,yes,KF,2025-11-24,,preserve,no,plan,yes\n"
                + "1.3,Protokoll,open,no,KF,2025-11-24,,preserve,yes,plan,yes\n"
                + "1.4,Protokoll,assess,no,KF,2025-11-24,5,preserve,no,plan,yes\n";

        assertEquals(4, CatalogueCsv.plan("p", "1", csv).findings().size());
    }

    private static List<?> codes(String csv) {
        return CatalogueCsv.provisions("t.csv", "1", csv).findings().stream()
                .map(Finding::code)
                .toList();
    }

    static String sample(String name) {
        try (InputStream in =
                Objects.requireNonNull(Access.class.getResourceAsStream("/se/sigill/core/access/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
