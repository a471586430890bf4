package se.sigill.staff.page;

import java.time.LocalDate;
import java.util.List;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Sight;
import se.sigill.core.access.Duty;
import se.sigill.core.access.Restriction;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.look.Language;

/**
 * What is decided about the openness of a record, and what the visitor may decide.
 *
 * @param provisions that are law today, with what they protect
 */
public record Decisions(boolean mayRestrict, boolean mayOpen, List<Marking> markings, List<Choice> provisions) {
    /** A restriction. @param stands whether it has neither ended nor been lifted */
    public record Marking(long act, String text, String reason, String until, boolean stands) {}

    /** One provision to choose. */
    public record Choice(String value, String label) {}

    public Decisions {
        markings = List.copyOf(markings);
        provisions = List.copyOf(provisions);
    }

    static Decisions of(OpenArchive archive, Sight sight, CatalogueRecord entry, boolean known, Language l) {
        boolean mayRestrict = known && sight.has(Duty.RESTRICT, entry);
        LocalDate day = sight.day();
        var provisions = sight.rules().access().provisions();
        return new Decisions(
                mayRestrict,
                known && sight.has(Duty.OPEN, entry),
                known
                        ? entry.restrictions().stream()
                                .map(r -> marking(r, sight, l))
                                .toList()
                        : List.of(),
                mayRestrict
                        ? provisions.all().stream()
                                .filter(p -> p.validity().includes(day))
                                .map(p -> new Choice(p.reference(), p.reference() + " – " + p.protects()))
                                .toList()
                        : List.of());
    }

    private static Marking marking(Restriction r, Sight sight, Language l) {
        LocalDate ends = r.ends(sight.rules().access().provisions(), sight.day());
        boolean stands = r.active(sight.rules().access().provisions(), sight.day());
        String until = r.lifted()
                ? l.say("hävd", "lifted")
                : ends.equals(LocalDate.MAX)
                        ? l.say("utan bestämt slut", "without a fixed end")
                        : l.say("längst till ", "until ") + ends;
        return new Marking(
                r.act(),
                r.provision() + ", " + Words.category(r.category(), l) + ", " + Words.target(r.target(), l)
                        + (r.existenceSecret() ? l.say(", även att den finns", ", even that it exists") : "")
                        + ", " + r.authority() + ", " + r.markedOn(),
                r.reason(),
                until,
                stands);
    }
}
