package se.sigill.browser;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.function.Predicate;

/** Somebody without a mouse. Wherever the focus comes, it must be seen to be there. */
final class Keys {
    /** No page here has so many places to stop at. */
    private static final int STEPS_MAX = 250;

    private final Page page;

    Keys(Page page) {
        this.page = page;
    }

    /** Goes on with Tab until the focus is there. */
    void to(String selector) {
        walk("Tab", selector);
    }

    /** Goes back with Shift and Tab. */
    void backTo(String selector) {
        walk("Shift+Tab", selector);
    }

    private void walk(String key, String selector) {
        Object _ = page.evaluate(Script.FOCUS, null);
        String last = "";
        for (int i = 0; i < STEPS_MAX; i++) {
            page.keyboard().press(key);
            if (page.evaluate(Script.FOCUS, selector) instanceof Map<?, ?> at) {
                last = String.valueOf(at.get("what"));
                if (!Boolean.TRUE.equals(at.get("seen"))) {
                    throw new AssertionError("the focus cannot be seen on " + page.url() + " at " + last);
                }
                if (Boolean.TRUE.equals(at.get("there"))) {
                    return;
                }
            }
        }
        throw new AssertionError(key + " never comes to " + selector + " on " + page.url() + "; last to " + last);
    }

    /** Skips to the content with the first link of the page. */
    void skip() {
        to("a.skip");
        press("Enter");
        page.keyboard().press("Tab");
        if (!Boolean.TRUE.equals(page.evaluate("() => !!document.activeElement.closest('main')"))) {
            throw new AssertionError("skipping leads past the content of " + page.url());
        }
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    void type(String text) {
        page.keyboard().type(text);
    }

    /** Goes to a field and fills it in. */
    void fill(String selector, String text) {
        to(selector);
        type(text);
    }

    /** Presses Enter where the focus is, and waits for another page. @param url what its address is like */
    void enter(Predicate<String> url) {
        String before = page.url();
        press("Enter");
        page.waitForURL(now -> !now.equals(before) && url.test(now));
    }

    /** Goes to a link or a button, presses Enter there, and waits for another page. */
    void follow(String selector, Predicate<String> url) {
        to(selector);
        enter(url);
    }
}
