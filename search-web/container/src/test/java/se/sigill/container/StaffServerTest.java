package se.sigill.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.sigill.app.people.bouncy.Argon2;
import se.sigill.app.run.Running;
import se.sigill.core.config.Home;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonReader;
import se.sigill.core.log.Act;
import se.sigill.core.record.RecordId;
import se.sigill.staff.gate.Task;

/** The staff site as it is built, on an archive that two kills left: what it does with that, and whom it lets in. */
@Tag("slow")
@ExtendWith(ArquillianExtension.class)
class StaffServerTest {
    private static final String ACCOUNT = "anna";

    private static KilledHome killed = new KilledHome(List.of());
    private static String password = "";

    /** Arquillian asks for it before the tests, and deploys it. */
    @Deployment(testable = false)
    public static WebArchive site() throws IOException, InterruptedException {
        Running running = Archives.founded();
        Path roles = Files.writeString(
                ServerFolder.top().resolve("roller.csv"),
                "account,authority,role\n" + ACCOUNT + ",Kommunstyrelsen,archivist\n");
        running.type("adopt", "roles", roles.toString()).expect(0);
        password = Archives.account(ACCOUNT);
        killed = KilledHome.make(running);
        return WebArchives.staff();
    }

    private static long found(Browser program, String word) throws IOException, InterruptedException {
        HttpResponse<String> answer = program.get("api/search?q=" + word);
        assertEquals(200, answer.statusCode(), answer.body());
        return JsonReader.parse(answer.body()).asObject().integer("total");
    }

    @Test
    void startsOnWhatAKillLeftAndLosesNothing() throws Exception {
        Browser.awaitReady();
        Browser program = Browser.program();

        for (String word : killed.words()) {
            Browser.await(word + " is found", () -> found(program, word) > 0);
        }

        List<String> all = Archives.acts(Act.Sealed.class, 0).stream()
                .filter(act -> act.system().equals("prov"))
                .map(act -> act.delivery() + " " + act.item())
                .toList();
        assertEquals(killed.words().size(), all.size());
        assertEquals(all.size(), all.stream().distinct().count(), "something was taken in twice");
        for (String word : killed.words()) {
            assertEquals(1, found(program, word), word);
        }
        String check = program.command("check");
        assertTrue(check.contains("no fault") && check.endsWith("exit 0"), check);
    }

    /** A route that the application did not get is not found, and one that nobody guards answers. */
    @Test
    void everyRouteIsThereAndAsksWhoComes() throws Exception {
        Browser.awaitReady();
        Map<String, String> wanted = new TreeMap<>();
        Map<String, String> got = new TreeMap<>();
        for (StaffRoute route : StaffRoute.all()) {
            HttpResponse<String> answer = Browser.nobody().send(route.method(), route.path(), route.type(), "x");
            boolean forPrograms =
                    route.path().startsWith("api/") || route.path().startsWith("uppladdning");
            wanted.put(
                    route.name(), route.needs() == Task.ENTER ? "comes in" : forPrograms ? "401" : "303 /sv/logga-in");
            got.put(route.name(), said(answer, route));
            hasTheHeaders(route.name(), answer);
        }
        assertEquals(wanted, got);
        HttpResponse<String> nowhere = Browser.nobody().get("sv/finns/inte");
        assertEquals(404, nowhere.statusCode());
        hasTheHeaders("nowhere", nowhere);
        int traced = Browser.nobody().send("TRACE", "stil.css", "", "").statusCode();
        assertTrue(List.of(404, 405, 501).contains(traced), "TRACE is answered with " + traced);
    }

    private static String said(HttpResponse<String> answer, StaffRoute route) {
        String to = answer.headers().firstValue("location").orElse("").replaceFirst("\\?.*", "");
        return switch (answer.statusCode()) {
            case 401 -> "401";
            case 404, 405, 415, 500, 503 -> "is not there: " + answer.statusCode();
            case 303 -> to.equals("/sv/") && route.needs() == Task.ENTER ? "comes in" : "303 " + to;
            default -> "comes in";
        };
    }

    private static void hasTheHeaders(String route, HttpResponse<String> answer) {
        Map<String, String> wanted = Map.of(
                "x-content-type-options", "nosniff",
                "strict-transport-security", "max-age=31536000; includeSubDomains",
                "referrer-policy", "same-origin",
                "cross-origin-opener-policy", "same-origin",
                "cross-origin-resource-policy", "same-origin");
        wanted.forEach((name, value) ->
                assertEquals(List.of(value), answer.headers().allValues(name), route + " has another " + name));
        String policy = String.join("|", answer.headers().allValues("content-security-policy"));
        assertTrue(policy.startsWith("default-src 'none';") && !policy.contains("|"), route + " has " + policy);
        assertTrue(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"), route + " has " + policy);
        for (String never : List.of("server", "x-powered-by", "access-control-allow-origin")) {
            assertTrue(answer.headers().firstValue(never).isEmpty(), route + " has " + never);
        }
    }

    @Test
    void aFormOfAnotherSiteChangesNothing() throws Exception {
        Browser.awaitReady();
        Browser anna = Browser.of(ACCOUNT, password);
        assertEquals(200, anna.get("sv/konto").statusCode());
        List<String> let = new ArrayList<>();
        for (StaffRoute route : StaffRoute.all()) {
            if (!List.of("GET", "HEAD").contains(route.method())) {
                for (String[] from : new String[][] {
                    {"Sec-Fetch-Site", "cross-site"},
                    {"Sec-Fetch-Site", "same-site"},
                    {"Origin", "https://elsewhere.example"},
                    {"Origin", "null"},
                    {"X-Says", "nothing of where it comes from"}
                }) {
                    int status = anna.send(route.method(), route.path(), route.type(), "skal=x", from)
                            .statusCode();
                    if (status != 403) {
                        let.add(route.name() + " answered " + status + " to " + String.join(": ", from));
                    }
                }
            }
        }

        assertEquals(List.of(), let);
        assertEquals(200, anna.get("sv/konto").statusCode(), "nobody logged her out");
        assertEquals(400, anna.send("POST", "sv/luckor", Browser.FORM, "akt=1").statusCode(), "her own form is read");
    }

    @Test
    void aDeliveryThatBreaksOffLeavesNothing() throws Exception {
        Browser program = quiet();
        String token = Files.readString(new Home(ServerFolder.home()).token()).strip();
        String whole = "Kvastskaftet vid halvvägshuset.\n".repeat(4000);
        byte[] half = whole.substring(0, whole.length() / 2).getBytes(StandardCharsets.UTF_8);

        URI address = URI.create(ServerFolder.address());
        try (Socket socket = new Socket("127.0.0.1", address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/deliveries?system=halva&name=halv.txt HTTP/1.1\r\nHost: localhost\r\nAuthorization:"
                            + " Bearer " + token + "\r\nContent-Type: application/octet-stream\r\nContent-Length: "
                            + whole.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(half);
            out.flush();
            Browser.await("a basket", () -> baskets() > 0);
        }

        Browser.await("no basket", () -> baskets() == 0);
        assertEquals(List.of(), deliveries(program));
        assertEquals(0, found(program, "halvvägshuset"));
        assertEquals(202, deliver(program, whole).statusCode(), "nothing of it is in the way");
        Browser.await("it is found", () -> found(program, "halvvägshuset") == 1);
        assertEquals(
                1,
                Archives.acts(Act.Sealed.class, 0).stream()
                        .filter(act -> act.system().equals("halva"))
                        .count());
    }

    /** A browser sends them in UTF-8 and does not say so. */
    @Test
    void aFormKeepsTheLettersOfItsLanguage() throws Exception {
        Browser.awaitReady();
        String given = Archives.account("bo");
        Browser bo = Browser.of("bo", given);
        String chosen = "ny mening om åar, ängar och öar";

        HttpResponse<String> changed = bo.send(
                "POST", "sv/konto/losenord", Browser.FORM, Browser.form(Map.of("gammalt", given, "nytt", chosen)));

        assertEquals(303, changed.statusCode(), changed.body());
        String hash = Archives.passwordHash("bo");
        assertTrue(Argon2.matches(chosen.toCharArray(), hash), "what was typed is not what was kept");
    }

    private static HttpResponse<String> deliver(Browser program, String text) throws IOException, InterruptedException {
        return program.send("POST", "api/deliveries?system=halva&name=hel.txt", "application/octet-stream", text);
    }

    /** Once all that the kills left is taken in. */
    private static Browser quiet() throws IOException, InterruptedException {
        Browser.awaitReady();
        Browser program = Browser.program();
        Browser.await("all is taken in", () -> deliveries(program).isEmpty());
        return program;
    }

    /** What lies in the spool. */
    private static List<Json> deliveries(Browser program) throws IOException, InterruptedException {
        return JsonReader.parse(program.get("api/status").body()).asObject().array("deliveries");
    }

    private static long baskets() throws IOException {
        Path uploads = new Home(ServerFolder.home()).work().resolve("uploads");
        if (!Files.isDirectory(uploads)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(uploads)) {
            return all.count();
        }
    }

    /** A server goes on after a command; what the command left half done would stay. */
    @Test
    void aCommandThatFailsMidwayLeavesLogAndCatalogueTogether() throws Exception {
        Browser program = quiet();
        String body = program.get("api/search?q=" + killed.words().getFirst()).body();
        String there = JsonReader.parse(body)
                .asObject()
                .array("hits")
                .getFirst()
                .asObject()
                .text("id");
        String nowhere = RecordId.random(new java.util.SplittableRandom(7)).value();

        String held = program.command("hold", there, nowhere, "--reason", "prov");

        assertTrue(held.contains("there is no record " + nowhere) && !held.endsWith("exit 0"), held);
        assertEquals(List.of(), Archives.acts(Act.HoldPlaced.class, 0), "all of a command's records, or none");
        assertTrue(program.command("hold", there, "--reason", "prov").endsWith("exit 0"));
        assertEquals(1, Archives.acts(Act.HoldPlaced.class, 0).size());
        Browser.await("level", () -> Browser.nobody().get("health/ready").statusCode() == 200);
    }
}
