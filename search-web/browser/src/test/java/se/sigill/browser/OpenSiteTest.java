package se.sigill.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a page of the open site costs whoever asks for it, and what is said to one who asks for too much. */
@Tag("slow")
@ExtendWith(Browsing.class)
class OpenSiteTest {
    private static final int BYTES_MAX = 60_000;
    private static final int TOO_MANY = 429;
    private static final int TRIES_MAX = 40;
    private static final Pattern PART = Pattern.compile("<(?:link rel=\"stylesheet\" href|script src)=\"([^\"]+)\"");

    /** Long enough for the next visitor of this address to be let in at walking pace. */
    private static final Duration REST = Duration.ofSeconds(3);

    @Test
    void isLight(TwoSites sites) throws IOException {
        Sample sample = sites.sample();
        List<String> heavy = new ArrayList<>();
        try (BrowserContext context = sites.chromium().visitor(sites.address(Site.OPEN), Chromium.Rights.NO_SCRIPT)) {
            for (String path : List.of(
                    "/sv/",
                    "/sv/sok?q=" + Sample.WORD,
                    "/sv/sok",
                    "/sv/handling/" + sample.letter(),
                    "/sv/handling/" + sample.guarded(),
                    "/sv/diarium",
                    "/sv/om",
                    "/sv/begar?id=" + sample.guarded(),
                    "/sv/folj",
                    "/sv/tillganglighet")) {
                int bytes = weight(context, path);
                assertTrue(bytes > 0, path);
                if (bytes > BYTES_MAX) {
                    heavy.add(path + " weighs " + bytes + " bytes");
                }
            }
        }
        assertEquals(List.of(), heavy);
    }

    /** Of the page, its style sheets and its scripts, each compressed: proxies do that before our server. */
    private static int weight(BrowserContext context, String path) throws IOException {
        APIResponse page = context.request().get(path);
        int bytes = compressed(page.body());
        Matcher part = PART.matcher(page.text());
        while (part.find()) {
            bytes += compressed(context.request().get(part.group(1)).body());
        }
        return bytes;
    }

    private static int compressed(byte[] body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(body);
        }
        return out.size();
    }

    /** The page that says so is a page like others. What is left of the allowance is used up first. */
    @Test
    void asksForPatienceInAPage(TwoSites sites) throws InterruptedException {
        try (BrowserContext context = sites.chromium().visitor(sites.address(Site.OPEN), Chromium.Rights.EXAMINED)) {
            Page page = context.newPage();
            for (String language : List.of("/en", "/sv")) {
                Response refused = Stream.generate(() -> refusedOnce(context, page, language + "/tillganglighet"))
                        .limit(TRIES_MAX)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("whatever is asked for, it is given"));

                assertNotNull(refused.headerValue("retry-after"));
                assertEquals("", String.join("\n", Inspection.of(page)), language);
            }
        }
        Thread.sleep(REST);
    }

    private static Optional<Response> refusedOnce(BrowserContext context, Page page, String path) {
        while (context.request().get("/sv/tillganglighet").status() != TOO_MANY) {
            // Asks again at once: the allowance comes back slower than this.
        }
        Response answer = page.navigate(path);
        return Optional.ofNullable(answer).filter(each -> each.status() == TOO_MANY);
    }
}
