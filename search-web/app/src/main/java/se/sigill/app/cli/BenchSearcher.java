package se.sigill.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.sigill.app.bench.CommandProduct;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.config.Home;
import se.sigill.search.SearchRequest;

/** The index of an archive as the bench asks it: kept open, with the rights of whoever runs the bench. */
final class BenchSearcher implements CommandProduct.Searcher {
    private static final int PAGE = 10;

    private final OpenArchive archive;
    private final Set<String> labels;

    private BenchSearcher(OpenArchive archive) {
        this.archive = archive;
        this.labels = archive.labels(false);
    }

    static CommandProduct.Searcher open(Path home) {
        return new BenchSearcher(OpenArchive.open(new Home(home)));
    }

    @Override
    public long search(String query) {
        return archive.index()
                .search(new SearchRequest(query, List.of(), labels, SearchRequest.Order.BEST, PAGE, Optional.empty()))
                .total();
    }

    @Override
    public void close() {
        archive.close();
    }
}
