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
 * Somebody asks without a name and without script. A registrar, by the keyboard alone, finds three records, releases
 * one whole, one without an attachment, and refuses one; a second person reads what is refused, and what is fetched
 * with the code can be proved when both servers are stopped.
 */
@Tag("slow")
@ExtendWith(Browsing.class)
class AskedAndAnsweredTest {
    private static final String WORDS = "Jag vill läsa om bryggan vid kvarnen.";
    private static final String REASON = "Det står inte klart att uppgifterna kan röjas utan men.";
    private static final String NOT_LESS = "Uppgifterna finns i hela handlingen, och ett förbehåll räcker inte.";
    private static final int LOOKS_MAX = 60;

    /** Released whole. */
    private static final String QUESTION_NUMBER = "KS 2026/504";

    /** What the registrar leaves out of the mail: its second attachment. */
    private static final String LEFT_OUT = "part:3";

    private static final List<String> FILES = List.of(
            "kopia-2.eml",
            "kopia-2.eml.bevis.zip",
            "fraga.txt",
            "fraga.txt.bevis.zip",
            "beslut.pdf",
            "beslut.pdf.bevis.zip");

    @Test
    void isAnsweredAndCanBeProved(TwoSites sites) throws IOException {
        try (BrowserContext citizen = sites.chromium().visitor(sites.address(Site.OPEN), Chromium.Rights.NO_SCRIPT);
                BrowserContext desk = sites.chromium().visitor(sites.address(Site.STAFF), Chromium.Rights.ALL);
                BrowserContext other = sites.chromium().visitor(sites.address(Site.STAFF), Chromium.Rights.ALL)) {
            Answers answers = new Answers();
            Page asking = citizen.newPage();
            answers.of(asking);
            String code = asks(asking, sites.sample());

            Page answering = desk.newPage();
            answers.of(answering);
            Keys keys = new Keys(answering);
            sites.person("reg").settle(answering);
            String request = decides(answering, keys);

            Page reviewing = other.newPage();
            answers.of(reviewing);
            sites.person("eva").settle(reviewing);
            for (int left = 2; left > 0; left--) {
                reviewing.navigate(request);
                assertEquals(
                        left, reviewing.locator("button[name=svar][value=ja]").count());
                reviewing.locator("button[name=svar][value=ja]").first().click();
                reviewing.waitForURL(url -> url.contains("gjort=granskat"));
            }

            answering.navigate(request);
            keys.follow("form[action$='lamna-ut'] button", url -> url.contains("gjort=utlamnat"));

            Map<String, Path> fetched = fetches(asking, code, sites.folder().resolve("hemma"));
            assertEquals(FILES, List.copyOf(fetched.keySet()));
            assertEquals("Är bryggan öppen på söndag?\n", Files.readString(fetched.get("fraga.txt")));
            String copy = Files.readString(fetched.get("kopia-2.eml"));
            assertTrue(copy.contains(Sample.WORD) && copy.contains("i bilaga 1") && copy.contains("i bilaga 3"));
            assertTrue(copy.contains("Bilaga 2 är utelämnad enligt OSL 26:1."), copy);
            assertFalse(copy.contains("i bilaga 2") || copy.contains("bilaga-2.txt"));
            assertEquals(List.of(), citizen.cookies());
            proves(sites, fetched);
            // How long is measured where nothing else is done: soak requests holds every page to its limit.
            System.getLogger("answers")
                    .log(System.Logger.Level.INFO, "median {0} ms of {1}", answers.medianMillis(), answers);
            assertTrue(answers.count() > 20, answers.toString());
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

    /** Finds the request, adds two records by their numbers, and decides about all three. @return where the request is */
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
        keys.fill("#fler", Sample.FIRST_NUMBER + ", " + QUESTION_NUMBER);
        keys.follow("form:has(#fler) button", url -> url.endsWith("#handlingar"));
        refuses(page, keys, request);
        givesInPart(page, keys, request);
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

    private static void givesInPart(Page page, Keys keys, String request) {
        page.navigate(request);
        keys.to("article:has(#b-1) summary");
        keys.press("Enter");
        keys.to("article:has(#b-1) [value=whole]");
        keys.press("ArrowDown");
        keys.to("article:has(#b-1) [value='" + LEFT_OUT + "']");
        keys.press("Space");
        keys.fill("#b-1", "OSL 26:1");
        keys.fill("#s-1", REASON);
        keys.follow("article:has(#b-1) form[action$=beslut] button", url -> url.contains("gjort=beslut"));
        assertTrue(page.locator("main").textContent().contains("Utelämnas: bilaga 2."));
    }

    private static void gives(Page page, Keys keys, String request) {
        page.navigate(request);
        keys.to("article:has(#b-2) summary");
        keys.press("Enter");
        keys.to("article:has(#b-2) [value=whole]");
        keys.press("Space");
        keys.follow("article:has(#b-2) form[action$=beslut] button", url -> url.contains("gjort=beslut"));
    }

    /** Everything that lies under the code, by its name. */
    private static Map<String, Path> fetches(Page page, String code, Path folder) throws IOException {
        page.navigate("/sv/folj");
        page.locator("#kod").fill(code);
        page.locator("main form button").first().click();
        assertTrue(page.locator("main").textContent().contains("OSL 26:1"));
        assertTrue(page.locator("main").textContent().contains("Utelämnat: bilaga 2 (OSL 26:1)."));
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

    /** With nothing but the files and the fingerprint that is printed everywhere: both servers are stopped. */
    private static void proves(TwoSites sites, Map<String, Path> fetched) throws IOException {
        Path trust = sites.folder().resolve("trust.txt");
        sites.running().type("keys", "trust", "--out", trust.toString()).expect(0);
        sites.stopped(() -> {
            for (String name : FILES) {
                if (name.endsWith(".bevis.zip")) {
                    proves(trust, fetched.get(name), sites.folder().resolve(name + ".d"));
                }
            }
        });
    }

    private static void proves(Path trust, Path proof, Path folder) throws IOException {
        Running.Ended whole = Running.run("verify", "--trust", trust.toString(), proof.toString())
                .expect(0);
        assertTrue(whole.out().contains("intact") && whole.out().contains("from whom"), whole.out());
        Path opened = Proof.open(proof, folder);
        Path file = Proof.file(opened, proof.getFileName().toString().replace(".bevis.zip", ""));
        byte[] changed = Files.readAllBytes(file);
        changed[changed.length / 2] ^= 1;
        Files.write(file, changed);
        Running.run("verify", "--trust", trust.toString(), opened.toString()).expect(2);
    }
}
