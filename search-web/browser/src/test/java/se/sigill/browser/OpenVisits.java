package se.sigill.browser;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Every page of the open site, each template with what it shows when there is much, little or nothing. */
final class OpenVisits {
    private static final int NOT_FOUND = 404;
    private static final int FAULT = 500;

    private OpenVisits() {}

    static List<Visit> of(Sample sample) {
        String nr = URLEncoder.encode(Sample.CASE, StandardCharsets.UTF_8);
        return List.of(
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
}
