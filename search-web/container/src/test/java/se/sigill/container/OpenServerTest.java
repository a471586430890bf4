package se.sigill.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The open site as it is built, on a zone that an archive has published to. */
@Tag("slow")
@ExtendWith(ArquillianExtension.class)
class OpenServerTest {
    /** Address of a screen in the hall, as the proxy before the server tells it. */
    static final String TERMINAL = "192.0.2.77";

    private static final Pattern RECORD = Pattern.compile("href=\"/(sv/handling/[0-9a-z]{26})");

    /** Arquillian asks for it before the tests, and deploys it. */
    @Deployment(testable = false)
    public static WebArchive site() throws IOException {
        Archives.filled(12, true);
        return WebArchives.open();
    }

    @Test
    void showsWhatIsPublishedAndChangesNothing() throws Exception {
        Browser.awaitReady();
        Browser visitor = Browser.nobody();
        assertTrue(visitor.get("health/ready").body().contains("\"published\":true"));

        HttpResponse<String> register = visitor.get("sv/sok?q=");
        Matcher link = RECORD.matcher(register.body());
        assertTrue(link.find(), register.body());
        HttpResponse<String> record = visitor.get(link.group(1));
        HttpResponse<String> file = visitor.get("fil" + link.group(1).replaceFirst("sv/handling", "") + "/0/x");
        HttpResponse<String> nowhere = visitor.get("sv/handling/0123456789abcdefghjkmnpqrs");

        assertEquals(List.of(200, 200, 404), List.of(register.statusCode(), record.statusCode(), nowhere.statusCode()));
        for (HttpResponse<String> each : List.of(register, record, file, nowhere)) {
            assertEquals(List.of("nosniff"), each.headers().allValues("x-content-type-options"), each.toString());
            assertTrue(
                    each.headers()
                            .firstValue("content-security-policy")
                            .orElse("")
                            .startsWith("default-src 'none';"),
                    each.toString());
            assertEquals(List.of(), each.headers().allValues("set-cookie"), each.toString());
        }
        leavesNothingOnTheScreenInTheHall(visitor, withFile(visitor, register.body()));
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE", "TRACE")) {
            for (String path : List.of("sv/", "sv/sok", link.group(1), "stil.css")) {
                int status = visitor.send(method, path, method.equals("TRACE") ? "" : Browser.FORM, "q=x")
                        .statusCode();
                assertTrue(List.of(404, 405, 501).contains(status), method + " " + path + ": " + status);
            }
        }
    }

    /** The first of the records found that has its file on the web. */
    private static String withFile(Browser visitor, String found) throws Exception {
        Matcher link = RECORD.matcher(found);
        while (link.find()) {
            if (visitor.get(link.group(1)).body().contains("href=\"/fil/")) {
                return link.group(1);
            }
        }
        throw new AssertionError("no record has a file on the web: " + found);
    }

    /** Whoever comes next must not find it, and nobody is told apart but by what the authority has set. */
    private static void leavesNothingOnTheScreenInTheHall(Browser visitor, String record) throws Exception {
        String id = record.replaceFirst("sv/handling", "");
        List<String> paths = List.of("sv/", record, "sv/sok?q=vag", "fil" + id + "/0/x", "bevis" + id + "/0/bevis.zip");
        for (String path : paths) {
            HttpResponse<String> there =
                    visitor.send("GET", path, "", "", "X-Forwarded-For", "203.0.113.1, " + TERMINAL);
            HttpResponse<String> elsewhere =
                    visitor.send("GET", path, "", "", "X-Forwarded-For", TERMINAL + ", 203.0.113.1");

            assertEquals(path.contains("/0/") ? 403 : 200, there.statusCode(), path);
            assertEquals(200, elsewhere.statusCode(), path);
            assertEquals(List.of("no-store"), there.headers().allValues("cache-control"), path);
            assertTrue(there.body().contains("href=\"/sv/klar\""), path);
            assertEquals(List.of("no-cache"), elsewhere.headers().allValues("cache-control"), path);
        }
        HttpResponse<String> page = visitor.send("GET", record, "", "", "X-Forwarded-For", TERMINAL);
        assertFalse(page.body().contains("/fil/") || page.body().contains("/bevis/"), page.body());
        HttpResponse<String> box =
                visitor.send("POST", "sv/folj/fil", Browser.FORM, "kod=x", "X-Forwarded-For", TERMINAL);
        assertEquals(403, box.statusCode());
        assertTrue(visitor.get("sv/skarm").body().contains("inte en sådan"), "not every computer is such a screen");
        assertEquals(
                List.of("\"cache\", \"cookies\", \"storage\""),
                visitor.send("GET", "sv/klar", "", "", "X-Forwarded-For", TERMINAL)
                        .headers()
                        .allValues("clear-site-data"));
    }
}
