package se.sigill.core.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.sigill.core.log.Act;
import se.sigill.core.log.Actor;
import se.sigill.core.log.RequestAct;
import se.sigill.core.project.IndexedAct;
import se.sigill.core.record.RecordId;

/** Where a request stands follows from its acts alone. */
class RequestTest {
    private static final RecordId ID = new RecordId("0123456789abcdefghjkmnpqrs");
    private static final String OTHER = "1123456789abcdefghjkmnpqrs";
    private static final Instant AT = Instant.parse("2026-11-27T09:00:00Z");
    private static final Actor REG = Actor.person("reg");

    private final List<IndexedAct> acts = new ArrayList<>();

    private Request after(Act act) {
        acts.add(new IndexedAct(10L + acts.size(), act));
        return Request.of(acts).orElseThrow();
    }

    private Request asked() {
        return after(new RequestAct.Requested(
                AT, REG, ID, "Kommunstyrelsen", "official-document", "web", AT, "sv", "download", OTHER, ""));
    }

    private Request decided(Outcome outcome, boolean second) {
        return after(new RequestAct.Decided(AT, REG, ID, OTHER, outcome.word(), "", "", "", "", "", second, ""));
    }

    @Test
    void actsThatDoNotBeginWithAQuestionAreNoRequest() {
        assertTrue(Request.of(List.of()).isEmpty());
        assertTrue(Request.of(List.of(new IndexedAct(1, new RequestAct.Assigned(AT, REG, ID, "reg"))))
                .isEmpty());
    }

    @Test
    void goesFromReceivedToClosed() {
        assertEquals(Request.State.RECEIVED, asked().state());
        assertEquals(
                Request.State.IN_HAND,
                after(new RequestAct.Assigned(AT, REG, ID, "reg")).state());
        assertEquals(
                Request.State.QUESTION,
                after(new RequestAct.Talked(AT, REG, ID, false, AT, "question", "OSL 12:1", "Vem?"))
                        .state());
        assertEquals(
                Request.State.IN_HAND,
                after(new RequestAct.Talked(AT, REG, ID, true, AT, "answer", "", "Jag."))
                        .state());
        Request given = decided(Outcome.WHOLE, false);
        assertEquals(Request.State.IN_HAND, given.state());
        assertEquals(1, given.due().size());
        long decision = given.decisions().getFirst().act();
        Request released = after(new RequestAct.Released(AT, REG, ID, OTHER, OTHER, decision, "aa bb", "2026-12-27"));
        assertEquals(Request.State.ANSWERED, released.state());
        assertEquals(List.of("aa", "bb"), released.copies().getFirst().files());
        assertTrue(released.holds());
        Request closed = after(new RequestAct.RequestClosed(AT, REG, ID, "answered", ""));
        assertEquals(Request.State.CLOSED, closed.state());
        assertFalse(closed.holds());
        assertFalse(closed.isOpen());
    }

    @Test
    void aDecisionThatTakesTwoStandsWhenTheSecondAgrees() {
        asked();
        Request waiting = decided(Outcome.REFUSED, true);
        assertEquals(Request.State.COUNTERSIGNING, waiting.state());
        assertFalse(waiting.isAppealable());
        long act = waiting.decisions().getFirst().act();
        Request back = after(new RequestAct.Countersigned(AT, Actor.person("eva"), ID, act, false, "otydligt"));
        assertFalse(back.decisions().getFirst().stands());
        assertFalse(back.decisions().getFirst().waits());
        Request again = decided(Outcome.REFUSED, true);
        long newer = again.decision(OTHER).orElseThrow().act();
        Request agreed = after(new RequestAct.Countersigned(AT, Actor.person("eva"), ID, newer, true, ""));
        assertTrue(agreed.isAppealable());
        assertEquals(Request.State.ANSWERED, agreed.state());
    }

    private Request said(boolean requester, String kind) {
        return after(new RequestAct.Talked(AT, REG, ID, requester, AT, kind, "", "ord"));
    }

    /** OSL 6 kap. 3 §: an employee's no is no decision, and whoever wants one gets one. */
    @Test
    void isNotAnsweredWhileADecisionOfTheAuthorityIsWanted() {
        asked();
        assertEquals(Request.State.RECEIVED, said(false, "informal-no").state());
        Request wanted = said(true, "decision-wanted");
        assertEquals(Request.State.DECISION_WANTED, wanted.state());
        assertEquals(Request.State.DECISION_WANTED, said(false, "notice").state());
        assertEquals(
                Request.State.COUNTERSIGNING, decided(Outcome.REFUSED, true).state());
        long act = decided(Outcome.REFUSED, true).decisions().getFirst().act();
        Request back = after(new RequestAct.Countersigned(AT, Actor.person("eva"), ID, act, false, "otydligt"));
        assertEquals(Request.State.DECISION_WANTED, back.state());
        Request decided = decided(Outcome.REFUSED, false);
        assertFalse(decided.isDecisionWanted());
        assertEquals(Request.State.ANSWERED, decided.state());
    }

    @Test
    void whatIsHandedOutBeforeTheWishIsNoAnswerToIt() {
        asked();
        Request given = decided(Outcome.WHOLE, false);
        after(new RequestAct.Released(
                AT, REG, ID, OTHER, OTHER, given.decisions().getFirst().act(), "aa", ""));
        assertEquals(
                Request.State.DECISION_WANTED, said(true, "decision-wanted").state());
        assertTrue(said(false, "notice").isDecisionWanted());
        after(new RequestAct.Decided(AT, REG, ID, "", "not-held", "", "", "letat", "", "4.2", false, ""));
        assertFalse(said(false, "notice").isDecisionWanted());
    }

    @Test
    void conditionsAreThoseOfTheirDecisionAndAcceptedOnce() {
        asked();
        Decision first = decided(Outcome.WITH_RESERVATION, false).decisions().getFirst();
        after(new RequestAct.Reserved(AT, REG, ID, OTHER, "Får inte spridas."));
        after(new RequestAct.ReservationAccepted(AT, REG, ID, first.act()));
        Reservation accepted = Reservation.of(acts, first).orElseThrow();
        assertEquals("Får inte spridas.", accepted.conditions());
        assertTrue(accepted.isAccepted());

        Decision second = decided(Outcome.WITH_RESERVATION, false).decisions().getFirst();
        after(new RequestAct.Reserved(AT, REG, ID, OTHER, "Får bara läsas."));
        Reservation open = Reservation.of(acts, second).orElseThrow();
        assertEquals("Får bara läsas.", open.conditions());
        assertFalse(open.isAccepted());
        assertEquals(1, Request.of(acts).orElseThrow().due().size());
        assertTrue(Request.of(acts).orElseThrow().isAppealable());

        Decision whole = decided(Outcome.WHOLE, false).decisions().getFirst();
        assertTrue(Reservation.of(acts, whole).isEmpty());
    }

    @Test
    void whereItWasSentOnStandsNextToTheDecision() {
        asked();
        Request sent = after(new RequestAct.Decided(AT, REG, ID, "", "forwarded", "", "", "", "", "", false, ""));
        Decision decision = sent.decisions().getFirst();
        assertTrue(Forwarding.of(acts, decision).isEmpty());
        after(new RequestAct.SentOn(AT, REG, ID, "Region Skåne", "region@skane.example"));
        assertEquals(
                new Forwarding("Region Skåne", "region@skane.example"),
                Forwarding.of(acts, decision).orElseThrow());
        assertFalse(Request.of(acts).orElseThrow().isAppealable());
    }

    @Test
    void anOpenAppealHoldsEvenWhatIsClosed() {
        asked();
        after(new RequestAct.RequestClosed(AT, REG, ID, "answered", ""));
        Request appealed = appealed();
        assertEquals(Request.State.APPEALED, appealed.state());
        assertTrue(appealed.holds());
        assertTrue(appealed.isDecidable());
        long act = appealed.appeals().getFirst().act();
        Request away = after(new RequestAct.AppealHandled(AT, REG, ID, act, "forwarded", "till kammarrätten"));
        assertEquals(Request.State.APPEALED, away.state());
        assertTrue(away.holds());
        assertFalse(away.isDecidable());
        assertTrue(away.appeals().getFirst().isWithCourt());
        Request over = after(new RequestAct.CourtDecided(AT, REG, ID, act, "upheld", "mål 4711-26"));
        assertEquals(Request.State.CLOSED, over.state());
        assertFalse(over.holds());
        assertEquals(AT, over.appeals().getFirst().settled().orElseThrow());
    }

    private Request appealed() {
        return after(new RequestAct.Appealed(AT, REG, ID, AT, "desk", OTHER, "2026-11-20", "", true));
    }

    @Test
    void whatTheCourtGivesBackIsOpenAgainAndToBeDecided() {
        for (String outcome : Appeal.COURT_OUTCOMES) {
            acts.clear();
            asked();
            decided(Outcome.REFUSED, false);
            after(new RequestAct.RequestClosed(AT, REG, ID, "answered", ""));
            long act = appealed().appeals().getFirst().act();
            after(new RequestAct.AppealHandled(AT, REG, ID, act, "forwarded", "till kammarrätten"));
            Request over = after(new RequestAct.CourtDecided(AT, REG, ID, act, outcome, "mål 4711-26"));
            boolean back = outcome.equals("granted") || outcome.equals("returned");
            assertEquals(back ? Request.State.IN_HAND : Request.State.CLOSED, over.state(), outcome);
            assertEquals(back, over.isDecidable(), outcome);
            if (back) {
                assertEquals(
                        Request.State.ANSWERED, decided(Outcome.NOT_HELD, false).state());
            }
        }
    }

    @Test
    void copiesWaitForTheFeeThatWasQuotedLastForThem() {
        asked();
        long first = decided(Outcome.WHOLE, false).decisions().getFirst().act();
        Request quoted = after(new RequestAct.FeeQuoted(AT, REG, ID, 5_000, "10 sidor", Long.toString(first)));
        assertEquals(1, quoted.waitingForFee(false).size());
        long quote = quoted.quote().orElseThrow().act();
        Request accepted = after(new RequestAct.FeeSettled(AT, REG, ID, quote, "accepted", ""));
        assertEquals(List.of(), accepted.waitingForFee(false));
        assertEquals(1, accepted.waitingForFee(true).size());
        Request dearer = after(new RequestAct.FeeQuoted(AT, REG, ID, 9_000, "30 sidor", first + " 999"));
        assertEquals(1, dearer.waitingForFee(false).size());
        long newer = dearer.quote().orElseThrow().act();
        Request paid = after(new RequestAct.FeeSettled(AT, REG, ID, newer, "paid", "BEG 2026-7"));
        assertEquals(List.of(), paid.waitingForFee(true));
        assertEquals(2, paid.quotes().size());
        Request again = after(new RequestAct.FeeQuoted(AT, REG, ID, 9_000, "30 sidor", "" + first));
        long last = again.quote().orElseThrow().act();
        Request waived = after(new RequestAct.FeeSettled(AT, REG, ID, last, "waived", "fel i taxan"));
        assertEquals(List.of(), waived.waitingForFee(true));
        assertTrue(waived.quote().orElseThrow().isWaived());
    }

    @Test
    void whatIsFreeOrNotQuotedWaitsForNothing() {
        asked();
        long act = decided(Outcome.WHOLE, false).decisions().getFirst().act();
        assertEquals(
                List.of(),
                after(new RequestAct.FeeQuoted(AT, REG, ID, 0, "utan avgift", Long.toString(act)))
                        .waitingForFee(true));
        assertEquals(
                List.of(),
                after(new RequestAct.FeeQuoted(AT, REG, ID, 5_000, "annat", "999 x"))
                        .waitingForFee(true));
    }

    @Test
    void whatWasTakenBackSettledOrForgottenIsTold() {
        asked();
        Request given = decided(Outcome.WHOLE, false);
        long decision = given.decisions().getFirst().act();
        Request released = after(new RequestAct.Released(AT, REG, ID, OTHER, OTHER, decision, "", ""));
        long release = released.copies().getFirst().act();
        assertTrue(after(new RequestAct.LeakStopped(AT, REG, ID, release, 2, "fel bilaga"))
                .copies()
                .getFirst()
                .stopped());
        Quote quote = after(new RequestAct.FeeQuoted(AT, REG, ID, 5000, "10 sidor", Long.toString(decision)))
                .quote()
                .orElseThrow();
        assertTrue(quote.isUnanswered());
        assertEquals(
                "paid",
                after(new RequestAct.FeeSettled(AT, REG, ID, quote.act(), "paid", "BEG 2026-7"))
                        .quote()
                        .orElseThrow()
                        .settled()
                        .orElseThrow());
        assertEquals(
                1,
                after(new RequestAct.LetterMade(AT, REG, ID, OTHER, "decision"))
                        .letters()
                        .size());
        assertFalse(released.forgotten());
        assertTrue(after(new RequestAct.RequesterForgotten(AT, Actor.rule("purge"), ID, ""))
                .forgotten());
    }

    @Test
    void everyOutcomeHasAWordThatIsRead() {
        for (Outcome each : Outcome.values()) {
            assertEquals(each, Outcome.ofWord(each.word()).orElseThrow());
            assertFalse(each.isNo() && !each.isOfRecord() && each.gives());
        }
        assertTrue(Outcome.ofWord("kanske").isEmpty());
    }

    @Test
    void theTableOfBoardsNamesWhoAnswers() {
        String csv = "authority,address,email,county\nKommunstyrelsen,Box 1,,Skåne\n";
        assertEquals(
                "Skåne",
                Boards.orNone(csv).find("kommunstyrelsen ").orElseThrow().county());
        assertTrue(Boards.orNone(csv).find("Socialnämnden").isEmpty());
        assertEquals(Boards.NONE, Boards.orNone("skräp"));
    }
}
