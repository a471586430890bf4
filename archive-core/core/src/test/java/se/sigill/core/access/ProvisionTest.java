package se.sigill.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Provisions, the days they hold on, and the restrictions that lean on them. */
class ProvisionTest {
    private static final LocalDate START = LocalDate.of(2000, 5, 1);

    private static Provision from(LocalDate first, LocalDate last) {
        return new Provision(
                "OSL 26:1",
                "",
                "",
                "",
                HarmTest.REVERSE,
                70,
                RestrictionCategory.SECRECY,
                "",
                new Validity(first, last),
                "test",
                true);
    }

    @Test
    void advisesByTheHarmTest() {
        assertEquals(
                Provision.Advice.ASSESS_PRESUMED_SECRET,
                Facts.provision("OSL 26:1", HarmTest.REVERSE, 70).advice(START, Facts.DAY));
        assertEquals(
                Provision.Advice.ASSESS_PRESUMED_OPEN,
                Facts.provision("OSL 21:1", HarmTest.QUALIFIED_STRAIGHT, 70).advice(START, Facts.DAY));
        assertEquals(
                Provision.Advice.ASSESS_PRESUMED_OPEN,
                Facts.provision("OSL 19:3", HarmTest.STRAIGHT, 70).advice(START, Facts.DAY));
        assertEquals(
                Provision.Advice.SECRET,
                Facts.provision("OSL 19:3", HarmTest.ABSOLUTE, 0).advice(START, Facts.DAY));
    }

    @Test
    void expiresOnTheDayItsYearsAreOver() {
        Provision p = Facts.provision("OSL 19:3", HarmTest.STRAIGHT, 20);

        assertEquals(Provision.Advice.ASSESS_PRESUMED_OPEN, p.advice(START, LocalDate.of(2020, 4, 30)));
        assertEquals(Provision.Advice.EXPIRED, p.advice(START, LocalDate.of(2020, 5, 1)));
        assertEquals(OptionalInt.of(20), p.years());
    }

    @Test
    void hasNoEndWhereTheLawGivesNoTime() {
        Provision p = Facts.provision("OSL 15:1", HarmTest.ABSOLUTE, 0);

        assertEquals(OptionalInt.empty(), p.years());
        assertEquals(LocalDate.MAX, p.ends(START));
    }

    @Test
    void appliesOnlyWhileItIsLaw() {
        Provision p = from(LocalDate.of(2010, 1, 1), LocalDate.of(2010, 12, 31));

        assertEquals(Provision.Advice.DOES_NOT_APPLY, p.advice(START, LocalDate.of(2009, 12, 31)));
        assertEquals(Provision.Advice.ASSESS_PRESUMED_SECRET, p.advice(START, LocalDate.of(2010, 12, 31)));
        assertEquals(Provision.Advice.DOES_NOT_APPLY, p.advice(START, LocalDate.of(2011, 1, 1)));
    }

    @Test
    void refusesSlipsOfThePen() {
        assertThrows(IllegalArgumentException.class, () -> Facts.provision(" ", HarmTest.STRAIGHT, 1));
        assertThrows(IllegalArgumentException.class, () -> Facts.provision("OSL 1:1", HarmTest.STRAIGHT, -1));
        assertThrows(
                IllegalArgumentException.class,
                () -> Facts.provision("OSL 1:1", HarmTest.STRAIGHT, Provision.YEARS_MAX + 1));
        assertThrows(IllegalArgumentException.class, () -> new Validity(START, START.minusDays(1)));
    }

    @Test
    void knowsWhichTimesOverlap() {
        Validity may = new Validity(START, START.plusDays(30));

        assertTrue(may.overlaps(new Validity(START.plusDays(30), LocalDate.MAX)));
        assertFalse(may.overlaps(new Validity(START.plusDays(31), LocalDate.MAX)));
        assertFalse(may.overlaps(new Validity(LocalDate.MIN, START.minusDays(1))));
    }

    @Test
    void asksForAReviewOnlyWhereNoEndCanBeComputed() {
        Restriction ends = Facts.restriction(5, "OSL 26:1");
        Restriction stays = Facts.restriction(6, "OSL 19:3 st 2");
        LocalDate due = Facts.DAY.plusYears(Restriction.REVIEW_YEARS);

        assertEquals(LocalDate.MAX, ends.reviewOn(Facts.PROVISIONS, Facts.DAY));
        assertFalse(ends.reviewDue(Facts.PROVISIONS, due));
        assertFalse(stays.reviewDue(Facts.PROVISIONS, due.minusDays(1)));
        assertTrue(stays.reviewDue(Facts.PROVISIONS, due));
        assertFalse(stays.lift(9).reviewDue(Facts.PROVISIONS, due));
    }

    @Test
    void givesNoRightWithoutTheOneBelowIt() {
        assertThrows(IllegalArgumentException.class, () -> new Rights(true, false, true));
        assertThrows(IllegalArgumentException.class, () -> new Rights(false, true, false));
    }

    @Test
    void writesAnAudienceAsItReadsIt() {
        assertEquals(
                "authority:Kommunrevisionen",
                SecrecyOverride.Audience.parse("authority: Kommunrevisionen").text());
        assertEquals("begäran 7", SecrecyOverride.Audience.parse("begäran 7").text());
    }

    @Test
    void breaksSecrecyFromTheFirstToTheLastDayAndForNobodyElse() {
        SecrecyOverride rule = new SecrecyOverride(
                4, "OSL 10:28", "r", SecrecyOverride.Audience.parse("authority:A"), "b", START, START.plusDays(9));

        assertFalse(rule.reaches("A", START.minusDays(1)));
        assertTrue(rule.reaches("A", START));
        assertTrue(rule.reaches("A", START.plusDays(9)));
        assertFalse(rule.reaches("A", START.plusDays(10)));
        assertFalse(rule.reaches("B", START));
        SecrecyOverride party = new SecrecyOverride(
                4, "OSL 10:28", "r", SecrecyOverride.Audience.parse("A"), "b", START, START.plusDays(9));
        assertFalse(party.reaches("A", START));
    }
}
