package se.sigill.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.Objects;

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

    /** A page that has an address. @param path behind the language */
    static Visit at(String template, String name, String path, String sees) {
        return at(template, name, path, OK, sees);
    }

    static Visit at(String template, String name, String path, int status, String sees) {
        return new Visit(template, name, "", sees, (page, language) -> {
            Response answer = Objects.requireNonNull(page.navigate(language + path));
            if (answer.status() != status) {
                throw new AssertionError(language + path + " answers " + answer.status() + ", not " + status);
            }
        });
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
