package se.sigill.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a page, in all the ways of looking at it. */
final class Inspection {
    private static final String AXE = "() => {" + AxeBuilder.getAxeScript() + "}";

    private Inspection() {}

    /**
     * Opens what is folded and looks at the page; nothing is loaded again.
     *
     * @param page in a context that lets scripts examine it
     * @return one line a fault, with its rule, its place and the look in which it shows; empty if all is well
     */
    static List<String> of(Page page) {
        page.evaluate("() => document.querySelectorAll('details').forEach(each => { each.open = true; })");
        Object _ = page.evaluate(AXE);
        List<String> faults = new ArrayList<>();
        for (Look look : Look.all()) {
            look.on(page);
            for (Object found :
                    List.of(page.evaluate(Script.OVERFLOW), page.evaluate(Script.VIOLATIONS, look.rules()))) {
                ((List<?>) found).forEach(each -> faults.add(look + ": " + each));
            }
        }
        return faults;
    }
}
