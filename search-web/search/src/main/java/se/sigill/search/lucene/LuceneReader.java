package se.sigill.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Query;
import se.sigill.core.ArchiveException;
import se.sigill.search.Hit;
import se.sigill.search.IndexCursor;
import se.sigill.search.QueryClause;
import se.sigill.search.QueryGrammar;
import se.sigill.search.Reading;
import se.sigill.search.SearchReader;
import se.sigill.search.SearchRequest;
import se.sigill.search.SearchResult;

/** Searches whatever state is current. What writes, if anything does, hands over new states. */
class LuceneReader implements SearchReader {
    /**
     * If fewer records than these have all the words, they were probably a question or a title from memory, and the
     * best of those that have some are shown too.
     */
    static final long ENOUGH = 200;

    private final States states;
    private final Budget budget;

    LuceneReader(States states, Budget budget) {
        this.states = states;
        this.budget = budget;
    }

    /** How long a search may take before it ends with what it has and says so, and the clock that tells. */
    record Budget(long nanos, LongSupplier clock) {
        QueryTimeout start() {
            long begun = clock.getAsLong();
            return () -> clock.getAsLong() - begun > nanos;
        }
    }

    @Override
    public SearchResult search(SearchRequest request) {
        return states.with(state -> {
            if (request.after().map(SearchRequest.PageMark::rank).orElse(0) >= SearchRequest.DEPTH_MAX) {
                return new SearchResult(QueryGrammar.read(request.text()), 0, List.of(), Map.of(), true);
            }
            Snapshot.Lens lens = state.lens(request.labels());
            Attempt attempt = new Attempt(lens, request, budget.start());
            return attempt.answer(QueryGrammar.read(request.text()));
        });
    }

    @Override
    public List<String> suggest(String typed, Set<String> labels, int atMost) {
        return states.with(state -> new Spelling(state.lens(Set.copyOf(labels))).suggest(typed, atMost));
    }

    @Override
    public Optional<String> didYouMean(String query, Set<String> labels) {
        return states.with(state -> new Spelling(state.lens(Set.copyOf(labels))).better(query));
    }

    @Override
    public IndexCursor cursor() {
        return states.with(Snapshot::cursor);
    }

    @Override
    public long size() {
        return states.with(state -> (long) state.reader().numDocs());
    }

    @Override
    public void close() {
        states.close();
    }

    /** One request against one view: as it was asked, and if nothing answers, in wider readings. */
    private static final class Attempt {
        private final Snapshot.Lens lens;
        private final SearchRequest request;
        private final QueryTimeout timeout;

        Attempt(Snapshot.Lens lens, SearchRequest request, QueryTimeout timeout) {
            this.lens = lens;
            this.request = request;
            this.timeout = timeout;
        }

        SearchResult answer(Reading asked) throws IOException {
            Found found = run(asked);
            if (found.total() == 0 && hasPhrase(found.reading())) {
                found = run(asked.as(asked.mode(), asWords(asked.clauses()), Reading.Note.PHRASE_AS_WORDS));
            }
            Reading reading = found.reading();
            long words = StopWords.without(reading.clauses()).stream()
                    .filter(c -> !(c instanceof QueryClause.Not) && !(c instanceof QueryClause.Only))
                    .count();
            if (reading.mode() == Reading.Mode.ALL && words > 1 && found.total() < ENOUGH) {
                found = run(reading.as(Reading.Mode.ANY, reading.clauses(), Reading.Note.ANY_WORD));
            }
            return told(found);
        }

        /** What one reading found, before it is made fit to be shown. */
        private record Found(Reading reading, List<QueryCompiler.Sought> sought, Gatherer gatherer, boolean timedOut) {
            long total() {
                return gatherer.total();
            }
        }

        private Found run(Reading reading) throws IOException {
            QueryCompiler compiler = new QueryCompiler(lens.vocabulary(), reading);
            Query query = compiler.query(request.filters());
            Scores scores = new Scores(lens.view());
            scores.setTimeout(timeout);
            Gatherer gatherer = scores.search(query, new One(request));
            return new Found(reading, compiler.sought(), gatherer, scores.timedOut());
        }

        private SearchResult told(Found found) throws IOException {
            List<Gatherer.Entry> page = found.gatherer().page();
            Map<Integer, Passages.Passage> passages = new Passages(lens.view(), found.sought()).of(page);
            List<Hit> hits = new ArrayList<>();
            int rank = request.after().map(SearchRequest.PageMark::rank).orElse(0);
            for (Gatherer.Entry entry : page) {
                Passages.Passage passage = Objects.requireNonNull(passages.get(entry.doc()));
                hits.add(new Hit(
                        ++rank,
                        entry.id().utf8ToString(),
                        passage.title(),
                        entry.score(),
                        passage.snippet(),
                        passage.place().part(),
                        passage.place().partName(),
                        passage.place().number(),
                        passage.quoted()));
            }
            Gatherer gatherer = found.gatherer();
            return new SearchResult(found.reading(), gatherer.total(), hits, gatherer.facets(), found.timedOut());
        }

        private static boolean hasPhrase(Reading reading) {
            return reading.clauses().stream().anyMatch(c -> c instanceof QueryClause.Phrase);
        }

        private static List<QueryClause> asWords(List<QueryClause> clauses) {
            List<QueryClause> words = new ArrayList<>();
            for (QueryClause clause : clauses) {
                if (clause instanceof QueryClause.Phrase(String text)) {
                    Words.of(text).forEach(t -> words.add(new QueryClause.Word(t.word())));
                } else {
                    words.add(clause);
                }
            }
            return words.size() <= QueryGrammar.CLAUSES_MAX ? words : words.subList(0, QueryGrammar.CLAUSES_MAX);
        }
    }

    /** One collector: a request is answered by its own thread. */
    private record One(SearchRequest request) implements CollectorManager<Gatherer, Gatherer> {
        @Override
        public Gatherer newCollector() {
            return new Gatherer(request.order(), request.size(), request.after());
        }

        @Override
        public Gatherer reduce(Collection<Gatherer> collectors) {
            return collectors.iterator().next();
        }
    }

    static ArchiveException unreadable(Exception cause) {
        return new ArchiveException.StorageFailed(
                "the search index cannot be read; `sigill rebuild` makes it again, the archive itself is not touched",
                cause);
    }
}
