package se.sigill.core.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.sigill.core.access.Validity;

class TariffTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
    private static final Tariff OURS = Samples.tariff("avgifter.csv");

    @Provide
    Arbitrary<Tariff> tariffs() {
        return Arbitraries.of("avgifter", "avgifter-statlig-norm", "avgifter-harryda", "avgifter-harjedalen")
                .map(name -> Samples.tariff(name + ".csv"));
    }

    @ParameterizedTest
    @CsvSource({
        "statlig-norm, PAPER, '', 9, 0",
        "statlig-norm, PAPER, '', 10, 5000",
        "statlig-norm, PAPER, '', 11, 5200",
        "statlig-norm, PAPER, A3, 100, 23000",
        "harryda, PAPER, A4, 39, 0",
        "harryda, PAPER, A4, 40, 11000",
        "harryda, PAPER, A4, 41, 11200",
        "harryda, EMAIL, '', 9, 0",
        "harryda, EMAIL, '', 10, 5000",
        "harryda, EMAIL, '', 12, 5400",
        "harjedalen, EMAIL, '', 5000, 0",
        "harjedalen, PAPER, A4, 19, 0",
        "harjedalen, PAPER, A4, 20, 7000",
        "harjedalen, PAPER, a4, 21, 7200",
        "harjedalen, PAPER, A3, 10, 7000",
        "harjedalen, PAPER, A3, 12, 7600",
        "harjedalen, PAPER, A2+, 1, 4000",
        "harjedalen, PAPER, A2+, 3, 4800",
        "harjedalen, PAPER, A5, 500, 0",
        "hudiksvall, PAPER, '', 9, 0",
        "hudiksvall, PAPER, '', 10, 5500",
        "hudiksvall, PAPER, '', 30, 9500",
    })
    void chargesPagesAsTheTariffsOfTheseDo(String tariff, CopyForm form, String format, int pages, long ore) {
        CopyOrder order = CopyOrder.of(new CopyOrder.Part(form, format, pages, 1, 0, 0));

        assertEquals(
                ore,
                Samples.tariff("avgifter-" + tariff + ".csv").fee(order, DAY).totalOre());
    }

    @ParameterizedTest
    @CsvSource({
        "statlig-norm, EMAIL, 9, 0",
        "statlig-norm, EMAIL, 10, 5000",
        "statlig-norm, EMAIL, 11, 5200",
        "harjedalen, DOWNLOAD, 400, 0",
    })
    void countsDigitalCopiesByRecordWhereTheTariffSaysSo(String tariff, CopyForm form, int records, long ore) {
        CopyOrder order = CopyOrder.of(CopyOrder.Part.digital(form, 900, records));

        assertEquals(
                ore,
                Samples.tariff("avgifter-" + tariff + ".csv").fee(order, DAY).totalOre());
    }

    @Test
    void chargesCarriersAndQuartersOfTranscribing() {
        Tariff harryda = Samples.tariff("avgifter-harryda.csv");
        CopyOrder order = CopyOrder.of(
                new CopyOrder.Part(CopyForm.CARRIER, "USB", 300, 20, 1, 0),
                new CopyOrder.Part(CopyForm.CARRIER, "cd", 0, 1, 2, 0),
                new CopyOrder.Part(CopyForm.TRANSCRIPT, "", 4, 1, 0, 3));

        assertEquals(4_500 + 3_000 + 37_500, harryda.fee(order, DAY).totalOre());
    }

    @Test
    void countsPartsOfOneRowTogetherAndOthersApart() {
        CopyOrder order = CopyOrder.of(
                CopyOrder.Part.paper("A4", 6), CopyOrder.Part.paper("A3", 9), CopyOrder.Part.paper("A4", 6));

        Fee fee = OURS.fee(order, DAY);

        assertEquals(5_400, fee.totalOre());
        assertEquals(
                "papperskopia A4, 12 sidor: 9 sidor utan avgift, nästa 50 kr, därefter 2 à 2 kr: 54 kr\n"
                        + "papperskopia A3, 9 sidor: utan avgift till och med 9 sidor: 0 kr\n"
                        + "Tid för att söka fram och pröva handlingar tas det aldrig betalt för: 0 kr\n"
                        + "Att betala: 54 kr\n"
                        + "Du kan betala utan att uppge vem du är.",
                fee.said().swedish());
        assertTrue(fee.said().english().contains("9 pages free of charge, the next one SEK 50, then 2 at SEK 2"));
    }

    @Test
    void takesTheRowsOfTheDay() {
        CopyOrder order = CopyOrder.of(CopyOrder.Part.paper("A4", 20));

        assertEquals(7_000, OURS.fee(order, LocalDate.of(2026, 12, 31)).totalOre());
        assertEquals(7_500, OURS.fee(order, LocalDate.of(2027, 1, 1)).totalOre());
        assertEquals(0, OURS.fee(order, LocalDate.of(2025, 12, 31)).totalOre());
        assertTrue(OURS.countsDayTogether(DAY));
        assertFalse(OURS.countsDayTogether(LocalDate.of(2025, 12, 31)));
    }

    @Test
    void chargesNothingOnSiteNorWithoutAnAdoptedFee() {
        CopyOrder order = CopyOrder.of(
                new CopyOrder.Part(CopyForm.ON_SITE, "A4", 10_000, 400, 0, 0), CopyOrder.Part.paper("A4", 10_000));

        Fee fee = Tariff.NONE.fee(order, DAY);

        assertTrue(fee.free());
        assertFalse(fee.invoice());
        assertTrue(fee.said().swedish().startsWith("Att ta del av handlingar på stället är avgiftsfritt"));
        assertTrue(fee.said().swedish().contains("papperskopia: ingen avgift är fastställd: 0 kr"));
        assertTrue(OURS.fee(CopyOrder.of(order.parts().getFirst()), DAY).free());
    }

    @Test
    void chargesPostageForMoreThanAPlainLetter() {
        CopyOrder three = posted(CopyOrder.Part.paper("A4", 3));
        CopyOrder ten = posted(CopyOrder.Part.paper("A4", 11));

        assertEquals(0, OURS.fee(three, DAY).totalOre());
        assertEquals(5_200 + 2_200, OURS.fee(ten, DAY).totalOre());
        assertEquals(
                5_500 + 200,
                Samples.tariff("avgifter-hudiksvall.csv").fee(ten, DAY).totalOre());
    }

    @Test
    void chargesNothingBelowTheLeastAmount() {
        Fee fee = OURS.fee(CopyOrder.of(CopyOrder.Part.paper("A4", 10)), DAY);

        assertTrue(fee.free());
        assertTrue(fee.said().swedish().contains("Avgifter under 52 kr tas inte ut: −50 kr"));
        assertTrue(fee.said().english().contains("Fees below SEK 52 are not charged: −SEK 50"));
    }

    @Test
    void letsOffWhoeverTheTariffNames() {
        CopyOrder.Part pages = CopyOrder.Part.paper("A4", 100);
        CopyOrder media = new CopyOrder(List.of(pages), false, Optional.of(ExemptGroup.MEDIA));
        CopyOrder student = new CopyOrder(List.of(pages), false, Optional.of(ExemptGroup.STUDENT));
        CopyOrder few = new CopyOrder(List.of(CopyOrder.Part.paper("A4", 1)), false, Optional.of(ExemptGroup.MEDIA));

        assertTrue(OURS.fee(media, DAY).free());
        assertTrue(OURS.fee(media, DAY).said().swedish().contains("Befriade från avgift enligt taxan: massmedier"));
        assertEquals(23_000, OURS.fee(student, DAY).totalOre());
        assertFalse(OURS.fee(few, DAY).said().swedish().contains("Befriade"));
        assertEquals(Set.of(ExemptGroup.MEDIA), OURS.exempt(DAY));
    }

    @Test
    void offersAnInvoiceOnlyFromTheAmountOfTheTariffAndWarnsOfTheName() {
        Tariff hudiksvall = Samples.tariff("avgifter-hudiksvall.csv");
        Fee small = hudiksvall.fee(CopyOrder.of(CopyOrder.Part.paper("", 30)), DAY);
        Fee large = hudiksvall.fee(CopyOrder.of(CopyOrder.Part.paper("", 33)), DAY);

        assertFalse(small.invoice());
        assertTrue(large.invoice());
        assertTrue(large.said().swedish().endsWith("du är då inte längre anonym."));
        assertTrue(small.said().swedish().endsWith("Du kan betala utan att uppge vem du är."));
        assertFalse(Samples.tariff("avgifter-harjedalen.csv")
                .fee(CopyOrder.of(CopyOrder.Part.paper("A4", 2)), DAY)
                .invoice());
    }

    @Test
    void writesAmountsAsPeopleDo() {
        assertEquals(new Wording("54,50 kr", "SEK 54.50"), Fee.money(5_450));
        assertEquals(new Wording("0,05 kr", "SEK 0.05"), Fee.money(5));
        assertEquals(new Wording("−2 kr", "−SEK 2"), Fee.money(-200));
    }

    @Test
    void addsUp() {
        assertThrows(IllegalArgumentException.class, () -> new Fee(List.of(), 1, false));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Fee(List.of(new Fee.Line(new Wording("a", "a"), -1)), -1, false));
    }

    @Test
    void hasNoPriceThatTheLawForbids() {
        assertThrows(IllegalArgumentException.class, () -> price(CopyForm.ON_SITE, CopyUnit.PAGE, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> price(CopyForm.EMAIL, CopyUnit.QUARTER_HOUR, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> price(CopyForm.PAPER, CopyUnit.PAGE, -1, 1));
        assertThrows(IllegalArgumentException.class, () -> price(CopyForm.PAPER, CopyUnit.PAGE, Price.FREE_MAX + 1, 1));
        assertThrows(IllegalArgumentException.class, () -> price(CopyForm.PAPER, CopyUnit.PAGE, 0, -1));
        assertThrows(IllegalArgumentException.class, () -> price(CopyForm.PAPER, CopyUnit.PAGE, 0, Price.ORE_MAX + 1));
        assertThrows(IllegalArgumentException.class, () -> new CopyOrder.Part(CopyForm.PAPER, "A4", 3, 1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> CopyOrder.Part.paper("A4", -1));
        assertThrows(IllegalArgumentException.class, () -> CopyOrder.Part.paper("A4", CopyOrder.Part.COUNT_MAX + 1));
        CopyOrder.Part[] many = new CopyOrder.Part[CopyOrder.PARTS_MAX + 1];
        java.util.Arrays.fill(many, CopyOrder.Part.paper("A4", 1));
        assertThrows(IllegalArgumentException.class, () -> CopyOrder.of(many));
    }

    @Test
    void saysWhenAPricedUnitCostsNothing() {
        Fee fee = Samples.tariff("avgifter-harjedalen.csv")
                .fee(CopyOrder.of(CopyOrder.Part.digital(CopyForm.EMAIL, 3, 1)), DAY);

        assertTrue(fee.said().swedish().startsWith("e-post, 1 handling: utan avgift: 0 kr"));
        assertEquals(5_000, price(CopyForm.PAPER, CopyUnit.PAGE, 0, 5_000).ore(1));
    }

    @Property
    void neverCostsLessForMorePages(
            @ForAll("tariffs") Tariff tariff,
            @ForAll @IntRange(max = 500) int pages,
            @ForAll @IntRange(max = 500) int more,
            @ForAll boolean posted) {
        CopyOrder.Part few = CopyOrder.Part.paper("A4", pages);
        CopyOrder.Part many = CopyOrder.Part.paper("A4", pages + more);
        long one = tariff.fee(new CopyOrder(List.of(few), posted, Optional.empty()), DAY)
                .totalOre();
        long two = tariff.fee(new CopyOrder(List.of(many), posted, Optional.empty()), DAY)
                .totalOre();

        assertTrue(0 <= one && one <= two, one + " öre, then " + two);
    }

    @Property
    void anExemptionNeverMakesDearer(
            @ForAll("tariffs") Tariff tariff, @ForAll @IntRange(max = 500) int pages, @ForAll ExemptGroup group) {
        List<CopyOrder.Part> parts = List.of(CopyOrder.Part.paper("A4", pages));

        assertTrue(
                tariff.fee(new CopyOrder(parts, false, Optional.of(group)), DAY).totalOre()
                        <= tariff.fee(new CopyOrder(parts, false, Optional.empty()), DAY)
                                .totalOre());
    }

    private static CopyOrder posted(CopyOrder.Part part) {
        return new CopyOrder(List.of(part), true, Optional.empty());
    }

    private static Price price(CopyForm form, CopyUnit unit, int free, int ore) {
        return new Price(form, "", unit, free, ore, ore, Validity.ALWAYS, "KF", true);
    }
}
