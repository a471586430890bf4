package se.sigill.search;

import java.util.List;
import java.util.Map;
import se.sigill.core.json.Json;

/**
 * What was found, and how the question was understood.
 *
 * @param reading how the query was read
 * @param total visible documents that match; a lower bound if {@code partial}
 * @param hits the page asked for, best first
 * @param facets for each facet field its values with their counts among all matches, most frequent first
 * @param partial whether the time budget ended before every document was looked at
 */
public record SearchResult(
        Reading reading, long total, List<Hit> hits, Map<SearchField, List<FacetCount>> facets, boolean partial) {
    public SearchResult {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
    }

    /** The whole answer as JSON, in a fixed order: what two equal answers are compared by. */
    public Json toJson() {
        return Json.object()
                .with("read", reading.toJson())
                .with("total", total)
                .with("partial", partial)
                .with("hits", Json.array(hits.stream().map(Hit::toJson).toList()))
                .with("facets", facetsJson());
    }

    /** For each facet field that has values, these with their counts, most frequent first. */
    public Json facetsJson() {
        Json.Obj counts = Json.object();
        for (SearchField field : SearchField.values()) {
            List<FacetCount> values = facets.getOrDefault(field, List.of());
            if (!values.isEmpty()) {
                Json.Obj of = Json.object();
                values.forEach(v -> of.with(v.value(), v.count()));
                counts.with(field.english(), of);
            }
        }
        return counts;
    }

    /** A value and how many of the matches have it. */
    public record FacetCount(String value, long count) {}
}
