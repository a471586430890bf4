package se.sigill.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every template in both languages, light and dark, wide and narrow, with text of double size: nothing for axe-core to
 * object to, and nothing to scroll sideways for.
 */
@Tag("slow")
@ExtendWith(Browsing.class)
class PagesTest {
    private static final List<String> LANGUAGES = List.of("/sv", "/en");
    private static final Locator.WaitForOptions THERE =
            new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);

    @TestFactory
    Stream<DynamicTest> ofTheOpenSite(TwoSites sites) {
        BrowserContext context = sites.chromium().visitor(sites.address(Site.OPEN), Chromium.Rights.EXAMINED);
        List<String> asked = new ArrayList<>();
        context.onRequest(request -> asked.add(request.url()));
        DynamicTest kept = dynamicTest("asks nobody else, and keeps nothing", () -> {
            assertTrue(asked.size() > LANGUAGES.size(), "pages were asked for");
            assertEquals(
                    List.of(),
                    asked.stream()
                            .filter(url -> !url.startsWith(sites.address(Site.OPEN)))
                            .toList());
            assertEquals(List.of(), context.cookies());
        });
        return Stream.concat(all(OpenVisits.of(sites.sample()), Map.of("", context.newPage())), Stream.of(kept))
                .onClose(context::close);
    }

    @TestFactory
    Stream<DynamicTest> ofTheStaffSite(TwoSites sites) {
        List<BrowserContext> contexts = new ArrayList<>();
        Map<String, Page> pages = new TreeMap<>();
        for (String who : List.of("", "anna", "bo")) {
            contexts.add(sites.chromium().visitor(sites.address(Site.STAFF), Chromium.Rights.EXAMINED));
            pages.put(who, contexts.getLast().newPage());
        }
        sites.person("anna").settle(pages.get("anna"));
        sites.person("bo").enter(pages.get("bo"));
        return all(StaffVisits.of(sites.sample()), pages).onClose(() -> contexts.forEach(BrowserContext::close));
    }

    private static Stream<DynamicTest> all(List<Visit> visits, Map<String, Page> pages) {
        return visits.stream().flatMap(visit -> LANGUAGES.stream()
                .map(language -> dynamicTest(
                        visit.template() + " " + language + ": " + visit.name(),
                        () -> hasNoFault(visit, pages.get(visit.who()), language))));
    }

    private static void hasNoFault(Visit visit, Page page, String language) {
        Look.first(page);
        visit.arrival().come(page, language);
        page.locator(visit.sees()).first().waitFor(THERE);
        page.waitForLoadState();

        List<String> faults = Inspection.of(page);

        assertEquals("", String.join("\n", faults), () -> visit.name() + ", " + page.url());
    }
}
