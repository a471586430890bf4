package se.sigill.core.tlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a growing tree: for each level of tiles the hashes of the last, not yet full tile. Enough to
 * append, to compute the root and to write the tiles that change; at most 8 × 255 hashes. Not thread-safe.
 */
public final class TreeEdge {
    private final List<List<TreeHash>> levels;
    private long size;

    /** The edge of the empty tree. */
    public TreeEdge() {
        this(0, new ArrayList<>());
    }

    private TreeEdge(long size, List<List<TreeHash>> levels) {
        this.size = size;
        this.levels = levels;
    }

    /** The edge of the tree of that size. @throws IOException if one of its partial tiles cannot be read */
    public static TreeEdge read(long size, TileSource source) throws IOException {
        List<List<TreeHash>> levels = new ArrayList<>();
        for (int level = 0; size >> (Tile.HEIGHT * level) > 0; level++) {
            long hashes = size >> (Tile.HEIGHT * level);
            List<TreeHash> edge = new ArrayList<>();
            if (hashes % Tile.WIDTH != 0) {
                byte[] bytes = source.read(Tile.in(size, level, hashes / Tile.WIDTH));
                for (int i = 0; i < bytes.length; i += TreeHash.SIZE_BYTES) {
                    edge.add(TreeHash.of(bytes, i, TreeHash.SIZE_BYTES));
                }
            }
            levels.add(edge);
        }
        return new TreeEdge(size, levels);
    }

    public TreeEdge copy() {
        List<List<TreeHash>> copies = new ArrayList<>();
        levels.forEach(level -> copies.add(new ArrayList<>(level)));
        return new TreeEdge(size, copies);
    }

    public long size() {
        return size;
    }

    /**
     * Appends a leaf.
     *
     * @return the tiles that became full by it, lowest level first, with their bytes; empty 255 times of 256
     */
    public List<Filled> append(TreeHash leaf) {
        List<Filled> filled = new ArrayList<>();
        TreeHash hash = leaf;
        for (int level = 0; ; level++) {
            if (level == levels.size()) {
                levels.add(new ArrayList<>());
            }
            List<TreeHash> edge = levels.get(level);
            edge.add(hash);
            if (edge.size() < Tile.WIDTH) {
                break;
            }
            filled.add(new Filled(new Tile(level, size >> (Tile.HEIGHT * (level + 1)), Tile.WIDTH), edge));
            hash = TileHashes.fold(bytes(edge), 0, Tile.WIDTH);
            edge.clear();
        }
        size++;
        return filled;
    }

    /** The partial tiles of the tree as it is now, lowest level first. */
    public List<Filled> partial() {
        List<Filled> tiles = new ArrayList<>();
        for (int level = 0; level < levels.size(); level++) {
            List<TreeHash> edge = levels.get(level);
            if (!edge.isEmpty()) {
                long index = size >> (Tile.HEIGHT * (level + 1));
                tiles.add(new Filled(new Tile(level, index, edge.size()), edge));
            }
        }
        return tiles;
    }

    /** RFC 6962 root over all entries appended. */
    public TreeHash root() {
        TileHashes hashes = new TileHashes(size, tile -> bytes(levels.get(tile.level())));
        try {
            return rootOf(hashes);
        } catch (IOException e) {
            throw new UncheckedIOException("the edge is in memory", e);
        }
    }

    /** All complete subtrees that make up the tree lie in the partial tiles; they are joined from the right. */
    private TreeHash rootOf(TileHashes hashes) throws IOException {
        if (size == 0) {
            return TreeHash.ofEmptyTree();
        }
        int low = Long.numberOfTrailingZeros(size);
        TreeHash root = hashes.at(low, (size >> low) - 1);
        long rest = size & (size - 1);
        while (rest != 0) {
            int level = Long.numberOfTrailingZeros(rest);
            root = TreeHash.ofNode(hashes.at(level, (rest >> level) - 1), root);
            rest &= rest - 1;
        }
        return root;
    }

    private static byte[] bytes(List<TreeHash> hashes) {
        byte[] bytes = new byte[hashes.size() * TreeHash.SIZE_BYTES];
        for (int i = 0; i < hashes.size(); i++) {
            hashes.get(i).copyTo(bytes, i * TreeHash.SIZE_BYTES);
        }
        return bytes;
    }

    /** A tile with its hashes. */
    public record Filled(Tile tile, List<TreeHash> hashes) {
        public Filled {
            hashes = List.copyOf(hashes);
        }

        /** The bytes of the tile's file. */
        public byte[] bytes() {
            return TreeEdge.bytes(hashes);
        }
    }
}
