package se.sigill.app.request;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.sigill.app.request.RequestWorld.as;
import static se.sigill.app.request.RequestWorld.done;
import static se.sigill.app.request.RequestWorld.refused;
import static se.sigill.app.request.RequestWorld.request;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.run.Running;
import se.sigill.app.wiring.Engines;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.User;
import se.sigill.core.inbox.AskedLetter;
import se.sigill.core.inbox.BoxFile;
import se.sigill.core.inbox.BoxItem;
import se.sigill.core.inbox.BoxState;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.Outcome;
import se.sigill.core.request.Statistics;
import se.sigill.formats.worker.WorkerFormats;

/** A record that is handed out with a reservation (förbehåll, OSL 10 kap. 14 §), to the file that is fetched. */
class ReservedRequestTest {
    private static final String CONDITIONS = "Uppgifterna får inte föras vidare.\nDe får inte kopplas till en adress.";
    private static final String REASON = "Förbehållet tar bort risken att uppgifterna sprids.";

    @TempDir
    Path folder;

    private RequestWorld world;

    @BeforeEach
    void found() throws IOException {
        world = RequestWorld.founded(folder);
    }

    private static Proposal reserving(RecordId record, String provision, String conditions, String reason) {
        return Proposal.reserving(record.value(), provision, reason, conditions, "");
    }

    @Test
    void takesADelegationAProvisionConditionsAndReasons() throws IOException {
        try (OpenArchive archive = world.open()) {
            String id = world.asked(archive).value();
            RecordId plan = world.record(archive, "KS 2026/1", RequestWorld.BOARD);
            Answering dora = as(archive, "dora");

            refused(dora.decide(id, reserving(plan, "OSL 99:9", CONDITIONS, REASON), 0), "bestämmelse som gäller");
            refused(dora.decide(id, reserving(plan, "OSL 39:2", " \r\n", REASON), 0), "Skriv förbehållet");
            refused(dora.decide(id, reserving(plan, "OSL 39:2", CONDITIONS, " "), 0), "vilken risk");
            Proposal whole = reserving(plan, "OSL 39:2", CONDITIONS, REASON);
            refused(as(archive, "reg").decide(id, whole, 0), "delegation");
            refused(as(archive, "bo").decide(id, whole, 0), "delegation");
            assertTrue(request(archive, new RecordId(id)).decisions().isEmpty());
            done(dora.decide(id, whole, 0));
            assertTrue(request(archive, new RecordId(id)).decisions().getFirst().stands());
            assertEquals(
                    "KS delegationsordning 4.3",
                    request(archive, new RecordId(id)).decisions().getFirst().delegation());
        }
    }

    @Test
    void aStrongHarmTestTakesASecondWhoMayReserveToo() throws IOException {
        try (OpenArchive archive = world.open()) {
            RecordId id = world.asked(archive);
            RecordId plan = world.record(archive, "KS 2026/1", RequestWorld.BOARD);
            done(as(archive, "dora").decide(id.value(), reserving(plan, "OSL 26:1", CONDITIONS, REASON), 0));
            long act = request(archive, id).decisions().getFirst().act();

            assertTrue(world.box().items().isEmpty(), "it does not count yet");
            refused(as(archive, "dora").countersign(id.value(), act, true, ""), "själv fattat");
            refused(as(archive, "bo").countersign(id.value(), act, true, ""), "delegation");
            refused(as(archive, "dora").handOut(id.value()), "väntar på en andra person");
            done(as(archive, "eva").countersign(id.value(), act, true, ""));
            assertEquals("with-reservation", world.box().items().getFirst().outcome());
        }
    }

    @Test
    void nothingLiesOutsideBeforeWhoAskedHasAgreed() throws IOException {
        try (OpenArchive archive = world.open();
                WorkerFormats engines = Engines.start(archive.config(), Optional.empty())) {
            RecordId id = world.asked(archive);
            RecordId plan = world.record(archive, "KS 2026/1", RequestWorld.BOARD);
            Answering dora = new Answering(archive.as(new User.OfStaff("dora")), () -> engines, () -> engines);
            done(dora.decide(id.value(), reserving(plan, "OSL 39:2", CONDITIONS, REASON), 0));
            done(dora.handOut(id.value()));

            BoxState told = world.box();
            BoxItem item = told.items().getFirst();
            assertEquals(List.of(), item.files());
            assertEquals(CONDITIONS, item.reservation().orElseThrow().text());
            assertTrue(item.reason().contains(REASON) && item.reason().contains("överklaga"), item.reason());
            assertTrue(told.appeal().contains("tre veckor"), told.appeal());
            assertEquals(
                    told.letters().size(),
                    world.boxes().files(world.code.boxName()).size(),
                    "nothing but the decision lies outside");
            theLetterSaysIt(told.letters().getFirst());

            world.replies(archive, "Jag godtar något annat.", AskedLetter.Wish.ACCEPT_RESERVATION);
            assertEquals(List.of(), world.box().items().getFirst().files(), "others than those that were read");
            world.replies(archive, CONDITIONS, AskedLetter.Wish.ACCEPT_RESERVATION);

            BoxItem agreed = world.box().items().getFirst();
            assertTrue(agreed.reservation().orElseThrow().accepted());
            BoxFile copy = agreed.files().getFirst();
            assertEquals("plan.txt", copy.name());
            assertArrayEquals("Gräsplanen klipps.".getBytes(StandardCharsets.UTF_8), world.fetched(copy));
            assertTrue(Terms.of(archive, id, request(archive, id).decisions().getFirst())
                    .reservation()
                    .orElseThrow()
                    .isAccepted());
            done(dora.close(id.value(), "answered", ""));
            Statistics statistics =
                    Statistics.of(List.of(request(archive, id)), archive.clock().instant());
            assertEquals(1, statistics.decided().outcomes().get(Outcome.WITH_RESERVATION));
            assertTrue(StatisticsTable.of(2026, statistics).csv(true).contains("Lämnades ut med förbehåll;1;"));
        }
    }

    private void theLetterSaysIt(BoxFile letter) throws IOException {
        Path file = Files.write(folder.resolve("beslut.pdf"), world.fetched(letter));
        String text = Running.run("extract", file.toString()).expect(0).out();
        for (String part : List.of(
                "Uppgifterna får inte föras vidare.",
                "OSL 39:2",
                "Lämnas ut med förbehåll",
                "10 kap. 14 §",
                "KS delegationsordning 4.3",
                "Kammarrätten i Göteborg")) {
            assertTrue(text.contains(part), part + " is missing in " + text);
        }
        assertFalse(text.contains(RequestWorld.CONTACT), text);
    }
}
