package se.sigill.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** Every page of the staff site, each template with what it shows when there is much, nothing or a refusal. */
final class StaffVisits {
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int NOT_NOW = 503;
    private static final String ANNA = "anna";
    private static final String BO = "bo";
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    /** Opens a class that the plan in force does not know, and no longer knows the others. */
    private static final String PLAN = "class,title,openness,publishable,decided_by,decided_on,retention_years,outcome,"
            + "existence_secret,source,verified\n"
            + "1.1,Protokoll,assess,no,Kommunfullmäktige,2025-11-24,,preserve,no,Egen plan,yes\n"
            + "9.1,Broar,open,yes,Kommunfullmäktige,2025-11-24,,preserve,no,Egen plan,yes\n";

    private StaffVisits() {}

    static List<Visit> of(Sample sample) {
        return Stream.of(ofDays(sample), ofAftermath(sample))
                .flatMap(List::stream)
                .toList();
    }

    /** What comes of a request beside its decisions, and of a record that got out. */
    private static List<Visit> ofAftermath(Sample sample) {
        return List.of(
                Visit.after("fee", "a fee", "main table", (page, language) -> ofRequest(page, language, "/avgift"))
                        .as(ANNA),
                Visit.after("copies", "copies that are out", "article textarea", StaffVisits::copies)
                        .as(ANNA),
                Visit.after("appeals", "an appeal", "article fieldset", StaffVisits::appealed)
                        .as(ANNA),
                Visit.after(
                                "incident",
                                "an incident",
                                "main dl dt",
                                (page, language) -> incident(page, language, sample))
                        .as(ANNA),
                Visit.after("incidents", "incidents", ".waiting li", (page, language) -> {
                            incident(page, language, sample);
                            page.navigate(language + "/incidenter");
                        })
                        .as(ANNA));
    }

    private static List<Visit> ofDays(Sample sample) {
        return List.of(
                Visit.after("login", "a wrong password", "[role=alert]", StaffVisits::wrongPassword),
                Visit.after("account", "a password that will not do", "[role=alert]", StaffVisits::shortPassword)
                        .as(BO),
                Visit.at("plain", "no right", "/sok", FORBIDDEN, "main p").as(BO),
                Visit.at("account", "an account", "/konto", "main ul li").as(ANNA),
                Visit.at("desk", "the desk", "/", ".waiting li").as(ANNA),
                Visit.at("search", "hits as a list", "/sok?q=" + Sample.WORD, ".hits mark")
                        .as(ANNA),
                Visit.at("search", "hits as a table", "/sok?vy=tabell&namnd=" + Sample.AUTHORITY, ".hits table")
                        .as(ANNA),
                Visit.at("search", "hits in short", "/sok?vy=kompakt&oprovade=ja", ".dense")
                        .as(ANNA),
                Visit.at("search", "no hit", "/sok?q=qvxzzw&namnd=" + Sample.AUTHORITY, ".hits h2")
                        .as(ANNA),
                Visit.after("record", "a record", "a[rel=prev]", (page, language) -> {
                            page.navigate(language + "/handling/" + sample.letter());
                            page.locator("a[rel=next]").click();
                        })
                        .as(ANNA),
                Visit.at("record", "a guarded record", "/handling/" + sample.guarded(), "form[action$=visa]")
                        .as(ANNA),
                Visit.after("record", "a guarded record that is read", "article .words", (page, language) -> {
                            page.navigate(language + "/handling/" + sample.guarded());
                            page.locator("form[action$=visa] button").click();
                            page.waitForURL(url -> url.endsWith("/visa"));
                        })
                        .as(ANNA),
                Visit.at("record", "a record with its pages", "/handling/" + sample.drawn(), "figure img")
                        .as(ANNA),
                Visit.at("plain", "no such record", "/handling/finns-inte", NOT_FOUND, "main p")
                        .as(ANNA),
                Visit.misused("plain", "a page that is sent a form", "/sok").as(ANNA),
                Visit.after(
                                "plain",
                                "a fault of the disk",
                                "main p[lang=en]",
                                (page, language) -> Unreadable.during(
                                        sample.text(),
                                        () -> Visit.come(page, language + "/handling/" + sample.letter(), NOT_NOW)))
                        .as(ANNA),
                Visit.after("deliver", "a delivery that will not do", "[role=alert]", StaffVisits::emptyDelivery)
                        .as(ANNA),
                Visit.after("delivery", "a delivery", "main table", StaffVisits::delivery)
                        .as(ANNA),
                Visit.at("deliveries", "deliveries", "/leveranser", ".waiting li")
                        .as(ANNA),
                Visit.after("reject", "a rejection without a reason", "[role=alert]", StaffVisits::rejection)
                        .as(ANNA),
                Visit.after("newrequest", "a request without words", "[role=alert]", StaffVisits::emptyRequest)
                        .as(ANNA),
                Visit.after("request", "a request that is answered", "article form", StaffVisits::request)
                        .as(ANNA),
                Visit.at("requests", "requests", "/begaran", "tbody th a").as(ANNA),
                Visit.after("statistics", "statistics of requests", "main svg[role=img]", StaffVisits::statistics)
                        .as(ANNA),
                Visit.at("gaps", "gaps", "/luckor", ".entries .title").as(ANNA),
                Visit.after("audit", "a check", "main table", StaffVisits::check)
                        .as(ANNA),
                Visit.after("plan", "another plan", "#forhand", StaffVisits::otherPlan)
                        .as(ANNA));
    }

    private static void wrongPassword(Page page, String language) {
        page.navigate(language + "/logga-in");
        page.locator("#namn").fill("ingen");
        page.locator("#losen").fill("fel ord");
        page.locator("form:has(#losen) button").click();
        page.locator("[role=alert]").waitFor();
    }

    private static void shortPassword(Page page, String language) {
        page.navigate(language + "/konto");
        page.locator("#gammalt").fill("fel ord");
        page.locator("#nytt").fill("kort");
        page.locator("form:has(#nytt) button").click();
        page.waitForURL(url -> url.endsWith("/losenord"));
    }

    /** The browser itself sends no form in which something is missing: this one is sent past it. */
    private static void emptyDelivery(Page page, String language) {
        page.navigate(language + "/leverera");
        page.evaluate("() => document.getElementById('leverans').submit()");
        page.locator("[role=alert]").waitFor();
    }

    private static void delivery(Page page, String language) {
        page.navigate(language + "/leverera");
        page.locator("#system").fill("provning");
        page.locator("#filer")
                .setInputFiles(new FilePayload(
                        "bryggan.txt", "text/plain", "Bryggan ska målas.".getBytes(StandardCharsets.UTF_8)));
        page.locator("#leverans button").click();
        page.waitForURL(url -> url.contains("/leveranser/"));
    }

    /** Sent past the browser, which sends no form in which something is missing. */
    private static void rejection(Page page, String language) {
        page.navigate(language + "/leveranser");
        page.locator("a[href$=avvisa]").click();
        page.locator("#skal").waitFor();
        page.evaluate("() => document.querySelector('form:has(#skal)').submit()");
        page.locator("[role=alert]").waitFor();
    }

    private static void emptyRequest(Page page, String language) {
        page.navigate(language + "/begaran/ny");
        page.locator("main form button").click();
        page.locator("[role=alert]").waitFor();
    }

    private static void request(Page page, String language) {
        page.navigate(language + "/begaran/ny");
        page.locator("#ord").fill("Allt om bryggan och kvarnen.");
        page.locator("#handlingar").fill(Sample.FIRST_NUMBER);
        page.locator("main form button").click();
        page.waitForURL(url -> url.matches(".*/begaran/[0-9a-z]{26}"));
    }

    /** A page of a request of which something is decided. */
    private static void ofRequest(Page page, String language, String path) {
        request(page, language);
        page.locator("article details summary").first().click();
        page.locator("article input[value=whole]").first().check();
        page.locator("article form[action$=beslut] button").first().click();
        page.waitForURL(url -> url.contains("gjort=beslut"));
        page.navigate(page.url().replaceFirst("[?].*", path));
    }

    private static void copies(Page page, String language) {
        ofRequest(page, language, "");
        handOut(page, "/kopior");
    }

    private static void handOut(Page page, String path) {
        page.locator("form[action$=lamna-ut] button").click();
        page.waitForURL(url -> url.contains("gjort=utlamnat"));
        page.navigate(page.url().replaceFirst("[?].*", path));
    }

    /** By post, of a decision that there is no such document. */
    private static void appealed(Page page, String language) {
        request(page, language);
        page.locator("details:has(#skal-inget) summary").click();
        page.locator("input[value=not-held]").check();
        page.locator("#skal-inget").fill("Letat i diariet och i närarkivet.");
        page.locator("form:has(#skal-inget) button").click();
        page.waitForURL(url -> url.contains("gjort=beslut"));
        handOut(page, "/overklaganden");
        page.locator("input[name=satt][value=letter]").check();
        page.locator("#ord").fill("Jag överklagar beslutet. Bryggan måste ha en ritning.");
        page.locator("#delgiven").fill(LocalDate.now(SWEDEN).toString());
        page.locator("form:has(#ord) button").click();
        page.locator("article").first().waitFor();
    }

    /** Of a record that is not on the web. */
    private static void incident(Page page, String language, Sample sample) {
        page.navigate(language + "/handling/" + sample.guarded());
        page.locator("details:has(#skal-i) summary").click();
        page.locator("#skal-i").fill("Handlingen låg på webben i en timme.");
        page.locator("form:has(#skal-i) button").click();
        page.waitForURL(url -> url.contains("/incidenter/"));
    }

    /** After a request, so that there is something to draw. */
    private static void statistics(Page page, String language) {
        request(page, language);
        page.navigate(language + "/begaran/statistik");
    }

    private static void check(Page page, String language) {
        page.navigate(language + "/granskning");
        page.locator("form[action$=granskning] button").click();
        page.locator("[role=status]").waitFor();
    }

    private static void otherPlan(Page page, String language) {
        page.navigate(language + "/plan");
        page.locator("#fil")
                .setInputFiles(new FilePayload("plan.csv", "text/csv", PLAN.getBytes(StandardCharsets.UTF_8)));
        page.locator("form:has(#fil) button").click();
        page.locator("#forhand").waitFor();
    }
}
