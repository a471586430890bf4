package se.sigill.core.tlog;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A tree whose tiles lie in memory, written as a log writes them: full tiles as they fill, partial ones at the end. */
record TileTree(List<TreeHash> leaves, Map<String, byte[]> tiles) {
    static TileTree of(int size) {
        List<TreeHash> leaves = MerkleVectors.leaves(size);
        Map<String, byte[]> tiles = new HashMap<>();
        TreeEdge edge = new TreeEdge();
        leaves.forEach(leaf -> edge.append(leaf).forEach(f -> tiles.put(f.tile().path(), f.bytes())));
        edge.partial().forEach(f -> tiles.put(f.tile().path(), f.bytes()));
        return new TileTree(leaves, tiles);
    }

    TileSource source() {
        return tile -> {
            byte[] bytes = tiles.get(tile.path());
            if (bytes == null) {
                throw new IOException("no tile " + tile.path());
            }
            return bytes;
        };
    }

    TileHashes hashes() {
        return new TileHashes(leaves.size(), source());
    }
}
