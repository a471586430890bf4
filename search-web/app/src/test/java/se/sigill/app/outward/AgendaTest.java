package se.sigill.app.outward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.sigill.core.record.RecordId;

/** What is told again although nothing of it has changed comes last, and once. */
class AgendaTest {
    private static final RecordId ONE = new RecordId("070dwfhxesstvmg5cjjcqtxq4r");
    private static final RecordId OTHER = new RecordId("070dwfhxesstvmg5cjjcqtxq4s");

    @Test
    void asksOnceForWhatIsToldAgain() {
        Agenda agenda = new Agenda(0, "2026-11-28");
        agenda.addAnew(List.of(ONE, OTHER));
        agenda.add(List.of(ONE));

        assertEquals(List.of(ONE), agenda.take(10));
        assertTrue(agenda.isAnew(ONE), "an act has touched it before its turn came");
        assertFalse(agenda.isAnew(ONE));
        assertEquals(List.of(), agenda.take(10));
        assertFalse(agenda.isEmpty());
        assertEquals(List.of(OTHER), agenda.takeAnew(10));
        assertTrue(agenda.isAnew(OTHER));
        assertFalse(agenda.isAnew(OTHER));
        assertTrue(agenda.isEmpty());
        assertEquals(List.of(), agenda.takeAnew(10));
    }
}
