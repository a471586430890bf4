package se.sigill.app.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.run.Running;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.User;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.config.Home;
import se.sigill.core.incident.Incident;
import se.sigill.core.incident.IncidentStep;

/** A record that was public and should not have been, and what people do about it. */
class IncidentsTest {
    private static final String WHAT = "Handlingen låg på webben i två timmar.";

    @TempDir
    Path folder;

    private Running running = new Running(Path.of("."));
    private OpenArchive archive;
    private String id = "";

    @BeforeEach
    void publish() throws IOException {
        running = Running.founded(folder.resolve("home"));
        Path roles = Files.writeString(folder.resolve("roles.csv"), """
                account,authority,role
                reg,Kommunstyrelsen,registrar
                ark,Kommunstyrelsen,archivist
                bo,Kommunstyrelsen,decision-maker
                tor,Kommunstyrelsen,inspector
                soc,Socialnämnden,decision-maker
                """);
        running.type("adopt", "roles", roles.toString()).expect(0);
        Path file = Files.writeString(folder.resolve("brev.txt"), "Ett brev");
        running.type("deposit", "--system", "prov", "--authority", "Kommunstyrelsen", file.toString())
                .expect(0);
        archive = OpenArchive.open(new Home(running.home()));
        id = archive.catalogue().page("", 10).getFirst().id().value();
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private void assess(String... words) {
        archive.close();
        running.type("assess", words).expect(0);
        archive = OpenArchive.open(new Home(running.home()));
    }

    private Incidents as(String account) {
        return new Incidents(archive.as(new User.OfStaff(account)));
    }

    private CatalogueRecord record() {
        return archive.record(id);
    }

    private static Instant now() {
        return Instant.now();
    }

    private static String refused(Incidents.Outcome outcome) {
        return assertInstanceOf(Incidents.Outcome.Refused.class, outcome, outcome.toString())
                .why()
                .swedish();
    }

    private long opened() {
        Incidents.Outcome outcome = as("reg").open(record(), now(), WHAT);
        return assertInstanceOf(Incidents.Outcome.Done.class, outcome, outcome.toString())
                .incident();
    }

    @Test
    void whatIsStillOnTheWebIsTakenAwayFromThereFirst() {
        assess("--open", "--publish", "--reason", "prövad", id);
        assertTrue(as("reg").isPublic(record()));
        assertTrue(refused(as("reg").open(record(), now(), WHAT)).contains("webben"));

        assess("--restrict", "OSL 26:1", "--reason", "hälsa", id);

        long act = opened();
        Incident incident = as("ark").find(act).orElseThrow().incident();
        assertEquals(WHAT, incident.what());
        assertEquals(-1, incident.cause());
        assertTrue(incident.isOpen());
        assertEquals(1, as("tor").open().size());
    }

    @Test
    void whatIsDoneIsNotedUntilItIsClosed() {
        long act = opened();
        Incidents registrar = as("reg");
        note(registrar, act, IncidentStep.AUTHORITY_TOLD, "Anmält, ärende 2026-17.");
        note(as("ark"), act, IncidentStep.CONCERNED_TOLD, "Brev till två personer.");
        note(registrar, act, IncidentStep.NOTE, "Rutinen är ändrad.");
        note(registrar, act, IncidentStep.CLOSED, "Klart.");

        Incident incident = registrar.find(act).orElseThrow().incident();
        assertFalse(incident.isOpen());
        assertFalse(incident.isLate(now().plus(Duration.ofDays(9))));
        assertEquals(4, incident.notes().size());
        assertEquals(List.of(), registrar.open());
        assertTrue(refused(registrar.note(registrar.find(act).orElseThrow(), IncidentStep.NOTE, "mer"))
                .contains("avslutad"));
    }

    private static void note(Incidents as, long act, IncidentStep step, String text) {
        Incidents.Outcome outcome = as.note(as.find(act).orElseThrow(), step, text);
        assertInstanceOf(Incidents.Outcome.Done.class, outcome, outcome.toString());
    }

    @Test
    void closingWithoutTellingAnybodyTakesAReason() {
        long act = opened();
        Incidents registrar = as("reg");

        assertTrue(refused(registrar.note(registrar.find(act).orElseThrow(), IncidentStep.CLOSED, " "))
                .contains("33.5"));
        assertTrue(registrar.find(act).orElseThrow().incident().isOpen());
    }

    @Test
    void anotherBoardLearnsNothingAndAnInspectorOnlyReads() {
        assess("--restrict", "OSL 26:1", "--existence-secret", "--reason", "hälsa", id);
        long act = opened();

        assertEquals(List.of(), as("soc").all());
        assertTrue(as("soc").find(act).isEmpty());
        assertTrue(refused(as("soc").open(record(), now(), WHAT)).contains("inte ditt"));
        assertFalse(as("tor").mayNote(record()));
        assertTrue(refused(as("tor").open(record(), now(), WHAT)).contains("inte ditt"));
        assertTrue(refused(new Incidents(archive.as(new User.OfServer("job"))).open(record(), now(), WHAT))
                .contains("inte ditt"));
        assertTrue(
                refused(as("reg").open(record(), now().plusSeconds(3600), WHAT)).contains("inte varit"));
        assertTrue(refused(as("reg").open(record(), now(), "")).contains("vad som hänt"));
        assertEquals(1, as("reg").all().size());
    }

    @Test
    void anIncidentIsThereAfterARebuild() {
        long act = opened();
        archive.close();
        running.type("rebuild").expect(0);
        archive = OpenArchive.open(new Home(running.home()));

        assertEquals(WHAT, as("reg").find(act).orElseThrow().incident().what());
    }
}
