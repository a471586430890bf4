package se.sigill.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The screen in the hall: whoever comes after finds nothing of the one before. */
@Tag("slow")
@ExtendWith(Browsing.class)
class TerminalTest {
    private static final long IDLE_MILLIS = 3 * 60_000L;
    private static final long ASKED_MILLIS = 60_000L;

    @Test
    void whoeverIsDoneLeavesNothingBehind(TwoSites sites) throws IOException {
        try (OtherAddress hall = new OtherAddress(sites.address(Site.OPEN));
                BrowserContext screen = sites.chromium().visitor(hall.address(), Chromium.Rights.ALL)) {
            Page rest = screen.newPage();
            rest.navigate("/sv/skarm");
            Page visit = screen.waitForPage(() -> rest.locator("[data-begin]").click());
            visit.locator("#q").fill(Sample.WORD);
            visit.locator("#q").press("Enter");
            visit.locator(".hits .title a").first().click();
            assertTrue(visit.locator(".words").count() > 0, "the text can be read");
            assertEquals(0, visit.locator("a[download], button[name=fil]").count());

            visit.waitForClose(() -> visit.locator("[data-leave]").click());

            assertEquals(List.of(rest), screen.pages(), "the window went with its history");
            assertEquals(null, rest.goBack(), "there is nothing to go back to but where the browser began");
            assertFalse(rest.url().contains(Sample.WORD), rest.url());
            assertEquals(List.of(), screen.cookies());
        }
    }

    @Test
    void whoeverForgetsToLeaveIsAskedAndThenLeft(TwoSites sites) throws IOException {
        try (OtherAddress hall = new OtherAddress(sites.address(Site.OPEN));
                BrowserContext screen = sites.chromium().visitor(hall.address(), Chromium.Rights.EXAMINED)) {
            screen.clock().install();
            Page rest = screen.newPage();
            rest.navigate("/en/skarm");
            assertEquals("", String.join("\n", Inspection.of(rest)));
            Page visit = screen.waitForPage(() -> rest.locator("[data-begin]").click());
            visit.navigate("/en/handling/" + sites.sample().letter());
            assertEquals("", String.join("\n", Inspection.of(visit)));
            visit.clock().runFor(IDLE_MILLIS + 2_000);
            PlaywrightAssertions.assertThat(visit.locator("dialog")).isVisible();
            visit.keyboard().press("Enter");
            PlaywrightAssertions.assertThat(visit.locator("dialog")).isHidden();
            visit.clock().runFor(IDLE_MILLIS + 2_000);
            PlaywrightAssertions.assertThat(visit.locator("dialog")).isVisible();

            visit.waitForClose(() -> visit.clock().runFor(ASKED_MILLIS));

            assertEquals(List.of(rest), screen.pages());
        }
    }
}
