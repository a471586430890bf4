package se.sigill.staff.page;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import se.sigill.app.request.Leaks;
import se.sigill.app.request.RequestBook;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.access.Openness;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.log.RequestAct;
import se.sigill.core.request.Request;
import se.sigill.look.Language;

/**
 * Copies of a request that were handed out, how often they were fetched, and how one that should not be out is taken
 * back.
 *
 * @param now the time, as the form takes it
 */
public record CopiesPage(Frame frame, String id, String problem, String message, List<Line> lines, String now) {
    /**
     * A copy.
     *
     * @param facts when it was handed out, and until when it can be fetched
     * @param fetched on which days and how often; of nobody
     * @param onWeb the page of its record, if anybody can read that on the web as well: to take the copy back is
     *     not enough then; empty if not
     * @param lies whether it lies outside to be fetched; else somebody here gave or sent it
     * @param out whether it has not been taken back
     */
    public record Line(long act, String title, String facts, String fetched, String onWeb, boolean lies, boolean out) {}

    public CopiesPage {
        lines = List.copyOf(lines);
    }

    /** @param leaks of the visitor */
    public static CopiesPage of(Surround around, RequestBook.Entry entry, Leaks leaks, String problem, String message) {
        Language l = around.language();
        String id = entry.request().id().value();
        ZoneId zone = around.archive().config().archive().zone();
        return new CopiesPage(
                around.frame(
                        Place.REQUESTS,
                        l.say("Kopior av begäran ", "Copies of request ") + entry.number(),
                        Place.REQUESTS.path() + "/" + id + "/kopior"),
                id,
                problem,
                message,
                entry.request().copies().stream()
                        .map(copy -> line(around, entry, copy, leaks, zone))
                        .toList(),
                Words.time(around.archive().clock().instant(), zone));
    }

    private static Line line(Surround around, RequestBook.Entry entry, Request.Copy copy, Leaks leaks, ZoneId zone) {
        Language l = around.language();
        boolean lies = entry.request().asked().channel().equals(RequestAct.WEB);
        String until = copy.until().isEmpty() || !lies
                ? ""
                : l.say(", kan hämtas till ", ", can be fetched until ") + copy.until();
        String back = copy.stoppedAt()
                .map(at -> l.say(". Togs tillbaka ", ". Taken back ") + Words.time(at, zone))
                .orElse("");
        String reach = copy.stopped() && leaks.isReachable(entry, copy)
                ? l.say(
                        ". Den öppna zonen har inte svarat: kopian kan fortfarande hämtas där",
                        ". The open zone has not answered: the copy may still be fetched there")
                : "";
        return new Line(
                copy.act(),
                title(around, copy),
                l.say("Utlämnad ", "Handed out ") + Words.time(copy.at(), zone) + until + back + reach + ".",
                lies
                        ? fetched(leaks.fetched(entry, copy), copy.stopped(), l)
                        : l.say(
                                "Den lämnades av er själva: inget ligger att hämta.",
                                "You handed it over yourselves: nothing lies to be fetched."),
                onWeb(around, copy),
                lies,
                !copy.stopped());
    }

    private static String title(Surround around, Request.Copy copy) {
        return around.archive()
                .find(copy.of())
                .filter(record -> around.archive().sight().rights(record).metadata())
                .map(CatalogueRecord::description)
                .map(each -> each.diaryNumber().isBlank() ? each.title() : each.diaryNumber() + ", " + each.title())
                .orElse(around.language().say("Handling som du inte får läsa", "A record that you may not read"));
    }

    private static String onWeb(Surround around, Request.Copy copy) {
        OpenArchive archive = around.archive();
        return archive.find(copy.of())
                .filter(record -> archive.rules().answer(record, archive.today())
                                instanceof Openness.Open(Openness.Basis _, boolean publishable)
                        && publishable)
                .map(record -> "/" + around.language().code() + "/handling/" + record.id())
                .orElse("");
    }

    private static String fetched(SortedMap<LocalDate, Long> days, boolean stopped, Language l) {
        if (days.isEmpty()) {
            return stopped
                    ? l.say(
                            "Hur ofta den hämtades står i incidenten.",
                            "How often it was fetched stands in the incident.")
                    : l.say("Ingen har hämtat den.", "Nobody has fetched it.");
        }
        long all = days.values().stream().mapToLong(Long::longValue).sum();
        String each = days.entrySet().stream()
                .map(day -> day.getKey() + ": " + day.getValue())
                .collect(Collectors.joining(", "));
        return l.say("Hämtad ", "Fetched ")
                + all
                + l.say(all == 1 ? " gång. " : " gånger. ", all == 1 ? " time. " : " times. ")
                + each;
    }
}
