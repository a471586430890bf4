package se.sigill.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessTest {
    private final Access access = new Access(Facts.PROVISIONS);
    private final LocalDate day = Facts.DAY;

    @Test
    void nothingIsOpenBySilence() {
        assertEquals(new Openness.Undecided(Openness.Why.NO_CLASS), access.answer(Facts.ofClass(""), day));
        assertEquals(new Openness.Undecided(Openness.Why.CLASS_NOT_IN_PLAN), access.answer(Facts.ofClass("9.9"), day));
        assertEquals(
                new Openness.Undecided(Openness.Why.CLASS_IS_ASSESSED_ONE_BY_ONE),
                access.answer(Facts.ofClass("2.7"), day));
    }

    @Test
    void aClassOpensByDecisionFromItsDay() {
        Openness.Open open = assertInstanceOf(Openness.Open.class, access.answer(Facts.ofClass("1.1"), day));

        assertTrue(open.publishable());
        assertEquals("test", ((Openness.Basis.ByClass) open.basis()).planVersion());
        assertEquals(
                new Openness.Undecided(Openness.Why.CLASS_DECISION_NOT_YET_IN_FORCE),
                access.answer(Facts.ofClass("1.1"), LocalDate.of(2025, 11, 23)));
    }

    @Test
    void aRestrictionWinsOverAnOpenClass() {
        RecordFacts facts = Facts.ofClass("1.1").withRestrictions(List.of(Facts.restriction(5, "OSL 26:1")));

        assertEquals("restricted", access.answer(facts, day).word());
    }

    @Test
    void theStrongestOfSeveralGroundsWins() {
        RecordFacts facts = Facts.ofClass("1.1")
                .withRestrictions(List.of(
                        Facts.restriction(5, "OSL 21:1"),
                        Facts.restriction(6, "OSL 19:3 st 2"),
                        Facts.restriction(7, "OSL 26:1")));

        Openness.Restricted answer = (Openness.Restricted) access.answer(facts, day);

        assertEquals(
                List.of("OSL 19:3 st 2", "OSL 26:1", "OSL 21:1"),
                answer.grounds().stream().map(g -> g.restriction().provision()).toList());
    }

    @Test
    void theEndIsComputedFromTheProvision() {
        RecordFacts facts = Facts.ofClass("2.7").withRestrictions(List.of(Facts.restriction(5, "OSL 19:3 st 1")));

        assertEquals(
                "restricted", access.answer(facts, LocalDate.of(2046, 3, 1)).word());
        assertEquals(
                new Openness.Undecided(Openness.Why.RESTRICTION_ENDED), access.answer(facts, LocalDate.of(2046, 3, 2)));
        assertEquals(LocalDate.of(2046, 3, 2), access.nextChange(facts, day).orElseThrow());
    }

    @Test
    void aProvisionWithoutTimeIsReviewedAfterFiveYearsAndStands() {
        Restriction tender = Facts.restriction(5, "OSL 19:3 st 2");

        assertEquals(LocalDate.of(2031, 3, 2), tender.reviewOn(Facts.PROVISIONS, day));
        assertTrue(tender.reviewDue(Facts.PROVISIONS, LocalDate.of(2031, 3, 2)));
        assertTrue(tender.active(Facts.PROVISIONS, LocalDate.of(2099, 1, 1)));
    }

    @Test
    void anUnknownProvisionClosesForGood() {
        RecordFacts facts = Facts.ofClass("1.1").withRestrictions(List.of(Facts.restriction(5, "OSL 99:99")));

        Openness.Restricted answer = (Openness.Restricted) access.answer(facts, LocalDate.of(2500, 1, 1));

        assertEquals(HarmTest.ABSOLUTE, answer.strongest().harmTest());
    }

    @Test
    void anAssessmentOpensAndALaterOneTakesItBack() {
        RecordFacts open = Facts.ofClass("2.7").withAssessments(List.of(Facts.open(5, day)));
        RecordFacts back = open.withAssessments(
                List.of(Facts.open(5, day), new Assessment(6, false, false, "person:c", day, "again")));

        assertInstanceOf(Openness.Open.class, access.answer(open, day));
        assertInstanceOf(Openness.Undecided.class, access.answer(back, day));
    }

    @Test
    void anAssessmentIsOvertakenByALaterRestrictionForGood() {
        RecordFacts facts = Facts.ofClass("2.7")
                .withAssessments(List.of(Facts.open(5, day)))
                .withRestrictions(List.of(Facts.restriction(6, "OSL 19:3 st 1").lift(7)));

        assertEquals(new Openness.Undecided(Openness.Why.RESTRICTION_ENDED), access.answer(facts, day));
    }

    @Test
    void anAssessmentAfterTheLiftingOpens() {
        RecordFacts facts = Facts.ofClass("2.7")
                .withRestrictions(List.of(Facts.restriction(6, "OSL 19:3 st 1").lift(7)))
                .withAssessments(List.of(Facts.open(8, day)));

        assertInstanceOf(Openness.Open.class, access.answer(facts, day));
    }

    @Test
    void anAssessmentMadeWhileARestrictionStoodDoesNotOpenWhenItLapses() {
        RecordFacts facts = Facts.ofClass("2.7")
                .withRestrictions(List.of(Facts.restriction(6, "OSL 19:3 st 1")))
                .withAssessments(List.of(Facts.open(8, day)));

        assertInstanceOf(Openness.Undecided.class, access.answer(facts, LocalDate.of(2060, 1, 1)));
    }

    @Test
    void aPersonCanKeepAnOpenRecordFromTheWeb() {
        RecordFacts facts = Facts.ofClass("1.1").withAssessments(List.of(Facts.open(5, day)));

        assertEquals(false, ((Openness.Open) access.answer(facts, day)).publishable());
    }

    @Test
    void aRestrictedPartLeavesTheOtherPartsToTheClass() {
        Restriction attachment = AccessState.restriction(5, ActsOf.restricted("part:2", "OSL 26:1"));
        RecordFacts facts = Facts.ofClass("1.1").withRestrictions(List.of(attachment));

        assertEquals("restricted", access.answer(facts, day).word());
        assertEquals("restricted", access.answerForPart(facts, "2.1", day).word());
        assertEquals("open", access.answerForPart(facts, "1", day).word());
        assertEquals("open", access.answerForPart(facts, "21", day).word());
    }

    @Test
    void rightsFollowRoleAndBoard() {
        RecordFacts secret = Facts.ofClass("2.7").withRestrictions(List.of(Facts.restriction(5, "OSL 26:1")));

        assertEquals(Rights.EXISTS, access.rights(secret, new Viewer.Public(), day));
        assertEquals(Rights.METADATA, rights(secret, "Socialnämnden", Viewer.Role.REGISTRAR));
        assertEquals(Rights.METADATA, rights(secret, "Socialnämnden", Viewer.Role.ARCHIVIST));
        assertEquals(Rights.CONTENT, rights(secret, " socialnämnden ", Viewer.Role.DECISION_MAKER));
        assertEquals(Rights.EXISTS, rights(secret, "Socialnämnden", Viewer.Role.ADMINISTRATOR));
        assertEquals(Rights.EXISTS, rights(secret, "Byggnadsnämnden", Viewer.Role.DECISION_MAKER));
        assertEquals(Rights.METADATA, access.rights(secret, new Viewer.Operator("root"), day));
    }

    @Test
    void anOverrideReachesItsAudienceAndNobodyElse() {
        SecrecyOverride toKs =
                AccessState.override(9, ActsOf.overridden("authority:Kommunstyrelsen", day.plusMonths(1)));
        RecordFacts secret = Facts.ofClass("5.3")
                .withRestrictions(List.of(Facts.restriction(5, "OSL 26:1")))
                .withOverrides(List.of(toKs));

        assertEquals(Rights.CONTENT, rights(secret, "Kommunstyrelsen", Viewer.Role.REGISTRAR));
        assertEquals(Rights.NONE, rights(secret, "Byggnadsnämnden", Viewer.Role.REGISTRAR));
        assertEquals(
                Rights.NONE,
                access.rights(secret, new Viewer.Staff("Kommunstyrelsen", Viewer.Role.REGISTRAR), day.plusMonths(2)));
    }

    private Rights rights(RecordFacts facts, String authority, Viewer.Role role) {
        return access.rights(facts, new Viewer.Staff(authority, role), day);
    }

    @Test
    void aSecretExistenceIsKeptFromAllOutside() {
        RecordFacts hidden = Facts.ofClass("5.3");

        assertEquals(Rights.NONE, access.rights(hidden, new Viewer.Public(), day));
        assertEquals(Rights.NONE, rights(hidden, "Byggnadsnämnden", Viewer.Role.INSPECTOR));
        assertEquals(Rights.NONE, rights(hidden, "Socialnämnden", Viewer.Role.ADMINISTRATOR));
        assertEquals(Rights.METADATA, rights(hidden, "Socialnämnden", Viewer.Role.REGISTRAR));
        assertEquals(
                Rights.CONTENT,
                access.rights(hidden.withAssessments(List.of(Facts.open(5, day))), new Viewer.Public(), day));
    }
}
