package se.sigill.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import se.sigill.core.json.Json;
import se.sigill.search.Hit;
import se.sigill.search.SearchField;
import se.sigill.search.SearchResult;
import se.sigill.search.Snippet;

/**
 * What {@code sigill search} prints: a line a hit, then a line about the answer as a whole.
 *
 * @param better the query as it may have been meant
 * @param suggestions words that begin as the last one typed; asked for where nothing was found
 */
record SearchAnswer(SearchResult result, Optional<String> better, List<String> suggestions) {
    /** So many values of a facet tell a person how to narrow the question. */
    private static final int FACET_VALUES = 5;

    void show(Printing print) {
        print.say(head());
        for (Hit hit : result.hits()) {
            print.result(hit.toJson(), text(hit));
        }
        if (print.asJson()) {
            print.result(summary(), "");
            return;
        }
        better.ifPresent(query -> print.say("Menade du: " + Printing.oneLine(query)));
        if (!suggestions.isEmpty()) {
            print.say("Ord som börjar så: " + Printing.oneLine(String.join(", ", suggestions)));
        }
        if (result.total() > result.hits().size()) {
            for (SearchField field : SearchField.values()) {
                facet(field).ifPresent(print::say);
            }
        }
    }

    private String head() {
        String found =
                (result.partial() ? "minst " : "") + result.total() + (result.total() == 1 ? " träff." : " träffar.");
        return Printing.oneLine(result.reading().swedish()) + " " + found
                + (result.partial()
                        ? " Tiden tog slut innan allt var genomsökt; sök på färre eller ovanligare ord."
                        : "");
    }

    private Json summary() {
        return Json.object()
                .with("summary", "search")
                .with("total", result.total())
                .with("partial", result.partial())
                .with("read", result.reading().toJson())
                .with("didYouMean", better.orElse(""))
                .with("suggestions", Json.texts(suggestions))
                .with("facets", result.facetsJson());
    }

    private static String text(Hit hit) {
        String page = hit.page() == 0 ? "" : ", sidan " + hit.page();
        String part = hit.partName().isEmpty() ? "" : ", i " + Printing.oneLine(hit.partName());
        return hit.rank() + ". " + Printing.oneLine(hit.title()) + "  [" + hit.id() + "]" + part + page + "\n   "
                + (hit.quoted() ? marked(hit.snippet()) : withheld(hit.id()));
    }

    private static String withheld(String id) {
        return "Texten visas inte i sökningen: handlingen är inte offentlig. Läs den med sigill cat " + id
                + " metadata/text.txt; det antecknas i loggen.";
    }

    private static String marked(Snippet snippet) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Snippet.Range range : snippet.highlights()) {
            out.append(Printing.oneLine(snippet.text().substring(at, range.start())))
                    .append('«')
                    .append(Printing.oneLine(snippet.text().substring(range.start(), range.end())))
                    .append('»');
            at = range.end();
        }
        return out.append(Printing.oneLine(snippet.text().substring(at))).toString();
    }

    private Optional<String> facet(SearchField field) {
        List<SearchResult.FacetCount> values = result.facets().getOrDefault(field, List.of());
        if (values.size() < 2) {
            return Optional.empty();
        }
        String most = values.stream()
                .limit(FACET_VALUES)
                .map(value -> Printing.oneLine(value.value()) + " (" + value.count() + ")")
                .collect(Collectors.joining(", "));
        return Optional.of(field.swedish() + ": " + most + (values.size() > FACET_VALUES ? " …" : ""));
    }
}
