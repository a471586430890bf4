package se.sigill.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.cli.Sigill;
import se.sigill.app.run.FreePorts;
import se.sigill.app.run.StaffBrowser;
import se.sigill.core.config.ConfigReader;
import se.sigill.core.config.Home;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonReader;
import se.sigill.core.keys.ServerKey;

/** One life of the two servers, as an operator has it: real processes, ports and certificates. */
@Tag("slow")
class ServeTest {
    private static final String CANARY = "hemligsokning";

    @TempDir
    Path folder;

    private Path home() {
        return folder.resolve("arkiv");
    }

    private Path outside() {
        return folder.resolve("arkiv-outside");
    }

    private record Ended(int exit, String out, String err) {
        List<Json.Obj> json() {
            return out.lines().map(line -> JsonReader.parse(line).asObject()).toList();
        }
    }

    private Ended type(String command, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] all = Stream.concat(Stream.of(command, "--home", home().toString()), Stream.of(words))
                .toArray(String[]::new);
        int exit = Sigill.run(new PrintWriter(out), new PrintWriter(err, true), all);
        return new Ended(exit, out.toString(), err.toString());
    }

    private Ended done(String command, String... words) {
        Ended ended = type(command, words);
        assertEquals(0, ended.exit(), ended.err() + ended.out());
        return ended;
    }

    @AfterEach
    void leavesNothingRunning() {
        if (Files.exists(home())) {
            Ended _ = type("stop", "--wait", "PT20S");
        }
    }

    private void found() throws IOException {
        Ended _ = done("init", "--name", "arkiv.test", "--authority", "Nämnden i Åmål");
        FreePorts.choose(home());
    }

    @Test
    void startStopAndAKillBetween() throws Exception {
        found();
        List<Json.Obj> started = done("serve", "--json").json();
        assertEquals(2, started.size());
        try (HttpClient staff = client(home());
                HttpClient open = client(outside())) {
            bothAreReady(staff, open);
            onlyTheTokenOpens(staff);
            thePublicSiteTellsTheTruth(open);
        }
        Canaries canaries = new Canaries(
                context(outside()),
                ConfigReader.read(new Home(home()).config()).servers().open().address());
        canaries.visit();
        canaries.stumble();
        commandsKnowTheServer();
        commandsAreDoneByTheServer();
        try (HttpClient client = client(home())) {
            peopleWorkInTheStaffSite(client);
        }
        String token = Files.readString(home().resolve("run/token"));
        long killed = pid("staff");
        ProcessHandle staff = ProcessHandle.of(killed).orElseThrow();
        staff.destroyForcibly();
        staff.onExit().get(20, TimeUnit.SECONDS);
        long openBefore = pid("open");

        List<Json.Obj> again = done("serve", "--json").json();

        assertEquals(openBefore, pid("open"), "the public site went on");
        assertNotEquals(killed, pid("staff"));
        assertNotEquals(token, Files.readString(home().resolve("run/token")));
        assertEquals(2, again.size());
        ProcessHandle open = ProcessHandle.of(openBefore).orElseThrow();
        open.destroyForcibly();
        open.onExit().get(20, TimeUnit.SECONDS);
        canaries.areNowhereIn(home(), outside());
        stopsTheOther();
    }

    private void bothAreReady(HttpClient staff, HttpClient open) throws Exception {
        for (String path : List.of("health/live", "health/ready")) {
            assertEquals(200, get(staff, "staff", path).statusCode(), path);
            assertEquals(200, get(open, "open", path).statusCode(), path);
        }
        assertTrue(get(open, "open", "health/ready").body().contains("\"published\":false"));
    }

    private void onlyTheTokenOpens(HttpClient client) throws Exception {
        String token = Files.readString(home().resolve("run/token")).strip();

        HttpResponse<String> none = get(client, "staff", "api/status");
        assertEquals(401, none.statusCode());
        assertEquals(
                "application/problem+json",
                none.headers().firstValue("content-type").orElse(""));
        assertEquals(401, JsonReader.parse(none.body()).asObject().integer("status"));
        for (String wrong : List.of("Bearer " + token + "x", "Bearer", "Basic " + token, "Bearer ")) {
            assertEquals(
                    401,
                    get(client, "staff", "api/status", "Authorization", wrong).statusCode(),
                    wrong);
        }
        assertEquals(404, get(client, "staff", "no/such/path").statusCode());
        assertEquals(303, get(client, "staff", "sv/").statusCode(), "a person is led to the door");
        HttpResponse<String> status = get(client, "staff", "api/status", "Authorization", "Bearer " + token);
        assertEquals(200, status.statusCode(), status.body());
        assertEquals(3, JsonReader.parse(status.body()).asObject().integer("acts"));
        assertTrue(status.headers().firstValue("set-cookie").isEmpty());
    }

    private void thePublicSiteTellsTheTruth(HttpClient client) throws Exception {
        HttpResponse<String> root = get(client, "open", "");
        assertEquals(302, root.statusCode());
        assertEquals("/sv/", root.headers().firstValue("location").orElse(""));
        HttpResponse<String> page = get(client, "open", "sv/");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("Ännu är ingenting publicerat."), page.body());
        assertTrue(page.body().contains("Nämnden i Åmål"), page.body());
        assertTrue(get(client, "open", "en/").body().contains("Nothing has been published yet."));
        assertEquals(200, get(client, "open", "stil.css").statusCode());
        HttpResponse<String> missing = get(client, "open", "sv/" + CANARY + "?q=" + CANARY);
        assertEquals(404, missing.statusCode());
        assertFalse(missing.body().contains(CANARY), "the page repeats what was asked for");
        Map<String, String> wanted = Map.of(
                "x-content-type-options", "nosniff",
                "referrer-policy", "no-referrer",
                "strict-transport-security", "max-age=31536000; includeSubDomains");
        for (HttpResponse<String> each : List.of(root, page, missing)) {
            wanted.forEach((name, value) ->
                    assertEquals(value, each.headers().firstValue(name).orElse(""), name));
            String policy = each.headers().firstValue("content-security-policy").orElse("");
            assertTrue(policy.startsWith("default-src 'none';") && policy.contains("frame-ancestors 'none'"), policy);
            for (String never : List.of("set-cookie", "server", "x-powered-by")) {
                assertTrue(each.headers().firstValue(never).isEmpty(), never);
            }
        }
    }

    private void commandsKnowTheServer() {
        Json.Obj status = done("status", "--json").json().getFirst();
        assertEquals("ready", status.text("state"));
        assertTrue(status.text("staff").startsWith("https://127.0.0.1:"), status.text("staff"));
        assertTrue(status.text("open").startsWith("https://127.0.0.1:"), status.text("open"));

        Ended rotating = type("keys", "rotate", "log", "--reason", "prov");
        assertEquals(11, rotating.exit(), rotating.out());
        assertTrue(rotating.err().contains("sigill stop"), rotating.err());
    }

    /** Whoever types a command need not know that a server has the archive. */
    private void commandsAreDoneByTheServer() throws IOException {
        String text = "Beslut om brovägen: räcket ska målas rött.\n";
        Path file = Files.writeString(folder.resolve("beslut.txt"), text);
        List<Json.Obj> delivered =
                done("deposit", "--json", "--system", "prov", file.toString()).json();
        String record = delivered.getFirst().text("record");
        assertEquals("taken-in", delivered.getFirst().text("outcome"));

        assertEquals(
                record, done("search", "--json", "brovägen").json().getFirst().text("id"));
        assertTrue(done("hold", record, "--reason", "prov").out().contains(record));
        assertTrue(done("seal").out().contains("sealed"));
        Ended wrong = type("assess", record, "--lift", "4711", "--reason", "prov");
        assertEquals(64, wrong.exit());
        assertTrue(wrong.err().startsWith("sigill: "), wrong.err());
        assertTrue(done("check").out().contains("no fault"));
    }

    private StaffBrowser logIn(HttpClient client, String name, String password, String code) throws Exception {
        StaffBrowser browser = new StaffBrowser(
                client,
                ConfigReader.read(new Home(home()).config()).servers().staff().address());
        Map<String, String> form = Map.of("namn", name, "losen", password, "kod", code, "till", "");
        HttpResponse<String> in = browser.post("sv/logga-in", form);
        assertEquals(303, in.statusCode(), in.body());
        return browser;
    }

    /** A new account, by the way that its owner goes: the given password is changed, then the work begins. */
    private StaffBrowser newcomer(HttpClient client, String name) throws Exception {
        Json.Obj given = done("account", "--json", "add", name).json().getFirst();
        StaffBrowser first = logIn(client, name, given.text("password"), StaffBrowser.code(given.text("secret"), 0));
        assertEquals(403, first.get("sv/sok?q=brovägen").statusCode(), "nothing before the password is changed");
        String chosen = "tre ord om brovägen " + name.length();
        HttpResponse<String> changed =
                first.post("sv/konto/losenord", Map.of("gammalt", given.text("password"), "nytt", chosen));
        assertEquals(303, changed.statusCode(), changed.body());
        assertEquals(303, first.get("sv/").statusCode(), "the session has ended with the password");
        StaffBrowser browser = logIn(client, name, chosen, StaffBrowser.code(given.text("secret"), 1));
        assertTrue(browser.cookie().startsWith("__Host-sigill="));
        return browser;
    }

    private void peopleWorkInTheStaffSite(HttpClient client) throws Exception {
        Path roles = Files.writeString(
                folder.resolve("roller.csv"),
                "account,authority,role\nanna,Nämnden i Åmål,archivist\nbo,Socialnämnden,registrar\n");
        assertTrue(done("adopt", "roles", roles.toString()).out().contains("adopted"));
        StaffBrowser anna = newcomer(client, "anna");
        StaffBrowser bo = newcomer(client, "bo");

        HttpResponse<String> refused = anna.deliver("", "Nämnden i Åmål", "brev.eml", "message/rfc822", "x");
        assertEquals(400, refused.statusCode());
        assertTrue(
                refused.body().startsWith("<!DOCTYPE html>") && refused.body().contains("role=\"alert\""));
        HttpResponse<String> received = anna.deliver(
                "provning",
                "Nämnden i Åmål",
                "brev.eml",
                "message/rfc822",
                "From: a@b.se\r\nSubject: Kvarndammen\r\n\r\nVem ska laga den?\r\n");
        assertEquals(303, received.statusCode(), received.body());
        String page = received.headers().firstValue("location").orElse("").substring(1);
        String shown = anna.get(page).body();
        for (int i = 0; i < 120 && !shown.contains(">tagen in<"); i++) {
            Thread.sleep(500);
            shown = anna.get(page).body();
        }
        assertTrue(shown.contains(">tagen in<") && shown.contains("brev.eml"), shown);
        String record = shown.replaceAll("(?s).*?href=\"/(sv/handling/[0-9a-z]{26})\".*", "$1");

        assertTrue(anna.get("sv/sok?q=kvarndammen").body().contains("Kvarndammen"));
        assertTrue(anna.get(record).body().contains("Vem ska laga den?"));
        assertFalse(bo.get("sv/sok?q=kvarndammen").body().contains("Kvarndammen</a>"), "another board's");
        assertFalse(bo.get(record).body().contains("Kvarndammen"), "not even its title");
        assertEquals(403, bo.get("sv/luckor").statusCode());
        assertEquals(403, anna.postFromElsewhere(record + "/beslut").statusCode());
        HttpResponse<String> marked =
                anna.post(record + "/beslut", Map.of("beslut", "markera", "bestammelse", "OSL 26:1", "skal", "Prov."));
        assertEquals(303, marked.statusCode(), marked.body());
        String after = anna.get(record).body();
        assertTrue(after.contains("Sekretessmarkerad") && !after.contains("Vem ska laga den?"), after);
        for (String each : List.of(shown, after)) {
            assertFalse(each.contains("<script>"), "no script of the page's own");
        }
        assertEquals(303, anna.post("sv/logga-ut", Map.of()).statusCode());
        assertEquals(303, anna.get(record).statusCode(), "logged out");
    }

    private void stopsTheOther() throws IOException {
        ProcessHandle staff = ProcessHandle.of(pid("staff")).orElseThrow();

        List<Json.Obj> stopped = done("stop", "--json").json();

        assertEquals(1, stopped.size());
        assertFalse(staff.isAlive());
        assertTrue(Files.notExists(home().resolve("run/token")));
        assertEquals("", done("status", "--json").json().getFirst().text("staff"), "the archive is free again");
    }

    private long pid(String server) throws IOException {
        Path run = (server.equals("staff") ? home() : outside()).resolve("run");
        return Long.parseLong(Files.readString(run.resolve(server + ".pid")).strip());
    }

    /** Believes the certificate of one zone, under the names that stand in it. */
    private static HttpClient client(Path zone) throws Exception {
        return HttpClient.newBuilder().sslContext(context(zone)).build();
    }

    private static SSLContext context(Path zone) throws Exception {
        KeyStore believed = KeyStore.getInstance(KeyStore.getDefaultType());
        believed.load(null, null);
        believed.setCertificateEntry(
                "server", new ServerKey(zone.resolve("keys")).identity().certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(believed);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private HttpResponse<String> get(HttpClient client, String server, String path, String... headers)
            throws IOException, InterruptedException {
        var servers = ConfigReader.read(new Home(home()).config()).servers();
        String address = (server.equals("staff") ? servers.staff() : servers.open()).address();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
