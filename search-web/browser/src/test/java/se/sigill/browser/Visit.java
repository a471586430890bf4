package se.sigill.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A page, and how one comes to it.
 *
 * @param template that makes it, by the name of its file without an ending
 * @param name in words; no two visits of a site have the same
 * @param who is there: the name of a person, or nothing for anybody
 * @param sees a selector of what only this page shows
 */
record Visit(String template, String name, String who, String sees, Arrival arrival) {
    /** The way there. */
    interface Arrival {
        /** @param language as addresses begin: {@code /sv} or {@code /en} */
        void come(Page page, String language);
    }

    private static final int OK = 200;
    private static final int NOT_ALLOWED = 405;
    private static final String POST = "() => { const form = document.createElement('form'); form.method = 'post';"
            + " form.action = location.pathname; document.body.append(form); window.sent = true; form.submit(); }";

    /** A page that has an address. @param path behind the language */
    static Visit at(String template, String name, String path, String sees) {
        return at(template, name, path, OK, sees);
    }

    static Visit at(String template, String name, String path, int status, String sees) {
        return new Visit(template, name, "", sees, (page, language) -> come(page, language + path, status));
    }

    /** Goes to an address. @throws AssertionError if it answers otherwise */
    static void come(Page page, String path, int status) {
        hasStatus(status, page.navigate(path));
    }

    /** A page that can only be read is sent a form. */
    static Visit misused(String template, String name, String path) {
        return after(template, name, "main p", (page, language) -> {
            page.navigate(language + path);
            Response answer =
                    page.waitForResponse(each -> each.request().method().equals("POST"), () -> page.evaluate(POST));
            hasStatus(NOT_ALLOWED, answer);
            page.waitForFunction("() => !window.sent && document.readyState === 'complete'");
        });
    }

    private static void hasStatus(int status, @Nullable Response answer) {
        int given = Objects.requireNonNull(answer).status();
        if (given != status) {
            throw new AssertionError(answer.url() + " answers " + given + ", not " + status);
        }
    }

    /** A page that comes of what is done on others. */
    static Visit after(String template, String name, String sees, Arrival arrival) {
        return new Visit(template, name, "", sees, arrival);
    }

    /** The same, for somebody who has logged in. */
    Visit as(String person) {
        return new Visit(template, name, person, sees, arrival);
    }
}
