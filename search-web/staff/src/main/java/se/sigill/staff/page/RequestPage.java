package se.sigill.staff.page;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.sigill.app.request.Candidates;
import se.sigill.app.request.LeftOut;
import se.sigill.app.request.Presence;
import se.sigill.app.request.RequestBook;
import se.sigill.app.request.RequestText;
import se.sigill.app.request.Terms;
import se.sigill.app.request.WebToo;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.access.Provision;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.Decision;
import se.sigill.core.request.Outcome;
import se.sigill.core.request.Request;
import se.sigill.core.request.WorkingTime;
import se.sigill.look.Fact;
import se.sigill.look.Language;
import se.sigill.look.Sizes;

/**
 * One request: what was asked and said, the records it is about with what is decided of each, and what can be done now.
 *
 * @param seen log index of the newest act that the page knows of: whoever decides later than somebody else is told
 * @param others who else looks at it now
 * @param after what comes of it beside decisions: fees, copies that are out, appeals, incidents
 * @param open whether it can be decided about
 * @param mayHandOut whether something is decided that is not carried out
 * @param web what can be put on the web with that
 */
public record RequestPage(
        Frame frame,
        String id,
        String problem,
        String message,
        List<Fact> facts,
        List<String> others,
        String words,
        List<Line> said,
        List<Item> items,
        List<Item> none,
        List<Letter> letters,
        List<Lead> after,
        boolean open,
        boolean mayTake,
        boolean mayHandOut,
        List<Web> web,
        long seen,
        List<String> provisions) {
    /** What was said. @param facts who and when */
    public record Line(String facts, String text, boolean requester) {}

    /** A record that is open and not on the web. */
    public record Web(String of, String title) {}

    /** A letter that was made. @param link its record */
    public record Letter(String text, String link) {}

    /**
     * A record of the request, or the decision that there is none.
     *
     * @param of id of the record; empty where there is none
     * @param tag whether it is open, in a word; empty if the visitor may not know
     * @param earlier how often it was handed out before; empty if never
     * @param decided what is decided, with who; empty if nothing is
     * @param reasons of that
     * @param waits log index of a decision that waits for a second person; 0 if none does
     * @param mine whether that decision is the visitor's own
     * @param mayDecide whether it can be decided now
     * @param choices parts that can be left out; empty if it is no mail, or the visitor may not read it
     * @param pages of which some can be left out; 0 if it is no PDF of several, or the visitor may not read it
     */
    public record Item(
            String of,
            String title,
            String link,
            String tag,
            String earlier,
            String decided,
            List<String> reasons,
            long waits,
            boolean mine,
            boolean mayDecide,
            List<Choice> choices,
            int pages) {
        public Item {
            reasons = List.copyOf(reasons);
            choices = List.copyOf(choices);
        }

        /** Whether some of it can be left out. */
        public boolean mayPart() {
            return !choices.isEmpty() || pages > 0;
        }
    }

    /** A part that can be left out. @param target of the decision @param text number, name, kind and size */
    public record Choice(String target, String text) {}

    public RequestPage {
        facts = List.copyOf(facts);
        others = List.copyOf(others);
        said = List.copyOf(said);
        items = List.copyOf(items);
        none = List.copyOf(none);
        letters = List.copyOf(letters);
        after = List.copyOf(after);
        web = List.copyOf(web);
        provisions = List.copyOf(provisions);
    }

    public static RequestPage of(Surround around, RequestBook.Entry entry, String problem, String message) {
        return new Maker(around, entry).page(problem, message);
    }

    private record Maker(
            Surround around, RequestBook.Entry entry, OpenArchive archive, Request request, Language l, ZoneId zone) {
        Maker(Surround around, RequestBook.Entry entry) {
            this(
                    around,
                    entry,
                    around.archive(),
                    entry.request(),
                    around.language(),
                    around.archive().config().archive().zone());
        }

        RequestPage page(String problem, String message) {
            String account = archive.actor().name();
            String id = request.id().value();
            boolean due = !request.due().isEmpty() || unwritten();
            return new RequestPage(
                    around.frame(
                            Place.REQUESTS,
                            l.say("Begäran ", "Request ") + entry.number(),
                            Place.REQUESTS.path() + "/" + id),
                    id,
                    problem,
                    message,
                    facts(),
                    Presence.of(archive).others(id, account, archive.clock().instant()),
                    RequestText.of(archive, entry.record())
                            .map(RequestText::ownWords)
                            .orElse(""),
                    request.said().stream().map(this::said).toList(),
                    new Candidates(archive).of(request).stream().map(this::item).toList(),
                    request.decisions().stream()
                            .filter(each -> each.of().isEmpty())
                            .map(this::none)
                            .toList(),
                    request.letters().stream()
                            .map(letter -> new Letter(
                                    (letter.kind().equals(Request.Letter.DISMISSAL)
                                                    ? l.say("Avvisning av överklagande ", "Dismissal of an appeal ")
                                                    : l.say("Beslut ", "Decision "))
                                            + Words.time(letter.at(), zone),
                                    "/" + l.code() + "/handling/" + letter.record()))
                            .toList(),
                    Aftermath.of(around, entry),
                    request.isDecidable(),
                    request.isOpen() && request.person().filter(account::equals).isEmpty(),
                    request.isDecidable() && due && request.decisions().stream().noneMatch(Decision::waits),
                    new WebToo(archive)
                            .of(request).stream()
                                    .map(record -> new Web(
                                            record.id().value(),
                                            record.description().title()))
                                    .toList(),
                    newest(),
                    archive.rules().access().provisions().all().stream()
                            .filter(row -> row.validity().includes(archive.today()))
                            .map(Provision::reference)
                            .distinct()
                            .toList());
        }

        private boolean unwritten() {
            long told = request.letters().stream()
                    .filter(letter -> letter.kind().equals(Request.Letter.DECISION))
                    .mapToLong(Request.Letter::act)
                    .max()
                    .orElse(-1);
            return request.decisions().stream()
                    .anyMatch(each -> each.stands() && each.outcome().isNo() && each.act() > told);
        }

        private long newest() {
            return archive.catalogue().requestActs(request.id()).getLast().index();
        }

        private List<Fact> facts() {
            WorkingTime time = WorkingTime.between(
                    request.asked().arrived(),
                    request.closing().map(Request.Closing::at).orElseGet(() -> archive.clock()
                            .instant()));
            return new Fact.Sheet()
                    .with(l.say("Läge", "State"), RequestsPage.state(request.state(), l))
                    .with(l.say("Inkom", "Came in"), Words.time(request.asked().arrived(), zone) + ", " + channel())
                    .with(
                            l.say("Har väntat", "Has waited"),
                            RequestsPage.say(time.age().word(), l) + ": " + RequestsPage.say(time.said(), l))
                    .with(l.say("Myndighet", "Authority"), entry.record().authority())
                    .with(l.say("Vill ha", "Wants"), form())
                    .with(l.say("Ansvarig", "Answered by"), request.person().orElse(l.say("ingen än", "nobody yet")))
                    .facts();
        }

        private String channel() {
            return switch (request.asked().channel()) {
                case "phone" -> l.say("per telefon", "by phone");
                case "desk" -> l.say("i disken", "at the desk");
                case "mail" -> l.say("med e-post", "by e-mail");
                case "letter" -> l.say("med brev", "by letter");
                default -> l.say("på webben", "on the web");
            };
        }

        private String form() {
            return switch (request.asked().form()) {
                case "e-mail" -> l.say("e-post", "e-mail");
                case "paper" -> l.say("papper", "paper");
                case "on-site" -> l.say("läsa på plats", "to read on the spot");
                default -> l.say("hämta med kod", "to fetch with the code");
            };
        }

        private Line said(Request.Said each) {
            String who = each.requester() ? l.say("Den som frågar", "Who asks") : person(each.by());
            String provision = each.provision().isEmpty() ? "" : ", " + each.provision();
            return new Line(
                    Words.time(each.at(), zone) + ", " + who + kind(each.kind()) + provision,
                    each.text(),
                    each.requester());
        }

        private String kind(String kind) {
            return switch (kind) {
                case "question" -> l.say(", fråga", ", question");
                case "clarification" -> l.say(", vad som menas", ", what is meant");
                case "delay" -> l.say(", om dröjsmål", ", about a delay");
                case "informal-no" -> l.say(", nej utan beslut", ", a no without a decision");
                case "reservation-accepted" -> l.say(", godtar förbehållet", ", accepts the reservation");
                case "decision-wanted" -> l.say(", vill ha ett beslut", ", wants a decision");
                case "withdrawal" -> l.say(", tar tillbaka begäran", ", withdraws the request");
                case "appeal" -> l.say(", överklagar", ", appeals");
                case "fee-accepted" -> l.say(", godtar avgiften", ", accepts the fee");
                default -> "";
            };
        }

        private Item item(String of) {
            Optional<CatalogueRecord> record = archive.find(of);
            Optional<Decision> decision = request.decision(of);
            boolean known = record.filter(each -> archive.sight().rights(each).metadata())
                    .isPresent();
            String title = record.filter(_ -> known)
                    .map(each -> each.description().title())
                    .orElse(l.say("Handling som du inte får läsa", "A record that you may not read"));
            String number = record.map(each -> each.description().diaryNumber())
                    .filter(text -> !text.isBlank())
                    .map(text -> text + ", ")
                    .orElse("");
            int earlier = RecordId.isId(of)
                    ? archive.catalogue().releasesOf(new RecordId(of)).size()
                    : 0;
            boolean mayDecide =
                    request.isDecidable() && decision.filter(Decision::waits).isEmpty() && !handedOut(of);
            Optional<LeftOut> parts = record.filter(
                            each -> mayDecide && archive.sight().rights(each).content())
                    .map(each -> LeftOut.of(archive, each))
                    .filter(LeftOut::isPossible);
            return new Item(
                    of,
                    number + title,
                    record.isPresent() ? "/" + l.code() + "/handling/" + of : "",
                    record.filter(_ -> known)
                            .map(each -> Words.tag(archive.rules().answer(each, archive.today()), l))
                            .orElse(""),
                    earlier == 0
                            ? ""
                            : l.say("Utlämnad tidigare: ", "Handed out before: ")
                                    + earlier
                                    + l.say(" gånger. Pröva ändå på nytt.", " times. Assess it anew all the same."),
                    decision.map(this::decided).orElse(""),
                    decision.map(this::reasons).orElse(List.of()),
                    decision.filter(Decision::waits).map(Decision::act).orElse(0L),
                    decision.filter(each -> each.by().equals(archive.actor().text()))
                            .isPresent(),
                    mayDecide,
                    parts.map(LeftOut::parts).orElse(List.of()).stream()
                            .map(this::choice)
                            .toList(),
                    parts.map(LeftOut::pages).orElse(0));
        }

        private Choice choice(LeftOut.Part part) {
            String which = part.isText()
                    ? l.say("Meddelandets text", "The text of the message")
                    : l.say("Bilaga ", "Attachment ") + part.number();
            String name = part.name().isEmpty() ? "" : ": " + part.name();
            return new Choice(
                    part.target(), which + name + " · " + part.mime() + " · " + Sizes.of(part.sizeBytes(), l));
        }

        private boolean handedOut(String of) {
            return request.copies().stream().anyMatch(copy -> copy.of().equals(of) && !copy.stopped());
        }

        private Item none(Decision each) {
            return new Item(
                    "",
                    l.say("Det som inte finns här", "What is not here"),
                    "",
                    "",
                    "",
                    decided(each),
                    reasons(each),
                    each.waits() ? each.act() : 0,
                    each.by().equals(archive.actor().text()),
                    false,
                    List.of(),
                    0);
        }

        private List<String> reasons(Decision each) {
            Terms terms = Terms.of(archive, request.id(), each);
            return Stream.of(leftOut(each), each.reason(), each.notLess(), reservation(terms), sentOn(terms))
                    .filter(text -> !text.isBlank())
                    .toList();
        }

        private String leftOut(Decision each) {
            return each.outcome() != Outcome.PART
                    ? ""
                    : l.say("Utelämnas: ", "Left out: ")
                            + archive.find(each.of())
                                    .map(record -> LeftOut.of(archive, record).said(each.withheld(), l == Language.EN))
                                    .orElse(String.join(", ", each.withheld()))
                            + ".";
        }

        private String reservation(Terms terms) {
            return terms.reservation()
                    .map(each -> l.say("Förbehåll", "Reservation")
                            + (each.isAccepted()
                                    ? l.say(", godtaget: ", ", accepted: ")
                                    : l.say(", inte godtaget än: ", ", not accepted yet: "))
                            + each.conditions())
                    .orElse("");
        }

        private String sentOn(Terms terms) {
            return terms.forwarding()
                    .map(to -> l.say("Till ", "To ") + to.authority() + ": " + to.reached())
                    .orElse("");
        }

        private String decided(Decision each) {
            String by = outcome(each.outcome()) + (each.provision().isEmpty() ? "" : ", " + each.provision()) + " – "
                    + person(each.by()) + " " + Words.time(each.at(), zone);
            if (each.waits()) {
                return by + l.say(". Väntar på en andra person.", ". Waits for a second person.");
            }
            if (each.signature().isPresent()) {
                Decision.Signature second = each.signature().get();
                return by
                        + (second.agrees()
                                ? l.say(". Granskat av ", ". Reviewed by ")
                                : l.say(". Återsänt av ", ". Sent back by "))
                        + person(second.by())
                        + (second.reason().isBlank() ? "." : ": " + second.reason());
            }
            return by + (each.alone().isBlank() ? "." : l.say(". Ensam: ", ". Alone: ") + each.alone());
        }

        private String outcome(Outcome outcome) {
            return switch (outcome) {
                case WHOLE -> l.say("Lämnas ut", "Released");
                case PART -> l.say("Lämnas ut i delar", "Released in part");
                case WITH_RESERVATION -> l.say("Lämnas ut med förbehåll", "Released with a reservation");
                case REFUSED -> l.say("Lämnas inte ut", "Refused");
                case NOT_HELD -> l.say("Finns inte här", "Not held");
                case NOT_OFFICIAL -> l.say("Ingen allmän handling", "No official document");
                case FORWARDED -> l.say("Skickad vidare", "Sent on");
            };
        }

        private static String person(String actor) {
            return actor.substring(actor.indexOf(':') + 1);
        }
    }
}
