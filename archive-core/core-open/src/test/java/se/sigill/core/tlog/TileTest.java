package se.sigill.core.tlog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileTest {
    @Test
    void spellsPathsAsTheSpecificationDoes() {
        assertEquals("tile/0/x001/x234/067", new Tile(0, 1_234_067, 256).path());
        assertEquals("tile/0/x001/067.p/8", new Tile(0, 1067, 8).path());
        assertEquals("tile/2/000.p/1", new Tile(2, 0, 1).path());
        assertEquals("tile/0/999", new Tile(0, 999, 256).path());
    }

    /** The example of c2sp.org/tlog-tiles. */
    @Test
    void hasTheTilesOfATreeOfSeventyThousand() {
        List<Tile> tiles = Tile.added(0, 70_000);

        assertEquals(273 + 1 + 1 + 1 + 1, tiles.size());
        assertTrue(tiles.contains(new Tile(0, 272, 256)));
        assertTrue(tiles.contains(new Tile(0, 273, 112)));
        assertTrue(tiles.contains(new Tile(1, 0, 256)));
        assertTrue(tiles.contains(new Tile(1, 1, 17)));
        assertTrue(tiles.contains(new Tile(2, 0, 1)));
        assertEquals(List.of(new Tile(0, 0, 256), new Tile(1, 0, 1)), Tile.added(0, 256));
        assertEquals(List.of(new Tile(0, 1, 1)), Tile.added(256, 257));
    }

    @Property(tries = 300)
    void readsEveryPathItWrites(
            @ForAll @IntRange(max = 7) int level,
            @ForAll @LongRange(max = 1L << 50) long index,
            @ForAll @IntRange(min = 1, max = 256) int width) {
        Tile tile = new Tile(level, index, width);

        assertEquals(tile, Tile.parse(tile.path()));
    }

    @Test
    void refusesOtherSpellings() {
        for (String path : List.of(
                "tile/0/1",
                "tile/00/001",
                "tile/8/001",
                "tile/0/x000/001",
                "tile/0/001.p/0",
                "tile/0/001.p/256",
                "tile/0/001.p/08",
                "tile/0/001/002",
                "/tile/0/001",
                "tile/0/../001")) {
            assertThrows(TlogFormatException.class, () -> Tile.parse(path), path);
        }
    }

    @Property(tries = 30)
    void growsToTheSameTilesInAnySteps(@ForAll @IntRange(max = 66_000) int first, @ForAll @IntRange(max = 600) int more)
            throws IOException {
        TileTree whole = TileTree.of(first + more);
        TileTree begun = TileTree.of(first);
        TreeEdge edge = TreeEdge.read(first, begun.source());
        TreeEdge untouched = edge.copy();
        Set<String> written = new HashSet<>();
        for (TreeHash leaf : whole.leaves().subList(first, first + more)) {
            for (TreeEdge.Filled filled : edge.append(leaf)) {
                assertArrayEquals(whole.tiles().get(filled.tile().path()), filled.bytes());
                written.add(filled.tile().path());
            }
        }
        for (TreeEdge.Filled partial : edge.partial()) {
            assertArrayEquals(whole.tiles().get(partial.tile().path()), partial.bytes());
            written.add(partial.tile().path());
        }

        assertEquals(whole.hashes().root(first + more), edge.root());
        assertEquals(begun.hashes().root(first), untouched.root());
        assertTrue(written.containsAll(
                Tile.added(first, first + more).stream().map(Tile::path).toList()));
    }

    @Test
    void readsAPartialTileFromTheFullOneThatReplacedIt(@TempDir Path log) throws IOException {
        byte[] full = new byte[8192];
        Arrays.fill(full, (byte) 7);
        Files.createDirectories(log.resolve("tile/0"));
        Files.write(log.resolve("tile/0/000"), full);
        TileFolder folder = new TileFolder(log);

        assertArrayEquals(Arrays.copyOf(full, 96), folder.read(new Tile(0, 0, 3)));
        assertThrows(IOException.class, () -> folder.read(new Tile(0, 1, 3)));
        Files.write(log.resolve("tile/0/000"), new byte[100]);
        assertThrows(IOException.class, () -> folder.read(new Tile(0, 0, 256)));
    }
}
