package se.sigill.core.tlog;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Nodes of a tree of a fixed size, computed from its tiles. Keeps the last tiles read. Not thread-safe. */
public final class TileHashes implements SubtreeHashes {
    /** A proof touches at most one tile a level on its path and one beside it. */
    private static final int KEPT_MAX = 32;

    private final long size;
    private final TileSource source;
    private final Map<Tile, byte[]> kept = new LinkedHashMap<>();

    /** @param size entries that the tiles cover; nothing beyond is asked for */
    public TileHashes(long size, TileSource source) {
        this.size = size;
        this.source = source;
    }

    @Override
    public TreeHash at(int level, long index) throws IOException {
        if (index < 0 || (index + 1) << level > size) {
            throw new IOException("node " + level + "/" + index + " is not complete in a tree of " + size);
        }
        int low = level % Tile.HEIGHT;
        long first = index << low;
        Tile tile = Tile.in(size, level / Tile.HEIGHT, first / Tile.WIDTH);
        return fold(bytes(tile), (int) (first % Tile.WIDTH), 1 << low);
    }

    private byte[] bytes(Tile tile) throws IOException {
        byte[] bytes = kept.get(tile);
        if (bytes == null) {
            bytes = source.read(tile);
            if (bytes.length != tile.sizeBytes()) {
                throw new IOException("tile " + tile.path() + " has " + bytes.length + " bytes");
            }
            if (kept.size() >= KEPT_MAX) {
                kept.remove(kept.keySet().iterator().next());
            }
            kept.put(tile, bytes);
        }
        return bytes;
    }

    /** The root over {@code count} hashes of a tile, a power of two. */
    static TreeHash fold(byte[] tile, int first, int count) {
        if (count == 1) {
            return TreeHash.of(tile, first * TreeHash.SIZE_BYTES, TreeHash.SIZE_BYTES);
        }
        int half = count / 2;
        return TreeHash.ofNode(fold(tile, first, half), fold(tile, first + half, half));
    }
}
