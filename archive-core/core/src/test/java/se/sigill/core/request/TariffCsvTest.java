package se.sigill.core.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.sigill.core.access.CatalogueReading;

class TariffCsvTest {
    private static final String HEADS = String.join(",", TariffCsv.COLUMNS) + "\n";
    private static final String PAGE = "price,paper,A4,page,9,5000,200,,2026-01-01,,KF,yes\n";

    @Test
    void readsTheSample() {
        CatalogueReading<Tariff> reading = TariffCsv.read("avgifter.csv", "2026", Samples.text("avgifter.csv"));

        Tariff tariff = reading.value().orElseThrow();
        assertEquals("2026", tariff.version());
        assertEquals(6, tariff.prices().size());
        assertEquals(5, tariff.rules().size());
        assertEquals(List.of(), reading.findings());
    }

    @Test
    void saysWhichRowsNobodyHasVerified() {
        String norm = Samples.text("avgifter-statlig-norm.csv");
        CatalogueReading<Tariff> reading = TariffCsv.read("norm.csv", "1", norm);

        assertTrue(reading.value().isPresent());
        assertEquals(norm.lines().count() - 1, reading.findings().size());
        assertTrue(reading.findings().stream().allMatch(f -> f.code() == RequestFinding.ROW_UNVERIFIED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "price,papper,A4,page,9,5000,200,,,,KF,yes",
                "price,paper,A4,sheet,9,5000,200,,,,KF,yes",
                "price,paper,A4,page,nine,5000,200,,,,KF,yes",
                "price,paper,A4,page,9,50.00,200,,,,KF,yes",
                "price,paper,A4,page,9,1000001,200,,,,KF,yes",
                "price,paper,A4,page,9,-1,200,,,,KF,yes",
                "price,paper,A4,page,9999999999,1,200,,,,KF,yes",
                "price,paper,A4,page,9,5000,,,,,KF,yes",
                "price,paper,A4,page,9,5000,200,media,,,KF,yes",
                "price,paper,A4,page,9,5000,200,,,,,yes",
                "price,paper,A4,page,9,5000,200,,,,KF,",
                "price,paper,A4,page,9,5000,200,,2026-13-01,,KF,yes",
                "price,paper,A4,page,9,5000,200,,2026-02-01,2026-01-01,KF,yes",
                "price,paper,aaaaaaaaaabbbbbbbbbbccccccccccddddddddddd,page,9,5000,200,,,,KF,yes",
                "minimum,,A4,,,5000,,,,,KF,yes",
                "same-day,,,,1,,,,,,KF,yes",
                "exempt,,,,,,,friends,,,KF,yes",
                "exempt,,,,,,,,,,KF,yes",
                "discount,,,,,,,,,,KF,yes",
            })
    void refusesACellThatItsRowDoesNotKnow(String row) {
        assertEquals(List.of("REQUEST-CSV-CELL t.csv:2"), codes(HEADS + row + "\n"));
    }

    @Test
    void refusesFeesThatTheLawForbids() {
        assertEquals(
                List.of("REQUEST-FEE-UNLAWFUL t.csv:2", "REQUEST-FEE-UNLAWFUL t.csv:3"),
                codes(HEADS + PAGE.replace("paper", "on-site") + PAGE.replace("page", "quarter-hour")));
    }

    @Test
    void refusesTwoRowsOfOneDayAndTakesThemOneAfterTheOther() {
        String until = PAGE.replace("2026-01-01,,", "2026-01-01,2026-06-30,");
        String then = PAGE.replace("2026-01-01", "2026-07-01");
        String media = "exempt,,,,,,,media,,,KF,yes\n";

        assertEquals(List.of("REQUEST-CSV-TWICE t.csv:3"), codes(HEADS + PAGE + PAGE.replace("A4", "a4")));
        assertEquals(List.of(), codes(HEADS + until + then));
        assertEquals(List.of(), codes(HEADS + PAGE + PAGE.replace(",A4,", ",,") + PAGE.replace("page", "record")));
        assertEquals(List.of(), codes(HEADS + media + media.replace("media", "elected") + "same-day,,,,,,,,,,KF,no\n"));
        assertEquals(List.of("REQUEST-CSV-TWICE t.csv:3"), codes(HEADS + media + media));
        assertEquals(
                List.of("REQUEST-CSV-TWICE t.csv:3"),
                codes(HEADS + "minimum,,,,,1,,,,,KF,yes\nminimum,,,,,2,,,,,KF,yes\n"));
        assertEquals(
                List.of(),
                codes(HEADS + "minimum,,,,,1,,,,2026-01-01,KF,yes\nminimum,,,,,2,,,2026-01-02,,KF,yes\n"
                        + "invoice,,,,,2,,,,,KF,yes\n"));
    }

    @Test
    void refusesOtherHeadsABrokenTableAndTooManyRows() {
        assertEquals(List.of("REQUEST-CSV-COLUMNS t.csv:1"), codes(""));
        assertEquals(List.of("REQUEST-CSV-COLUMNS t.csv:1"), codes("row,form\n"));
        assertEquals(List.of("REQUEST-CSV-BROKEN t.csv:2"), codes(HEADS + "\"price\n"));
        assertEquals(List.of("REQUEST-CSV-LIMIT t.csv:1002"), codes(HEADS + PAGE.repeat(Tariff.ROWS_MAX + 1)));
    }

    @Test
    void tellsAllFaultsAtOnceAndGivesNoTariff() {
        CatalogueReading<Tariff> reading =
                TariffCsv.read("t.csv", "1", HEADS + PAGE + PAGE.replace("9", "x") + PAGE.replace("yes", "ja"));

        assertEquals(2, reading.findings().size());
        assertTrue(reading.value().isEmpty());
    }

    @Property(tries = 300)
    void anyTextIsATableOrHasAnError(@ForAll String text) {
        List<CatalogueReading<?>> readings = List.of(
                TariffCsv.read("t.csv", "1", HEADS + text),
                Delegations.read("t.csv", String.join(",", Delegations.COLUMNS) + "\n" + text),
                Courts.read("t.csv", String.join(",", Courts.COLUMNS) + "\n" + text));

        for (CatalogueReading<?> reading : readings) {
            assertEquals(Samples.codes(reading).isEmpty(), reading.value().isPresent());
        }
    }

    private static List<String> codes(String csv) {
        return Samples.codes(TariffCsv.read("t.csv", "1", csv));
    }
}
