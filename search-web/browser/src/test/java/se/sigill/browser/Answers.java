package se.sigill.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;

/** How long the sites take: from going to an address or sending a form until what comes is there to be read. */
final class Answers {
    private final List<Long> millis = new ArrayList<>();
    private long begun;

    /** Listens to a page from now on. */
    void of(Page page) {
        page.onRequest(request -> {
            if (request.isNavigationRequest() && request.redirectedFrom() == null && isMain(page, request)) {
                begun = System.nanoTime();
            }
        });
        page.onDOMContentLoaded(_ -> {
            if (begun != 0) {
                millis.add((System.nanoTime() - begun) / 1_000_000);
                begun = 0;
            }
        });
    }

    private static boolean isMain(Page page, Request request) {
        return request.frame().equals(page.mainFrame());
    }

    int count() {
        return millis.size();
    }

    long medianMillis() {
        return millis.stream().sorted().toList().get(millis.size() / 2);
    }

    @Override
    public String toString() {
        return millis + " ms";
    }
}
