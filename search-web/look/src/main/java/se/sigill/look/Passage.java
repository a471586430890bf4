package se.sigill.look;

import java.util.ArrayList;
import java.util.List;
import se.sigill.search.Hit;
import se.sigill.search.Snippet;

/** The passage of a hit, as it is shown. */
public final class Passage {
    private Passage() {}

    /** A run of text. */
    public record Run(String text, boolean marked) {}

    /** The passage in runs, marked or not. */
    public static List<Run> runs(Snippet snippet) {
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

    /** Where the passage stands, in words; may be empty. */
    public static String place(Hit hit, Language l) {
        String page = hit.page() > 0 ? l.say("sida ", "page ") + hit.page() : "";
        if (hit.partName().isEmpty()) {
            return page;
        }
        String part = l.say("i bilagan ", "in the attachment ") + hit.partName();
        return page.isEmpty() ? part : part + ", " + page;
    }
}
