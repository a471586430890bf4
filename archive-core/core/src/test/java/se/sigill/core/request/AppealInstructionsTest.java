package se.sigill.core.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class AppealInstructionsTest {
    private static final Board BOARD = new Board(
            "Socialnämnden i Lillköping", "Torget 1, 123 45 Lillköping", "social@lillkoping.example", "Skåne");

    @Test
    void sayHowToAppeal() {
        Wording text = AppealInstructions.forDecision(BOARD, "Kammarrätten i Göteborg");

        for (String part : List.of(
                "Du kan överklaga beslutet hos Kammarrätten i Göteborg.",
                "Överklagandet ska vara skriftligt.",
                "ställas till kammarrätten men skickas eller lämnas till Socialnämnden i Lillköping, Torget 1, 123 45"
                        + " Lillköping, social@lillkoping.example.",
                "inom tre veckor från den dag då du fick del av beslutet",
                "beslutets datum och diarienummer",
                "hur du vill att beslutet ska ändras",
                "varför",
                "namn, person- eller organisationsnummer, postadress, e-postadress och telefonnummer",
                "domstolen kan inte pröva ett anonymt överklagande (HFD 2021 ref. 7)",
                "prövar om överklagandet har kommit in i rätt tid")) {
            assertTrue(text.swedish().contains(part), part);
        }
        assertTrue(text.english().contains("to the Administrative Court of Appeal in Göteborg (Kammarrätten i"));
        assertTrue(text.english().contains("within three weeks"));
        assertTrue(text.english().contains("New Year's Eve"));
        assertEquals(text.swedish().lines().count(), text.english().lines().count());
        assertThrows(IllegalArgumentException.class, () -> AppealInstructions.forDecision(BOARD, " "));
    }

    @Test
    void sayUnderAnInformalNoHowToGetADecision() {
        Wording text = AppealInstructions.forInformalNo(BOARD);

        assertTrue(text.swedish().startsWith("Det här är ett besked från en anställd och inte ett beslut"));
        assertTrue(text.swedish().contains("6 kap. 3 § offentlighets- och sekretesslagen"));
        assertTrue(text.swedish().contains("Det krävs ett skriftligt beslut av myndigheten"));
        assertTrue(text.swedish().contains("Du behöver inte uppge vem du är"));
        assertTrue(text.english().contains("Chapter 6, Section 3"));
    }

    @Test
    void anAuthorityCanBeWrittenTo() {
        assertThrows(IllegalArgumentException.class, () -> new Board("KS", "", " ", ""));
        assertThrows(IllegalArgumentException.class, () -> new Board("", "Torget 1", "", ""));
        assertEquals("KS, ks@x.example", new Board("KS", "", "ks@x.example", "").reached());
        assertEquals("KS, Torget 1", new Board("KS", "Torget 1 ", "", "").reached());
    }

    @Test
    void theSampleOfCourtsHasEveryCountyUnverified() {
        Courts courts = Courts.sample();

        assertEquals(21, courts.rows().size());
        assertEquals(
                List.of("Göteborg", "Jönköping", "Stockholm", "Sundsvall"),
                courts.rows().stream()
                        .map(row -> row.court().substring("Kammarrätten i ".length()))
                        .distinct()
                        .sorted()
                        .toList());
        assertTrue(courts.rows().stream().noneMatch(Courts.Row::verified));
    }

    @Test
    void findsTheCourtOfACountyHoweverItIsWritten() {
        Courts courts = Courts.sample();

        assertEquals(
                "Kammarrätten i Göteborg", courts.find("Skåne").orElseThrow().court());
        assertEquals(
                "Kammarrätten i Göteborg",
                courts.find(" Skåne län ").orElseThrow().court());
        assertEquals(
                "Kammarrätten i Stockholm",
                courts.find("stockholms län").orElseThrow().court());
        assertEquals(
                "Kammarrätten i Jönköping",
                courts.find("Jönköpings län").orElseThrow().court());
        assertTrue(courts.find("Åland").isEmpty());
    }

    @Test
    void reportsWhatIsWrongWithATableOfCourts() {
        String csv = "county,court,source,verified\n"
                + "Skåne,Kammarrätten i Göteborg,f,yes\n"
                + "skåne,Kammarrätten i Göteborg,f,yes\n"
                + "Kalmar,Tingsrätten i Kalmar,f,yes\n"
                + ",Kammarrätten i Jönköping,f,yes\n"
                + "Blekinge,Kammarrätten i Jönköping,,yes\n";

        assertEquals(
                List.of(
                        "REQUEST-CSV-CELL c.csv:4",
                        "REQUEST-CSV-CELL c.csv:5",
                        "REQUEST-CSV-CELL c.csv:6",
                        "REQUEST-CSV-TWICE c.csv:3"),
                Samples.codes(Courts.read("c.csv", csv)));
        assertFalse(Courts.read("c.csv", csv).value().isPresent());
    }
}
