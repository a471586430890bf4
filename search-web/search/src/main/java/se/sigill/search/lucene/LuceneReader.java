package se.sigill.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Query;
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
    /** A search that takes longer ends with what it has, and says so. */
    static final long BUDGET_NANOS = Long.getLong("budget", 200_000_000L);

    private final States states;
    private final LongSupplier nanoTime;

    LuceneReader(States states, LongSupplier nanoTime) {
        this.states = states;
        this.nanoTime = nanoTime;
    }

    @Override
    public SearchResult search(SearchRequest request) {
        return states.with(state -> {
            Snapshot.Lens lens = state.lens(request.labels());
            long end = nanoTime.getAsLong() + BUDGET_NANOS;
            Attempt attempt = new Attempt(lens, request, () -> nanoTime.getAsLong() - end > 0);
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
            if (FORCE_ANY && asked.mode() == Reading.Mode.ALL) {
                SearchResult r = run(asked);
                if (r.total() > FORCE_MIN) return r;
                return run(asked.as(Reading.Mode.ANY, asked.clauses(), Reading.Note.ANY_WORD));
            }
            SearchResult result = run(asked);
            Reading reading = asked;
            if (result.total() == 0 && hasPhrase(reading)) {
                reading = reading.as(reading.mode(), asWords(reading.clauses()), Reading.Note.PHRASE_AS_WORDS);
                result = run(reading);
            }
            if (result.total() == 0
                    && reading.mode() == Reading.Mode.ALL
                    && reading.clauses().size() > 1) {
                reading = reading.as(Reading.Mode.ANY, reading.clauses(), Reading.Note.ANY_WORD);
                result = run(reading);
            }
            return result;
        }

        static final boolean FORCE_ANY = Boolean.getBoolean("any");
        static final int FORCE_MIN = Integer.getInteger("anymin", 1 << 30);

        private SearchResult run(Reading reading) throws IOException {
            QueryCompiler compiler = new QueryCompiler(lens.vocabulary(), reading);
            Query query = compiler.query(request.filters());
            Scores scores = new Scores(lens.view());
            scores.setTimeout(timeout);
            Gatherer gatherer = scores.search(query, new One(request));
            List<Gatherer.Entry> page = gatherer.page();
            Map<Integer, Passages.Passage> passages = new Passages(lens.view(), compiler.sought()).of(page);
            List<Hit> hits = new ArrayList<>();
            int rank = request.after().map(SearchRequest.PageMark::rank).orElse(0);
            for (Gatherer.Entry entry : page) {
                Passages.Passage passage = java.util.Objects.requireNonNull(passages.get(entry.doc()));
                hits.add(new Hit(
                        ++rank,
                        entry.id().utf8ToString(),
                        Passages.Stored.read(lens.view().reader(), entry.doc()).title(),
                        entry.score(),
                        passage.snippet(),
                        passage.place().part(),
                        passage.place().partName(),
                        passage.place().number()));
            }
            return new SearchResult(reading, gatherer.total(), hits, gatherer.facets(), scores.timedOut());
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
            return new Gatherer(request.size(), request.after());
        }

        @Override
        public Gatherer reduce(java.util.Collection<Gatherer> collectors) {
            return collectors.iterator().next();
        }
    }

    static UncheckedIOException unreadable(IOException cause) {
        return new UncheckedIOException("the search index cannot be read; `sigill rebuild` makes it again", cause);
    }
}
