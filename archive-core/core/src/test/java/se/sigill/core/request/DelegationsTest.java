package se.sigill.core.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.sigill.core.request.DelegatedDecision.DISMISS_APPEAL;
import static se.sigill.core.request.DelegatedDecision.FEE;
import static se.sigill.core.request.DelegatedDecision.REFUSE;
import static se.sigill.core.request.DelegatedDecision.RESERVE;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import se.sigill.core.access.Validity;

class DelegationsTest {
    private static final String HEADS = String.join(",", Delegations.COLUMNS) + "\n";
    private static final String SOCIAL = "Socialnämnden";
    private static final Delegations TABLE = Delegations.orNone(Samples.text("delegationer.csv"));

    @Provide
    Arbitrary<LocalDate> days() {
        return Samples.days();
    }

    @Test
    void findsWhoMayDecideAndTheReferenceToQuote() {
        assertEquals(
                Optional.of("Socialnämndens delegationsordning 2026 punkt 4.2"),
                reference("anna", " socialnämnden", REFUSE, "2026-01-01"));
        assertTrue(reference("anna", SOCIAL, RESERVE, "2040-01-01").isPresent());
        assertTrue(reference("anna", "Byggnadsnämnden", FEE, "2026-06-30").isPresent());
    }

    @Test
    void delegatesNothingElse() {
        assertTrue(reference("anna", SOCIAL, REFUSE, "2025-12-31").isEmpty(), "not begun");
        assertTrue(reference("anna", "Byggnadsnämnden", FEE, "2026-07-01").isEmpty(), "lapsed");
        assertTrue(reference("anna", SOCIAL, FEE, "2026-01-01").isEmpty(), "another decision");
        assertTrue(reference("anna", "Byggnadsnämnden", REFUSE, "2026-01-01").isEmpty(), "another board");
        assertTrue(reference("Anna", SOCIAL, REFUSE, "2026-01-01").isEmpty(), "another account");
        assertTrue(reference("", "", REFUSE, "2026-01-01").isEmpty(), "nobody");
    }

    @Test
    void takesTheDelegationThatBeganLastWhereSeveralHold() {
        assertEquals(Optional.of("Socialnämnden § 77/2026 (semester)"), reference("bo", SOCIAL, REFUSE, "2026-07-12"));
        assertEquals(Optional.of("Socialnämnden § 81/2026"), reference("bo", SOCIAL, REFUSE, "2026-07-13"));
        assertTrue(reference("bo", SOCIAL, DISMISS_APPEAL, "2026-07-20").isEmpty());
        Delegations twice = Delegations.orNone(HEADS + "bo,KS,fee,2026-01-01,,first\nbo,KS,fee,2026-01-01,,second\n");
        assertEquals(
                "first",
                twice.find("bo", "KS", FEE, LocalDate.of(2026, 1, 1))
                        .orElseThrow()
                        .reference());
    }

    @Test
    void refusesARowThatLacksSomething() {
        String csv = HEADS
                + ",KS,fee,2026-01-01,,r\n"
                + "bo,,fee,2026-01-01,,r\n"
                + "bo,KS,,2026-01-01,,r\n"
                + "bo,KS,fee;refuse,2026-01-01,,r\n"
                + "bo,KS,fee,,,r\n"
                + "bo,KS,fee,2026-02-01,2026-01-01,r\n"
                + "bo,KS,fee,2026-01-01,,\n";

        assertEquals(
                List.of(2, 3, 4, 5, 6, 7, 8).stream()
                        .map(line -> "REQUEST-CSV-CELL d.csv:" + line)
                        .toList(),
                Samples.codes(Delegations.read("d.csv", csv)));
    }

    @Test
    void aTableWithOneFaultDelegatesNothing() {
        String sound = Samples.text("delegationer.csv");

        assertEquals(Delegations.NONE, Delegations.orNone(sound + "cia,KS,everything,2026-01-01,,r\n"));
        assertEquals(Delegations.NONE, Delegations.orNone(""));
        assertEquals(4, TABLE.rows().size());
    }

    @Test
    void aDelegationIsForSomething() {
        assertThrows(
                IllegalArgumentException.class, () -> new Delegation("bo", "KS", Set.of(), Validity.ALWAYS, "KS 4.2"));
    }

    @Test
    void namesEveryDecisionInBothLanguages() {
        for (DelegatedDecision decision : DelegatedDecision.values()) {
            assertTrue(decision.code().matches("[a-z-]+"));
            assertEquals(
                    2,
                    Set.of(decision.word().swedish(), decision.word().english()).size());
        }
    }

    @Property
    void whatIsFoundHoldsOnTheDay(@ForAll("days") LocalDate day, @ForAll DelegatedDecision decision) {
        for (String account : List.of("anna", "bo", "cia")) {
            TABLE.find(account, SOCIAL, decision, day).ifPresent(found -> {
                assertTrue(found.validity().includes(day));
                assertTrue(found.decisions().contains(decision));
                assertEquals(account, found.account());
            });
        }
    }

    private static Optional<String> reference(String account, String board, DelegatedDecision decision, String day) {
        return TABLE.find(account, board, decision, LocalDate.parse(day)).map(Delegation::reference);
    }
}
