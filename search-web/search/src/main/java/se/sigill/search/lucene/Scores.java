package se.sigill.search.lucene;

import java.io.IOException;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;

/**
 * Searches a view with BM25 whose statistics are the view's own, so that nothing hidden or deleted weighs. One
 * request.
 */
final class Scores extends IndexSearcher {
    /** How fast repetitions of a word stop to count; measured on the sets of {@code QualityRound}. */
    private static final float K1 = 0.8f;

    /**
     * How much a long text is held against it. Low: whole records differ in length for good reasons. Measured alike.
     */
    private static final float B = 0.35f;

    /** How much more a rare word tells than a common one, beyond BM25's own measure. Measured alike. */
    private static final double RARE = 1.25;

    private final View view;

    Scores(View view) {
        super(view.reader());
        this.view = view;
        setSimilarity(new Rarer());
        noCache();
    }

    @SuppressWarnings("NullAway") // Lucene's word for "no cache": it would be keyed by readers that live for one state
    private void noCache() {
        setQueryCache(null);
    }

    @Override
    public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq) throws IOException {
        int visible = Math.max(1, view.count(term));
        return new TermStatistics(term.bytes(), visible, visible);
    }

    @Override
    public CollectionStatistics collectionStatistics(String field) {
        return view.statisticsOf(field);
    }

    /** BM25 in which rare words count more. */
    private static final class Rarer extends BM25Similarity {
        Rarer() {
            super(K1, B);
        }

        @Override
        protected float idf(long docFreq, long docCount) {
            return (float) Math.pow(super.idf(docFreq, docCount), RARE);
        }
    }
}
