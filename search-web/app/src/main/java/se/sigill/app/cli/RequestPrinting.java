package se.sigill.app.cli;

import java.util.List;
import java.util.Locale;
import se.sigill.app.request.Answering;
import se.sigill.app.request.RequestDesk;
import se.sigill.app.request.RequestLine;
import se.sigill.app.request.RequestSheet;
import se.sigill.core.ArchiveException;
import se.sigill.core.json.Json;
import se.sigill.core.request.Decision;
import se.sigill.core.request.Wording;

/** How requests are printed. What people wrote comes from outside: control characters of it show as what they are. */
final class RequestPrinting {
    private static final long MINUTES_OF_HOUR = 60;

    private RequestPrinting() {}

    static void list(Printing print, List<RequestLine> lines) {
        for (RequestLine line : lines) {
            print.result(line.toJson(), of(line));
        }
        if (lines.isEmpty()) {
            print.say("no request waits that is yours to see");
        }
    }

    private static String of(RequestLine line) {
        return String.format(
                Locale.ROOT,
                "%-12s  %-15s  %-6s %d h %02d min  %s%s",
                line.number(),
                line.state(),
                line.age(),
                line.waitedMinutes() / MINUTES_OF_HOUR,
                line.waitedMinutes() % MINUTES_OF_HOUR,
                Printing.oneLine(line.authority()),
                line.person().isEmpty() ? "" : ", " + line.person());
    }

    static void sheet(Printing print, RequestSheet sheet) {
        print.result(sheet.toJson(), of(sheet.line()));
        RequestLine line = sheet.line();
        print.say("  came " + line.arrived() + " by " + line.channel() + ", wants " + sheet.form() + ", id "
                + line.request());
        paragraph(print, "  ", sheet.words());
        for (RequestSheet.Said said : sheet.said()) {
            print.say("  " + said.at() + " " + said.by() + ", " + said.kind()
                    + (said.provision().isEmpty() ? "" : " by " + Printing.oneLine(said.provision())));
            paragraph(print, "    ", said.text());
        }
        sheet.items().forEach(item -> item(print, item));
        sheet.letters().forEach(letter -> print.say("  decision in writing: sigill cat " + letter));
        print.say("  seen " + sheet.seen());
    }

    private static void item(Printing print, RequestSheet.Item item) {
        String title = item.record().isEmpty()
                ? "what is not here"
                : item.record() + "  " + Printing.oneLine((item.number() + " " + item.title()).strip());
        print.say("  " + title + (item.openness().isEmpty() ? "" : ", " + item.openness())
                + (item.handedOut() ? ", handed out" : ""));
        item.decision().ifPresent(decision -> {
            print.say("    " + decision.outcome().word()
                    + (decision.provision().isEmpty() ? "" : " by " + decision.provision()) + ", " + decision.by()
                    + " (act " + decision.act() + "), " + stands(decision));
            paragraph(print, "      ", decision.reason());
            paragraph(print, "      ", decision.notLess());
            item.terms().reservation().ifPresent(reservation -> {
                print.say("      on condition, " + (reservation.isAccepted() ? "accepted:" : "not accepted yet:"));
                paragraph(print, "        ", reservation.conditions());
            });
            item.terms()
                    .forwarding()
                    .ifPresent(to -> paragraph(print, "      ", "to " + to.authority() + ": " + to.reached()));
        });
    }

    private static String stands(Decision decision) {
        if (decision.waits()) {
            return "waits for a second person";
        }
        return decision.stands() ? "counts" : "was sent back";
    }

    private static void paragraph(Printing print, String indent, String text) {
        text.lines().forEach(line -> print.say(indent + Printing.oneLine(line)));
    }

    /** What came of an act. @throws ArchiveException.Refused if nothing did */
    static void outcome(Printing print, String named, String done, Answering.Outcome outcome, RequestDesk desk) {
        switch (outcome) {
            case Answering.Outcome.Unknown() -> throw unknown(named);
            case Answering.Outcome.Refused(Wording why) ->
                throw new ArchiveException.Refused("request " + named + ": " + why.english() + " Nothing was changed.");
            case Answering.Outcome.Done(long act) ->
                done(
                        print,
                        done,
                        act,
                        desk.find(named).orElseThrow(() -> unknown(named)).line());
        }
    }

    /** @param act log index; negative where there is none to name */
    static void done(Printing print, String done, long act, RequestLine line) {
        Json.Obj json = line.toJson().with("outcome", done);
        print.result(
                act < 0 ? json : json.with("act", act),
                line.number() + ": " + done + (act < 0 ? "" : " (act " + act + ")") + "; " + line.state());
    }

    static ArchiveException unknown(String named) {
        return new ArchiveException.Refused(
                "there is no request " + named + " that is yours to see; sigill request list names those that wait");
    }
}
