package se.sigill.app.worlds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.fact.Notice;
import se.sigill.core.fact.PublicRecord;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.record.RecordId;
import se.sigill.core.tlog.Checkpoint;
import se.sigill.core.tlog.SignedNote;
import se.sigill.look.Asked;
import se.sigill.look.Language;
import se.sigill.open.ask.AskDesk;
import se.sigill.open.ask.Letterbox;
import se.sigill.open.ask.Sent;
import se.sigill.open.page.AboutPage;
import se.sigill.open.page.AskPage;
import se.sigill.open.page.DocumentPage;
import se.sigill.open.page.Feed;
import se.sigill.open.page.ListPage;
import se.sigill.open.page.NoticePage;
import se.sigill.open.page.Pages;
import se.sigill.open.page.PlainPage;
import se.sigill.open.page.ResultsPage;
import se.sigill.open.page.Sitemap;
import se.sigill.open.page.StartPage;
import se.sigill.open.page.Surround;
import se.sigill.zone.Zone;

/** Somebody outside who knows what is hidden and asks for it in every way that a page of the open site allows. */
record Asking(Zone zone, OutsideHome outside) {
    private static final String AUTHORITY = "Kommunen";

    /** Every page there is, by its address. @param secret what to ask for besides */
    Map<String, String> everything(List<RecordId> open, List<CatalogueRecord> secret) {
        Map<String, String> pages = new LinkedHashMap<>();
        for (String part : Sitemap.PARTS) {
            pages.put("/sitemap/" + part, Sitemap.part(zone, "https://arkiv.example", part));
        }
        pages.put("/log/checkpoint", log());
        for (Language l : Language.values()) {
            Surround around = new Surround(l, AUTHORITY, true, false);
            String code = l.code();
            pages.put(code + "/", Pages.html(StartPage.of(zone, around, true)));
            pages.put(code + "/om", Pages.html(AboutPage.of(zone, around)));
            pages.put(code + "/diarium.atom", Feed.of(zone, around));
            pages.put(code + "/diarium", Pages.html(ListPage.register(zone, around, "")));
            for (String query : queries(secret)) {
                for (String order : List.of("bast", "nyast")) {
                    pages.put(code + "/sok " + order + " " + query, search(around, query, order));
                }
            }
            for (CatalogueRecord each : secret) {
                RecordDescription d = each.description();
                pages.put(code + "/diarium " + d.date(), Pages.html(ListPage.register(zone, around, d.date())));
                pages.put(code + "/arende " + d.diaryNumber(), caseOf(around, d.diaryNumber()));
                pages.put(code + "/handling " + d.id(), record(around, d.id()));
                pages.put(code + "/begar " + d.id(), begun(around, "id", d.id().value()));
                pages.put(code + "/begar " + d.diaryNumber(), begun(around, "arende", d.diaryNumber()));
                pages.put(code + "/begar + " + d.id(), added(around, d.id().value(), d.diaryNumber()));
            }
            for (RecordId id : open) {
                pages.put(code + "/handling " + id, record(around, id));
            }
        }
        return pages;
    }

    /** What of the public log is not salted or signed: whose it is, and how long. */
    private String log() {
        try {
            Optional<byte[]> note = zone.logCheckpoint();
            if (note.isEmpty()) {
                // A world in which nothing is open.
                return "none";
            }
            Checkpoint head = Checkpoint.of(SignedNote.parse(note.get()));
            return head.origin() + " " + head.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String begun(Surround around, String name, String value) {
        return form(around, desk().begin(Sent.of(Map.of(name, List.of(value))), around.language()));
    }

    /** Both in the basket and among what is to be looked up. */
    private String added(Surround around, String id, String number) {
        Map<String, List<String>> form = Map.of(
                "id", List.of(id),
                "fler", List.of(number + "\nhttps://arkiv.example/sv/handling/" + id),
                "gor", List.of("skicka"));
        return form(around, desk().take(Sent.of(form), around.language()));
    }

    private AskDesk desk() {
        return new AskDesk(zone, new Letterbox(outside, new SecureRandom()), Clock.systemUTC(), new SecureRandom());
    }

    private String form(Surround around, AskDesk.Step step) {
        return switch (step) {
            case AskDesk.Step.Write write -> Pages.html(AskPage.of(zone, around, write, true));
            case AskDesk.Step.Closed closed -> Pages.html(AskPage.closed(zone, around, closed, true));
            // The code is another each time.
            case AskDesk.Step.Received received ->
                "received " + received.draft().records();
        };
    }

    /** What somebody would do who guesses at one record. @return the length of all answers together */
    int guess(CatalogueRecord secret) {
        Surround around = new Surround(Language.SV, AUTHORITY, true, false);
        RecordDescription d = secret.description();
        return record(around, d.id()).length()
                + caseOf(around, d.diaryNumber()).length()
                + begun(around, "id", d.id().value()).length()
                + begun(around, "arende", d.diaryNumber()).length()
                + search(around, d.diaryNumber(), "bast").length()
                + search(around, d.title(), "bast").length();
    }

    private String search(Surround around, String query, String order) {
        return Pages.html(
                ResultsPage.of(zone, around, Asked.of(Map.of("q", List.of(query), "ordning", List.of(order)))));
    }

    private String caseOf(Surround around, String number) {
        return Pages.html(ListPage.caseOf(zone, around, number));
    }

    private String record(Surround around, RecordId id) {
        return zone.find(id.value())
                .map(each -> switch (each) {
                    case PublicRecord record -> Pages.html(DocumentPage.of(zone, record, around, "", 0));
                    case Notice notice -> Pages.html(NoticePage.of(notice, around));
                })
                .orElseGet(() -> Pages.html(PlainPage.notFound(around)));
    }

    private static Set<String> queries(List<CatalogueRecord> secret) {
        Set<String> queries = new TreeSet<>(List.of("", "beslut", "protokoll OR avtal", "-beslut", "2026", "bes*"));
        for (CatalogueRecord each : secret) {
            RecordDescription d = each.description();
            queries.add(d.diaryNumber());
            queries.add("\"" + d.title() + "\"");
            queries.add(d.counterparty());
            queries.add("nämnd:\"" + d.authority() + "\"");
            queries.add(d.title().split(" ")[0] + "x");
        }
        return queries;
    }
}
