package se.sigill.search.lucene;

import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/** A segment as one viewer sees it: what it may not read is deleted. */
final class LiveLeaf extends FilterLeafReader {
    private final FixedBitSet visible;
    private final int count;

    LiveLeaf(LeafReader in, FixedBitSet visible) {
        super(in);
        this.visible = visible;
        this.count = visible.cardinality();
    }

    /** Whether this viewer sees all that the segment ever held, so that its own counts are true. */
    boolean isWhole() {
        return count == maxDoc();
    }

    FixedBitSet visible() {
        return visible;
    }

    @Override
    @SuppressWarnings("NullAway") // Lucene's word for "none is deleted"
    public Bits getLiveDocs() {
        return isWhole() ? null : visible.asReadOnlyBits();
    }

    @Override
    public int numDocs() {
        return count;
    }

    @Override
    @SuppressWarnings("NullAway") // Lucene's word for "do not cache by this"
    public CacheHelper getCoreCacheHelper() {
        return null;
    }

    @Override
    @SuppressWarnings("NullAway")
    public CacheHelper getReaderCacheHelper() {
        return null;
    }
}
