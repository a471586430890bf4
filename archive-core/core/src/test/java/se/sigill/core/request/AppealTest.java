package se.sigill.core.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.sigill.core.log.Actor;
import se.sigill.core.log.RequestAct;
import se.sigill.core.record.RecordId;

/** Whether an appeal is tried, and how far it has come. */
class AppealTest {
    private static final RecordId ID = new RecordId("0123456789abcdefghjkmnpqrs");
    private static final Actor REG = Actor.person("reg");
    /** A Thursday; three weeks later is Thursday 26 March. */
    private static final LocalDate INFORMED = LocalDate.of(2026, 3, 5);

    private static Appeal appeal(String received, String channel, String informed, String excuse) {
        AppealChannel by = AppealChannel.ofWord(channel).orElseThrow();
        Instant at = Samples.at(received);
        boolean inTime =
                Appeal.isInTime(informed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(informed)), at, by);
        return Appeal.of(7, new RequestAct.Appealed(at, REG, ID, at, channel, "", informed, excuse, inTime));
    }

    @Test
    void theChannelSaysOnWhichDayItCame() {
        String last = INFORMED.toString();
        assertTrue(appeal("2026-03-26T23:59", "web", last, "").inTime());
        assertFalse(appeal("2026-03-27T00:01", "mail", last, "").inTime());
        assertTrue(appeal("2026-03-27T09:00", "letter", last, "").inTime());
        assertTrue(appeal("2026-03-27T09:00", "letter-box", last, "").inTime());
        assertFalse(appeal("2026-03-27T09:00", "desk", last, "").inTime());
    }

    @Test
    void whereNobodyKnowsWhenThePersonWasInformedNoTimeRuns() {
        Appeal appeal = appeal("2026-09-01T10:00", "desk", "", "");

        assertTrue(appeal.inTime());
        assertFalse(appeal.isTooLate());
        assertTrue(
                appeal.said().swedish().contains("har inte börjat löpa"),
                appeal.said().swedish());
        assertTrue(
                appeal.said().english().contains("has not begun to run"),
                appeal.said().english());
    }

    @Test
    void whatIsLateIsTriedAllTheSameForAnExcuse() {
        Appeal late = appeal("2026-03-30T10:00", "desk", INFORMED.toString(), "");
        Appeal excused = appeal("2026-03-30T10:00", "desk", INFORMED.toString(), "instructions-wrong");

        assertTrue(late.isTooLate());
        assertTrue(late.said().swedish().contains("avvisas"), late.said().swedish());
        assertFalse(excused.isTooLate());
        assertFalse(excused.inTime());
        assertTrue(
                excused.said().swedish().contains("ändå prövas"), excused.said().swedish());
    }

    @Test
    void theCourtHasTheLastWordOfWhatWasForwarded() {
        Appeal came = appeal("2026-03-10T10:00", "desk", INFORMED.toString(), "");
        assertTrue(came.waits() && came.isOpen() && came.settled().isEmpty());
        Instant at = Samples.at("2026-03-11T09:00");
        Appeal changed = came.handled(8, new RequestAct.AppealHandled(at, REG, ID, 7, Appeal.CHANGED, "skäl"));
        assertEquals(Optional.of(at), changed.settled());
        Appeal away = came.packed(8, new RequestAct.AppealPackaged(at, REG, ID, 7, "ab", ""))
                .handled(9, new RequestAct.AppealHandled(at, REG, ID, 7, Appeal.FORWARDED, "skäl"));
        assertEquals("ab", away.packages().getFirst().sha256());
        assertFalse(away.waits());
        assertTrue(away.isWithCourt() && away.isOpen());
        Instant judged = Samples.at("2026-04-20T09:00");
        Appeal over = away.decided(10, new RequestAct.CourtDecided(judged, REG, ID, 7, "upheld", "mål 1"));
        assertEquals(Optional.of(judged), over.settled());
        assertFalse(over.isWithCourt());
    }

    @Test
    void wordsThatAreReadAreThoseThatAreWritten() {
        for (AppealChannel each : AppealChannel.values()) {
            assertEquals(each, AppealChannel.ofWord(each.word()).orElseThrow());
        }
        for (AppealTime.Excuse each : AppealTime.Excuse.values()) {
            assertEquals(each, Appeal.excuse(Appeal.word(each)).orElseThrow());
        }
        assertTrue(Appeal.excuse("holiday").isEmpty());
        assertTrue(appeal("2026-03-10T10:00", "desk", "", "").informed().isEmpty());
        Instant at = Samples.at("2026-03-10T10:00");
        assertTrue(Appeal.of(7, new RequestAct.Appealed(at, REG, ID, at, "owl", "", "i mars", "", true))
                .informed()
                .isEmpty());
    }
}
