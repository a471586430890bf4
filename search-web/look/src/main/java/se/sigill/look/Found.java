package se.sigill.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.sigill.search.SearchField;
import se.sigill.search.SearchResult;

/** What is around the hits of a search, on either site: how many, what narrows them, how they are shown. */
public final class Found {
    private Found() {}

    /** A way to show the hits. */
    public record View(String value, String label, boolean chosen) {}

    /** How much was found, in a sentence. */
    public static String summary(SearchResult result, Asked asked, Language l) {
        String count = (result.partial() ? l.say("minst ", "at least ") : "") + result.total();
        String hits = result.total() == 1 ? l.say(" träff", " hit") : l.say(" träffar", " hits");
        return asked.text().isBlank() ? count + hits : count + hits + l.say(" på ”", " for “") + asked.text() + "”";
    }

    /** Filters that are on; the link takes one away. */
    public static List<Link> chosen(Asked asked, Language l) {
        List<Link> chips = new ArrayList<>();
        Asked.FACETS.keySet().forEach(field -> asked.filters()
                .getOrDefault(field, List.of())
                .forEach(value ->
                        chips.add(new Link(value, asked.without(field, value).link(l)))));
        return chips;
    }

    /** What the hits have in common and how often; the link asks for one value alone. */
    public static List<Counted.Group> facets(
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

    /** What a facet is called. */
    public static String label(SearchField field, Language l) {
        return switch (field) {
            case AUTHORITY -> l.say("Nämnd", "Authority");
            case TYPE -> l.say("Handlingstyp", "Type");
            case YEAR -> l.say("År", "Year");
            case FORMAT -> "Format";
            default -> l.say(field.swedish(), field.english());
        };
    }

    /** The ways to show them. */
    public static List<View> views(Asked asked, Language l) {
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
