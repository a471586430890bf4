package se.sigill.core.disposal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.sigill.core.access.Classification;
import se.sigill.core.access.PlanClass;
import se.sigill.core.finding.Finding;
import se.sigill.core.finding.FindingCode;
import se.sigill.core.log.Actor;
import se.sigill.core.record.RecordId;

class DisposalCheckTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final LocalDate LONG_AGO = LocalDate.of(2010, 6, 1);
    private final RecordId record = new RecordId("0123456789abcdefghjkmnpqrs");
    private final DisposalOrder order =
            new DisposalOrder(record, Actor.person("anna"), Actor.person("bo"), "KS 2025 § 12", "tiden är ute");

    private DisposalFacts facts(Classification c, LocalDate start, Hold... holds) {
        return new DisposalFacts(record, c, List.of(holds), start, false, false);
    }

    private static Classification inPlan(PlanClass.Outcome outcome, int years) {
        return new Classification.InPlan(
                new PlanClass(
                        "2.2",
                        "Fakturor",
                        PlanClass.Rule.ASSESS,
                        false,
                        "",
                        TODAY,
                        years,
                        outcome,
                        false,
                        "test",
                        true),
                "v1");
    }

    private static Set<FindingCode> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).collect(Collectors.toSet());
    }

    private Hold hold(long liftedBy) {
        return new Hold(4, record, "tillsyn", "person:anna", Instant.EPOCH, liftedBy);
    }

    @Test
    void allowsWhatThePlanSaysWhenItsTimeHasPassed() {
        DisposalFacts facts = facts(inPlan(PlanClass.Outcome.DISPOSE, 7), LocalDate.of(2019, 6, 1), hold(9));

        assertEquals(List.of(), DisposalCheck.check(facts, order, TODAY));
    }

    @Test
    void refusesOneDayTooEarly() {
        DisposalFacts facts = facts(inPlan(PlanClass.Outcome.DISPOSE, 7), LocalDate.of(2019, 6, 2));

        assertEquals(Set.of(DisposalFinding.TOO_EARLY), codes(DisposalCheck.check(facts, order, TODAY)));
    }

    @Test
    void refusesWhatIsHeld() {
        DisposalFacts facts = facts(inPlan(PlanClass.Outcome.DISPOSE, 7), LONG_AGO, hold(Hold.STANDS));

        assertEquals(Set.of(DisposalFinding.HELD), codes(DisposalCheck.check(facts, order, TODAY)));
    }

    @Test
    void refusesWithoutADecisionOfThePlan() {
        assertEquals(
                Set.of(DisposalFinding.CLASS_UNDECIDED),
                codes(DisposalCheck.check(facts(new Classification.None(), LONG_AGO), order, TODAY)));
        assertEquals(
                Set.of(DisposalFinding.CLASS_UNDECIDED),
                codes(DisposalCheck.check(facts(new Classification.NotInPlan("9"), LONG_AGO), order, TODAY)));
        assertEquals(
                Set.of(DisposalFinding.PRESERVED),
                codes(DisposalCheck.check(facts(inPlan(PlanClass.Outcome.PRESERVE, 0), LONG_AGO), order, TODAY)));
    }

    @Test
    void refusesAfterARestoreThatNobodyHasAnsweredFor() {
        DisposalFacts facts =
                new DisposalFacts(record, inPlan(PlanClass.Outcome.DISPOSE, 1), List.of(), LONG_AGO, true, false);

        assertEquals(Set.of(DisposalFinding.RESTORE_NOT_ACCEPTED), codes(DisposalCheck.check(facts, order, TODAY)));
    }

    @Test
    void namesEverythingThatIsWrongWithAnOrder() {
        DisposalOrder bad = new DisposalOrder(record, Actor.person("Anna"), Actor.rule("anna "), " ", "");

        assertEquals(
                Set.of(
                        DisposalFinding.AUTHORITY_MISSING,
                        DisposalFinding.REASON_MISSING,
                        DisposalFinding.NOT_A_PERSON,
                        DisposalFinding.SAME_PERSON),
                codes(DisposalCheck.check(facts(inPlan(PlanClass.Outcome.DISPOSE, 1), LONG_AGO), bad, TODAY)));
    }

    @Test
    void refusesWhatSomebodyHasAskedFor() {
        DisposalFacts asked =
                new DisposalFacts(record, inPlan(PlanClass.Outcome.DISPOSE, 1), List.of(), LONG_AGO, false, true);

        assertEquals(Set.of(DisposalFinding.REQUESTED), codes(DisposalCheck.check(asked, order, TODAY)));
    }

    @Test
    void refusesAnOrderForAnotherRecordThanTheFacts() {
        DisposalFacts other = new DisposalFacts(
                new RecordId("1123456789abcdefghjkmnpqrs"),
                inPlan(PlanClass.Outcome.DISPOSE, 1),
                List.of(),
                LONG_AGO,
                false,
                false);

        assertEquals(Set.of(DisposalFinding.OTHER_RECORD), codes(DisposalCheck.check(other, order, TODAY)));
    }
}
