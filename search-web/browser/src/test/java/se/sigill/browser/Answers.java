package se.sigill.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** How long the sites take: from going to an address or sending a form until what comes is there to be read. */
final class Answers {
    private final List<Answer> all = new ArrayList<>();
    private String step = "";
    private long begun;

    /** @param step method and path */
    private record Answer(String step, long millis) {}

    /** Listens to a page from now on. */
    void of(Page page) {
        page.onRequest(request -> {
            if (request.isNavigationRequest() && request.redirectedFrom() == null && isMain(page, request)) {
                step = request.method() + " " + URI.create(request.url()).getPath();
                begun = System.nanoTime();
            }
        });
        page.onDOMContentLoaded(_ -> {
            if (begun != 0) {
                all.add(new Answer(step, (System.nanoTime() - begun) / 1_000_000));
                begun = 0;
            }
        });
    }

    private static boolean isMain(Page page, Request request) {
        return request.frame().equals(page.mainFrame());
    }

    int count() {
        return all.size();
    }

    long medianMillis() {
        return all.stream().map(Answer::millis).sorted().toList().get(all.size() / 2);
    }

    @Override
    public String toString() {
        return all.stream().map(each -> each.step() + " " + each.millis()).toList() + " ms";
    }
}
