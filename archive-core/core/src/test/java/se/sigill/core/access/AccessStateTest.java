package se.sigill.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import se.sigill.core.log.Act;

class AccessStateTest {
    private final Access access = new Access(Facts.PROVISIONS);

    @Test
    void foldsTheActsOfARecord() {
        AccessState state = new AccessState()
                .apply(3, ActsOf.sealed("Socialnämnden", "1.1"))
                .apply(4, ActsOf.restricted("record", "OSL 26:1"));
        assertEquals("restricted", answer(state));

        state.apply(5, new Act.RestrictionLifted(ActsOf.AT, ActsOf.ANNA, ActsOf.RECORD, 4, "wrong record"));
        assertEquals("open", answer(state));
    }

    @Test
    void liftingWhatIsNotThereDoesNothing() {
        AccessState state = new AccessState()
                .apply(3, ActsOf.sealed("Socialnämnden", "1.1"))
                .apply(4, ActsOf.restricted("record", "OSL 26:1"))
                .apply(5, new Act.RestrictionLifted(ActsOf.AT, ActsOf.ANNA, ActsOf.RECORD, 99, "?"));

        assertEquals("restricted", answer(state));
    }

    @Test
    void restrictsTheWholeRecordWhereItDoesNotUnderstand() {
        Restriction r = AccessState.restriction(7, ActsOf.restricted("layer:4", "OSL 26:1", "other", "r", "a"));

        assertEquals(new Target.Whole(), r.target());
        assertEquals(RestrictionCategory.SECRECY, r.category());
    }

    @Test
    void countsDaysInSweden() {
        assertEquals(LocalDate.of(2026, 7, 1), AccessState.day(Instant.parse("2026-06-30T22:30:00Z")));
    }

    private String answer(AccessState state) {
        return access.answer(state.facts(Facts.PLAN), Facts.DAY).word();
    }
}
