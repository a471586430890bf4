package se.sigill.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.sigill.core.log.Act;
import se.sigill.core.log.Actor;
import se.sigill.core.record.FileRole;

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
    void hearsNothingOfOpennessInOtherActs() {
        AccessState state = new AccessState().apply(3, ActsOf.sealed("Socialnämnden", "1.1"));
        List<Act.OfRecord> others = List.of(
                new Act.RenditionAdded(
                        ActsOf.AT, ActsOf.ANNA, ActsOf.RECORD, 2, "", FileRole.PRESERVATION, "fmt/95", ""),
                new Act.GapOpened(ActsOf.AT, ActsOf.ANNA, ActsOf.RECORD, "FORMAT-UNKNOWN", "", "m", ""),
                new Act.GapClosed(ActsOf.AT, ActsOf.ANNA, ActsOf.RECORD, 4, true, "r"),
                new Act.HoldPlaced(ActsOf.AT, ActsOf.ANNA, ActsOf.RECORD, "r"),
                new Act.HoldLifted(ActsOf.AT, ActsOf.ANNA, ActsOf.RECORD, 6, "r"),
                new Act.Viewed(ActsOf.AT, ActsOf.ANNA, ActsOf.RECORD, "f", "p"),
                new Act.Disposed(ActsOf.AT, ActsOf.ANNA, Actor.person("bo"), ActsOf.RECORD, "a", "r"));
        RecordFacts before = state.facts(Facts.PLAN);

        for (int i = 0; i < others.size(); i++) {
            state.apply(4 + i, others.get(i));
        }

        assertEquals(before, state.facts(Facts.PLAN));
    }

    @Test
    void hearsAssessmentsAndOverrides() {
        RecordFacts facts = new AccessState()
                .apply(3, ActsOf.sealed("Socialnämnden", "2.7"))
                .apply(4, new Act.Assessed(ActsOf.AT, ActsOf.ANNA, ActsOf.RECORD, true, false, "r"))
                .apply(5, ActsOf.overridden("authority:Kommunrevisionen", Facts.DAY))
                .facts(Facts.PLAN);

        assertEquals(4, facts.assessments().getFirst().act());
        assertEquals(
                new SecrecyOverride.Audience.OfAuthority("Kommunrevisionen"),
                facts.overrides().getFirst().audience());
        assertEquals("open", access.answer(facts, Facts.DAY).word());
    }

    @Test
    void countsDaysInSweden() {
        assertEquals(LocalDate.of(2026, 7, 1), AccessState.day(Instant.parse("2026-06-30T22:30:00Z")));
    }

    private String answer(AccessState state) {
        return access.answer(state.facts(Facts.PLAN), Facts.DAY).word();
    }
}
