package se.sigill.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.ArchiveException;
import se.sigill.search.Hit;
import se.sigill.search.SearchField;
import se.sigill.search.SearchFilter;
import se.sigill.search.SearchRequest;
import se.sigill.search.SearchResult;
import se.sigill.search.Snippet;

/** {@code sigill search}: finds what the acting user may see. */
@Command(
        name = "search",
        description = "Find records by words, numbers and phrases; shows what the acting user may see.")
final class Search implements Callable<Integer> {
    @Mixin
    private Printing print = new Printing();

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(names = "--public", description = "as anyone outside would: only what is open by decision")
    private boolean asPublic;

    @Option(names = "--limit", paramLabel = "N", description = "hits shown, 1 to 100 (default 10)")
    private int limit = 10;

    @Option(names = "--authority", paramLabel = "NAME", description = "only records of this authority")
    private Optional<String> authority = Optional.empty();

    @Option(names = "--type", paramLabel = "TYPE", description = "only records of this type")
    private Optional<String> type = Optional.empty();

    @Option(names = "--year", paramLabel = "YEAR[-YEAR]", description = "only records of this year or these years")
    private Optional<String> year = Optional.empty();

    @Parameters(arity = "0..*", paramLabel = "QUERY", description = "words, \"a phrase\", -not, one OR other")
    private List<String> words = List.of();

    @Override
    public Integer call() {
        if (limit < 1 || limit > SearchRequest.SIZE_MAX) {
            throw new ArchiveException.WrongUsage("--limit is a number from 1 to " + SearchRequest.SIZE_MAX);
        }
        try (OpenArchive archive = home.open()) {
            SearchResult result = archive.index()
                    .search(new SearchRequest(
                            String.join(" ", words), filters(), archive.labels(asPublic), limit, Optional.empty()));
            show(result);
        }
        return ExitCode.OK;
    }

    private List<SearchFilter> filters() {
        List<SearchFilter> filters = new ArrayList<>();
        authority.ifPresent(value -> filters.add(new SearchFilter.Equal(SearchField.AUTHORITY, value)));
        type.ifPresent(value -> filters.add(new SearchFilter.Equal(SearchField.TYPE, value)));
        year.ifPresent(value -> filters.add(years(value)));
        return filters;
    }

    private static SearchFilter years(String text) {
        String[] ends = text.split("-", 2);
        try {
            int first = Integer.parseInt(ends[0]);
            return new SearchFilter.Years(first, ends.length == 1 ? first : Integer.parseInt(ends[1]));
        } catch (IllegalArgumentException e) {
            throw new ArchiveException.WrongUsage("--year is a year or two with a hyphen, not \"" + text + "\"", e);
        }
    }

    private void show(SearchResult result) {
        if (print.asJson()) {
            result.hits().forEach(hit -> print.result(hit.toJson(), ""));
            return;
        }
        print.say(result.reading().swedish() + " " + result.total() + (result.total() == 1 ? " träff." : " träffar."));
        for (Hit hit : result.hits()) {
            String page = hit.page() == 0 ? "" : ", sidan " + hit.page();
            String part = hit.partName().isEmpty() ? "" : ", i " + hit.partName();
            print.say(hit.rank() + ". " + hit.title() + "  [" + hit.id() + "]" + part + page);
            print.say("   " + marked(hit.snippet()));
        }
    }

    private static String marked(Snippet snippet) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Snippet.Range range : snippet.highlights()) {
            out.append(snippet.text(), at, range.start()).append('«');
            out.append(snippet.text(), range.start(), range.end()).append('»');
            at = range.end();
        }
        return out.append(snippet.text().substring(at)).toString();
    }
}
