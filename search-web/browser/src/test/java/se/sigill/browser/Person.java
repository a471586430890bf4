package se.sigill.browser;

import com.microsoft.playwright.Page;
import java.security.GeneralSecurityException;
import se.sigill.app.run.StaffBrowser;
import se.sigill.core.json.Json;

/** Somebody of the staff. @param password that was given and is to be changed @param secret of the one-time codes */
record Person(String name, String password, String secret) {
    /** As {@code sigill account add --json} prints it. */
    static Person of(Json.Obj given) {
        return new Person(given.text("account"), given.text("password"), given.text("secret"));
    }

    /** A password of the person's own choice, without the name in it: such a one is refused. */
    String chosen() {
        return "tre ord om kvarndammen";
    }

    /** The one-time code so many half minutes from now; nothing if there is no second factor. A code counts once. */
    String code(int steps) {
        try {
            return secret.isEmpty() ? "" : StaffBrowser.code(secret, steps);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Logs in for the first time; what then shows is the account's own page. */
    void enter(Page page) {
        logIn(page, password, 0);
        page.waitForURL(url -> url.endsWith("/sv/konto"));
    }

    /** Logs in for the first time, changes the password and logs in again; what then shows is the desk. */
    void settle(Page page) {
        enter(page);
        page.locator("#gammalt").fill(password);
        page.locator("#nytt").fill(chosen());
        page.locator("form:has(#nytt) button").click();
        page.waitForURL(url -> url.endsWith("/sv/logga-in"));
        logIn(page, chosen(), 1);
        page.waitForURL(url -> url.endsWith("/sv/"));
    }

    private void logIn(Page page, String word, int steps) {
        page.navigate("/sv/logga-in");
        page.locator("#namn").fill(name);
        page.locator("#losen").fill(word);
        page.locator("#kod").fill(code(steps));
        page.locator("form:has(#losen) button").click();
    }
}
