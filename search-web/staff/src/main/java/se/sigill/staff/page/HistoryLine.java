package se.sigill.staff.page;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import se.sigill.app.wiring.GapWords;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.catalogue.Gap;
import se.sigill.core.record.FileRole;
import se.sigill.look.Language;

/** Something that happened to a record. @param act its place in the log */
public record HistoryLine(long act, String when, String what, String who) {

    static List<HistoryLine> of(CatalogueRecord entry, ZoneId zone, Language l) {
        List<HistoryLine> lines = new ArrayList<>();
        entry.versions()
                .forEach(v -> lines.add(new HistoryLine(
                        v.act(),
                        Words.time(v.at(), zone),
                        v.version() == 1
                                ? l.say("Togs in", "Taken in")
                                : l.say("Återgivning gjord: ", "Rendition made: ")
                                        + Words.rendition(FileRole.ofWord(v.role()), l),
                        "")));
        entry.assessments()
                .forEach(a -> lines.add(new HistoryLine(
                        a.act(),
                        a.assessedOn().toString(),
                        (a.open()
                                        ? a.publishable()
                                                ? l.say(
                                                        "Prövad: offentlig, får visas på webben. ",
                                                        "Assessed: open, may be on the web. ")
                                                : l.say("Prövad: offentlig. ", "Assessed: open. ")
                                        : l.say(
                                                "Tidigare prövning gäller inte längre. ",
                                                "An earlier assessment no longer counts. "))
                                + a.reason(),
                        a.assessedBy())));
        entry.restrictions()
                .forEach(r -> lines.add(new HistoryLine(
                        r.act(),
                        r.markedOn().toString(),
                        l.say("Sekretessmarkerad: ", "Restricted: ") + r.provision() + ". " + r.reason(),
                        r.markedBy())));
        entry.holds()
                .forEach(h -> lines.add(new HistoryLine(
                        h.act(),
                        Words.time(h.placedAt(), zone),
                        l.say("Gallringsspärr: ", "Hold from disposal: ")
                                + h.reason()
                                + (h.stands() ? "" : l.say(" (hävd)", " (lifted)")),
                        h.placedBy())));
        entry.gaps()
                .forEach(g -> lines.add(new HistoryLine(
                        g.act(),
                        Words.time(g.openedAt(), zone),
                        l.say("Lucka: ", "Gap: ") + gap(g, l) + (g.isOpen() ? "" : l.say(" (stängd)", " (closed)")),
                        "")));
        lines.sort(Comparator.comparing(HistoryLine::act).reversed());
        return List.copyOf(lines);
    }

    private static String gap(Gap gap, Language l) {
        String text = Said.of(GapWords.remark(gap), l).text();
        return text.isEmpty() ? gap.code() : text + " " + gap.code();
    }
}
