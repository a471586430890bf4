package se.sigill.core.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import se.sigill.core.request.PurgeRule.Facts;
import se.sigill.core.request.PurgeRule.Left;

class PurgeRuleTest {
    private static final LocalDate CLOSED = LocalDate.of(2026, 3, 2);
    private static final PurgeRule RULE = new PurgeRule(30, 14, OptionalInt.of(2));

    @Provide
    Arbitrary<LocalDate> days() {
        return Samples.days();
    }

    @Provide
    Arbitrary<AppealState> appeals() {
        return Arbitraries.oneOf(
                Arbitraries.of(new AppealState.NothingToAppeal(), new AppealState.Open()),
                Samples.days().map(AppealState.Possible::new),
                Samples.days().map(AppealState.Settled::new));
    }

    @Test
    void letsEachPartGoOnItsDay() {
        Facts facts = closed(new AppealState.NothingToAppeal());

        assertEquals(Set.of(), due(facts, "2026-03-15"));
        assertEquals(Set.of(Left.OUTSIDE), due(facts, "2026-03-16"));
        assertEquals(Set.of(Left.OUTSIDE), due(facts, "2026-03-31"));
        assertEquals(Set.of(Left.OUTSIDE, Left.CONTACT), due(facts, "2026-04-01"));
        assertEquals(EnumSet.allOf(Left.class), due(facts, "2028-03-02"));
        assertEquals(Optional.of(LocalDate.of(2026, 4, 1)), RULE.dueFrom(Left.CONTACT, facts));
    }

    @Test
    void countsFromTheEndOfTheTimeForAppeal() {
        Facts facts = closed(new AppealState.Possible(LocalDate.of(2026, 3, 23)));

        assertEquals(Set.of(Left.OUTSIDE), due(facts, "2026-04-21"));
        assertEquals(Set.of(Left.OUTSIDE, Left.CONTACT), due(facts, "2026-04-22"));
        assertTrue(RULE.due(facts, CLOSED).why().swedish().contains("måndag 23 mars 2026"));
    }

    @Test
    void letsNothingGoWhileSomethingIsOpenOrHeld() {
        Facts appealed = closed(new AppealState.Open());
        Facts open = new Facts(Optional.empty(), new AppealState.NothingToAppeal(), false);
        Facts held = new Facts(Optional.of(CLOSED), new AppealState.NothingToAppeal(), true);

        for (Facts facts : new Facts[] {appealed, open, held}) {
            assertEquals(Set.of(), due(facts, "2090-01-01"));
            assertTrue(RULE.due(facts, CLOSED).why().english().endsWith("nothing goes."));
            for (Left left : Left.values()) {
                assertEquals(Optional.empty(), RULE.dueFrom(left, facts));
            }
        }
    }

    @Test
    void keepsTheWordsUnlessYearsAreSet() {
        Facts facts = closed(new AppealState.Settled(LocalDate.of(2026, 1, 1)));

        assertEquals(
                Set.of(Left.CONTACT, Left.OUTSIDE),
                PurgeRule.USUAL.due(facts, LocalDate.of(2090, 1, 1)).left());
        assertEquals(Optional.empty(), PurgeRule.USUAL.dueFrom(Left.WORDS, facts));
    }

    @Test
    void refusesTimesThatCannotBeMeant() {
        assertThrows(IllegalArgumentException.class, () -> new PurgeRule(6, 30, OptionalInt.empty()));
        assertThrows(IllegalArgumentException.class, () -> new PurgeRule(30, 0, OptionalInt.empty()));
        assertThrows(IllegalArgumentException.class, () -> new PurgeRule(4_000, 30, OptionalInt.empty()));
        assertThrows(IllegalArgumentException.class, () -> new PurgeRule(30, 30, OptionalInt.of(0)));
        assertThrows(IllegalArgumentException.class, () -> new PurgeRule(30, 30, OptionalInt.of(151)));
    }

    @Property
    void whatIsDueStaysDue(
            @ForAll("days") LocalDate closed,
            @ForAll("appeals") AppealState appeal,
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(max = 5_000) int later) {
        Facts facts = new Facts(Optional.of(closed), appeal, false);
        Set<Left> now = RULE.due(facts, day).left();

        assertTrue(RULE.due(facts, day.plusDays(later)).left().containsAll(now));
        for (Left left : Left.values()) {
            assertEquals(
                    now.contains(left),
                    RULE.dueFrom(left, facts)
                            .filter(first -> !first.isAfter(day))
                            .isPresent());
        }
    }

    @Property
    void nothingGoesBeforeTheAppealIsOver(
            @ForAll("days") LocalDate closed, @ForAll("days") LocalDate lastDay, @ForAll("days") LocalDate day) {
        Facts facts = new Facts(Optional.of(closed), new AppealState.Possible(lastDay), false);

        if (!day.isAfter(lastDay) || !day.isAfter(closed)) {
            assertEquals(Set.of(), RULE.due(facts, day).left());
        }
    }

    @Property
    void aHoldKeepsAll(@ForAll("appeals") AppealState appeal, @ForAll("days") LocalDate day) {
        assertEquals(
                Set.of(),
                RULE.due(new Facts(Optional.of(CLOSED), appeal, true), day).left());
    }

    private static Facts closed(AppealState appeal) {
        return new Facts(Optional.of(CLOSED), appeal, false);
    }

    private static Set<Left> due(Facts facts, String day) {
        return RULE.due(facts, LocalDate.parse(day)).left();
    }
}
