package se.sigill.core.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.sigill.core.tlog.Tile;
import se.sigill.core.tlog.TileFolder;
import se.sigill.core.tlog.TreeEdge;
import se.sigill.core.tlog.TreeHash;

/**
 * Two trees grown side by side, one from the acts, one from the lowest tiles, each filling the other's holes. Whichever
 * ends in the signed root is right; the other's differences are the faults.
 */
final class TreeCheck {
    /** Differences kept for naming; more are counted as so many changed acts. */
    private static final int DIFFERENCES_MAX = 100_000;

    private record Difference(long index, TreeHash ofAct, TreeHash ofTile) {}

    /** One tree, the roots it had at the sizes asked for, and the tiles above the lowest that do not fit it. */
    private static final class Side {
        final TreeEdge edge = new TreeEdge();
        final Map<Long, TreeHash> roots = new HashMap<>();
        final Map<String, LogFinding> misfits = new LinkedHashMap<>();

        TreeHash root(long at) {
            TreeHash root = roots.get(at);
            if (root == null) {
                throw new IllegalArgumentException("nobody asked beforehand for the root at " + at);
            }
            return root;
        }
    }

    private final LogFolder folder;
    private final long size;
    private final Set<Long> sizes;
    private final TileFolder tiles;
    private final Side acts = new Side();
    private final Side leaves = new Side();
    private final List<Difference> differences = new ArrayList<>();
    private final Map<String, LogFinding> lowest = new LinkedHashMap<>();

    /** @param sizes at which roots will be asked for */
    TreeCheck(LogFolder folder, long size, Set<Long> sizes) {
        this.folder = folder;
        this.size = size;
        this.sizes = sizes;
        this.tiles = new TileFolder(folder.root());
        remember(acts);
        remember(leaves);
    }

    /** Takes the leaves of the next acts file; those that cannot be read are empty. */
    void take(long file, List<Optional<TreeHash>> ofActs) throws IOException {
        Optional<byte[]> tile = lowest(file);
        for (int i = 0; i < ofActs.size(); i++) {
            int at = i * TreeHash.SIZE_BYTES;
            Optional<TreeHash> ofTile = tile.map(bytes -> TreeHash.of(bytes, at, TreeHash.SIZE_BYTES));
            TreeHash act = ofActs.get(i).or(() -> ofTile).orElseGet(TreeHash::ofEmptyTree);
            TreeHash leaf = ofTile.orElse(act);
            if (!act.equals(leaf) && differences.size() < DIFFERENCES_MAX) {
                differences.add(new Difference(file * LogFolder.ACTS_A_FILE + i, act, leaf));
            }
            grow(acts, act);
            grow(leaves, leaf);
        }
    }

    private Optional<byte[]> lowest(long file) throws IOException {
        Tile tile = Tile.in(size, 0, file);
        try {
            return Optional.of(tiles.read(tile));
        } catch (NoSuchFileException e) {
            lowest.put(tile.path(), LogFinding.TILE_MISSING);
        } catch (IOException e) {
            lowest.put(tile.path(), LogFinding.TILE_CHANGED);
        }
        return Optional.empty();
    }

    private void grow(Side side, TreeHash leaf) throws IOException {
        for (TreeEdge.Filled full : side.edge.append(leaf)) {
            compare(side, full);
        }
        remember(side);
    }

    private void remember(Side side) {
        if (sizes.contains(side.edge.size())) {
            side.roots.put(side.edge.size(), side.edge.root());
        }
    }

    private void compare(Side side, TreeEdge.Filled expected) throws IOException {
        if (expected.tile().level() == 0) {
            return;
        }
        try {
            if (!Arrays.equals(tiles.read(expected.tile()), expected.bytes())) {
                side.misfits.put(expected.tile().path(), LogFinding.TILE_CHANGED);
            }
        } catch (NoSuchFileException e) {
            side.misfits.put(expected.tile().path(), LogFinding.TILE_MISSING);
        } catch (IOException e) {
            side.misfits.put(expected.tile().path(), LogFinding.TILE_CHANGED);
        }
    }

    /** Names what does not fit. @return the tree that is right, empty if none is */
    Optional<Roots> judge(TreeHash root, FindingList findings) throws IOException {
        for (Side side : List.of(acts, leaves)) {
            for (TreeEdge.Filled partial : side.edge.partial()) {
                compare(side, partial);
            }
        }
        checkLength(findings);
        lowest.forEach((path, code) -> findings.add(code, path, "The tile is missing or cut off."));
        boolean actsRight = acts.edge.root().equals(root);
        if (!actsRight && !leaves.edge.root().equals(root)) {
            findings.add(LogFinding.ROOT, "checkpoint", "The acts do not give the root that is signed.");
        }
        if (actsRight) {
            differences.stream()
                    .map(d -> Tile.in(size, 0, d.index() / Tile.WIDTH).path())
                    .distinct()
                    .forEach(path -> findings.add(LogFinding.TILE_CHANGED, path, "The tile is not that of the acts."));
        } else {
            nameActs(findings);
        }
        Side right = actsRight ? acts : leaves;
        right.misfits.forEach((path, code) -> findings.add(code, path, "The tile is not that of the tiles below it."));
        return right.edge.root().equals(root) ? Optional.of(right::root) : Optional.empty();
    }

    /** Roots of a tree by size; only for sizes asked for beforehand and not larger than the tree. */
    @FunctionalInterface
    interface Roots {
        TreeHash at(long size);
    }

    private void nameActs(FindingList findings) {
        Map<TreeHash, Long> places = new HashMap<>();
        differences.forEach(d -> places.put(d.ofTile(), d.index()));
        for (Difference difference : differences) {
            Long place = places.get(difference.ofAct());
            if (place == null) {
                findings.add(
                        LogFinding.ACT_CHANGED,
                        "log:" + difference.index(),
                        "The act, its salt or its entry is not the one that was committed.");
            } else {
                findings.add(
                        LogFinding.ACT_REORDERED,
                        "log:" + difference.index(),
                        "Here stands what was committed as act " + place + ".");
            }
        }
    }

    /** A tile that is longer than it may be has right hashes in front and something else behind. */
    private void checkLength(FindingList findings) throws IOException {
        for (Tile tile : Tile.added(0, size)) {
            Path path = folder.tile(tile);
            if (Files.exists(path) && Files.size(path) > tile.sizeBytes()) {
                findings.add(LogFinding.TILE_CHANGED, tile.path(), "The tile is longer than its hashes.");
            }
        }
    }
}
