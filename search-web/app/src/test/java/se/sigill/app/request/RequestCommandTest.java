package se.sigill.app.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.sigill.app.request.RequestWorld.as;
import static se.sigill.app.request.RequestWorld.done;
import static se.sigill.app.request.RequestWorld.request;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.cli.Served;
import se.sigill.app.cli.Sigill;
import se.sigill.app.run.Running;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.json.Json;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.Outcome;
import se.sigill.core.request.Request;

/** Requests on the command line: by the same rules as on the pages, whoever types and however. */
class RequestCommandTest {
    /** Whoever runs the tests is who types. */
    private static final String ME = System.getProperty("user.name");

    private static final String REASON = "Det kan antas att någon lider men.";
    private static final String NOT_LESS = "Varken en del eller ett förbehåll räcker.";

    @TempDir
    Path folder;

    private RequestWorld world;
    private String plan = "";

    @BeforeEach
    void found() throws IOException {
        world = RequestWorld.founded(folder);
        try (OpenArchive archive = world.open()) {
            plan = world.record(archive, "KS 2026/1", RequestWorld.BOARD).value();
        }
    }

    private void iAm(String role) throws IOException {
        world.roles(ME + "," + RequestWorld.BOARD + "," + role + "\n");
    }

    private void iMayRefuse() throws IOException {
        world.adopt("delegations", """
                account,authority,decisions,from,until,reference
                %s,Kommunstyrelsen,refuse reserve,2020-01-01,,KS delegationsordning 4.2
                eva,Kommunstyrelsen,refuse,2020-01-01,,KS delegationsordning 4.2
                """.formatted(ME));
    }

    private Running.Ended type(String... words) {
        return world.running().type("request", words);
    }

    private Path registration(String more) throws IOException {
        return Files.writeString(folder.resolve("begaran.json"), """
                {"channel": "desk", "form": "paper", "authority": "kommunstyrelsen", "words": "Gräsplanen vid Åkern",
                 "contact": {"name": "Kajsa Planta", "phone": "070-1740605"}%s}
                """.formatted(more));
    }

    private String registered() throws IOException {
        return type("--json", "register", "--from", registration("").toString())
                .expect(0)
                .json()
                .getFirst()
                .text("number");
    }

    private Json.Obj shown(String number) {
        return type("--json", "show", number).expect(0).json().getFirst();
    }

    private Running.Ended refuses(String number, String provision, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "decide",
                number,
                plan,
                "--outcome",
                "refused",
                "--provision",
                provision,
                "--reason",
                REASON,
                "--not-less",
                NOT_LESS));
        words.addAll(List.of(more));
        return type(words.toArray(String[]::new));
    }

    @Test
    void aRequestIsRegisteredAnsweredAndReleasedByCommands() throws IOException {
        iAm("registrar");
        List<String> said = new ArrayList<>();
        Running.Ended registered =
                type("register", "--from", registration("").toString()).expect(0);
        said.add(registered.out());
        String number = registered.out().substring(0, registered.out().indexOf(':'));
        assertTrue(number.matches("BEG \\d{4}-1"), number);
        assertTrue(type("list").expect(0).out().startsWith(number + " "));
        assertEquals(
                ME, type("--json", "take", number).expect(0).json().getFirst().text("person"));
        type("add", number.toLowerCase(java.util.Locale.ROOT), "KS 2026/1").expect(0);
        Path words = Files.writeString(folder.resolve("besked.txt"), "Vi letar.\r\nDet tar en dag.");
        type("say", number, "--kind", "delay", "--from", words.toString()).expect(0);
        Running.Ended decided =
                type("decide", number, "KS 2026/1", "--outcome", "whole").expect(0);
        assertTrue(decided.out().contains("decided (act "), decided.out());
        said.add(type("show", number).expect(0).out());

        Running.Ended released = world.running().type("release", number).expect(0);

        assertTrue(released.out().contains("released") && released.out().contains("answered"), released.out());
        Json.Obj sheet = shown(number);
        Json.Obj record = sheet.array("records").getFirst().asObject();
        assertEquals(plan, record.text("record"));
        assertEquals("undecided", record.text("openness"));
        assertTrue(record.bool("handedOut"));
        assertEquals("whole", record.object("decision").text("outcome"));
        assertEquals("Gräsplanen vid Åkern", sheet.text("words"));
        assertEquals(
                "Vi letar.\nDet tar en dag.",
                sheet.array("said").getFirst().asObject().text("text"));
        type("close", number).expect(0);
        said.add(shown(number).toString());
        assertEquals("closed", shown(number).text("state"));
        assertEquals("no request waits that is yours to see", type("list").out().strip());
        for (String text : said) {
            assertFalse(text.contains("Planta") || text.contains("070-"), text);
        }
        Files.delete(folder.resolve("begaran.json"));
        assertEquals(List.of(), Planted.in(List.of(world.running().home()), List.of("Kajsa Planta", "070-1740605")));
    }

    @Test
    void whatWasSaidComesFromStandardInputWhereNoFileIsNamed() throws IOException {
        iAm("registrar");
        InputStream before = System.in;
        byte[] typed = Files.readAllBytes(registration(", \"records\": [\"KS 2026/1\"]"));
        System.setIn(new ByteArrayInputStream(typed));
        try {
            type("register").expect(0);
        } finally {
            System.setIn(before);
        }
        String number = type("--json", "list").json().getFirst().text("number");
        assertEquals(plan, shown(number).array("records").getFirst().asObject().text("record"));
    }

    /** As the staff server does what was typed elsewhere: it has neither that folder nor that standard input. */
    @Test
    void aServerIsGivenFolderAndStandardInputAlong() throws IOException {
        iAm("registrar");
        String typed = Files.readString(registration(""));
        try (OpenArchive archive = world.open()) {
            for (List<String> words :
                    List.of(List.of("request", "register"), List.of("request", "register", "--from", "begaran.json"))) {
                Served served = new Served(
                        archive,
                        folder,
                        OutputStream.nullOutputStream(),
                        words.size() == 2 ? Optional.of(typed) : Optional.empty());
                StringWriter said = new StringWriter();
                PrintWriter print = new PrintWriter(said);
                assertEquals(0, Sigill.run(served, print, print, words.toArray(String[]::new)), said.toString());
                assertFalse(served.toString().contains("Kajsa"));
            }
            assertEquals(2, archive.catalogue().openRequests().size());
        }
    }

    @Test
    void aMistakeIsToldWithWhatToDoAndNothingOfWhatWasWritten() throws IOException {
        iAm("registrar");
        Running.Ended misspelt = type(
                "register", "--from", registration(", \"contat\": \"Kajsa\"").toString());
        assertEquals(64, misspelt.exit());
        assertTrue(misspelt.err().contains("known are channel, form"), misspelt.err());
        assertFalse(misspelt.err().contains("Kajsa"), misspelt.err());
        Running.Ended unknown = type(
                "register",
                "--from",
                registration(", \"records\": [\"KS 9/9\"]").toString());
        assertEquals(1, unknown.exit());
        assertTrue(unknown.err().contains("no record with the number KS 9/9"), unknown.err());
        assertEquals(
                64,
                type("register", "--from", folder.resolve("inte.json").toString())
                        .exit());
        Running.Ended none = type("show", "BEG 2026-99");
        assertEquals(1, none.exit());
        assertTrue(none.err().contains("there is no request BEG 2026-99"), none.err());
        assertEquals(64, type("show").exit());
        assertEquals(
                64, type("decide", registered(), plan, "--outcome", "kanske").exit());
        assertEquals(
                64, type("decide", registered(), plan, "--outcome", "not-held").exit());
        assertEquals(64, type("vet").exit());
    }

    @Test
    void whoOperatesTheArchiveSeesRequestsAndAnswersNone() throws IOException {
        String id;
        try (OpenArchive archive = world.open()) {
            id = world.asked(archive).value();
        }
        assertEquals(id, type("--json", "list").expect(0).json().getFirst().text("request"));
        type("show", id).expect(0);
        for (String[] words : List.of(
                new String[] {"take", id},
                new String[] {"add", id, plan},
                new String[] {"decide", id, plan, "--outcome", "whole"},
                new String[] {"close", id, "--how", "withdrawn", "--reason", "x"})) {
            Running.Ended ended = type(words);
            assertEquals(1, ended.exit(), words[0]);
            assertTrue(ended.err().contains("answered by registrars and decision-makers"), ended.err());
        }
        assertEquals(1, world.running().type("release", id).exit());
        assertEquals(1, type("register", "--from", registration("").toString()).exit());
        iAm("archivist");
        assertEquals(1, type("show", id).exit(), "it is not an archivist's to see");
        try (OpenArchive archive = world.open()) {
            assertEquals(
                    Request.State.RECEIVED, request(archive, new RecordId(id)).state());
        }
    }

    @Test
    void nothingIsReleasedThatNobodyHasDecided() throws IOException {
        iAm("registrar");
        String number = registered();
        type("add", number, plan).expect(0);

        Running.Ended ended = world.running().type("release", number);

        assertEquals(1, ended.exit());
        assertTrue(ended.err().contains("There is no decision to carry out"), ended.err());
        assertFalse(shown(number).array("records").getFirst().asObject().bool("handedOut"));
    }

    @Test
    void aRefusalTakesADelegationHere() throws IOException {
        iAm("registrar");
        String number = registered();
        Running.Ended ended = refuses(number, "OSL 39:2");
        assertEquals(1, ended.exit());
        assertTrue(ended.err().contains("You have no delegation"), ended.err());
        assertTrue(ended.err().contains("Nothing was changed"), ended.err());
        iMayRefuse();
        refuses(number, "OSL 39:2").expect(0);
        assertEquals(1, refuses(number, "OSL 39:2").exit(), "decided meanwhile: say what was seen");
        refuses(number, "OSL 39:2", "--seen", Long.toString(shown(number).integer("seen")))
                .expect(0);
    }

    @Test
    void twoWaysToActAreNotTwoPersons() throws IOException {
        iAm("decision-maker");
        iMayRefuse();
        String number = registered();
        refuses(number, "OSL 26:1").expect(0);
        long typed = act(number);
        for (String face : List.of("command", "page")) {
            if (face.equals("page")) {
                try (OpenArchive archive = world.open()) {
                    String id = archive.catalogue().openRequests().getFirst().value();
                    RequestWorld.refused(as(archive, ME).countersign(id, typed, true, ""), "själv fattat");
                    done(as(archive, ME).decide(id, refusal(), Long.MAX_VALUE));
                }
            }
            Running.Ended ended = type("countersign", number, "--decision", Long.toString(act(number)), "--agree");
            assertEquals(1, ended.exit(), face);
            assertTrue(ended.err().contains("your own decision"), ended.err());
        }
        Running.Ended waits = world.running().type("release", number);
        assertTrue(waits.err().contains("waits for a second person"), waits.err());
        try (OpenArchive archive = world.open()) {
            String id = archive.catalogue().openRequests().getFirst().value();
            done(as(archive, "eva")
                    .countersign(
                            id,
                            request(archive, new RecordId(id))
                                    .decisions()
                                    .getFirst()
                                    .act(),
                            true,
                            ""));
        }
        assertTrue(shown(number)
                .array("records")
                .getFirst()
                .asObject()
                .object("decision")
                .bool("stands"));
    }

    private Proposal refusal() {
        return new Proposal(plan, Outcome.REFUSED, List.of(), "OSL 26:1", REASON, NOT_LESS, "");
    }

    private long act(String number) {
        return shown(number)
                .array("records")
                .getFirst()
                .asObject()
                .object("decision")
                .integer("act");
    }

    @Test
    void aReservationAndAnotherAuthorityAreDecidedHereToo() throws IOException {
        iAm("decision-maker");
        iMayRefuse();
        String number = registered();
        Path conditions = Files.writeString(folder.resolve("forbehall.txt"), "Får inte föras vidare.\n");
        type(
                        "decide",
                        number,
                        plan,
                        "--outcome",
                        "with-reservation",
                        "--provision",
                        "OSL 39:2",
                        "--reason",
                        REASON,
                        "--from",
                        conditions.toString())
                .expect(0);
        type("decide", number, "--outcome", "forwarded", "--to", "Region Skåne", "--reached", "region@skane.example")
                .expect(0);

        List<Json> records = shown(number).array("records");

        Json.Obj reserved = records.getFirst().asObject().object("decision");
        assertEquals("Får inte föras vidare.", reserved.text("conditions"));
        assertFalse(reserved.bool("accepted"));
        Json.Obj sent = records.getLast().asObject().object("decision");
        assertEquals("Region Skåne", sent.text("to"));
        assertEquals("region@skane.example", sent.text("reached"));
        String text = type("show", number).expect(0).out();
        assertTrue(text.contains("on condition, not accepted yet:"), text);
        assertTrue(text.contains("to Region Skåne: region@skane.example"), text);
    }
}
