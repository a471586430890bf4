package se.sigill.container;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.sigill.container.RightsWorld.Planted;
import se.sigill.core.access.Openness;
import se.sigill.core.access.Rights;
import se.sigill.core.access.Viewer;
import se.sigill.core.log.Act;
import se.sigill.core.record.RecordId;
import se.sigill.staff.gate.Policy;
import se.sigill.staff.gate.Task;
import se.sigill.staff.gate.Visitor;

/** Asks the routes, and compares what is told with what the policy and the rule of access say. For one thread. */
final class Inquiry {
    private static final long NO_GAP = 987_654_321;

    private final RightsWorld world;
    private final List<Caller> callers;
    private final Map<String, Task> needs;
    private final List<Told> told = new ArrayList<>();
    private final List<String> deviations = new ArrayList<>();
    private final RecordId unknown = RecordId.random(new SplittableRandom(99));
    private long requests;
    private long logSize = Archives.size();

    Inquiry(RightsWorld world) throws IOException, InterruptedException {
        this.world = world;
        this.callers = Caller.all(world);
        this.needs = StaffRoute.all().stream().collect(Collectors.toMap(StaffRoute::name, StaffRoute::needs));
        for (Planted each : world.records()) {
            isAsMeant(each);
        }
    }

    /** How much an answer tells of a record: each more than the one before. */
    enum Level {
        NOTHING,
        /** Its id or its number in the register. */
        EXISTS,
        TITLE,
        TEXT
    }

    /**
     * What an answer told of a record.
     *
     * @param asked whether the record was asked for, or might have been told of beside others
     * @param viewed acts in the log, made by this request, that say that this caller was shown the record
     */
    record Told(String route, Caller caller, Planted about, boolean asked, Level level, long viewed) {}

    private record Answer(int status, String body, Map<String, List<String>> headers, List<Act.Viewed> viewed) {}

    List<Caller> callers() {
        return callers;
    }

    List<Told> told() {
        return told;
    }

    List<String> deviations() {
        return deviations;
    }

    long requests() {
        return requests;
    }

    /** The world is what the names of its records say. */
    private void isAsMeant(Planted each) {
        Openness answer = world.access().answer(each.facts(), world.day());
        boolean meant =
                switch (each.kind()) {
                    case PUBLISHABLE -> answer instanceof Openness.Open open && open.publishable();
                    case OPEN -> answer instanceof Openness.Open open && !open.publishable();
                    case UNDECIDED, HIDDEN -> answer instanceof Openness.Undecided;
                    case RESTRICTED, RESTRICTED_HIDDEN -> answer instanceof Openness.Restricted;
                };
        boolean hidden = world.access().existenceSecret(each.facts(), world.day());
        if (!meant || hidden != each.kind().isHidden()) {
            deviations.add(each + " is " + answer + (hidden ? ", hidden" : ""));
        }
    }

    /** Asks a route as somebody, about every record if it is about one. */
    void ask(RouteTable.Row row, Caller caller) throws IOException, InterruptedException {
        if (!row.ofOne()) {
            compare(row, caller, Optional.empty(), send(row, caller, unknown, NO_GAP), Optional.empty());
            return;
        }
        Answer ofNone = send(row, caller, unknown, NO_GAP);
        for (Planted each : world.records()) {
            Answer answer = send(row, caller, each.id(), each.gap());
            compare(row, caller, Optional.of(each), answer, Optional.of(ofNone));
        }
    }

    private Answer send(RouteTable.Row row, Caller caller, RecordId id, long gap)
            throws IOException, InterruptedException {
        requests++;
        HttpResponse<String> got = caller.browser()
                .send(
                        row.method(),
                        row.path().replace("ID", id.value()),
                        row.type(),
                        row.body().replace("GAP", Long.toString(gap)));
        return new Answer(got.statusCode(), got.body(), got.headers().map(), viewedSince());
    }

    /** What came into the log since this was last asked. */
    private List<Act.Viewed> viewedSince() {
        long from = logSize;
        logSize = Archives.size();
        return logSize == from ? List.of() : Archives.acts(Act.Viewed.class, from);
    }

    private void compare(
            RouteTable.Row row, Caller caller, Optional<Planted> asked, Answer answer, Optional<Answer> ofNone) {
        Task task = Optional.ofNullable(needs.get(row.route())).orElseThrow();
        boolean may = Policy.IN_FORCE.allows(caller.visitor(), task);
        String wanted = may ? "come in" : caller.visitor() instanceof Visitor.Anybody ? "log in" : "refused";
        String where = row.route() + " as " + caller
                + asked.map(each -> " for " + each).orElse("");
        same(where, wanted, gate(row, answer));
        for (Planted each : world.records()) {
            Level wantedLevel = may ? level(row.tells(), rights(caller, each), each, asked) : Level.NOTHING;
            Level level = level(answer, each);
            same(where + ", of " + each, wantedLevel, level);
            long viewed = viewed(answer, caller, each);
            boolean looks = row.tells() == RouteTable.Tells.LOOKS
                    && asked.filter(each::equals).isPresent()
                    && rights(caller, each).content();
            boolean noted = may
                    && (looks || row.tells() == RouteTable.Tells.TEXT && wantedLevel == Level.TEXT)
                    && world.access().guarded(each.facts(), world.day());
            same(where + ", acts of " + each, noted ? 1L : 0L, viewed);
            told.add(new Told(
                    row.route(), caller, each, asked.filter(each::equals).isPresent(), level, viewed));
        }
        same(where + ", acts", (long) answer.viewed().size(), sum(answer, caller));
        if (may) {
            asked.ifPresent(each -> ofOne(where, row, caller, each, answer, ofNone.orElseThrow()));
            if (row.tells() == RouteTable.Tells.COUNT) {
                count(where, caller, answer);
            }
        }
    }

    /** What is not there for somebody is answered as what was never there; whose it is not to decide is told so. */
    private void ofOne(String where, RouteTable.Row row, Caller caller, Planted each, Answer answer, Answer ofNone) {
        Rights rights = rights(caller, each);
        boolean there =
                switch (row.tells()) {
                    case PAGE -> rights.exists();
                    case TEXT, LOOKS -> rights.content();
                    case ENTRY, GAPS -> rights.metadata();
                    case NOTHING, COUNT, FOUND, GAP_IDS -> throw new AssertionError(row.route() + " is of no record");
                };
        if (!there) {
            Function<Answer, String> said = one -> one.status() + " "
                    + one.body().replace(each.id().value(), "ID").replace(unknown.value(), "ID");
            same(where + ", as if it were not there", said.apply(ofNone), said.apply(answer));
        } else if (row.tells() == RouteTable.Tells.LOOKS) {
            // The records of this world are text, which is not drawn: that is said, and only to who may read them.
            same(where + ", says why there is no image", true, answer.body().contains("</svg>"));
        } else if (row.duty().isPresent()) {
            boolean duty = caller.viewer()
                    .filter(viewer -> row.duty().get().isOf(viewer, each.board()))
                    .isPresent();
            boolean notYours = answer.body().contains("inte ditt att fatta")
                    || answer.body().contains("hör till en annan myndighet");
            same(where + ", may decide", duty, !notYours);
            same(where + ", nothing was changed", 400, answer.status());
        } else {
            same(where + ", status", 200, answer.status());
        }
    }

    private void count(String where, Caller caller, Answer answer) {
        if (Policy.IN_FORCE.allows(caller.visitor(), Task.READ)) {
            long readable = world.records().stream()
                    .filter(each -> rights(caller, each).content())
                    .count();
            String line = "<dt>Handlingar du får läsa</dt><dd>" + readable + "</dd>";
            same(where + ", " + line, true, answer.body().contains(line));
        }
    }

    private Rights rights(Caller caller, Planted each) {
        Optional<Viewer> viewer = caller.viewer();
        return viewer.isEmpty() ? Rights.NONE : world.access().rights(each.facts(), viewer.get(), world.day());
    }

    private Level level(RouteTable.Tells tells, Rights rights, Planted each, Optional<Planted> asked) {
        boolean guarded = world.access().guarded(each.facts(), world.day());
        boolean one = asked.filter(each::equals).isPresent();
        Level unguarded = guarded ? Level.TITLE : Level.TEXT;
        return switch (tells) {
            case NOTHING, COUNT, LOOKS -> Level.NOTHING;
            case PAGE ->
                !one || !rights.exists()
                        ? Level.NOTHING
                        : rights.content() ? unguarded : rights.metadata() ? Level.TITLE : Level.EXISTS;
            case TEXT -> one && rights.content() ? Level.TEXT : Level.NOTHING;
            case ENTRY -> one && rights.metadata() ? Level.TITLE : Level.NOTHING;
            case FOUND -> rights.content() ? unguarded : Level.NOTHING;
            case GAPS -> rights.metadata() ? Level.TITLE : Level.NOTHING;
            case GAP_IDS -> rights.metadata() ? Level.EXISTS : Level.NOTHING;
        };
    }

    private static Level level(Answer answer, Planted each) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers());
        // Who is led to the door is led back afterwards, by the words of the request itself.
        headers.remove("location");
        String said = answer.body() + headers;
        if (said.contains(each.text())) {
            return Level.TEXT;
        }
        if (said.contains(each.title())) {
            return Level.TITLE;
        }
        return said.contains(each.id().value()) || said.contains(each.diary()) ? Level.EXISTS : Level.NOTHING;
    }

    private static String gate(RouteTable.Row row, Answer answer) {
        String to = answer.headers().getOrDefault("location", List.of("")).getFirst();
        boolean loggedOut = answer.headers().containsKey("clear-site-data");
        if (answer.status() == 401 || (answer.status() == 303 && to.startsWith("/sv/logga-in") && !loggedOut)) {
            return "log in";
        }
        // An answer to HEAD has no words.
        boolean refused = row.method().equals("HEAD")
                || answer.body().contains("Dina roller ger inte")
                || answer.body().contains("Your roles do not");
        return answer.status() == 403 && refused ? "refused" : answer.status() < 500 ? "come in" : "failed";
    }

    private static long viewed(Answer answer, Caller caller, Planted each) {
        return answer.viewed().stream()
                .filter(act ->
                        act.record().equals(each.id()) && act.actor().text().equals(caller.actor()))
                .count();
    }

    private long sum(Answer answer, Caller caller) {
        return world.records().stream()
                .mapToLong(each -> viewed(answer, caller, each))
                .sum();
    }

    private void same(String where, Object wanted, Object got) {
        if (!wanted.equals(got)) {
            deviations.add(where + ": wanted " + wanted + ", got " + got);
        }
    }
}
