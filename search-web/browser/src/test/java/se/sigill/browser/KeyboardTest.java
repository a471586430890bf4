package se.sigill.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everything is done with the keyboard alone, and at each step the focus is seen. */
@Tag("slow")
@ExtendWith(Browsing.class)
class KeyboardTest {
    @Test
    void searchesAndReads(TwoSites sites) {
        try (BrowserContext context = sites.chromium().visitor(sites.address(Site.OPEN), Chromium.Rights.ALL)) {
            Page page = context.newPage();
            Keys keys = new Keys(page);
            page.navigate("/sv/");
            keys.skip();
            keys.backTo("a.skip");
            keys.fill("#q", Sample.WORD);
            keys.enter(url -> url.contains("q=" + Sample.WORD));
            keys.to("input[name=namnd]");
            keys.press("Space");
            keys.follow(".filters button", url -> url.contains("namnd="));
            keys.follow(".chips a", url -> !url.contains("namnd="));
            keys.follow(".hits .title a", url -> url.contains("/handling/"));
            keys.follow("a[rel=next]", url -> url.contains("del="));
            keys.to(".files > li > a");
            Download file = page.waitForDownload(() -> keys.press("Enter"));
            assertEquals(Sample.LETTER_FILE, file.suggestedFilename());
            keys.to(".files summary");
            keys.press("Enter");
            keys.to(".files details a");
            Download proof = page.waitForDownload(() -> keys.press("Enter"));
            assertTrue(proof.suggestedFilename().endsWith(".zip"));
        }
    }

    @Test
    void logsInDeliversAndAssesses(TwoSites sites) {
        try (BrowserContext context = sites.chromium().visitor(sites.address(Site.STAFF), Chromium.Rights.ALL)) {
            Page page = context.newPage();
            Keys keys = new Keys(page);
            Person kim = sites.person("kim");
            page.navigate("/sv/");
            keys.skip();
            settle(page, keys, kim);
            findsAndReads(page, keys);
            delivers(page, keys);
            assesses(page, keys);
            keys.follow("footer button", url -> url.endsWith("/sv/logga-in"));
        }
    }

    private static void settle(Page page, Keys keys, Person kim) {
        page.navigate("/sv/logga-in");
        logIn(keys, kim.name(), kim.password(), kim.code(0));
        keys.enter(url -> url.endsWith("/sv/konto"));
        keys.fill("#gammalt", kim.password());
        keys.fill("#nytt", kim.chosen());
        keys.follow("form:has(#nytt) button", url -> url.endsWith("/sv/logga-in"));
        logIn(keys, kim.name(), kim.chosen(), kim.code(1));
        keys.follow("form:has(#losen) button", url -> url.endsWith("/sv/"));
    }

    private static void logIn(Keys keys, String name, String password, String code) {
        keys.fill("#namn", name);
        keys.fill("#losen", password);
        keys.fill("#kod", code);
    }

    private static void findsAndReads(Page page, Keys keys) {
        keys.follow("nav a[href='/sv/sok']", url -> url.endsWith("/sv/sok"));
        keys.fill("#q", Sample.WORD);
        keys.enter(url -> url.contains("q=" + Sample.WORD));
        keys.follow(".hits .title a", url -> url.contains("/handling/"));
        assertTrue(page.locator("main").textContent().contains(Sample.WORD));
    }

    private static void delivers(Page page, Keys keys) {
        keys.follow("nav a[href='/sv/leverera']", url -> url.endsWith("/leverera"));
        keys.fill("#system", "provning");
        keys.to("#myndighet");
        keys.to("#filer");
        page.locator("#filer:focus")
                .setInputFiles(
                        new FilePayload("bron.txt", "text/plain", "Bron är lagad.".getBytes(StandardCharsets.UTF_8)));
        keys.follow("#leverans button", url -> url.contains("/leveranser/"));
        // The page goes on by itself until the file is taken in and its record can be opened.
        page.locator("td a").first().waitFor();
        keys.follow("td a", url -> url.contains("/handling/"));
        assertTrue(page.locator("main").textContent().contains("Bron är lagad."));
    }

    private static void assesses(Page page, Keys keys) {
        keys.to("details:has([value=offentlig]) summary");
        keys.press("Enter");
        keys.to("[value=offentlig]");
        keys.press("Space");
        keys.fill("#skal-o", "Ingen uppgift är hemlig.");
        keys.follow("details:has([value=offentlig]) button", url -> url.contains("beslut"));
        assertTrue(page.locator("[role=status]").first().textContent().contains("Beslutet är fattat"));
    }
}
