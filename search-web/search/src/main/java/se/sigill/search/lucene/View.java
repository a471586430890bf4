package se.sigill.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.SmallFloat;
import org.apache.lucene.util.StringHelper;

/**
 * One state of the index as the holders of one set of labels see it: a reader in which all else is deleted, and
 * counts of words made from what is left. Nothing that is computed from a view can depend on a hidden or a deleted
 * document, nor on how the documents lie in segments. Safe for any number of threads while the reader below is open.
 */
final class View {
    /** Counts kept; beyond that they are forgotten and made again. */
    private static final int COUNTS_MAX = 100_000;

    private final List<LiveLeaf> leaves = new ArrayList<>();
    private final IndexReader reader;
    private final int documents;
    private final CollectionStatistics text;
    private final CollectionStatistics title;
    private final ConcurrentMap<Term, Integer> counts = new ConcurrentHashMap<>();

    View(DirectoryReader state, Set<String> labels) throws IOException {
        Set<String> sorted = new TreeSet<>(labels);
        for (LeafReaderContext context : state.leaves()) {
            LiveLeaf leaf = new LiveLeaf(context.reader(), visible(context.reader(), sorted));
            if (leaf.numDocs() > 0) {
                leaves.add(leaf);
            }
        }
        this.reader = new MultiReader(leaves.toArray(new IndexReader[0]), false);
        this.documents = reader.numDocs();
        this.text = statistics(Fields.TEXT);
        this.title = statistics(Fields.TITLE);
    }

    private static FixedBitSet visible(LeafReader leaf, Set<String> labels) throws IOException {
        FixedBitSet visible = new FixedBitSet(leaf.maxDoc());
        for (String label : labels) {
            PostingsEnum holders = leaf.postings(new Term(Fields.READER, label), PostingsEnum.NONE);
            if (holders != null) {
                visible.or(holders);
            }
        }
        if (leaf.getLiveDocs() != null) {
            for (int doc = visible.length() == 0 ? DocIdSetIterator.NO_MORE_DOCS : visible.nextSetBit(0);
                    doc != DocIdSetIterator.NO_MORE_DOCS;
                    doc = doc + 1 < visible.length() ? visible.nextSetBit(doc + 1) : DocIdSetIterator.NO_MORE_DOCS) {
                if (!leaf.getLiveDocs().get(doc)) {
                    visible.clear(doc);
                }
            }
        }
        return visible;
    }

    IndexReader reader() {
        return reader;
    }

    /** The number of visible documents. */
    int documents() {
        return documents;
    }

    /** Lucene's statistics of a field, of visible documents alone. */
    CollectionStatistics statisticsOf(String field) {
        return switch (field) {
            case Fields.TEXT -> text;
            case Fields.TITLE -> title;
            default -> even(field);
        };
    }

    /** In how many visible documents a term stands. */
    int count(Term term) throws IOException {
        Integer known = counts.get(term);
        if (known != null) {
            return known;
        }
        int count = 0;
        for (LiveLeaf leaf : leaves) {
            TermsEnum terms = leaf.terms(term.field()) == null
                    ? null
                    : leaf.terms(term.field()).iterator();
            if (terms != null && terms.seekExact(term.bytes())) {
                count += count(leaf, terms);
            }
        }
        if (counts.size() > COUNTS_MAX) {
            counts.clear();
        }
        counts.put(term, count);
        return count;
    }

    /**
     * Every term of a field that begins with {@code prefix} and stands in a visible document, in no order, with
     * counts.
     */
    void each(String field, String prefix, TermVisitor visitor) throws IOException {
        Map<String, Integer> found = new HashMap<>();
        BytesRef start = new BytesRef(prefix);
        for (LiveLeaf leaf : leaves) {
            if (leaf.terms(field) == null) {
                continue;
            }
            TermsEnum terms = leaf.terms(field).iterator();
            BytesRef term = terms.seekCeil(start) == TermsEnum.SeekStatus.END ? null : terms.term();
            while (term != null && StringHelper.startsWith(term, start)) {
                int count = count(leaf, terms);
                if (count > 0) {
                    found.merge(term.utf8ToString(), count, Integer::sum);
                }
                term = terms.next();
            }
        }
        for (var entry : found.entrySet()) {
            visitor.visit(entry.getKey(), entry.getValue());
        }
    }

    /** Takes a term and the number of visible documents in which it stands. */
    @FunctionalInterface
    interface TermVisitor {
        void visit(String term, int count) throws IOException;
    }

    private static int count(LiveLeaf leaf, TermsEnum terms) throws IOException {
        if (leaf.isWhole()) {
            return terms.docFreq();
        }
        int count = 0;
        PostingsEnum postings = terms.postings(null, PostingsEnum.NONE);
        for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
            if (leaf.visible().get(doc)) {
                count++;
            }
        }
        return count;
    }

    private CollectionStatistics statistics(String field) throws IOException {
        long words = 0;
        long having = 0;
        for (LiveLeaf leaf : leaves) {
            NumericDocValues lengths = leaf.getNormValues(field);
            if (lengths == null) {
                continue;
            }
            for (int doc = lengths.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = lengths.nextDoc()) {
                if (leaf.visible().get(doc)) {
                    having++;
                    words += SmallFloat.byte4ToInt((byte) lengths.longValue());
                }
            }
        }
        if (having == 0) {
            return even(field);
        }
        return new CollectionStatistics(field, Math.max(documents, having), having, Math.max(words, having), having);
    }

    /** For fields whose length does not count. */
    private CollectionStatistics even(String field) {
        int n = Math.max(1, documents);
        return new CollectionStatistics(field, n, n, n, n);
    }
}
