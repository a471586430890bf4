package se.sigill.open.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.sigill.look.Asked;
import se.sigill.look.Counted;
import se.sigill.look.Found;
import se.sigill.look.Language;
import se.sigill.look.Link;
import se.sigill.search.Hit;
import se.sigill.search.SearchRequest;
import se.sigill.search.SearchResult;
import se.sigill.zone.Zone;

/**
 * What a search gave.
 *
 * @param summary how much, in a sentence
 * @param reading how the question was read
 * @param better the question in better spelling, if nothing or little was found
 * @param chosen filters that are on; the link takes one away
 * @param first rank of the first hit of the page
 * @param ask where to ask the registrar for it
 */
public record ResultsPage(
        Frame frame,
        String query,
        String summary,
        String reading,
        boolean partial,
        Optional<Link> better,
        List<Link> suggestions,
        List<Link> chosen,
        List<Counted.Group> facets,
        List<Found.View> views,
        boolean newest,
        String view,
        int first,
        List<HitView> hits,
        Optional<String> next,
        String withoutFilters,
        String ask) {
    private static final int SIZE = 20;
    private static final int SUGGESTIONS = 5;

    public boolean anyChosen() {
        return !chosen.isEmpty();
    }

    /** Asks the public index. */
    public static ResultsPage of(Zone zone, Surround around, Asked asked) {
        Language l = around.language();
        SearchResult result = zone.search().search(asked.request(SIZE, Zone.labels()));
        List<HitView> hits = new ArrayList<>();
        for (Hit hit : result.hits()) {
            zone.find(hit.id()).ifPresent(entry -> hits.add(HitView.of(hit, EntryLine.of(entry, l), l)));
        }
        int before = asked.after().map(SearchRequest.PageMark::rank).orElse(0);
        boolean more = before + result.hits().size() < result.total()
                && !result.hits().isEmpty()
                && before + result.hits().size() < SearchRequest.DEPTH_MAX;
        boolean nothing = result.total() == 0;
        return new ResultsPage(
                around.frame(l.say("Sök", "Search"), asked.path()),
                asked.text(),
                Found.summary(result, asked, l),
                l.say(result.reading().swedish(), result.reading().english()),
                result.partial(),
                zone.search()
                        .didYouMean(asked.text(), Zone.labels())
                        .map(text -> new Link(text, asked.withText(text).link(l))),
                nothing ? suggestions(zone, asked, l) : List.of(),
                Found.chosen(asked, l),
                Found.facets(result.facets(), asked, l),
                Found.views(asked, l),
                asked.newest(),
                asked.view(),
                before + 1,
                hits,
                more ? Optional.of(asked.after(result.hits().getLast().mark()).link(l)) : Optional.empty(),
                asked.withoutFilters().link(l),
                Addresses.ask(l, "q", asked.text()));
    }

    private static List<Link> suggestions(Zone zone, Asked asked, Language l) {
        return zone.search().suggest(asked.text(), Zone.labels(), SUGGESTIONS).stream()
                .map(word -> new Link(word, asked.withText(word).link(l)))
                .toList();
    }
}
