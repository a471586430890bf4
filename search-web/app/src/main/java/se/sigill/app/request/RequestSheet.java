package se.sigill.app.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.access.Openness;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.json.Json;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.Decision;
import se.sigill.core.request.Request;

/**
 * One request as whoever answers it sees it: what was asked and said, the records it is about, and what is decided of
 * each; the same in REST and on the command line. Who asks is not in it. Never printed but through {@link #toJson}.
 *
 * @param form how the copies are wanted
 * @param words what was asked for, in their own words; may be empty
 * @param items the records, and decisions about none; in the order of the page
 * @param letters ids of the records of decisions that were written
 * @param seen log index of the newest act: a decision that says it is not stopped by what was decided till then
 */
public record RequestSheet(
        RequestLine line,
        String form,
        String language,
        String words,
        List<Said> said,
        List<Item> items,
        List<String> letters,
        long seen) {

    /** @param by {@code requester}, or the account of who wrote */
    public record Said(Instant at, String by, String kind, String provision, String text) {
        Json.Obj toJson() {
            return Json.object()
                    .with("at", at.toString())
                    .with("by", by)
                    .with("kind", kind)
                    .with("provision", provision)
                    .with("text", text);
        }
    }

    /**
     * A record of the request.
     *
     * @param record id of it; empty where there is none to decide about
     * @param title empty if the acting user may not know it
     * @param openness {@code open}, {@code restricted} or {@code undecided}; empty if the user may not know it
     * @param releasedBefore how often it was handed out to anybody
     */
    public record Item(
            String record,
            String number,
            String title,
            String openness,
            int releasedBefore,
            Optional<Decision> decision,
            Terms terms,
            boolean handedOut) {
        Json.Obj toJson() {
            Json.Obj json = Json.object()
                    .with("record", record)
                    .with("number", number)
                    .with("title", title)
                    .with("openness", openness)
                    .with("releasedBefore", releasedBefore)
                    .with("handedOut", handedOut);
            decision.ifPresent(each -> json.with("decision", decided(each, terms)));
            return json;
        }
    }

    public RequestSheet {
        said = List.copyOf(said);
        items = List.copyOf(items);
        letters = List.copyOf(letters);
    }

    static RequestSheet of(OpenArchive archive, RequestBook.Entry entry) {
        Request request = entry.request();
        List<Item> items = new ArrayList<>();
        for (String of : new Candidates(archive).of(request)) {
            items.add(item(archive, request, of));
        }
        request.decision("").ifPresent(none -> {
            Terms terms = Terms.of(archive, request.id(), none);
            items.add(new Item("", "", "", "", 0, Optional.of(none), terms, false));
        });
        return new RequestSheet(
                RequestLine.of(entry, archive.clock().instant()),
                request.asked().form(),
                request.asked().language(),
                RequestText.of(archive, entry.record())
                        .map(RequestText::ownWords)
                        .orElse(""),
                request.said().stream().map(RequestSheet::said).toList(),
                items,
                request.letters().stream().map(Request.Letter::record).toList(),
                archive.catalogue().requestActs(request.id()).getLast().index());
    }

    private static Said said(Request.Said each) {
        return new Said(
                each.at(), each.requester() ? "requester" : each.by(), each.kind(), each.provision(), each.text());
    }

    /** Of a record that the acting user may not know the entry of only its id is told, as on the page. */
    private static Item item(OpenArchive archive, Request request, String of) {
        Optional<CatalogueRecord> known =
                archive.find(of).filter(record -> archive.sight().rights(record).metadata());
        return new Item(
                of,
                known.map(record -> record.description().diaryNumber()).orElse(""),
                known.map(record -> record.description().title()).orElse(""),
                known.map(record -> word(archive.rules().answer(record, archive.today())))
                        .orElse(""),
                RecordId.isId(of)
                        ? archive.catalogue().releasesOf(new RecordId(of)).size()
                        : 0,
                request.decision(of),
                request.decision(of)
                        .map(decision -> Terms.of(archive, request.id(), decision))
                        .orElse(Terms.NONE),
                request.copies().stream().anyMatch(copy -> copy.of().equals(of) && !copy.stopped()));
    }

    /** With the index of its act, by which a second person names it. */
    private static Json.Obj decided(Decision decision, Terms terms) {
        Json.Obj json = Json.object()
                .with("act", decision.act())
                .with("at", decision.at().toString())
                .with("by", decision.by())
                .with("outcome", decision.outcome().word())
                .with("withheld", Json.texts(decision.withheld()))
                .with("provision", decision.provision())
                .with("reason", decision.reason())
                .with("notLess", decision.notLess())
                .with("delegation", decision.delegation())
                .with("alone", decision.alone())
                .with("waits", decision.waits())
                .with("stands", decision.stands());
        decision.signature()
                .ifPresent(second -> json.with("second", second.by()).with("secondSaid", second.reason()));
        terms.reservation()
                .ifPresent(each -> json.with("conditions", each.conditions()).with("accepted", each.isAccepted()));
        terms.forwarding().ifPresent(to -> json.with("to", to.authority()).with("reached", to.reached()));
        return json;
    }

    private static String word(Openness openness) {
        return switch (openness) {
            case Openness.Open _ -> "open";
            case Openness.Restricted _ -> "restricted";
            case Openness.Undecided _ -> "undecided";
        };
    }

    public Json.Obj toJson() {
        return line.toJson()
                .with("form", form)
                .with("language", language)
                .with("words", words)
                .with("said", Json.array(said.stream().map(Said::toJson).toList()))
                .with("records", Json.array(items.stream().map(Item::toJson).toList()))
                .with("letters", Json.texts(letters))
                .with("seen", seen);
    }

    @Override
    public String toString() {
        return "RequestSheet[" + line.number() + ", " + line.state() + ", content hidden]";
    }
}
