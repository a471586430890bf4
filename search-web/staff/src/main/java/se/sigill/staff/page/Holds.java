package se.sigill.staff.page;

import java.time.ZoneId;
import java.util.List;
import se.sigill.app.wiring.Holding;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.look.Language;

/** Holds (gallringsspärrar) of a record, and whether the visitor may place and lift them. */
public record Holds(boolean mayHold, List<Line> lines) {
    /** A hold. @param act that placed it @param facts who and when */
    public record Line(long act, String reason, String facts, boolean stands) {}

    public Holds {
        lines = List.copyOf(lines);
    }

    /** @param known whether the visitor may know more of the record than that it exists */
    static Holds of(OpenArchive archive, CatalogueRecord entry, boolean known, Language l) {
        if (!known) {
            return new Holds(false, List.of());
        }
        ZoneId zone = archive.config().archive().zone();
        return new Holds(
                new Holding(archive).mayHold(entry),
                entry.holds().stream()
                        .map(hold -> new Line(
                                hold.act(),
                                hold.reason(),
                                Words.time(hold.placedAt(), zone) + ", " + hold.placedBy()
                                        + (hold.stands()
                                                ? ""
                                                : l.say(", hävd av akt ", ", lifted by act ") + hold.liftedBy()),
                                hold.stands()))
                        .toList());
    }
}
