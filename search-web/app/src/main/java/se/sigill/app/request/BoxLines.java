package se.sigill.app.request;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import se.sigill.core.inbox.AskedLetter;
import se.sigill.core.inbox.BoxLine;
import se.sigill.core.inbox.BoxState;
import se.sigill.core.request.Appeal;
import se.sigill.core.request.Quote;
import se.sigill.core.request.Request;
import se.sigill.core.request.Wording;

/** What was said and done, line by line, as whoever has the code reads it. It names nobody. */
final class BoxLines {
    private final RequestWords words;

    BoxLines(RequestWords words) {
        this.words = words;
    }

    /** The newest that a box takes, oldest first. */
    List<BoxLine> of(Request request, String number) {
        List<BoxLine> lines = new ArrayList<>();
        lines.add(new BoxLine(request.asked().arrived(), BoxLine.Who.REQUESTER, "asked", words.asked(number)));
        for (Request.Said said : request.said()) {
            lines.add(new BoxLine(
                    said.at(),
                    said.requester() ? BoxLine.Who.REQUESTER : BoxLine.Who.REGISTRAR,
                    said.kind(),
                    AskedLetter.plain(said.text())));
        }
        request.quotes().forEach(quote -> fee(quote, lines));
        request.appeals().forEach(appeal -> appeal(appeal, lines));
        for (Request.Copy copy : request.copies()) {
            copy.stoppedAt()
                    .ifPresent(at -> lines.add(new BoxLine(at, BoxLine.Who.REGISTRAR, "notice", words.takenBack())));
        }
        lines.sort(Comparator.comparing(BoxLine::at));
        return lines.subList(Math.max(0, lines.size() - BoxState.LINES_MAX), lines.size());
    }

    private void fee(Quote quote, List<BoxLine> lines) {
        lines.add(new BoxLine(quote.at(), BoxLine.Who.REGISTRAR, "fee", quote.words()));
        quote.settledAt().ifPresent(at -> {
            if (quote.isWaived()) {
                lines.add(new BoxLine(at, BoxLine.Who.REGISTRAR, "fee", words.waived()));
            } else if (!quote.isUnpaid()) {
                lines.add(new BoxLine(at, BoxLine.Who.REGISTRAR, "fee", words.paid()));
            }
        });
    }

    private void appeal(Appeal appeal, List<BoxLine> lines) {
        Wording said = appeal.said();
        lines.add(new BoxLine(
                appeal.registered(), BoxLine.Who.REGISTRAR, "appeal", words.say(said.swedish(), said.english())));
        appeal.handled()
                .ifPresent(step -> lines.add(
                        new BoxLine(step.at(), BoxLine.Who.REGISTRAR, "appeal", words.handled(step.outcome()))));
        appeal.court()
                .ifPresent(step -> lines.add(
                        new BoxLine(step.at(), BoxLine.Who.REGISTRAR, "appeal", words.judged(step.outcome()))));
    }
}
