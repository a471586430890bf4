package se.sigill.core.tlog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a log at one size is the beginning of the same log at a later size (RFC 6962 §2.1.2).
 *
 * @param oldSize 0 or more
 * @param newSize not less than {@code oldSize}
 * @param path hashes; empty if the sizes are equal or the old tree was empty
 */
public record ConsistencyProof(long oldSize, long newSize, List<TreeHash> path) {
    public ConsistencyProof {
        path = List.copyOf(path);
        if (oldSize < 0 || oldSize > newSize) {
            throw new TlogFormatException("a consistency proof goes from a size to one not smaller");
        }
    }

    /** Computes the proof. @throws IOException if a hash cannot be read */
    public static ConsistencyProof prove(long oldSize, long newSize, SubtreeHashes hashes) throws IOException {
        List<TreeHash> path = new ArrayList<>();
        if (oldSize == 0 || oldSize == newSize) {
            return new ConsistencyProof(oldSize, newSize, path);
        }
        long from = 0;
        long to = newSize;
        while (oldSize != to) {
            long half = from + Long.highestOneBit(to - from - 1);
            if (oldSize <= half) {
                path.addFirst(hashes.range(half, to));
                to = half;
            } else {
                path.addFirst(hashes.range(from, half));
                from = half;
            }
        }
        if (from != 0) {
            path.addFirst(hashes.range(from, to));
        }
        return new ConsistencyProof(oldSize, newSize, path);
    }

    /** True if the tree with the new root begins with the tree of the old root (RFC 9162 §2.1.4.2). */
    public boolean verifies(TreeHash oldRoot, TreeHash newRoot) {
        if (oldSize == newSize) {
            return path.isEmpty() && oldRoot.equals(newRoot);
        }
        if (oldSize == 0) {
            return path.isEmpty() && oldRoot.equals(TreeHash.ofEmptyTree());
        }
        boolean whole = Long.bitCount(oldSize) == 1;
        if (!whole && path.isEmpty()) {
            return false;
        }
        return climb(oldRoot, newRoot, whole ? oldRoot : path.getFirst(), whole ? path : path.subList(1, path.size()));
    }

    private boolean climb(TreeHash oldRoot, TreeHash newRoot, TreeHash start, List<TreeHash> rest) {
        int skip = Long.numberOfTrailingZeros(oldSize);
        long node = (oldSize - 1) >> skip;
        long last = (newSize - 1) >> skip;
        TreeHash older = start;
        TreeHash newer = start;
        for (TreeHash sibling : rest) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                older = TreeHash.ofNode(sibling, older);
                newer = TreeHash.ofNode(sibling, newer);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                newer = TreeHash.ofNode(newer, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && older.equals(oldRoot) && newer.equals(newRoot);
    }
}
