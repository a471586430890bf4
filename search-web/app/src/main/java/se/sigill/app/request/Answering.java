package se.sigill.app.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.User;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.inbox.AskedLetter;
import se.sigill.core.log.Act;
import se.sigill.core.log.Actor;
import se.sigill.core.log.Appended;
import se.sigill.core.log.RequestAct;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.Decision;
import se.sigill.core.request.Request;
import se.sigill.core.request.Wording;
import se.sigill.formats.letter.Letters;
import se.sigill.formats.part.Withholding;

/**
 * What a person does with a request: takes it, writes to who asks, decides record by record, agrees with another's
 * decision, hands out, closes. Each is an act by the acting user; a rule or a job can do none of it. What comes after
 * stands in {@link Appeals}, {@link Fees} and {@link Leaks}.
 */
public final class Answering {
    /** A page of a letter. */
    public static final int TEXT_MAX = 4_000;

    /** What was asked about the person or the purpose has a provision that makes it necessary (TF 2 kap. 18 §). */
    public static final String QUESTION = "question";

    private static final Set<String> KINDS = Set.of(QUESTION, InformalNo.KIND, "clarification", "notice", "delay");
    private static final Set<String> ENDS = Set.of("answered", "withdrawn", "dismissed");

    private static final List<Object> LOCKS =
            IntStream.range(0, 64).mapToObj(_ -> new Object()).toList();

    private final OpenArchive archive;
    private final Supplier<? extends Letters> letters;
    private final Supplier<? extends Withholding> copies;
    private final RequestBook book;

    /**
     * @param letters is asked for only where a letter is to be made
     * @param copies is asked for only where a copy in part is to be made
     */
    public Answering(OpenArchive archive, Supplier<? extends Letters> letters, Supplier<? extends Withholding> copies) {
        this.archive = archive;
        this.letters = letters;
        this.copies = copies;
        this.book = new RequestBook(archive);
    }

    /** For everything but handing out and dismissing, which make files. */
    public static Answering withoutEngines(OpenArchive archive) {
        return new Answering(
                archive,
                () -> {
                    throw new IllegalStateException("no letter was to be made");
                },
                () -> {
                    throw new IllegalStateException("no copy was to be made");
                });
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** There is no such request, or none that is the user's to answer. */
        record Unknown() implements Outcome {}

        /** Nothing was changed. */
        record Refused(Wording why) implements Outcome {}

        /** @param act log index of the act, the first of several */
        record Done(long act) implements Outcome {}
    }

    /** The user answers for the request from now on. */
    public Outcome take(String id) {
        return with(
                id,
                entry -> act(
                        entry,
                        new RequestAct.Assigned(now(), actor(), entry.request().id(), account())));
    }

    /**
     * Writes to who asks.
     *
     * @param kind {@code clarification} (what is meant), {@code question} (about person or purpose), {@code notice},
     *     {@code delay} or {@code informal-no} (an employee's no: what it lacks of the law is added)
     * @param provision needed for a question; else empty
     */
    public Outcome say(String id, String kind, String provision, String text) {
        return with(id, entry -> {
            if (!KINDS.contains(kind) || text.isBlank() || text.length() > TEXT_MAX) {
                return refused(
                        "Skriv vad du vill säga, högst " + TEXT_MAX + " tecken.",
                        "Write what you want to say, at most " + TEXT_MAX + " characters.");
            }
            if (kind.equals(QUESTION) && provision.isBlank()) {
                return refused(
                        "Ange vilken bestämmelse som gör frågan nödvändig. Utan den får du inte fråga vem någon är"
                                + " eller varför (TF 2 kap. 18 §).",
                        "Give the provision that makes the question necessary. Without one you may not ask who somebody"
                                + " is or why (TF 2:18).");
            }
            String words = AskedLetter.plain(text).strip();
            Optional<String> told =
                    kind.equals(InformalNo.KIND) ? InformalNo.text(archive, entry, words) : Optional.of(words);
            return told.isEmpty()
                    ? refused(
                            "Adressen till myndigheten saknas. Anta tabellen boards: den behövs för hur man får ett"
                                    + " beslut.",
                            "The address of the authority is missing. Adopt the table boards: it is needed for how to"
                                    + " ask for a decision.")
                    : act(
                            entry,
                            new RequestAct.Talked(
                                    now(),
                                    actor(),
                                    entry.request().id(),
                                    false,
                                    now(),
                                    kind,
                                    provision.strip(),
                                    told.get()));
        });
    }

    /**
     * Decides about one record, or that there is none.
     *
     * @param seen log index of the newest act of the request that the user knew of
     */
    public Outcome decide(String id, Proposal proposal, long seen) {
        return with(id, entry -> {
            boolean later = entry.request()
                    .decision(proposal.of())
                    .filter(each -> each.act() > seen)
                    .isPresent();
            if (later) {
                return refused(
                        "Någon annan har beslutat om handlingen medan du hade sidan öppen. Läs det först.",
                        "Somebody else has decided about the record while you had the page open. Read that first.");
            }
            DecisionRules.Answer answer = new DecisionRules(archive).judge(entry, proposal);
            return switch (answer) {
                case DecisionRules.Answer.No(Wording why) -> new Outcome.Refused(why);
                case DecisionRules.Answer.Yes(String delegation, boolean second) ->
                    acts(
                            entry,
                            DecisionActs.of(
                                    archive,
                                    new RequestAct.Decided(
                                            now(),
                                            actor(),
                                            entry.request().id(),
                                            proposal.of(),
                                            proposal.outcome().word(),
                                            String.join(" ", proposal.withheld()),
                                            proposal.provision(),
                                            proposal.reason(),
                                            proposal.notLess(),
                                            delegation,
                                            second,
                                            second ? proposal.alone() : ""),
                                    proposal));
            };
        });
    }

    /** Agrees with another's decision, or sends it back. @param decision log index of it */
    public Outcome countersign(String id, long decision, boolean agrees, String reason) {
        return with(id, entry -> {
            Optional<Decision> waiting = entry.request().decisions().stream()
                    .filter(each -> each.act() == decision && each.waits())
                    .findFirst();
            if (waiting.isEmpty()) {
                return refused(
                        "Beslutet väntar inte på någon. Läs om sidan.",
                        "The decision waits for nobody. Load the page again.");
            }
            if (!agrees && reason.isBlank()) {
                return refused("Skriv vad som behöver ändras.", "Write what must be changed.");
            }
            Optional<Wording> no = new DecisionRules(archive).mayNotSign(entry, waiting.get());
            return no.isPresent()
                    ? new Outcome.Refused(no.get())
                    : act(
                            entry,
                            new RequestAct.Countersigned(
                                    now(), actor(), entry.request().id(), decision, agrees, reason.strip()));
        });
    }

    /**
     * Carries out what was decided: seals what is not sealed yet, writes the decision, and lays copies and letter where
     * who asked can fetch them.
     */
    public Outcome handOut(String id) {
        return handOut(id, Set.of());
    }

    /**
     * The same, and puts some of it on the web.
     *
     * @param web ids of records; each must be one of {@link WebToo#of}, else nothing is handed out either
     */
    public Outcome handOut(String id, Set<String> web) {
        return with(id, entry -> {
            if (chosen(entry, web).size() < web.size()) {
                return refused(
                        "Bara det som lämnas ut helt, är bedömt som öppet och är ditt att öppna kan läggas ut på"
                                + " webben i samma steg. Inget är utlämnat.",
                        "Only what is handed out whole, is open by assessment and is yours to open can be put on the"
                                + " web in the same step. Nothing was released.");
            }
            if (entry.request().decisions().stream().anyMatch(Decision::waits)) {
                return refused(
                        "Ett beslut väntar på en andra person. Inget är utlämnat.",
                        "A decision waits for a second person. Nothing was released.");
            }
            HandingOut.Done done = new HandingOut(archive, letters, copies).handOut(entry);
            return switch (done) {
                case HandingOut.Done.Nothing _ ->
                    refused("Det finns inget beslut att verkställa.", "There is no decision to carry out.");
                case HandingOut.Done.Waits _ ->
                    refused(
                            "Kopiorna väntar på sin avgift. Inget är utlämnat.",
                            "The copies wait for their fee. Nothing was released.");
                case HandingOut.Done.Impossible(Wording why) -> new Outcome.Refused(why);
                case HandingOut.Done.Acts(List<RequestAct> acts) -> {
                    // Letters take a while: whoever has closed a record meanwhile is not overruled.
                    archive.catchUp();
                    Stream<Act> published = chosen(entry, web).stream()
                            .filter(each -> isReleased(acts, each))
                            .map(new WebToo(archive)::act);
                    yield acts(entry, Stream.concat(acts.stream(), published).toList());
                }
            };
        });
    }

    /** Those of the records that may go on the web as they stand now. */
    private List<CatalogueRecord> chosen(RequestBook.Entry entry, Set<String> web) {
        return web.isEmpty()
                ? List.of()
                : new WebToo(archive)
                        .of(entry.request()).stream()
                                .filter(each -> web.contains(each.id().value()))
                                .toList();
    }

    /** What waits for its fee does not go on the web before it. */
    private static boolean isReleased(List<RequestAct> acts, CatalogueRecord record) {
        return acts.stream()
                .anyMatch(act -> act instanceof RequestAct.Released released
                        && released.of().equals(record.id().value()));
    }

    /** @param how {@code answered}, {@code withdrawn} or {@code dismissed} */
    public Outcome close(String id, String how, String reason) {
        return with(id, entry -> {
            Request request = entry.request();
            if (request.hasOpenAppeal()) {
                return refused(
                        "Ett överklagande är inte avgjort. Begäran avslutas efter det.",
                        "An appeal is not settled. The request is closed after that.");
            }
            if (!ENDS.contains(how) || (!how.equals("answered") && reason.isBlank())) {
                return refused("Skriv varför begäran avslutas.", "Write why the request is closed.");
            }
            boolean open = request.decisions().stream().anyMatch(Decision::waits)
                    || !request.due().isEmpty();
            if (open) {
                return refused(
                        "Något som är beslutat är inte verkställt än.",
                        "Something that was decided is not carried out yet.");
            }
            if (request.isDecisionWanted() && !how.equals("withdrawn")) {
                return refused(
                        "Den som frågar vill ha ett beslut av myndigheten. Låt någon med delegation besluta först.",
                        "Who asks wants a decision of the authority. Let somebody with a delegation decide first.");
            }
            if (how.equals("answered") && request.decisions().stream().noneMatch(Decision::stands)) {
                return refused("Inget är beslutat än.", "Nothing was decided yet.");
            }
            return act(entry, new RequestAct.RequestClosed(now(), actor(), request.id(), how, reason.strip()));
        });
    }

    /** What somebody does with a request. */
    @FunctionalInterface
    interface Work {
        Outcome on(RequestBook.Entry entry);
    }

    private Outcome with(String id, Work work) {
        return withAny(
                id,
                entry -> entry.request().isDecidable()
                        ? work.on(entry)
                        : refused("Begäran är avslutad.", "The request is closed."));
    }

    /** Of a request that may be closed: by a person whose it is to answer, one after the other. */
    Outcome withAny(String id, Work work) {
        return withSeen(id, entry -> new DecisionRules(archive).isToAnswer(entry) ? work.on(entry) : notYours(entry));
    }

    /** What opens nothing: also by who operates the archive and answers no request. */
    Outcome withSeen(String id, Work work) {
        if (actor().kind() != Actor.Kind.PERSON) {
            return refused("Bara en person beslutar.", "Only a person decides.");
        }
        // Two who work on one request come one after the other; the others are not kept waiting by a letter that is
        // made.
        synchronized (LOCKS.get(Math.floorMod(id.hashCode(), LOCKS.size()))) {
            archive.catchUp();
            return book.find(id).map(work::on).orElseGet(Outcome.Unknown::new);
        }
    }

    static Outcome notYours(RequestBook.Entry entry) {
        String authority = entry.record().authority();
        return refused(
                "Begäran besvaras av registratorer och beslutsfattare vid " + authority + ".",
                "The request is answered by registrars and decision-makers of " + authority + ".");
    }

    Outcome act(RequestBook.Entry entry, RequestAct act) {
        return acts(entry, List.of(act));
    }

    /** Commits all or none, and brings the requester's box up to date. */
    Outcome acts(RequestBook.Entry entry, List<? extends Act> acts) {
        Appended appended = archive.archive().decide(acts);
        archive.catchUp();
        RecordId id = entry.request().id();
        boolean _ = Posting.of(archive).postSoon(id);
        return new Outcome.Done(appended.first());
    }

    static Outcome refused(String swedish, String english) {
        return new Outcome.Refused(new Wording(swedish, english));
    }

    OpenArchive archive() {
        return archive;
    }

    Supplier<? extends Letters> letters() {
        return letters;
    }

    Instant now() {
        return archive.clock().instant();
    }

    Actor actor() {
        return archive.actor();
    }

    private String account() {
        return User.account(actor());
    }
}
