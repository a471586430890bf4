package se.sigill.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.sigill.search.SearchField;
import se.sigill.search.SearchFilter;
import se.sigill.search.SearchRequest;

/**
 * What somebody asks the public index, as it stands in the address of the page. What is not understood there is left
 * out: an address that somebody mended by hand gives a page, never an error.
 *
 * @param filters values chosen, by facet
 * @param view lista, tabell or kompakt
 */
public record Asked(
        String text,
        Map<SearchField, List<String>> filters,
        boolean newest,
        String view,
        Optional<SearchRequest.PageMark> after) {
    /** Facets and how they are called in addresses. */
    public static final Map<SearchField, String> FACETS = new TreeMap<>(Map.of(
            SearchField.AUTHORITY, "namnd",
            SearchField.TYPE, "typ",
            SearchField.YEAR, "ar",
            SearchField.FORMAT, "format"));

    public static final List<String> VIEWS = List.of("lista", "tabell", "kompakt");

    /** Values of one facet that are looked at: a page shows fifty. */
    private static final int VALUES_MAX = 50;

    private static final int VALUE_LENGTH_MAX = 200;
    private static final Pattern MARK = Pattern.compile("([0-9]{1,5})_(-?[0-9]{1,18})_([0-9a-z]{26})");

    public Asked {
        filters = Map.copyOf(filters);
    }

    /** @param parameters of the address, each with its values */
    public static Asked of(Map<String, List<String>> parameters) {
        Map<SearchField, List<String>> filters = new TreeMap<>();
        FACETS.forEach((field, name) -> {
            List<String> values = parameters.getOrDefault(name, List.of()).stream()
                    .filter(value -> !value.isBlank() && value.length() <= VALUE_LENGTH_MAX)
                    .filter(value -> field != SearchField.YEAR || value.matches("[0-9]{1,4}"))
                    .distinct()
                    .limit(VALUES_MAX)
                    .toList();
            if (!values.isEmpty()) {
                filters.put(field, values);
            }
        });
        String view = first(parameters, "vy");
        return new Asked(
                first(parameters, "q"),
                filters,
                first(parameters, "ordning").equals("nyast"),
                VIEWS.contains(view) ? view : VIEWS.getFirst(),
                mark(first(parameters, "efter")));
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    private static Optional<SearchRequest.PageMark> mark(String text) {
        Matcher matcher = MARK.matcher(text);
        return matcher.matches()
                ? Optional.of(new SearchRequest.PageMark(
                        Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)), matcher.group(3)))
                : Optional.empty();
    }

    /** @param labels that whoever asks may read */
    public SearchRequest request(int size, Set<String> labels) {
        List<SearchFilter> all = new ArrayList<>();
        filters.forEach((field, values) -> all.add(new SearchFilter.OneOf(field, values)));
        SearchRequest.Order order = newest ? SearchRequest.Order.NEWEST : SearchRequest.Order.BEST;
        return new SearchRequest(text, all, labels, order, size, after);
    }

    public boolean has(SearchField field, String value) {
        return filters.getOrDefault(field, List.of()).contains(value);
    }

    /** The same question in other words. */
    public Asked withText(String other) {
        return new Asked(other, filters, newest, view, Optional.empty());
    }

    public Asked withoutFilters() {
        return new Asked(text, Map.of(), newest, view, Optional.empty());
    }

    public Asked without(SearchField field, String value) {
        Map<SearchField, List<String>> left = new TreeMap<>(filters);
        List<String> values = left.getOrDefault(field, List.of()).stream()
                .filter(each -> !each.equals(value))
                .toList();
        if (values.isEmpty()) {
            left.remove(field);
        } else {
            left.put(field, values);
        }
        return new Asked(text, left, newest, view, Optional.empty());
    }

    public Asked with(SearchField field, String value) {
        Map<SearchField, List<String>> more = new TreeMap<>(filters);
        more.put(field, List.of(value));
        return new Asked(text, more, newest, view, Optional.empty());
    }

    public Asked after(SearchRequest.PageMark mark) {
        return new Asked(text, filters, newest, view, Optional.of(mark));
    }

    /** The path behind the language. */
    public String path() {
        Query query = new Query().with("q", text);
        new TreeMap<>(filters)
                .forEach((field, values) -> values.forEach(value -> query.with(FACETS.getOrDefault(field, ""), value)));
        query.with("ordning", newest ? "nyast" : "").with("vy", view.equals(VIEWS.getFirst()) ? "" : view);
        after.ifPresent(mark -> query.with("efter", mark.rank() + "_" + mark.score() + "_" + mark.id()));
        return "/sok" + query;
    }

    public String link(Language l) {
        return "/" + l.code() + path();
    }
}
