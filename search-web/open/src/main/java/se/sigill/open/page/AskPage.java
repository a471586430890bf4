package se.sigill.open.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.sigill.core.inbox.AskedLetter;
import se.sigill.look.Language;
import se.sigill.open.ask.AskDesk;
import se.sigill.open.ask.Draft;
import se.sigill.search.SearchField;
import se.sigill.search.SearchRequest;
import se.sigill.search.SearchResult;
import se.sigill.zone.Zone;

/**
 * The form by which anybody asks for documents.
 *
 * @param records what is chosen, each with its entry
 * @param authorities that can be chosen, by name
 * @param mending what is to be mended first
 * @param closed whether nothing can be sent now
 */
public record AskPage(
        Frame frame, Draft draft, List<EntryLine> records, List<String> authorities, Mending mending, boolean closed) {
    private static final String PATH = "/begar";

    public AskPage {
        records = List.copyOf(records);
        authorities = List.copyOf(authorities);
    }

    /** @param sent whether it answers a form */
    public static AskPage of(Zone zone, Surround around, AskDesk.Step.Write step, boolean sent) {
        return of(zone, around, step.draft(), Mending.of(step.problems(), around.language()), sent, false);
    }

    /** Everything that was written stands on the page. @param sent whether it answers a form */
    public static AskPage closed(Zone zone, Surround around, AskDesk.Step.Closed step, boolean sent) {
        return of(zone, around, step.draft(), new Mending(List.of()), sent, true);
    }

    private static AskPage of(Zone zone, Surround around, Draft draft, Mending mending, boolean sent, boolean closed) {
        Language l = around.language();
        String title = closed
                ? l.say("Det går inte att begära på webben just nu", "Asking on the web does not work right now")
                : l.say("Begär ut handlingar", "Ask for documents");
        return new AskPage(
                sent ? around.frameOfSent(title, PATH) : around.frame(title, PATH),
                draft,
                entries(zone, draft, l),
                authorities(zone, draft.authority()),
                mending,
                closed);
    }

    static List<EntryLine> entries(Zone zone, Draft draft, Language l) {
        return draft.records().stream()
                .flatMap(id -> zone.find(id).stream())
                .map(entry -> EntryLine.of(entry, l))
                .toList();
    }

    /** Those that the public index knows, and the one that was chosen. */
    private static List<String> authorities(Zone zone, String chosen) {
        List<String> all = new ArrayList<>(zone
                .search()
                .search(new SearchRequest("", List.of(), Zone.labels(), SearchRequest.Order.BEST, 1, Optional.empty()))
                .facets()
                .getOrDefault(SearchField.AUTHORITY, List.of())
                .stream()
                .map(SearchResult.FacetCount::value)
                .toList());
        if (!chosen.isEmpty() && !all.contains(chosen)) {
            all.add(chosen);
        }
        all.sort(null);
        return all;
    }

    public boolean isForm(String word) {
        return draft.form().equals(AskedLetter.Form.ofWord(word));
    }
}
