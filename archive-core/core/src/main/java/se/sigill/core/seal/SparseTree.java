package se.sigill.core.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import se.sigill.core.proof.Sha;
import se.sigill.core.proof.TreePath;

/**
 * The hash tree of a period: depth 20, with hashes that stand in for branches without leaves (docs/formats/evidence.md,
 * "Tree"). Only nodes with a leaf below them are held: about 36 bytes each, for 500,000 leaves some 60 MB.
 *
 * <p>Immutable once built.
 */
public final class SparseTree {
    /** Places for leaves: two to the power of {@link TreePath#DEPTH}. */
    public static final int PLACES = 1 << TreePath.DEPTH;

    private static final byte[] MISSING = "sigill/missing/1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int HASH_BYTES = 32;

    /**
     * Per level the nodes that have a leaf below them: their indexes, ascending, and their hashes one after another.
     */
    @SuppressWarnings("ArrayRecordComponent") // packed on purpose: a level has up to 500,000 hashes
    private record Level(int[] indexes, byte[] hashes) {
        byte[] hash(int at) {
            return Arrays.copyOfRange(hashes, at * HASH_BYTES, (at + 1) * HASH_BYTES);
        }
    }

    private final List<Level> levels = new ArrayList<>();
    private final Mac missing;

    private SparseTree(byte[] seed) {
        this.missing = mac(seed);
    }

    /**
     * @param leaves in ascending order of their places, at least one, no place twice
     * @param seed 32 bytes that the missing nodes are derived from
     * @throws IllegalArgumentException if there is no leaf or the order is broken
     */
    public static SparseTree of(List<? extends Leaf> leaves, byte[] seed) {
        Builder builder = new Builder();
        leaves.forEach(builder::add);
        return builder.build(seed);
    }

    /** Takes leaves one after another, of which it keeps place and hash. For one thread. */
    static final class Builder {
        private static final int FIRST_SIZE = 1024;

        private int[] places = new int[FIRST_SIZE];
        private byte[] hashes = new byte[FIRST_SIZE * HASH_BYTES];
        private int count;

        /** @throws IllegalArgumentException if it does not follow the one before, or lies beyond the tree */
        void add(Leaf leaf) {
            if (leaf.place() < 0 || leaf.place() >= PLACES || (count > 0 && leaf.place() <= places[count - 1])) {
                throw new IllegalArgumentException("place " + leaf.place() + " is out of range or out of order");
            }
            if (count == places.length) {
                places = Arrays.copyOf(places, 2 * count);
                hashes = Arrays.copyOf(hashes, 2 * count * HASH_BYTES);
            }
            places[count] = leaf.place();
            System.arraycopy(leaf.hash(), 0, hashes, count * HASH_BYTES, HASH_BYTES);
            count++;
        }

        /** @throws IllegalArgumentException if there is no leaf */
        SparseTree build(byte[] seed) {
            if (count == 0) {
                throw new IllegalArgumentException("a tree needs a leaf");
            }
            SparseTree tree = new SparseTree(seed);
            tree.levels.add(new Level(Arrays.copyOf(places, count), Arrays.copyOf(hashes, count * HASH_BYTES)));
            for (int level = 0; level < TreePath.DEPTH; level++) {
                tree.levels.add(tree.above(level));
            }
            return tree;
        }
    }

    /** The root hash, 32 bytes. */
    public byte[] root() {
        return levels.getLast().hash(0);
    }

    /** The path from the leaf at a place. @throws IllegalArgumentException if no leaf lies there */
    public TreePath path(int place) {
        if (Arrays.binarySearch(levels.getFirst().indexes(), place) < 0) {
            throw new IllegalArgumentException("no leaf lies at place " + place);
        }
        List<String> siblings = new ArrayList<>(TreePath.DEPTH);
        for (int level = 0; level < TreePath.DEPTH; level++) {
            int sibling = (place >> level) ^ 1;
            int at = Arrays.binarySearch(levels.get(level).indexes(), sibling);
            byte[] hash = at < 0 ? missing(level, sibling) : levels.get(level).hash(at);
            siblings.add(HexFormat.of().formatHex(hash));
        }
        return new TreePath(siblings);
    }

    /** The hash that stands for a node without a leaf below it. Not thread-safe: one builder at a time. */
    synchronized byte[] missing(int level, int index) {
        missing.update(MISSING);
        missing.update((byte) level);
        missing.update(ByteBuffer.allocate(4).putInt(index).array());
        return missing.doFinal();
    }

    private Level above(int level) {
        Level below = levels.get(level);
        int count = below.indexes().length;
        int[] indexes = new int[count];
        byte[] hashes = new byte[count * HASH_BYTES];
        MessageDigest digest = Sha.sha256();
        int out = 0;
        for (int i = 0; i < count; i++) {
            int index = below.indexes()[i];
            boolean pair = i + 1 < count && below.indexes()[i + 1] == (index ^ 1);
            byte[] one = below.hash(i);
            byte[] other = pair ? below.hash(i + 1) : missing(level, index ^ 1);
            boolean ordered = Arrays.compareUnsigned(one, other) <= 0;
            digest.update(ordered ? one : other);
            System.arraycopy(digest.digest(ordered ? other : one), 0, hashes, out * HASH_BYTES, HASH_BYTES);
            indexes[out++] = index >> 1;
            if (pair) {
                i++;
            }
        }
        return new Level(Arrays.copyOf(indexes, out), Arrays.copyOf(hashes, out * HASH_BYTES));
    }

    private static Mac mac(byte[] seed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed, "HmacSHA256"));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }
}
