package se.sigill.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.sigill.app.run.Running;

/**
 * Somebody asks without a name and without script, a registrar answers by the keyboard alone, a second person reads the
 * refusal, and what is fetched with the code can be proved without any of the servers.
 */
@Tag("slow")
@ExtendWith(Browsing.class)
class AskedAndAnsweredTest {
    private static final String WORDS = "Jag vill läsa om bryggan vid kvarnen.";
    private static final String REASON = "Det står inte klart att uppgifterna kan röjas utan men.";
    private static final String NOT_LESS = "Uppgifterna finns i hela handlingen, och ett förbehåll räcker inte.";
    private static final int LOOKS_MAX = 60;

    @Test
    void isAnsweredAndCanBeProved(TwoSites sites) throws IOException {
        try (BrowserContext citizen = sites.chromium().visitor(sites.address(Site.OPEN), Chromium.Rights.NO_SCRIPT);
                BrowserContext desk = sites.chromium().visitor(sites.address(Site.STAFF), Chromium.Rights.ALL);
                BrowserContext other = sites.chromium().visitor(sites.address(Site.STAFF), Chromium.Rights.ALL)) {
            Page asking = citizen.newPage();
            String code = asks(asking, sites.sample());

            Page answering = desk.newPage();
            Keys keys = new Keys(answering);
            sites.person("reg").settle(answering);
            String request = decides(answering, keys);

            Page reviewing = other.newPage();
            sites.person("eva").settle(reviewing);
            reviewing.navigate(request);
            reviewing.locator("button[name=svar][value=ja]").click();
            reviewing.waitForURL(url -> url.contains("gjort=granskat"));

            answering.navigate(request);
            keys.follow("form[action$='lamna-ut'] button", url -> url.contains("gjort=utlamnat"));

            Map<String, Path> fetched = fetches(asking, code, sites.folder().resolve("hemma"));
            assertEquals(
                    List.of("brev.eml", "brev.eml.bevis.zip", "beslut.pdf", "beslut.pdf.bevis.zip"),
                    List.copyOf(fetched.keySet()));
            assertEquals(Sample.LETTER, Files.readString(fetched.get("brev.eml")));
            proves(sites, fetched);
            assertEquals(List.of(), citizen.cookies());
        }
    }

    /** From the notice of a record that is not shown. @return the code */
    private static String asks(Page page, Sample sample) {
        page.navigate("/sv/handling/" + sample.guarded());
        page.locator("a[href*='/begar?id=']").click();
        page.locator("#ord").fill(WORDS);
        page.locator("form.ask button:not(.quiet):not(.hidden)").click();
        String code = page.locator(".code").first().textContent().strip();
        assertFalse(page.url().contains(code));
        return code;
    }

    /** Finds the request, adds a record by its number, gives it and refuses the other. @return where the request is */
    private static String decides(Page page, Keys keys) {
        for (int i = 0; page.locator("tbody th a").count() == 0; i++) {
            assertTrue(i < LOOKS_MAX, "the request never comes in");
            page.navigate("/sv/begaran");
            page.waitForTimeout(500);
        }
        keys.follow("tbody tr:last-child th a", url -> url.matches(".*/begaran/[0-9a-z]{26}"));
        String request = page.url();
        assertTrue(page.locator("blockquote").textContent().contains(WORDS));
        keys.follow("form[action$='/ta'] button", url -> url.contains("gjort=tagen"));
        keys.fill("#fler", Sample.FIRST_NUMBER);
        keys.follow("form:has(#fler) button", url -> url.endsWith("#handlingar"));
        refuses(page, keys, request);
        gives(page, keys, request);
        return request;
    }

    private static void refuses(Page page, Keys keys, String request) {
        page.navigate(request);
        keys.to("article:has(#b-0) summary");
        keys.press("Enter");
        // Into the group with Tab, and on in it with the arrows.
        keys.to("article:has(#b-0) [value=whole]");
        keys.press("ArrowDown");
        keys.fill("#b-0", "OSL 26:1");
        keys.fill("#s-0", REASON);
        keys.fill("#m-0", NOT_LESS);
        keys.follow("article:has(#b-0) form[action$=beslut] button", url -> url.contains("gjort=beslut"));
    }

    private static void gives(Page page, Keys keys, String request) {
        page.navigate(request);
        keys.to("article:has(#b-1) summary");
        keys.press("Enter");
        keys.to("article:has(#b-1) [value=whole]");
        keys.press("Space");
        keys.follow("article:has(#b-1) form[action$=beslut] button", url -> url.contains("gjort=beslut"));
    }

    /** Everything that lies under the code, by its name. */
    private static Map<String, Path> fetches(Page page, String code, Path folder) throws IOException {
        page.navigate("/sv/folj");
        page.locator("#kod").fill(code);
        page.locator("main form button").first().click();
        assertTrue(page.locator("main").textContent().contains("OSL 26:1"));
        assertFalse(page.url().contains(code));
        Map<String, Path> fetched = new LinkedHashMap<>();
        Files.createDirectories(folder);
        int files = page.locator(".files button").count();
        for (int i = 0; i < files; i++) {
            int number = i;
            Download file = page.waitForDownload(
                    () -> page.locator(".files button").nth(number).click());
            Path home = folder.resolve(file.suggestedFilename());
            file.saveAs(home);
            fetched.put(file.suggestedFilename(), home);
        }
        return fetched;
    }

    /** With nothing but the files and the fingerprint that is printed everywhere. */
    private static void proves(TwoSites sites, Map<String, Path> fetched) throws IOException {
        Path trust = sites.folder().resolve("trust.txt");
        sites.running().type("keys", "trust", "--out", trust.toString()).expect(0);
        for (String name : List.of("brev.eml.bevis.zip", "beslut.pdf.bevis.zip")) {
            Running.Ended whole = Running.run(
                            "verify",
                            "--trust",
                            trust.toString(),
                            fetched.get(name).toString())
                    .expect(0);
            assertTrue(whole.out().contains("from whom"), whole.out());
            byte[] bytes = Files.readAllBytes(fetched.get(name));
            Path opened = Proof.open(fetched.get(name), sites.folder().resolve(name + ".d"));
            Path file = Proof.file(opened, name.replace(".bevis.zip", ""));
            byte[] changed = Files.readAllBytes(file);
            changed[changed.length / 2] ^= 1;
            Files.write(file, changed);
            Running.run("verify", "--trust", trust.toString(), opened.toString())
                    .expect(2);
            assertEquals(bytes.length, Files.size(fetched.get(name)));
        }
    }
}
