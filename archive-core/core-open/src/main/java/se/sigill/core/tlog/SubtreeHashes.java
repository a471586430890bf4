package se.sigill.core.tlog;

import java.io.IOException;

/** The nodes of a tree that are roots of complete subtrees; everything else of a tree is computed from them. */
public interface SubtreeHashes {
    /**
     * The root over the entries from {@code index << level} to before {@code (index + 1) << level}.
     *
     * @throws IOException if it cannot be read, or lies beyond the entries that are there
     */
    TreeHash at(int level, long index) throws IOException;

    /** The RFC 6962 root over the first {@code size} entries. */
    default TreeHash root(long size) throws IOException {
        return size == 0 ? TreeHash.ofEmptyTree() : range(0, size);
    }

    /** MTH(D[from:to]) where {@code from} is where RFC 6962 would split; not any range. */
    default TreeHash range(long from, long to) throws IOException {
        long count = to - from;
        if (Long.bitCount(count) == 1) {
            int level = Long.numberOfTrailingZeros(count);
            return at(level, from >> level);
        }
        long half = Long.highestOneBit(count - 1);
        return TreeHash.ofNode(range(from, from + half), range(from + half, to));
    }
}
