package se.sigill.staff.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import se.sigill.app.request.RequestBook;
import se.sigill.core.request.Age;
import se.sigill.core.request.Request;
import se.sigill.core.request.Wording;
import se.sigill.core.request.WorkingTime;
import se.sigill.look.Language;

/** Requests that are open and the visitor's to answer, oldest first. @param who account of the visitor */
public record RequestsPage(Frame frame, String message, List<Line> lines) {
    /**
     * A request.
     *
     * @param age how long it has waited, in a word: never told by colour alone
     * @param style of that word
     * @param waited in working time
     * @param person who answers; empty if nobody does yet
     */
    public record Line(
            String number,
            String link,
            String arrived,
            String age,
            String style,
            String waited,
            String state,
            String person,
            boolean own) {}

    public RequestsPage {
        lines = List.copyOf(lines);
    }

    public static RequestsPage of(Surround around, String message) {
        Language l = around.language();
        Instant now = around.archive().clock().instant();
        ZoneId zone = around.archive().config().archive().zone();
        String account = around.archive().actor().name();
        return new RequestsPage(
                around.frame(Place.REQUESTS, l.say("Begäranden", "Requests")),
                message,
                new RequestBook(around.archive())
                        .open().stream()
                                .map(entry -> line(entry, now, zone, account, l))
                                .toList());
    }

    private static Line line(RequestBook.Entry entry, Instant now, ZoneId zone, String account, Language l) {
        Request request = entry.request();
        WorkingTime time = WorkingTime.between(request.asked().arrived(), now);
        return new Line(
                entry.number(),
                Place.REQUESTS.link(l) + "/" + request.id(),
                Words.time(request.asked().arrived(), zone),
                say(time.age().word(), l),
                style(time.age()),
                say(time.said(), l),
                state(request.state(), l),
                request.person().orElse(""),
                request.person().filter(account::equals).isPresent());
    }

    static String say(Wording wording, Language l) {
        return l.say(wording.swedish(), wording.english());
    }

    static String style(Age age) {
        return switch (age) {
            case SAME_DAY, GREEN -> "tells";
            case AMBER -> "warns";
            case RED -> "stops";
        };
    }

    static String state(Request.State state, Language l) {
        return switch (state) {
            case RECEIVED -> l.say("Ny", "New");
            case IN_HAND -> l.say("Prövas", "Being assessed");
            case QUESTION -> l.say("Väntar på svar på en fråga", "Waits for an answer to a question");
            case DECISION_WANTED ->
                l.say("Vill ha ett beslut av någon med delegation", "Wants a decision by somebody with a delegation");
            case COUNTERSIGNING -> l.say("Väntar på en andra person", "Waits for a second person");
            case ANSWERED -> l.say("Besvarad, inte avslutad", "Answered, not closed");
            case APPEALED -> l.say("Överklagad", "Appealed");
            case CLOSED -> l.say("Avslutad", "Closed");
        };
    }
}
