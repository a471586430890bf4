package se.sigill.staff.page;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.sigill.app.request.Appeals;
import se.sigill.app.request.RequestBook;
import se.sigill.core.request.Appeal;
import se.sigill.look.Language;

/**
 * Appeals of a request's decisions: registering one, and what is done with it.
 *
 * @param now the time, as the form takes it
 * @param informed the day on which the decision was first fetched; empty if nobody knows
 * @param mayRegister whether there is a decision to appeal
 */
public record AppealsPage(
        Frame frame,
        String id,
        String problem,
        String message,
        List<Line> lines,
        String now,
        String informed,
        boolean mayRegister) {
    /**
     * An appeal.
     *
     * @param why whether it is in time, and how that was found
     * @param document link to the record that is the appeal; empty if there is none
     * @param steps what was done, in words
     * @param waits whether the authority has to do something
     * @param late whether it is to be dismissed
     * @param packed whether the files for the court were put together
     * @param away whether it lies with the court
     */
    public record Line(
            long act,
            String state,
            String why,
            String document,
            List<String> steps,
            boolean waits,
            boolean late,
            boolean packed,
            boolean away) {
        public Line {
            steps = List.copyOf(steps);
        }
    }

    public AppealsPage {
        lines = List.copyOf(lines);
    }

    /** @param appeals of the visitor */
    public static AppealsPage of(
            Surround around, RequestBook.Entry entry, Appeals appeals, String problem, String message) {
        Language l = around.language();
        String id = entry.request().id().value();
        ZoneId zone = around.archive().config().archive().zone();
        return new AppealsPage(
                around.frame(
                        Place.REQUESTS,
                        l.say("Överklaganden av ", "Appeals of ") + entry.number(),
                        Place.REQUESTS.path() + "/" + id + "/overklaganden"),
                id,
                problem,
                message,
                entry.request().appeals().stream()
                        .map(appeal -> line(appeal, zone, l))
                        .toList(),
                Words.time(around.archive().clock().instant(), zone),
                appeals.informed(entry).map(LocalDate::toString).orElse(""),
                !entry.request().letters().isEmpty());
    }

    private static Line line(Appeal appeal, ZoneId zone, Language l) {
        return new Line(
                appeal.act(),
                state(appeal, l),
                RequestsPage.say(appeal.said(), l),
                appeal.document().isEmpty() ? "" : "/" + l.code() + "/handling/" + appeal.document(),
                Stream.of(
                                appeal.packages().stream()
                                        .map(each -> l.say("Paket hämtat ", "Package fetched ")
                                                + Words.time(each.at(), zone) + ", " + person(each.by())
                                                + ", SHA-256 " + each.sha256())
                                        .toList(),
                                step(appeal.handled(), zone, l),
                                step(appeal.court(), zone, l))
                        .flatMap(List::stream)
                        .toList(),
                appeal.waits(),
                appeal.isTooLate(),
                !appeal.packages().isEmpty(),
                appeal.isWithCourt());
    }

    private static List<String> step(Optional<Appeal.Step> step, ZoneId zone, Language l) {
        return step.map(each -> List.of(outcome(each.outcome(), l) + " " + Words.time(each.at(), zone) + ", "
                        + person(each.by()) + ": " + each.reason()))
                .orElse(List.of());
    }

    /** How far it has come, in a sentence. */
    static String state(Appeal appeal, Language l) {
        if (appeal.isWithCourt()) {
            return l.say("Överklagandet ligger hos kammarrätten.", "The appeal lies with the court.");
        }
        if (appeal.waits()) {
            return appeal.isTooLate()
                    ? l.say(
                            "Överklagandet kom in för sent: det ska avvisas.",
                            "The appeal came too late: it is to be dismissed.")
                    : l.say(
                            "Överklagat: ompröva beslutet eller skicka det till kammarrätten.",
                            "Appealed: reconsider the decision, or send the appeal to the court.");
        }
        return appeal.court()
                .or(appeal::handled)
                .map(step -> outcome(step.outcome(), l) + ".")
                .orElse("");
    }

    private static String outcome(String word, Language l) {
        return switch (word) {
            case Appeal.CHANGED -> l.say("Beslutet ändrades", "The decision was changed");
            case Appeal.FORWARDED -> l.say("Överlämnat till kammarrätten", "Handed over to the court");
            case Appeal.TOO_LATE -> l.say("Avvisat som för sent", "Dismissed as late");
            case "upheld" -> l.say("Kammarrätten avslog överklagandet", "The court rejected the appeal");
            case Appeal.GRANTED -> l.say("Kammarrätten biföll överklagandet", "The court granted the appeal");
            case Appeal.RETURNED -> l.say("Kammarrätten återförvisade ärendet", "The court sent the case back");
            default -> l.say("Kammarrätten prövade inte överklagandet", "The court did not try the appeal");
        };
    }

    private static String person(String actor) {
        return actor.substring(actor.indexOf(':') + 1);
    }
}
