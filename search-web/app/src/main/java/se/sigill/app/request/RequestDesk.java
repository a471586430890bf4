package se.sigill.app.request;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.access.Access;
import se.sigill.core.access.Duty;
import se.sigill.core.access.Viewer;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.Wording;
import se.sigill.formats.letter.Letters;
import se.sigill.formats.part.Withholding;

/**
 * What is done with requests, for faces that name them by number: REST and the command line. The rules are those of
 * {@link Answering}, whoever asks and however; a request that is not the acting user's to see answers as one that is
 * not there.
 */
public final class RequestDesk {
    private static final Pattern NUMBER = Pattern.compile("(?i)BEG[\\s-]*(\\d{4}-\\d{1,9})");

    private final OpenArchive archive;
    private final RequestBook book;
    private final Answering answering;

    /**
     * @param letters is asked for only where a letter is to be made
     * @param copies is asked for only where a copy in part is to be made
     */
    public RequestDesk(
            OpenArchive archive, Supplier<? extends Letters> letters, Supplier<? extends Withholding> copies) {
        this.archive = archive;
        this.book = new RequestBook(archive);
        this.answering = new Answering(archive, letters, copies);
    }

    /** What came of registering. */
    public sealed interface Registered {
        record Is(RecordId request) implements Registered {}

        /** Nothing was registered. */
        record IsNot(Wording why) implements Registered {}
    }

    /** Those that are open, oldest first. */
    public List<RequestLine> open() {
        return book.open().stream()
                .map(entry -> RequestLine.of(entry, archive.clock().instant()))
                .toList();
    }

    /** @param named by id or number, {@code BEG 2026-7} */
    public Optional<RequestSheet> find(String named) {
        return entry(named).map(entry -> RequestSheet.of(archive, entry));
    }

    private Optional<RequestBook.Entry> entry(String named) {
        String name = named.strip();
        if (RecordId.isId(name)) {
            return book.find(name);
        }
        var number = NUMBER.matcher(name);
        return number.matches()
                // Letters about a request have its number too.
                ? archive.catalogue().findByDiaryNumber("BEG " + number.group(1)).stream()
                        .flatMap(id -> book.find(id.value()).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** Registers what came in another way than by the web. */
    public Registered register(Registration registration) {
        List<String> own = authorities();
        Optional<String> authority = registration.authority().isBlank()
                ? own.stream().findFirst()
                : own.stream()
                        .filter(each -> Access.sameAuthority(each, registration.authority()))
                        .findFirst();
        NamedRecords records = NamedRecords.of(archive, registration.records());
        if (authority.isEmpty()) {
            return not(
                    "Ange en myndighet vars begäranden du svarar på.",
                    "Name an authority whose requests you answer by a role.");
        }
        if (!records.unknown().isEmpty()) {
            String unknown = String.join(", ", records.unknown());
            return not(
                    "Det finns ingen handling med numret " + unknown + ".",
                    "There is no record with the number " + unknown + ".");
        }
        boolean fits = registration.isKnown()
                && registration.words().length() <= Registration.WORDS_MAX
                && records.ids().size() <= Candidates.RECORDS_MAX;
        if (!fits || (registration.words().isBlank() && records.ids().isEmpty())) {
            return not(
                    "Skriv vad som söks. Det räcker med några ord.",
                    "Write what is looked for. A few words are enough.");
        }
        return new Registered.Is(new Registering(archive)
                .register(new Registering.Asked(
                        "",
                        registration.channel(),
                        "official-document",
                        archive.clock().instant(),
                        registration.language(),
                        authority.get(),
                        records.ids(),
                        registration.words(),
                        registration.form(),
                        registration.contact(),
                        Optional.empty())));
    }

    private static Registered not(String swedish, String english) {
        return new Registered.IsNot(new Wording(swedish, english));
    }

    /** Those for which the acting user answers by a role. */
    private List<String> authorities() {
        return archive.sight().viewers().stream()
                .flatMap(viewer -> viewer instanceof Viewer.Staff(String authority, Viewer.Role _)
                                && Duty.ANSWER.isOf(viewer, authority)
                        ? Stream.of(authority)
                        : Stream.empty())
                .distinct()
                .toList();
    }

    public Answering.Outcome take(String named) {
        return on(named, answering::take);
    }

    public Answering.Outcome say(String named, String kind, String provision, String text) {
        return on(named, id -> answering.say(id, kind, provision, text));
    }

    /**
     * Puts records with the request, or takes away what nothing is decided of.
     *
     * @param add by id, number or address @param away by id
     */
    public Answering.Outcome gather(String named, List<String> add, List<String> away) {
        Optional<RequestBook.Entry> found = entry(named);
        if (found.isEmpty()) {
            return new Answering.Outcome.Unknown();
        }
        RequestBook.Entry entry = found.get();
        if (!new DecisionRules(archive).isToAnswer(entry)) {
            return Answering.notYours(entry);
        }
        if (!entry.request().isOpen()) {
            return refused("Begäran är avslutad.", "The request is closed.");
        }
        NamedRecords records = NamedRecords.of(archive, add);
        if (!records.unknown().isEmpty()) {
            String unknown = String.join(", ", records.unknown());
            return refused(
                    "Det finns ingen handling med numret " + unknown + ".",
                    "There is no record with the number " + unknown + ".");
        }
        Candidates candidates = new Candidates(archive);
        away.forEach(id -> candidates.remove(entry.request().id(), id));
        for (String id : records.ids()) {
            if (!candidates.add(entry.request().id(), new RecordId(id))) {
                return refused(
                        "Det är för många handlingar för en begäran.", "There are too many records for one request.");
            }
        }
        return new Answering.Outcome.Done(
                archive.catalogue().requestActs(entry.request().id()).getLast().index());
    }

    private static Answering.Outcome refused(String swedish, String english) {
        return new Answering.Outcome.Refused(new Wording(swedish, english));
    }

    /** @param seen as {@link RequestSheet#seen}; 0: whatever was decided stops it */
    public Answering.Outcome decide(String named, Proposal proposal, long seen) {
        return on(named, id -> answering.decide(id, withId(proposal), seen));
    }

    private Proposal withId(Proposal proposal) {
        return proposal.about(ids(List.of(proposal.of())).getFirst());
    }

    public Answering.Outcome countersign(String named, long decision, boolean agrees, String reason) {
        return on(named, id -> answering.countersign(id, decision, agrees, reason));
    }

    /** Hands out what is decided and writes the decision. @param web records that go on the web too, by id or number */
    public Answering.Outcome release(String named, List<String> web) {
        return on(named, id -> answering.handOut(id, Set.copyOf(ids(web))));
    }

    /** A record may be named by its number, where one alone has it. */
    private List<String> ids(List<String> named) {
        return named.stream()
                .map(each -> {
                    List<String> ids = NamedRecords.of(archive, List.of(each)).ids();
                    return ids.size() == 1 ? ids.getFirst() : each;
                })
                .toList();
    }

    public Answering.Outcome close(String named, String how, String reason) {
        return on(named, id -> answering.close(id, how.toLowerCase(Locale.ROOT), reason));
    }

    private Answering.Outcome on(String named, Function<String, Answering.Outcome> work) {
        return entry(named)
                .map(entry -> work.apply(entry.request().id().value()))
                .orElseGet(Answering.Outcome.Unknown::new);
    }
}
