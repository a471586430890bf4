package se.sigill.open.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.fact.Notice;
import se.sigill.core.fact.PublicRecord;
import se.sigill.look.Asked;
import se.sigill.look.Language;
import se.sigill.zone.Zone;

/** What pages show and say, and that nothing in a record can become a part of a page. */
final class PagesTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"([^\"]*)\"");

    @TempDir
    private Path folder;

    private Zone zone;

    @BeforeEach
    void open() throws IOException {
        zone = SampleZone.in(folder);
    }

    @AfterEach
    void close() {
        zone.close();
    }

    @Test
    void startShowsWhatIsNew() {
        String page = Pages.html(StartPage.of(zone, around(Language.SV), true));

        assertTrue(page.contains("Protokoll från kommunfullmäktige"), page);
        assertTrue(page.contains("3 handlingar står i diariet här."), page);
        assertTrue(page.contains("<html lang=\"sv\">"), page);
    }

    @Test
    void searchLeadsToThePageAndMarksTheWord() {
        String page = Pages.html(results("cykelbana", Language.SV));

        assertTrue(page.contains("<mark>Cykelbana</mark>"), page);
        assertTrue(page.contains("/sv/handling/" + SampleZone.MINUTES + "?del=0&amp;sida=1"), page);
        assertTrue(page.contains("1 träff på ”cykelbana”"), page);
    }

    @Test
    void searchEnginesAreToldOfDocumentsAndOfNoNotice() {
        StringBuilder all = new StringBuilder();
        for (String part : Sitemap.PARTS) {
            all.append(Sitemap.part(zone, "https://arkiv.example", part));
        }

        String of = "<loc>https://arkiv.example/sv/handling/";
        assertTrue(all.toString().contains(of + SampleZone.MINUTES + "</loc><lastmod>2026-"), all.toString());
        assertFalse(all.toString().contains(SampleZone.SECRET), all.toString());
        assertEquals(
                Sitemap.PARTS.size(),
                Sitemap.parts("https://arkiv.example").split("<loc>https://arkiv.example/sitemap/").length - 1);
        assertFalse(Sitemap.robots(Optional.empty()).contains("Sitemap"));
        assertTrue(Sitemap.robots(Optional.of("https://arkiv.example"))
                .endsWith("Sitemap: https://arkiv.example/sitemap.xml\n"));
    }

    @Test
    void searchFindsAttachmentsAndSaysWhich() {
        assertTrue(Pages.html(results("bullret", Language.EN)).contains("in the attachment bilaga &lt;1&gt;.txt"));
    }

    @Test
    void searchOffersBetterSpellingAndNothingThatIsNotThere() {
        assertTrue(
                Pages.html(results("cyckelbana", Language.SV)).contains("Menade du <a href=\"/sv/sok?q=cykelbana\">"));
        assertTrue(Pages.html(results("xyzzyx", Language.SV)).contains("Inget hittades"));
    }

    @Test
    void searchNarrowsByFacetsAndForgetsWhatItDoesNotKnow() {
        Asked asked = Asked.of(Map.of(
                "q", List.of(""),
                "namnd", List.of("Kommunstyrelsen"),
                "ar", List.of("2026", "x"),
                "ordning", List.of("nyast"),
                "vy", List.of("hemlig"),
                "efter", List.of("1_2_../../etc"),
                "acl", List.of("open")));
        ResultsPage page = ResultsPage.of(zone, around(Language.SV), asked);

        assertEquals(
                List.of(SampleZone.HOSTILE, SampleZone.MINUTES),
                page.hits().stream().map(hit -> hit.entry().id()).toList());
        assertEquals(
                "/sok?namnd=Kommunstyrelsen&ar=2026&ordning=nyast", page.frame().path());
        assertEquals("lista", page.view());
    }

    @Test
    void documentsShowTheirTextPieceByPiece() {
        PublicRecord minutes = (PublicRecord) zone.find(SampleZone.MINUTES).orElseThrow();
        DocumentPage first = DocumentPage.of(zone, minutes, around(Language.SV), "", 0);
        DocumentPage last = DocumentPage.of(zone, minutes, around(Language.SV), "0.1", 0);

        assertEquals("sida-0-1", first.pages().getFirst().anchor());
        assertTrue(first.before().isEmpty() && first.after().isPresent());
        assertEquals("sida-0-1-0", last.pages().getLast().anchor());
        assertTrue(last.before().isPresent() && last.after().isEmpty());
        assertTrue(Pages.html(first).contains("Förseglad och tidsstämplad 2026-11-04"));
    }

    @Test
    void noticesSayNoMoreThanTheirFields() {
        Notice notice = (Notice) zone.find(SampleZone.SECRET).orElseThrow();
        String page = Pages.html(NoticePage.of(notice, around(Language.SV)));

        assertTrue(page.contains("sekretess enligt OSL 26:1"), page);
        assertTrue(page.contains("SN 2026/7"), page);
    }

    @Test
    void registerGoesFromDayToDay() {
        ListPage last = ListPage.register(zone, around(Language.SV), "");

        assertEquals("Diarium 2026-11-03", last.frame().title());
        assertEquals(2, last.entries().size());
        assertEquals("2026-11-02", last.before().orElseThrow().value());
        assertTrue(last.after().isEmpty());
        ListPage before = ListPage.register(zone, around(Language.SV), "2026-11-02");
        assertEquals("2026-11-03", before.after().orElseThrow().value());
        assertEquals(
                1,
                ListPage.caseOf(zone, around(Language.SV), "ks 2026/123")
                        .entries()
                        .size());
        assertEquals(
                0, ListPage.caseOf(zone, around(Language.SV), "2026").entries().size());
    }

    @Test
    void nothingInARecordBecomesAPartOfThePage() {
        for (String whole : all()) {
            String page = whole.replaceFirst("<script type=\"application/ld\\+json\">[^<>]*</script>", "")
                    .replaceFirst("<img src=\"/bild/[0-9a-z]{26}\" alt=\"[^\"<>]*\">", "");
            assertFalse(page.contains("<script"), page);
            assertFalse(page.contains("<img"), page);
            Matcher link = LINK.matcher(page);
            while (link.find()) {
                assertTrue(link.group(1).startsWith("/") || link.group(1).startsWith("#"), link.group());
                assertFalse(link.group(1).startsWith("//"), link.group());
            }
        }
    }

    @Test
    void everyPageHasOneHeadingItsLanguageAndTheOther() {
        for (String page : all()) {
            assertEquals(1, page.split("<h1>", -1).length - 1, page);
            assertTrue(page.contains("hreflang=\""), page);
            assertTrue(page.startsWith("<!DOCTYPE html>"), page);
        }
    }

    @Test
    void feedIsTheSameEachTime() {
        String feed = Feed.of(zone, around(Language.SV));

        assertEquals(feed, Feed.of(zone, around(Language.SV)));
        assertTrue(feed.contains("&lt;script&gt;"), feed);
        assertTrue(feed.contains("Kan omfattas av sekretess"), feed);
    }

    private List<String> all() {
        List<String> pages = new ArrayList<>();
        for (Language l : Language.values()) {
            Surround around = around(l);
            pages.add(Pages.html(StartPage.of(zone, around, true)));
            pages.add(Pages.html(StartPage.of(zone, new Surround(l, "Perstorp", false, false), false)));
            for (String view : Asked.VIEWS) {
                Asked asked = Asked.of(Map.of("q", List.of("<b>\"alert"), "vy", List.of(view)));
                pages.add(Pages.html(ResultsPage.of(zone, around, asked)));
            }
            pages.add(Pages.html(results("", l)));
            for (String id : List.of(SampleZone.MINUTES, SampleZone.HOSTILE)) {
                pages.add(Pages.html(
                        DocumentPage.of(zone, (PublicRecord) zone.find(id).orElseThrow(), around, "", 0)));
            }
            pages.add(Pages.html(
                    NoticePage.of((Notice) zone.find(SampleZone.SECRET).orElseThrow(), around)));
            pages.add(Pages.html(ListPage.register(zone, around, "")));
            pages.add(Pages.html(ListPage.caseOf(zone, around, "\"><script>")));
            pages.add(Pages.html(AboutPage.of(zone, around)));
            pages.add(Pages.html(PlainPage.accessibility(around)));
            pages.add(Pages.html(PlainPage.notFound(around)));
            pages.add(Pages.html(PlainPage.failed(around)));
            pages.add(Pages.html(PlainPage.refused(around)));
        }
        return pages;
    }

    private ResultsPage results(String query, Language l) {
        return ResultsPage.of(zone, around(l), Asked.of(Map.of("q", List.of(query))));
    }

    private static Surround around(Language l) {
        return new Surround(l, "Perstorps kommun", true, false);
    }
}
