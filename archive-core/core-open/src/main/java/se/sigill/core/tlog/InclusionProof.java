package se.sigill.core.tlog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Why one entry is in a log (RFC 6962 §2.1.1).
 *
 * @param index place of the entry, from 0
 * @param size of the tree; more than {@code index}
 * @param path sibling hashes from the leaf upwards, at most 63; empty in a tree of one
 */
public record InclusionProof(long index, long size, List<TreeHash> path) {
    public InclusionProof {
        path = List.copyOf(path);
        if (index < 0 || index >= size) {
            throw new TlogFormatException("an inclusion proof is for an index below the size");
        }
    }

    /** Computes the proof. @throws IOException if a hash cannot be read */
    public static InclusionProof prove(long index, long size, SubtreeHashes hashes) throws IOException {
        List<TreeHash> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long half = from + Long.highestOneBit(to - from - 1);
            if (index < half) {
                path.addFirst(hashes.range(half, to));
                to = half;
            } else {
                path.addFirst(hashes.range(from, half));
                from = half;
            }
        }
        return new InclusionProof(index, size, path);
    }

    /** True if the leaf stands at {@code index} of the tree with this root (RFC 9162 §2.1.3.2). */
    public boolean verifies(TreeHash leaf, TreeHash root) {
        long node = index;
        long last = size - 1;
        TreeHash hash = leaf;
        for (TreeHash sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = TreeHash.ofNode(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = TreeHash.ofNode(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}
