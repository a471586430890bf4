package se.sigill.container;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import se.sigill.core.config.Home;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonReader;
import se.sigill.core.json.JsonWriter;

/** Who asks the server: nobody, somebody who has logged in, or a program with the token. Follows nothing by itself. */
final class Browser {
    static final String FORM = "application/x-www-form-urlencoded";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int LOOKS_MAX = 600;
    private static final long LOOK_NANOS = 100_000_000L;

    /** A header and its value; none for nobody. */
    private final List<String> shows;

    private Browser(List<String> shows) {
        this.shows = List.copyOf(shows);
    }

    static Browser nobody() {
        return new Browser(List.of());
    }

    /** With the token of this start of the archive. */
    static Browser program() throws IOException {
        String token = Files.readString(new Home(ServerFolder.home()).token()).strip();
        return new Browser(List.of("Authorization", "Bearer " + token));
    }

    /** Somebody who logs in. */
    static Browser of(String account, String password) throws IOException, InterruptedException {
        String code = Archives.code(account);
        HttpResponse<String> in = nobody().send(
                        "POST", "sv/logga-in", FORM, form(Map.of("namn", account, "losen", password, "kod", code)));
        String cookie = in.headers()
                .firstValue("set-cookie")
                .orElseThrow(() -> new AssertionError(account + ": " + in.statusCode() + " " + in.body()));
        return new Browser(List.of("Cookie", cookie.substring(0, cookie.indexOf(';'))));
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, "", "");
    }

    /** From a page of the site itself. @param path without a slash before it @param type of the body, or empty */
    HttpResponse<String> send(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        return send(method, path, type, body, "Sec-Fetch-Site", "same-origin");
    }

    HttpResponse<String> send(String method, String path, String type, String body, String... more)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(ServerFolder.address() + path))
                .method(
                        method,
                        type.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        for (List<String> pairs : List.of(shows, List.of(more))) {
            for (int i = 0; i < pairs.size(); i += 2) {
                request.header(pairs.get(i), pairs.get(i + 1));
            }
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Has the server do a command, as the launcher does. @return what it printed, then {@code exit N} */
    String command(String... words) throws IOException, InterruptedException {
        Json typed = Json.object().with("directory", "/").with("words", Json.texts(List.of(words)));
        HttpResponse<String> answer = send("POST", "api/command", "application/json", JsonWriter.compact(typed));
        StringBuilder said = new StringBuilder();
        for (String line : answer.body().lines().toList()) {
            Json.Obj each = JsonReader.parse(line).asObject();
            if (each.has("exit")) {
                said.append("exit ").append(each.integer("exit"));
            } else if (each.has("out")) {
                said.append(each.text("out"));
            } else {
                said.append(each.text("err"));
            }
        }
        return said.toString();
    }

    /** A condition that comes true by itself after a while. */
    interface Coming {
        boolean isThere() throws IOException, InterruptedException;
    }

    static void await(String what, Coming coming) throws IOException, InterruptedException {
        for (int i = 0; i < LOOKS_MAX; i++) {
            if (coming.isThere()) {
                return;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        throw new AssertionError("not after a minute: " + what);
    }

    /** Waits until the site that was deployed has opened what it is about. */
    static void awaitReady() throws IOException, InterruptedException {
        await("ready", () -> nobody().get("health/ready").statusCode() == 200);
    }
}
