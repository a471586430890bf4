package se.sigill.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE", "TRACE")) {
            for (String path : List.of("sv/", "sv/sok", link.group(1), "stil.css")) {
                int status = visitor.send(method, path, method.equals("TRACE") ? "" : Browser.FORM, "q=x")
                        .statusCode();
                assertTrue(List.of(404, 405, 501).contains(status), method + " " + path + ": " + status);
            }
        }
    }
}
