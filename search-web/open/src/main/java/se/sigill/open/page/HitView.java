package se.sigill.open.page;

import java.util.ArrayList;
import java.util.List;
import se.sigill.search.Hit;
import se.sigill.search.Snippet;

/**
 * A hit as it is shown.
 *
 * @param link to the place in the record where the passage stands
 * @param snippet the passage in runs, marked or not; empty if nothing is quoted
 * @param place where the passage stands, in words; may be empty
 */
public record HitView(EntryLine entry, String link, List<Run> snippet, String place) {
    public HitView {
        snippet = List.copyOf(snippet);
    }

    /** A run of text. */
    public record Run(String text, boolean marked) {}

    static HitView of(Hit hit, EntryLine entry, Language l) {
        String to = Addresses.record(l, entry.id());
        String link = hit.page() > 0 || !hit.part().isEmpty()
                ? to
                        + new Addresses.Query()
                                .with("del", hit.part())
                                .with("sida", hit.page() > 0 ? Integer.toString(hit.page()) : "")
                : to;
        return new HitView(entry, link, entry.shown() ? runs(hit.snippet()) : List.of(), place(hit, l));
    }

    private static List<Run> runs(Snippet snippet) {
        List<Run> runs = new ArrayList<>();
        int at = 0;
        for (Snippet.Range range : snippet.highlights()) {
            if (range.start() > at) {
                runs.add(new Run(snippet.text().substring(at, range.start()), false));
            }
            runs.add(new Run(snippet.text().substring(range.start(), range.end()), true));
            at = range.end();
        }
        if (at < snippet.text().length()) {
            runs.add(new Run(snippet.text().substring(at), false));
        }
        return runs;
    }

    private static String place(Hit hit, Language l) {
        String page = hit.page() > 0 ? l.say("sida ", "page ") + hit.page() : "";
        if (hit.partName().isEmpty()) {
            return page;
        }
        String part = l.say("i bilagan ", "in the attachment ") + hit.partName();
        return page.isEmpty() ? part : part + ", " + page;
    }
}
