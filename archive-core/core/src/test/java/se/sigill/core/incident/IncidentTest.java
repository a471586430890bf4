package se.sigill.core.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.sigill.core.log.Actor;
import se.sigill.core.log.IncidentAct;
import se.sigill.core.project.IndexedAct;
import se.sigill.core.record.RecordId;

/** Until when whom to tell follows from the acts alone. */
class IncidentTest {
    private static final RecordId ID = new RecordId("0123456789abcdefghjkmnpqrs");
    private static final RecordId OTHER = new RecordId("1123456789abcdefghjkmnpqrs");
    private static final Actor REG = Actor.person("reg");
    /** A Friday afternoon. */
    private static final Instant KNOWN = Instant.parse("2026-11-27T15:30:00Z");

    private final List<IndexedAct> acts = new ArrayList<>();

    private long add(IncidentAct act) {
        acts.add(new IndexedAct(10L + acts.size(), act));
        return acts.getLast().index();
    }

    private long opened() {
        return add(new IncidentAct.IncidentOpened(KNOWN, REG, ID, 7, KNOWN, "2026-11-26 2", "fel bilaga"));
    }

    private void noted(RecordId record, long incident, String kind, Instant at) {
        long _ = add(new IncidentAct.IncidentNoted(at, REG, record, incident, kind, "text"));
    }

    private Incident incident() {
        return Incident.of(acts).getFirst();
    }

    @Test
    void theSeventyTwoHoursRunThroughAWeekend() {
        long _ = opened();

        assertEquals(Instant.parse("2026-11-30T15:30:00Z"), incident().tellBy());
        assertFalse(incident().isLate(incident().tellBy()));
        assertTrue(incident().isLate(incident().tellBy().plusMillis(1)));
    }

    @Test
    void whatWasToldInTimeIsNeverLate() {
        long act = opened();
        noted(ID, act, "authority-told", KNOWN.plus(Duration.ofHours(71)));

        assertEquals(Optional.of(KNOWN.plus(Duration.ofHours(71))), incident().told());
        assertFalse(incident().isLate(KNOWN.plus(Duration.ofDays(400))));
        assertTrue(incident().isOpen());
    }

    @Test
    void whatWasToldTooLateStaysLate() {
        long act = opened();
        noted(ID, act, "authority-told", KNOWN.plus(Duration.ofHours(73)));
        noted(ID, act, "closed", KNOWN.plus(Duration.ofHours(74)));

        assertTrue(incident().isLate(KNOWN.plus(Duration.ofHours(75))));
        assertFalse(incident().isOpen());
    }

    @Test
    void whatNeedNotBeToldIsClosedWithoutBeingLate() {
        long act = opened();
        noted(ID, act, "closed", KNOWN.plus(Duration.ofHours(1)));

        assertFalse(incident().isLate(KNOWN.plus(Duration.ofDays(30))));
        assertTrue(incident().told().isEmpty());
    }

    @Test
    void aNoteOfAnotherRecordOrOfNoKnownKindChangesNothing() {
        long act = opened();
        noted(OTHER, act, "closed", KNOWN);
        noted(ID, act, "forgiven", KNOWN);
        noted(ID, act + 1, "closed", KNOWN);
        noted(ID, act, "concerned-told", KNOWN);

        assertEquals(1, Incident.of(acts).size());
        assertEquals(1, incident().notes().size());
        assertEquals(Optional.of(KNOWN), incident().concernedTold());
        assertTrue(incident().isOpen());
    }

    @Test
    void everyStepHasAWordThatIsRead() {
        for (IncidentStep each : IncidentStep.values()) {
            assertEquals(each, IncidentStep.ofWord(each.word()).orElseThrow());
        }
    }
}
