package se.sigill.staff.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import se.sigill.app.incident.Incidents;
import se.sigill.app.request.RequestBook;
import se.sigill.app.wiring.ArchiveStatus;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.OpenGaps;
import se.sigill.core.access.AccessLabels;
import se.sigill.core.request.Age;
import se.sigill.core.request.Request;
import se.sigill.core.request.WorkingTime;
import se.sigill.look.Fact;
import se.sigill.look.Language;
import se.sigill.search.SearchRequest;

/**
 * What waits, most urgent first. Of records and gaps only those count that the visitor may know of: between boards even
 * a number tells something.
 *
 * @param waiting what somebody should do something about
 * @param facts how much there is
 */
public record DeskPage(Frame frame, List<Waiting> waiting, List<Fact> facts) {
    /** So long after a whole round of checking somebody should begin another. */
    private static final Duration AUDIT_AGE_MAX = Duration.ofDays(90);

    private static final Set<Request.State> UNANSWERED = EnumSet.of(
            Request.State.RECEIVED, Request.State.IN_HAND, Request.State.DECISION_WANTED, Request.State.COUNTERSIGNING);

    /**
     * @param urgency stops, warns or tells: the word also stands on the page, colour alone says nothing
     * @param link where to go; empty if nowhere
     */
    public record Waiting(Urgency urgency, String word, String text, String link, String linkText) {}

    /** How bad it is. */
    public enum Urgency {
        STOPS,
        WARNS,
        TELLS;

        /** The class in the style sheet. */
        public String style() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public static DeskPage of(Surround around) {
        Language l = around.language();
        OpenArchive archive = around.archive();
        ArchiveStatus status = ArchiveStatus.of(archive, "", "");
        Collector waiting = new Collector(around);
        if (status.held()) {
            waiting.add(
                    Urgency.STOPS,
                    l.say(
                            "Arkivet är återläst ur en kopia och ingen har svarat för det som saknas. Inget öppnas av"
                                    + " sig självt"
                                    + " förrän det är gjort: sigill restore --accept.",
                            "The archive was restored from a copy and nobody has answered for what is lost. Nothing"
                                    + " opens by"
                                    + " itself until that is done: sigill restore --accept."),
                    Place.AUDIT);
        }
        if (!status.shipped()) {
            waiting.add(
                    Urgency.WARNS,
                    l.say("Loggens andra kopia ligger efter: ", "The second copy of the log is behind: ")
                            + status.shipping().map(s -> s.problem()).orElse(""),
                    Place.AUDIT);
        }
        incidents(waiting, l);
        requests(waiting, l);
        items(status, waiting, l);
        audit(status, archive.clock().instant(), waiting, l);
        return new DeskPage(
                around.frame(Place.DESK, l.say("Det här väntar", "What waits")), waiting.all, facts(around, status, l));
    }

    private static void incidents(Collector waiting, Language l) {
        if (!waiting.around.places().contains(Place.INCIDENTS)) {
            return;
        }
        for (Incidents.Entry each : new Incidents(waiting.around.archive()).open()) {
            waiting.addLink(
                    IncidentsPage.urgency(waiting.around, each),
                    l.say("Incident: ", "Incident: ") + IncidentsPage.state(waiting.around, each) + ".",
                    Place.INCIDENTS,
                    Place.INCIDENTS.path() + "/" + each.incident().act(),
                    l.say("Incident ", "Incident ") + each.incident().act());
        }
    }

    /** Requests that are the visitor's to answer; not those that wait for who asked. */
    private static void requests(Collector waiting, Language l) {
        if (!waiting.around.places().contains(Place.REQUESTS)) {
            return;
        }
        List<Request> open = new RequestBook(waiting.around.archive())
                .open().stream()
                        .map(RequestBook.Entry::request)
                        .filter(request -> UNANSWERED.contains(request.state()))
                        .toList();
        if (open.isEmpty()) {
            return;
        }
        Instant now = waiting.around.archive().clock().instant();
        boolean late = open.stream()
                .anyMatch(request -> WorkingTime.between(request.asked().arrived(), now)
                                .age()
                                .compareTo(Age.AMBER)
                        >= 0);
        long second = open.stream()
                .filter(request -> request.state() == Request.State.COUNTERSIGNING)
                .count();
        String text = open.size()
                + l.say(
                        open.size() == 1 ? " begäran väntar på svar" : " begäranden väntar på svar",
                        open.size() == 1 ? " request waits for an answer" : " requests wait for an answer");
        waiting.add(
                late ? Urgency.WARNS : Urgency.TELLS,
                second == 0
                        ? text + "."
                        : text + ", " + second + l.say(" av dem på en andra person.", " of them for a second person."),
                Place.REQUESTS);
    }

    private static void items(ArchiveStatus status, Collector waiting, Language l) {
        long quarantined = DeliveriesPage.failed(waiting.around).size();
        if (quarantined > 0) {
            waiting.add(
                    Urgency.WARNS,
                    quarantined
                            + l.say(
                                    quarantined == 1
                                            ? " fil i karantän: den kunde inte tas in som den är."
                                            : " filer i karantän: de kunde inte tas in som de är.",
                                    quarantined == 1
                                            ? " file in quarantine: it could not be taken in as it is."
                                            : " files in quarantine: they could not be taken in as they are."),
                    Place.DELIVERIES);
        }
        boolean ofAll = waiting.around.places().contains(Place.AUDIT);
        if (ofAll && status.queue() > 0) {
            waiting.add(
                    Urgency.TELLS,
                    status.queue() + l.say(" filer tas in just nu.", " files are being taken in."),
                    Place.DELIVERIES);
        }
        long gaps = gaps(waiting.around);
        if (gaps > 0) {
            waiting.add(
                    Urgency.WARNS,
                    gaps
                            + l.say(
                                    gaps == 1 ? " lucka är öppen: något saknas." : " luckor är öppna: något saknas.",
                                    gaps == 1
                                            ? " gap is open: something is missing."
                                            : " gaps are open: something is missing."),
                    Place.GAPS);
        }
        long undecided = undecided(waiting.around);
        if (undecided > 0) {
            waiting.addLink(
                    Urgency.TELLS,
                    undecided
                            + l.say(
                                    undecided == 1 ? " handling är oprövad." : " handlingar är oprövade.",
                                    undecided == 1 ? " record is undecided." : " records are undecided."),
                    Place.SEARCH,
                    "/sok?oprovade=ja",
                    l.say("Visa dem", "Show them"));
        }
        if (ofAll && status.unsealed() > 0) {
            waiting.add(
                    Urgency.TELLS,
                    status.unsealed()
                            + l.say(
                                    " versioner är inte förseglade än; det görs av sig självt inom tio minuter.",
                                    " versions are not sealed yet; that is done by itself within ten minutes."),
                    Place.AUDIT);
        }
    }

    private static void audit(ArchiveStatus status, Instant now, Collector waiting, Language l) {
        boolean late = status.lastAudit()
                .map(at -> at.plus(AUDIT_AGE_MAX).isBefore(now))
                .orElse(true);
        if (late && status.counts().records() > 0) {
            waiting.add(
                    Urgency.WARNS,
                    status.lastAudit().isEmpty()
                            ? l.say(
                                    "Hela arkivet har aldrig kontrollerats.",
                                    "The whole archive has never been checked.")
                            : l.say(
                                    "Det är mer än 90 dagar sedan hela arkivet kontrollerades.",
                                    "The whole archive was last checked more than 90 days ago."),
                    Place.AUDIT);
        }
    }

    private static long gaps(Surround around) {
        if (!around.places().contains(Place.GAPS)) {
            return 0;
        }
        AtomicLong count = new AtomicLong();
        new OpenGaps(around.archive()).each(_ -> count.incrementAndGet());
        return count.get();
    }

    /** Records of the visitor's own authorities that nobody has decided about. */
    private static long undecided(Surround around) {
        return around.places().contains(Place.SEARCH)
                ? count(around, AccessLabels.undecided(around.archive().labels(false)))
                : 0;
    }

    private static long count(Surround around, Set<String> labels) {
        return around.archive()
                .index()
                .search(new SearchRequest("", List.of(), labels, SearchRequest.Order.BEST, 1, Optional.empty()))
                .total();
    }

    private static List<Fact> facts(Surround around, ArchiveStatus status, Language l) {
        Fact.Sheet sheet = new Fact.Sheet();
        if (around.places().contains(Place.SEARCH)) {
            sheet.with(
                    l.say("Handlingar du får läsa", "Records you may read"),
                    Long.toString(count(around, around.archive().labels(false))));
        }
        return sheet.with(
                        l.say("Senaste hela kontrollen", "Last whole check"),
                        status.lastAudit()
                                .map(at -> Words.time(
                                        at, around.archive().config().archive().zone()))
                                .orElse(l.say("aldrig", "never")))
                .facts();
    }

    /** What was found so far. A place that the visitor may not go to is told of without a link. */
    private static final class Collector {
        private final List<Waiting> all = new ArrayList<>();
        private final Surround around;

        Collector(Surround around) {
            this.around = around;
        }

        void add(Urgency urgency, String text, Place place) {
            Language l = around.language();
            addLink(urgency, text, place, place.path(), place.label(l));
        }

        void addLink(Urgency urgency, String text, Place place, String path, String linkText) {
            Language l = around.language();
            String word =
                    switch (urgency) {
                        case STOPS -> l.say("Stoppar", "Stops");
                        case WARNS -> l.say("Varnar", "Warns");
                        case TELLS -> l.say("Pågår", "Goes on");
                    };
            boolean may = around.places().contains(place);
            all.add(new Waiting(urgency, word, text, may ? "/" + l.code() + path : "", may ? linkText : ""));
        }
    }
}
