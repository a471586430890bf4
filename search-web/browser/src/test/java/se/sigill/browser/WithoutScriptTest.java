package se.sigill.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever runs no script misses nothing of what is public. */
@Tag("slow")
@ExtendWith(Browsing.class)
class WithoutScriptTest {
    private static final int PARTIAL_CONTENT = 206;

    @Test
    void searchesReadsAndTakesHome(TwoSites sites) throws IOException {
        String address = sites.address(Site.OPEN);
        try (BrowserContext context = sites.chromium().visitor(address, Chromium.Rights.NO_SCRIPT)) {
            List<String> asked = new ArrayList<>();
            context.onRequest(request -> asked.add(request.url()));
            Page page = context.newPage();
            page.navigate("/");
            assertEquals(address + "sv/", page.url());

            findsTheLetter(page);
            readsItToTheEnd(page);
            takesFileAndProof(context, page);
            goesRoundTheCase(page);

            assertEquals(
                    List.of(),
                    asked.stream().filter(url -> !url.startsWith(address)).toList());
            assertEquals(List.of(), context.cookies());
        }
    }

    @Test
    void asksWithoutANameAndFollowsByTheCode(TwoSites sites) throws IOException {
        Sample sample = sites.sample();
        try (BrowserContext context = sites.chromium().visitor(sites.address(Site.OPEN), Chromium.Rights.NO_SCRIPT)) {
            Page page = context.newPage();
            List<String> asked = new ArrayList<>();
            context.onRequest(request -> asked.add(request.url()));
            page.navigate("/sv/handling/" + sample.guarded());
            page.locator("a[href*='/begar?id=']").click();
            page.locator("#fler").fill(Sample.CASE);
            page.locator("button[value=lagg]").click();
            assertEquals(3, page.locator(".basket li").count());
            page.locator("button[name=bort]").first().click();
            assertEquals(2, page.locator(".basket li").count());

            Answering.follow(page, "/sv", sample);

            String code = page.locator("input[name=kod]").first().inputValue();
            Download file = page.waitForDownload(
                    () -> page.locator(".files button").first().click());
            assertEquals("ritning.txt", file.suggestedFilename());
            assertEquals(Answering.RELEASED, Files.readString(file.path()));
            page.locator("#ord").fill("År 1998");
            page.locator("button[name=onskan][value='']").click();
            assertTrue(page.locator("main").textContent().contains("Vi har tagit emot ditt meddelande."));
            assertEquals(
                    List.of(), asked.stream().filter(url -> url.contains(code)).toList());
            assertEquals(List.of(), context.cookies());
        }
    }

    private static void findsTheLetter(Page page) {
        page.locator("#q").fill(Sample.WORD);
        page.locator("form.search button").click();
        assertEquals(1, page.locator(".hits .title").count());
        page.locator("input[name=namnd]").first().check();
        page.locator(".filters button").click();
        assertEquals(1, page.locator(".chips a").count());
        page.locator(".hits .title a").click();
        assertTrue(page.locator("main").textContent().contains(Sample.WORD));
    }

    private static void readsItToTheEnd(Page page) {
        String first = page.url();
        page.locator("a[rel=next]").click();
        assertTrue(page.locator("main").textContent().contains(Sample.LAST_PAGE));
        page.locator("a[rel=prev]").click();
        assertTrue(page.locator("main").textContent().contains(Sample.WORD));
        page.goBack();
        page.goBack();
        assertEquals(first, page.url());
    }

    private static void takesFileAndProof(BrowserContext context, Page page) throws IOException {
        Download file = page.waitForDownload(
                () -> page.locator(".files > li > a").first().click());
        assertEquals(Sample.LETTER_FILE, file.suggestedFilename());
        assertEquals(Sample.LETTER, Files.readString(file.path()));
        APIResponse part = context.request()
                .get(page.locator(".files > li > a").first().getAttribute("href"), range("bytes=6-15"));
        assertEquals(PARTIAL_CONTENT, part.status());
        assertEquals(Sample.LETTER.substring(6, 16), new String(part.body(), StandardCharsets.UTF_8));
        page.locator(".files summary").first().click();
        Download proof = page.waitForDownload(
                () -> page.locator(".files details a").first().click());
        byte[] zip = Files.readAllBytes(proof.path());
        assertEquals("PK", new String(zip, 0, 2, StandardCharsets.US_ASCII));
    }

    private static RequestOptions range(String bytes) {
        return RequestOptions.create().setHeader("Range", bytes);
    }

    private static void goesRoundTheCase(Page page) {
        page.locator("dd a", new Page.LocatorOptions().setHasText(Sample.CASE)).click();
        assertEquals("Ärende " + Sample.CASE, page.locator("h1").textContent());
        assertEquals(2, page.locator(".entries .title").count());
        page.locator("header a[href$='/diarium']").click();
        assertTrue(page.locator(".entries .title").count() > 0);
        page.locator("a[rel=prev]").first().click();
        assertTrue(page.locator(".entries .title").count() > 0);
        page.locator("header a[href$='/om']").click();
        page.locator("header a[lang=en]").click();
        assertEquals("en", page.locator("html").getAttribute("lang"));
        page.locator(".name a").click();
        assertTrue(page.url().endsWith("/en/"));
    }
}
