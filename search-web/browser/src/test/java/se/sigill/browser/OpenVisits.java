package se.sigill.browser;

import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Every page of the open site, each template with what it shows when there is much, little or nothing. */
final class OpenVisits {
    private static final int NOT_FOUND = 404;
    private static final int FAULT = 500;
    private static final int CLOSED = 503;

    private OpenVisits() {}

    static List<Visit> of(Sample sample) {
        String nr = URLEncoder.encode(Sample.CASE, StandardCharsets.UTF_8);
        return Stream.concat(pages(sample, nr), requests(sample)).toList();
    }

    private static Stream<Visit> pages(Sample sample, String nr) {
        return Stream.of(
                Visit.at("start", "start page", "/", "#senaste"),
                Visit.at("results", "hits as a list", "/sok?q=" + Sample.WORD, ".hits mark"),
                Visit.at("results", "hits as a table", "/sok?vy=tabell&namnd=" + Sample.AUTHORITY, ".hits table"),
                Visit.at("results", "hits in short", "/sok?vy=kompakt&ordning=nyast", ".dense ~ p a[rel=next]"),
                Visit.at("results", "hits with a filter", "/sok?namnd=" + Sample.AUTHORITY, ".chips a"),
                Visit.at("results", "no hit", "/sok?q=qvxzzw&namnd=" + Sample.AUTHORITY, ".hits h2"),
                Visit.after("document", "a document", "a[rel=prev]", (page, language) -> {
                    page.navigate(language + "/handling/" + sample.letter());
                    page.locator("a[rel=next]").click();
                }),
                Visit.at("notice", "a notice", "/handling/" + sample.guarded(), ".cite"),
                Visit.at("list", "the register", "/diarium", ".entries .title"),
                Visit.at("list", "a case", "/arende?nr=" + nr, ".entries .title"),
                Visit.at("list", "a case of nothing", "/arende?nr=finns+inte", "[role=status]"),
                Visit.at("about", "about the archive", "/om", "table th"),
                Visit.at("plain", "accessibility", "/tillganglighet", "main p"),
                Visit.at("terminal", "no screen of the hall", "/skarm", "main p a"),
                Visit.at("terminal", "where one is left", "/klar", "[data-rest]"),
                Visit.at("plain", "no such page", "/finns-inte", NOT_FOUND, "main p"),
                Visit.misused("plain", "a page that is sent a form", "/om"),
                Visit.after(
                        "plain",
                        "a fault of the server",
                        "main p",
                        (page, language) -> Unreadable.during(
                                sample.entry(),
                                () -> Visit.come(page, language + "/handling/" + sample.letter(), FAULT))));
    }

    private static Stream<Visit> requests(Sample sample) {
        return Stream.of(
                Visit.at("ask", "a form that asks for one", "/begar?id=" + sample.guarded(), ".basket"),
                Visit.after("ask", "a form with mistakes", ".flaw", (page, language) -> {
                    page.navigate(language + "/begar");
                    page.locator("input[value=paper]").check();
                    page.locator("form.ask button:not(.quiet):not(.hidden)").click();
                }),
                Visit.after(
                        "ask",
                        "a form that nobody takes",
                        ".error",
                        (page, language) -> Unreadable.during(
                                sample.outside().inboxKey(), () -> Visit.come(page, language + "/begar", CLOSED))),
                Visit.after("receipt", "a receipt", ".code", Answering::ask),
                Visit.at("code", "where a code is written", "/folj", "#kod"),
                Visit.after("code", "what is no code", ".flaw", (page, language) -> code(page, language, "7K3M")),
                Visit.after(
                        "code",
                        "a code of nothing",
                        "[role=alert]",
                        (page, language) -> code(page, language, "7K3M".repeat(6))),
                Visit.after("box", "an answer", ".steps", (page, language) -> Answering.follow(page, language, sample)),
                Visit.after("box", "a reply that says nothing", ".flaw", (page, language) -> {
                    Answering.follow(page, language, sample);
                    page.locator("button[name=onskan][value='']").click();
                }));
    }

    private static void code(Page page, String language, String code) {
        page.navigate(language + "/folj");
        page.locator("#kod").fill(code);
        page.locator("form.fields button").click();
    }
}
