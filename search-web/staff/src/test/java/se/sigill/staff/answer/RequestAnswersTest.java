package se.sigill.staff.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.request.RequestDesk;
import se.sigill.app.request.RequestWorld;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.User;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonReader;
import se.sigill.look.Style;
import se.sigill.staff.gate.Policy;
import se.sigill.staff.gate.Task;
import se.sigill.staff.gate.Visitor;

/** Requests as programs ask about them: the rules of the pages, in JSON. */
class RequestAnswersTest {
    @TempDir
    Path folder;

    private RequestWorld world;
    private OpenArchive archive;
    private String request = "";
    private String plan = "";

    @BeforeEach
    void open() throws IOException {
        world = RequestWorld.founded(folder);
        archive = world.open();
        request = world.asked(archive).value();
        plan = world.record(archive, "KS 2026/1", RequestWorld.BOARD).value();
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private RequestAnswers as(User user) {
        return new RequestAnswers(new RequestDesk(
                archive.as(user),
                () -> {
                    throw new AssertionError("no letter was to be made");
                },
                () -> {
                    throw new AssertionError("no copy was to be made");
                }));
    }

    private RequestAnswers as(String account) {
        return as(new User.OfStaff(account));
    }

    private static Json.Obj is(int status, RequestAnswers.Answer answer) {
        assertEquals(status, answer.status(), answer.json().toString());
        assertEquals(status >= 400, answer.isProblem());
        return answer.json();
    }

    private String refusal(String provision) {
        return """
                {"record":"%s","outcome":"refused","provision":"%s","reason":"Det kan antas att någon lider men.",
                 "notLess":"Varken en del eller ett förbehåll räcker."}""".formatted(plan, provision);
    }

    private Json.Obj decision() {
        return is(200, as("reg").show(request))
                .array("records")
                .getFirst()
                .asObject()
                .object("decision");
    }

    @Test
    void aRequestIsAnsweredFromTheFirstLookToItsEnd() {
        RequestAnswers reg = as("reg");
        Json.Obj line = is(200, reg.open()).array("requests").getFirst().asObject();
        assertEquals(request, line.text("request"));
        assertEquals("received", line.text("state"));
        String number = line.text("number");
        assertEquals("reg", is(200, reg.take(number)).text("person"));
        is(200, reg.say(number, "{\"kind\":\"notice\",\"text\":\"Vi letar.\"}"));
        is(200, reg.gather(number, "{\"add\":[\"KS 2026/1\"]}"));
        is(200, reg.gather(number, "{\"remove\":[\"" + plan + "\"]}"));
        assertEquals(List.of(), is(200, reg.show(number)).array("records"));
        is(200, reg.decide(number, "{\"record\":\"KS 2026/1\",\"outcome\":\"whole\"}"));
        Json.Obj released = is(200, reg.release(number, ""));
        assertTrue(released.array("records").getFirst().asObject().bool("handedOut"));
        assertTrue(released.integer("act") <= released.integer("seen"));
        assertEquals(
                "closed", is(200, reg.close(number, "{\"how\":\"answered\"}")).text("state"));
        assertFalse(is(200, reg.show(number)).toString().contains(RequestWorld.CONTACT));
    }

    @Test
    void whatCameAtTheDeskIsRegistered() {
        Json.Obj sheet = is(201, as("reg").register("""
                                {"channel":"desk","form":"paper","words":"Allt om bron","contact":{"name":"Kajsa Planta"}}"""));
        assertEquals("desk", sheet.text("channel"));
        assertEquals(RequestWorld.BOARD, sheet.text("authority"));
        assertFalse(sheet.toString().contains("Planta"));
        is(409, as("reg").register("{\"words\":\" \"}"));
        is(409, as("reg").register("{\"words\":\"x\",\"authority\":\"Socialnämnden\"}"));
        is(409, as("ingen").register("{\"words\":\"x\"}"));
    }

    @Test
    void aBodyThatIsNotOfItsFormIsToldByTheNameOfTheMember() {
        RequestAnswers reg = as("reg");
        for (RequestAnswers.Answer answer : List.of(
                reg.register("Kajsa"),
                reg.register("{\"namn\":\"Kajsa\"}"),
                reg.register("{\"contact\":{\"namn\":\"Kajsa\"}}"),
                reg.register("{\"contact\":{\"phone\":\"" + "0".repeat(60) + "Kajsa\"}}"),
                reg.say(request, "{\"kind\":\"notice\"}"),
                reg.decide(request, "{\"outcome\":\"kanske\"}"),
                reg.countersign(request, "{\"decision\":\"Kajsa\",\"agrees\":true}"),
                reg.close(request, "[]"),
                reg.gather(request, "{\"add\":\"Kajsa\"}"))) {
            String detail = is(400, answer).text("detail");
            assertTrue(detail.endsWith("Nothing was changed."), detail);
            assertFalse(detail.contains("Kajsa"), detail);
        }
    }

    @Test
    void anothersRequestIsOneThatIsNotThere() {
        String body = "{\"outcome\":\"whole\",\"record\":\"" + plan + "\"}";
        String none = is(404, as("soc").show("0".repeat(26))).toString();
        assertEquals(none, is(404, as("soc").show(request)).toString());
        assertEquals(none, is(404, as("soc").take(request)).toString());
        assertEquals(none, is(404, as("soc").decide(request, body)).toString());
        assertEquals(none, is(404, as("soc").release(request, "")).toString());
        assertEquals(List.of(), is(200, as("soc").open()).array("requests"));
    }

    @Test
    void nobodyRefusesWithoutADelegation() {
        for (String account : List.of("reg", "soc", "ingen")) {
            assertTrue(as(account).decide(request, refusal("OSL 39:2")).isProblem(), account);
        }
        String why = is(409, as("reg").decide(request, refusal("OSL 39:2"))).text("detail");
        assertTrue(why.contains("You have no delegation"), why);
        assertTrue(is(409, as("reg").decide(request, refusal("OSL 39:2")))
                .text("swedish")
                .contains("ingen delegation"));
        is(200, as("bo").decide(request, refusal("OSL 39:2")));
        assertTrue(decision().bool("stands"));
    }

    /** A job sees nothing; a source system shows the token, and the policy lets the token to no request. */
    @Test
    void noProgramDecides() {
        RequestAnswers job = as(new User.OfServer("deposit"));
        is(404, job.decide(request, refusal("OSL 39:2")));
        is(404, job.release(request, ""));
        // Whoever runs the server is the operator: the archive is theirs to run, and its requests are not theirs to
        // answer.
        RequestAnswers operator = as(User.operator());
        is(409, operator.decide(request, "{\"outcome\":\"whole\",\"record\":\"" + plan + "\"}"));
        is(409, operator.release(request, ""));
        for (Task task : List.of(Task.REQUESTS, Task.DECIDE)) {
            assertFalse(Policy.IN_FORCE.allows(new Visitor.Program(), task), task.word());
        }
    }

    @Test
    void nothingIsReleasedThatNobodyHasDecided() {
        is(200, as("reg").gather(request, "{\"add\":[\"" + plan + "\"]}"));
        String why = is(409, as("reg").release(request, "")).text("detail");
        assertTrue(why.contains("no decision to carry out"), why);
        assertFalse(is(200, as("reg").show(request))
                .array("records")
                .getFirst()
                .asObject()
                .bool("handedOut"));
    }

    @Test
    void nobodyCountersignsTheirOwn() {
        is(200, as("bo").decide(request, refusal("OSL 26:1")));
        String body = "{\"decision\":" + decision().integer("act") + ",\"agrees\":true}";
        for (User same : List.of(new User.OfStaff("bo"), new User.OfSystem("bo"), new User.OfStaff("BO"))) {
            assertTrue(as(same).countersign(request, body).isProblem(), same.toString());
        }
        is(409, as("reg").countersign(request, body));
        assertTrue(decision().bool("waits"));
        is(409, as("bo").release(request, ""));
        is(200, as("eva").countersign(request, body));
        assertTrue(decision().bool("stands"));
    }

    /** What the description says of a request is what is answered. */
    @Test
    void theDescriptionNamesEveryMember() {
        Json.Obj schemas = JsonReader.parse(Style.text(ApiResource.class, "openapi.json"))
                .asObject()
                .object("components")
                .object("schemas");
        Json.Obj taken = is(200, as("reg").take(request));
        assertEquals(
                new TreeSet<>(
                        schemas.object("Request").object("properties").members().keySet()),
                new TreeSet<>(taken.members().keySet()));
        assertEquals(
                new TreeSet<>(schemas.object("RequestLine")
                        .object("properties")
                        .members()
                        .keySet()),
                new TreeSet<>(is(200, as("reg").open())
                        .array("requests")
                        .getFirst()
                        .asObject()
                        .members()
                        .keySet()));
    }
}
