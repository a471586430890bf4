package se.sigill.open.page;

import java.util.List;
import se.sigill.look.Language;
import se.sigill.look.Passage;
import se.sigill.look.Query;
import se.sigill.search.Hit;

/**
 * A hit as it is shown.
 *
 * @param link to the place in the record where the passage stands
 * @param snippet the passage in runs, marked or not; empty if nothing is quoted
 * @param place where the passage stands, in words; may be empty
 */
public record HitView(EntryLine entry, String link, List<Passage.Run> snippet, String place) {
    public HitView {
        snippet = List.copyOf(snippet);
    }

    static HitView of(Hit hit, EntryLine entry, Language l) {
        String to = Addresses.record(l, entry.id());
        String link = hit.page() > 0 || !hit.part().isEmpty()
                ? to
                        + new Query()
                                .with("del", hit.part())
                                .with("sida", hit.page() > 0 ? Integer.toString(hit.page()) : "")
                : to;
        return new HitView(entry, link, entry.shown() ? Passage.runs(hit.snippet()) : List.of(), Passage.place(hit, l));
    }
}
