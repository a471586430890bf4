package se.sigill.staff.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import se.sigill.app.incident.Incidents;
import se.sigill.look.Language;

/** Incidents that the visitor may know of: those that are open, and those that were. */
public record IncidentsPage(Frame frame, List<Lead> open, List<Lead> closed) {
    public IncidentsPage {
        open = List.copyOf(open);
        closed = List.copyOf(closed);
    }

    public static IncidentsPage of(Surround around) {
        Language l = around.language();
        List<Incidents.Entry> all = new Incidents(around.archive()).all();
        return new IncidentsPage(
                around.frame(Place.INCIDENTS, l.say("Incidenter", "Incidents")),
                all.stream()
                        .filter(each -> each.incident().isOpen())
                        .map(each -> lead(around, each))
                        .toList(),
                all.stream()
                        .filter(each -> !each.incident().isOpen())
                        .map(each -> lead(around, each))
                        .toList());
    }

    /** One incident in a line, with until when somebody is to be told. */
    static Lead lead(Surround around, Incidents.Entry each) {
        Language l = around.language();
        String number = each.record().description().diaryNumber();
        return new Lead(
                urgency(around, each),
                (number.isBlank() ? each.record().description().title() : number) + ": " + state(around, each),
                Place.INCIDENTS.link(l) + "/" + each.incident().act(),
                l.say("Incident ", "Incident ") + each.incident().act());
    }

    static DeskPage.Urgency urgency(Surround around, Incidents.Entry each) {
        if (!each.incident().isOpen()) {
            return DeskPage.Urgency.TELLS;
        }
        return each.incident().told().isEmpty()
                        && each.incident().isLate(around.archive().clock().instant())
                ? DeskPage.Urgency.STOPS
                : DeskPage.Urgency.WARNS;
    }

    static String state(Surround around, Incidents.Entry each) {
        Language l = around.language();
        ZoneId zone = around.archive().config().archive().zone();
        Instant now = around.archive().clock().instant();
        if (!each.incident().isOpen()) {
            return l.say("avslutad", "closed");
        }
        if (each.incident().told().isPresent()) {
            return l.say("tillsynsmyndigheten är underrättad, incidenten är öppen", "the authority was told; open");
        }
        String by = Words.time(each.incident().tellBy(), zone);
        return each.incident().isLate(now)
                ? l.say("tillsynsmyndigheten skulle ha underrättats senast ", "the authority was to be told by ") + by
                : l.say("tillsynsmyndigheten ska underrättas senast ", "the authority is to be told by ") + by;
    }
}
