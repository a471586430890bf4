package se.sigill.app.request;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
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
            Optional<RecordId> known = known(asked.source());
            return known.isPresent() ? known.get() : registerNew(asked);
        }
    }

    private Optional<RecordId> known(String source) {
        return source.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(archive.catalogue()
                        .findBySource(OwnRecords.SYSTEM, List.of(source))
                        .get(source));
    }

    private RecordId registerNew(Asked asked) {
        RecordId id = RecordId.random(archive.archive().surroundings().random());
        RecordId envelopeId = RecordId.random(archive.archive().surroundings().random());
        String number = nextNumber(asked.arrived());
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
                            asked.source()),
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

    private String nextNumber(Instant arrived) {
        int year = LocalDate.ofInstant(arrived, zone()).getYear();
        String prefix = SERIES + " " + year + "-";
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
        return prefix + (last + 1);
    }

    private ZoneId zone() {
        return archive.config().archive().zone();
    }
}
