package se.sigill.open.ask;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import se.sigill.core.fact.Notice;
import se.sigill.core.fact.PublicEntry;
import se.sigill.core.fact.PublicRecord;
import se.sigill.core.inbox.AskedLetter;
import se.sigill.core.inbox.FollowCode;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonWriter;
import se.sigill.look.Language;
import se.sigill.zone.Zone;

/** Where somebody asks: a form goes back and forth until it is sent. Keeps nothing between; safe for threads. */
public final class AskDesk {
    /** How the site leads this kind of question inside: a request under TF 2 kap. */
    static final String TRACK = "official-document";

    private static final int NAME_MAX = 200;
    private static final int ADDRESS_MAX = 500;
    private static final int EMAIL_MAX = 254;

    private final Lookup lookup;
    private final Zone zone;
    private final Letterbox letterbox;
    private final Clock clock;
    private final RandomGenerator random;

    /** What comes of a form. */
    public sealed interface Step {
        /** What is filled in. */
        Draft draft();

        /** It is to be written on. @param problems what is to be mended first; may be empty */
        record Write(Draft draft, List<Problem> problems) implements Step {
            public Write {
                problems = List.copyOf(problems);
            }
        }

        /** It lies in the inbox for good. @param code is nowhere else */
        record Received(Draft draft, FollowCode code, Instant at) implements Step {}

        /** It could not be laid, and nothing of it was kept. */
        record Closed(Draft draft) implements Step {}
    }

    /** @param random a source that nobody foresees, safe for threads */
    public AskDesk(Zone zone, Letterbox letterbox, Clock clock, RandomGenerator random) {
        this.lookup = new Lookup(zone);
        this.zone = zone;
        this.letterbox = letterbox;
        this.clock = clock;
        this.random = random;
    }

    /**
     * The form as an address fills it in: {@code id} (one or many), {@code arende} or {@code q}.
     *
     * @param query of the address; what is not understood in it is left out
     */
    public Step begin(Sent query, Language l) {
        String number = query.first("arende").strip();
        String words = number.isEmpty()
                ? query.first("q")
                : l.say("Alla handlingar i ärende ", "All documents in case ") + number;
        List<PublicEntry> about = number.isEmpty()
                ? query.all("id").stream()
                        .limit(AskedLetter.RECORDS_MAX)
                        .flatMap(id -> zone.find(id).stream())
                        .toList()
                : zone.numbered(number);
        Draft filled = Draft.of(Sent.of(Map.of(
                "ord", List.of(words),
                "id", number.isEmpty() ? query.all("id") : List.of(),
                "namnd", List.of(authority(about)))));
        if (!letterbox.isOpen()) {
            return new Step.Closed(lookup.of(filled).draft());
        }
        Lookup.Found found = lookup.of(filled);
        return new Step.Write(found.draft(), found.problems());
    }

    /** The one whose records all of these are; empty if there are several. */
    private static String authority(List<PublicEntry> entries) {
        List<String> authorities = entries.stream()
                .map(entry -> switch (entry) {
                    case PublicRecord r -> r.authority();
                    case Notice n -> n.authority();
                })
                .distinct()
                .toList();
        return authorities.size() == 1 ? authorities.getFirst() : "";
    }

    /** The form as it was sent: a record is taken out or added, or it is all sent off. */
    public Step take(Sent form, Language l) {
        Lookup.Found found = lookup.of(Draft.of(form));
        Draft draft = found.draft();
        String out = form.first("bort");
        if (!out.isEmpty()) {
            List<String> left =
                    draft.records().stream().filter(id -> !id.equals(out)).toList();
            return new Step.Write(draft.with(left, draft.pasted()), found.problems());
        }
        if (!form.first("gor").equals("skicka")) {
            return new Step.Write(draft, found.problems());
        }
        List<Problem> problems = new ArrayList<>(problems(draft));
        problems.addAll(found.problems());
        return problems.isEmpty() ? send(draft, l) : new Step.Write(draft, problems);
    }

    private Step send(Draft draft, Language l) {
        FollowCode code = FollowCode.make(random);
        Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        AskedLetter.Ask ask = new AskedLetter.Ask(
                TRACK,
                l.code(),
                draft.authority(),
                draft.records(),
                draft.words(),
                draft.form(),
                draft.contact(),
                code.boxKey(),
                at);
        return letterbox.lay(ask) ? new Step.Received(draft, code, at) : new Step.Closed(draft);
    }

    private static Set<Problem> problems(Draft draft) {
        Set<Problem> problems = EnumSet.noneOf(Problem.class);
        if (draft.words().isBlank()
                && draft.records().isEmpty()
                && draft.pasted().isBlank()) {
            problems.add(Problem.WORDS_MISSING);
        }
        if (isTooLong(draft.words())) {
            problems.add(Problem.WORDS_TOO_LONG);
        }
        if (draft.authority().length() > AskedLetter.AUTHORITY_MAX) {
            problems.add(Problem.AUTHORITY_TOO_LONG);
        }
        switch (draft.form()) {
            case E_MAIL -> {
                if (!isEmail(draft.email())) {
                    problems.add(Problem.EMAIL_MISSING);
                }
            }
            case PAPER -> {
                if (draft.address().isBlank()) {
                    problems.add(Problem.ADDRESS_MISSING);
                }
                if (draft.name().length() > NAME_MAX || draft.address().length() > ADDRESS_MAX) {
                    problems.add(Problem.CONTACT_TOO_LONG);
                }
            }
            case DOWNLOAD, ON_SITE -> {}
        }
        return problems;
    }

    /** A slip of the finger is caught; whether anybody reads mail there nobody can tell. */
    private static boolean isEmail(String text) {
        int at = text.lastIndexOf('@');
        return at > 0
                && at < text.length() - 1
                && text.length() <= EMAIL_MAX
                && Stream.of(" ", ",", ";").noneMatch(text::contains);
    }

    /** Whether it is longer than a letter takes. */
    static boolean isTooLong(String words) {
        return words.length() > AskedLetter.WORDS_MAX
                || JsonWriter.bytes(Json.text(words)).length > AskedLetter.WORDS_BYTES_MAX;
    }
}
