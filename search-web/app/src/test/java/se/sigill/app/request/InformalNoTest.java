package se.sigill.app.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.sigill.app.request.RequestWorld.as;
import static se.sigill.app.request.RequestWorld.done;
import static se.sigill.app.request.RequestWorld.refused;
import static se.sigill.app.request.RequestWorld.request;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.inbox.AskedLetter;
import se.sigill.core.inbox.BoxLine;
import se.sigill.core.inbox.BoxState;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.Outcome;
import se.sigill.core.request.Request;
import se.sigill.core.request.Statistics;

/** An employee's no, which is no decision, and the way from it to one (OSL 6 kap. 3 §). */
class InformalNoTest {
    private static final String NO = "Handlingen omfattas av sekretess\r\noch lämnas inte ut.";

    @TempDir
    Path folder;

    private RequestWorld world;

    @BeforeEach
    void found() throws IOException {
        world = RequestWorld.founded(folder);
    }

    @Test
    void tellsOfTheRightToADecisionWhateverTheEmployeeWrote() throws IOException {
        try (OpenArchive archive = world.open()) {
            RecordId id = world.asked(archive);

            done(as(archive, "reg").say(id.value(), InformalNo.KIND, "", NO));

            BoxState told = world.box();
            BoxLine line = told.lines().getLast();
            assertEquals("informal-no", line.kind());
            for (String part : List.of(
                    "Handlingen omfattas av sekretess\noch lämnas inte ut.",
                    "inte ett beslut av Kommunstyrelsen",
                    "6 kap. 3 § offentlighets- och sekretesslagen",
                    "ks@lindhult.example",
                    "inte uppge vem du är")) {
                assertTrue(line.text().contains(part), part + " is missing in " + line.text());
            }
            assertEquals("", told.appeal(), "there is nothing to appeal yet");
            assertEquals("received", told.state());
            refused(as(archive, "reg").close(id.value(), "answered", ""), "Inget är beslutat");
        }
    }

    @Test
    void isNotSaidWhereNobodyCouldAskForADecision() throws IOException {
        world.adopt("boards", "authority,address,email,county\nSocialnämnden,Box 2,,Skåne\n");
        try (OpenArchive archive = world.open()) {
            RecordId id = world.asked(archive);

            refused(as(archive, "reg").say(id.value(), InformalNo.KIND, "", NO), "tabellen boards");

            assertTrue(request(archive, id).said().isEmpty());
        }
    }

    @Test
    void whoWantsADecisionWaitsForSomebodyWithADelegation() throws IOException {
        try (OpenArchive archive = world.open()) {
            RecordId id = world.asked(archive);
            RecordId plan = world.record(archive, "KS 2026/1", RequestWorld.BOARD);
            done(as(archive, "reg").say(id.value(), InformalNo.KIND, "", NO));

            world.replies(archive, "", AskedLetter.Wish.DECISION);

            assertEquals(Request.State.DECISION_WANTED, request(archive, id).state());
            assertEquals("decision-wanted", world.box().state());
            refused(as(archive, "reg").close(id.value(), "dismissed", "inget mer"), "vill ha ett beslut");
            assertEquals(
                    0,
                    Statistics.of(List.of(request(archive, id)), archive.clock().instant())
                            .waited()
                            .answered());
            Proposal no = new Proposal(
                    plan.value(),
                    Outcome.REFUSED,
                    List.of(),
                    "OSL 39:2",
                    "Det kan antas att någon lider men.",
                    "Varken en del eller ett förbehåll räcker.",
                    "");
            refused(as(archive, "reg").decide(id.value(), no, 0), "delegation");
            assertEquals(Request.State.DECISION_WANTED, request(archive, id).state());
            done(as(archive, "bo").decide(id.value(), no, 0));
            assertEquals(Request.State.ANSWERED, request(archive, id).state());
            assertTrue(world.box().appeal().contains("tre veckor"), world.box().appeal());
        }
    }

    @Test
    void whoNoLongerWantsOneMayTakeItBack() throws IOException {
        try (OpenArchive archive = world.open()) {
            RecordId id = world.asked(archive);
            world.replies(archive, "", AskedLetter.Wish.DECISION);

            done(as(archive, "reg").close(id.value(), "withdrawn", "Återkallad per telefon."));

            assertEquals(Request.State.CLOSED, request(archive, id).state());
        }
    }
}
