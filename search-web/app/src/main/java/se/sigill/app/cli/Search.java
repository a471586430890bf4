package se.sigill.app.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.sigill.app.wiring.Glance;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Sight;
import se.sigill.core.ArchiveException;
import se.sigill.core.access.AccessLabels;
import se.sigill.search.SearchField;
import se.sigill.search.SearchFilter;
import se.sigill.search.SearchReader;
import se.sigill.search.SearchRequest;
import se.sigill.search.SearchResult;

/** {@code sigill search}: finds what the acting user may see. */
@Command(
        name = "search",
        description = "Find records by words, numbers and phrases; shows what the acting user may see.")
final class Search implements Callable<Integer>, HomeOption.Reading<Integer> {
    /** So many words that begin as the last one typed are offered where nothing was found. */
    private static final int SUGGESTIONS = 5;

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
    public Integer call() throws IOException {
        if (limit < 1 || limit > SearchRequest.SIZE_MAX) {
            throw new ArchiveException.WrongUsage("--limit is a number from 1 to " + SearchRequest.SIZE_MAX);
        }
        return home.read(this);
    }

    @Override
    public Optional<Integer> from(Glance glance, boolean otherWorks) {
        Optional<SearchReader> index = glance.index(otherWorks);
        if (index.isEmpty()) {
            return Optional.empty();
        }
        try (SearchReader reader = index.get()) {
            return Optional.of(answer(reader, glance.sight()));
        }
    }

    @Override
    public Integer from(OpenArchive archive) {
        return answer(archive.index(), archive.sight());
    }

    private int answer(SearchReader index, Sight sight) {
        Set<String> labels = sight.labels(asPublic);
        String query = String.join(" ", words);
        SearchResult result = index.search(
                new SearchRequest(query, filters(), labels, SearchRequest.Order.BEST, limit, Optional.empty()));
        // No word of a guarded text is shown unasked: searching is no act, and reading such a text is.
        Set<String> unguarded = AccessLabels.unguarded(labels);
        SearchAnswer answer = new SearchAnswer(
                result,
                index.didYouMean(query, unguarded),
                result.total() == 0 ? index.suggest(query, unguarded, SUGGESTIONS) : List.of());
        answer.show(print);
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
}
