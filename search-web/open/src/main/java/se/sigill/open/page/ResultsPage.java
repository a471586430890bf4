package se.sigill.open.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.sigill.search.Hit;
import se.sigill.search.SearchField;
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
        List<View> views,
        boolean newest,
        String view,
        int first,
        List<HitView> hits,
        Optional<String> next,
        String withoutFilters) {
    private static final int SIZE = 20;
    private static final int SUGGESTIONS = 5;

    /** A way to show the hits. */
    public record View(String value, String label, boolean chosen) {}

    public boolean anyChosen() {
        return !chosen.isEmpty();
    }

    /** Asks the public index. */
    public static ResultsPage of(Zone zone, Surround around, Asked asked) {
        Language l = around.language();
        SearchResult result = zone.search().search(asked.request(SIZE));
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
                summary(result, asked, l),
                l.say(result.reading().swedish(), result.reading().english()),
                result.partial(),
                zone.search()
                        .didYouMean(asked.text(), Zone.labels())
                        .map(text -> new Link(text, asked.withText(text).link(l))),
                nothing ? suggestions(zone, asked, l) : List.of(),
                chosen(asked, l),
                facets(result.facets(), asked, l),
                views(asked, l),
                asked.newest(),
                asked.view(),
                before + 1,
                hits,
                more ? Optional.of(asked.after(result.hits().getLast().mark()).link(l)) : Optional.empty(),
                asked.withoutFilters().link(l));
    }

    private static String summary(SearchResult result, Asked asked, Language l) {
        String count = (result.partial() ? l.say("minst ", "at least ") : "") + result.total();
        String hits = result.total() == 1 ? l.say(" träff", " hit") : l.say(" träffar", " hits");
        return asked.text().isBlank() ? count + hits : count + hits + l.say(" på ”", " for “") + asked.text() + "”";
    }

    private static List<Link> suggestions(Zone zone, Asked asked, Language l) {
        return zone.search().suggest(asked.text(), Zone.labels(), SUGGESTIONS).stream()
                .map(word -> new Link(word, asked.withText(word).link(l)))
                .toList();
    }

    private static List<Link> chosen(Asked asked, Language l) {
        List<Link> chips = new ArrayList<>();
        Asked.FACETS.keySet().forEach(field -> asked.filters()
                .getOrDefault(field, List.of())
                .forEach(value ->
                        chips.add(new Link(value, asked.without(field, value).link(l)))));
        return chips;
    }

    private static List<Counted.Group> facets(
            Map<SearchField, List<SearchResult.FacetCount>> counts, Asked asked, Language l) {
        List<Counted.Group> groups = new ArrayList<>();
        Asked.FACETS.forEach((field, parameter) -> {
            List<Counted> values = new ArrayList<>();
            for (SearchResult.FacetCount count : counts.getOrDefault(field, List.of())) {
                values.add(new Counted(
                        count.value(),
                        count.count(),
                        asked.has(field, count.value()),
                        asked.with(field, count.value()).link(l)));
            }
            if (!values.isEmpty()) {
                groups.add(new Counted.Group(label(field, l), parameter, values));
            }
        });
        return groups;
    }

    static String label(SearchField field, Language l) {
        return switch (field) {
            case AUTHORITY -> l.say("Nämnd", "Authority");
            case TYPE -> l.say("Handlingstyp", "Type");
            case YEAR -> l.say("År", "Year");
            case FORMAT -> "Format";
            default -> l.say(field.swedish(), field.english());
        };
    }

    private static List<View> views(Asked asked, Language l) {
        return Asked.VIEWS.stream()
                .map(view -> new View(
                        view,
                        switch (view) {
                            case "tabell" -> l.say("Tabell", "Table");
                            case "kompakt" -> l.say("Kompakt", "Compact");
                            default -> l.say("Lista", "List");
                        },
                        asked.view().equals(view)))
                .toList();
    }
}
