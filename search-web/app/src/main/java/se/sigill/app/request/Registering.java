package se.sigill.app.request;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.archive.NewVersion;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.inbox.BoxKey;
import se.sigill.core.inbox.Contact;
import se.sigill.core.log.RequestAct;
import se.sigill.core.record.Direction;
import se.sigill.core.record.RecordId;

/**
 * Makes a request a received record: registered, sealed and kept like any other, with the contact envelope beside it,
 * in one commit. The same letter again is the same request.
 */
public final class Registering {
    /** The number of a request: series, year, and the next in that year. */
    private static final String SERIES = "BEG";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final Object ONE_NUMBER = new Object();

    private final OpenArchive archive;

    public Registering(OpenArchive archive) {
        this.archive = archive;
    }

    /**
     * What came in.
     *
     * @param source the letter's own name; empty where a person types what was said
     * @param channel {@code web}, {@code phone}, {@code desk}, {@code mail} or {@code letter}
     * @param authority that is asked; empty: the archival authority
     * @param box where the answer is to be laid; empty for who did not ask on the web
     */
    public record Asked(
            String source,
            String channel,
            String track,
            Instant arrived,
            String language,
            String authority,
            List<String> records,
            String words,
            String form,
            Contact contact,
            Optional<BoxKey> box) {
        public Asked {
            records = List.copyOf(records);
        }

        @Override
        public String toString() {
            return "Asked[hidden]";
        }
    }

    /** Registers it, if it is not registered already. @return id of the request's record */
    public RecordId register(Asked asked) {
        synchronized (ONE_NUMBER) {
            archive.catchUp();
            String source = asked.source();
            for (int n = 1; ; n++) {
                Optional<RecordId> known = find(asked.source(), n);
                if (known.isEmpty()) {
                    return registerNew(asked, named(source, n));
                }
                if (!isLost(known.get())) {
                    return known.get();
                }
            }
        }
    }

    /** The request that a letter became, of which this is the name; not one that a restored archive has lost. */
    Optional<RecordId> known(String source) {
        for (int n = 1; ; n++) {
            Optional<RecordId> known = find(source, n);
            if (known.isEmpty() || !isLost(known.get())) {
                return known;
            }
        }
    }

    private Optional<RecordId> find(String source, int n) {
        String name = named(source, n);
        return name.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(archive.catalogue()
                        .findBySource(OwnRecords.SYSTEM, List.of(name))
                        .get(name));
    }

    private static String named(String source, int n) {
        return source.isEmpty() || n == 1 ? source : source + "/" + n;
    }

    /**
     * Whether nothing but its acts came back with a restore: neither who asked nor their box can be reached, and nobody
     * forgot them by rule.
     */
    private boolean isLost(RecordId id) {
        return RequestBook.request(archive, id)
                .filter(request -> !request.forgotten()
                        && new Envelopes(archive)
                                .open(request.asked().envelope())
                                .isEmpty())
                .isPresent();
    }

    /** @param source the name under which it is recognised */
    private RecordId registerNew(Asked asked, String source) {
        RecordId id = RecordId.random(archive.archive().surroundings().random());
        RecordId envelopeId = RecordId.random(archive.archive().surroundings().random());
        int year = LocalDate.ofInstant(asked.arrived(), zone()).getYear();
        Map<Integer, Long> numbers = archive.kept(LastNumbers.class, _ -> new LastNumbers(new HashMap<>()))
                .ofYears();
        long next = numbers.computeIfAbsent(year, this::lastNumber) + 1;
        String number = prefix(year) + next;
        String authority =
                asked.authority().isBlank() ? archive.config().archive().authority() : asked.authority();
        Instant now = archive.clock().instant();
        RequestAct.Requested act = new RequestAct.Requested(
                now,
                archive.actor(),
                id,
                authority,
                asked.track(),
                asked.channel(),
                asked.arrived(),
                asked.language(),
                asked.form(),
                String.join(" ", asked.records()),
                envelopeId.value());
        String day = LocalDate.ofInstant(asked.arrived(), zone()).toString();
        try (OwnRecords records = new OwnRecords(archive)) {
            NewVersion request = records.text(
                    new OwnRecords.Facts(
                            id,
                            "Begäran om allmän handling " + number,
                            number,
                            day,
                            Direction.RECEIVED,
                            "Begäran om utlämnande",
                            authority,
                            "",
                            source),
                    "begaran.txt",
                    text(asked, number, authority),
                    List.of(act));
            // Nobody's: it names no authority, so that no role shows it, and has no number that leads from the request.
            NewVersion envelope = records.text(
                    new OwnRecords.Facts(
                            envelopeId, "Kontaktkuvert", "", "", Direction.UNKNOWN, "Kontaktkuvert", "", "", ""),
                    "kuvert.json",
                    new Envelopes(archive).seal(envelopeId, new Envelope(asked.contact(), asked.box())),
                    List.of());
            records.commit(List.of(envelope, request));
        }
        // Only now: a number that was given to nothing would look like a request that was taken away.
        numbers.put(year, next);
        return id;
    }

    /** What the requester wrote and what is known besides; not who it is. */
    private String text(Asked asked, String number, String authority) {
        StringBuilder out = new StringBuilder("Begäran om utlämnande av allmän handling\n\n");
        line(out, "Diarienummer", number);
        line(out, "Inkom", TIME.withZone(zone()).format(asked.arrived()));
        line(out, "Myndighet", authority);
        out.append('\n');
        if (!asked.records().isEmpty()) {
            out.append("Begärda handlingar:\n");
            asked.records().forEach(id -> out.append("- ").append(id).append('\n'));
            out.append('\n');
        }
        if (!asked.words().isBlank()) {
            out.append("Med egna ord:\n").append(asked.words().strip()).append('\n');
        }
        return out.toString();
    }

    private static void line(StringBuilder out, String label, String value) {
        out.append(label).append(": ").append(value).append('\n');
    }

    /** The newest number of each year, once it was asked for. */
    private record LastNumbers(Map<Integer, Long> ofYears) {}

    private long lastNumber(int year) {
        String prefix = prefix(year);
        long last = 0;
        Instant from = Year.of(year).atDay(1).atStartOfDay(zone()).toInstant();
        for (List<RecordId> page : new EveryRequest(archive.catalogue(), from)) {
            for (CatalogueRecord entry : archive.catalogue().findAll(page)) {
                String number = entry.description().diaryNumber();
                if (number.startsWith(prefix)) {
                    last = Math.max(last, Long.parseLong(number.substring(prefix.length())));
                }
            }
        }
        return last;
    }

    private static String prefix(int year) {
        return SERIES + " " + year + "-";
    }

    private ZoneId zone() {
        return archive.config().archive().zone();
    }
}
