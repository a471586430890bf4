package se.sigill.zone;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.bundle.BundleWriter;
import se.sigill.core.bundle.LogGrowth;
import se.sigill.core.bundle.Manifest;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.finding.Finding;
import se.sigill.core.tlog.Checkpoint;
import se.sigill.core.tlog.InclusionProof;
import se.sigill.core.tlog.NoteSigner;
import se.sigill.core.tlog.Tile;
import se.sigill.core.tlog.TileHashes;
import se.sigill.core.tlog.TreeEdge;
import se.sigill.core.tlog.TreeHash;

/** The public log in the zone: it grows, and nothing makes it anything but longer. */
final class PublicTreeTest {
    private static final String ORIGIN = Inside.ORIGIN + "/sigill/public/epoch-1";

    @TempDir
    private Path folder;

    private final NoteSigner key = Inside.key(Inside.ORIGIN + "/sigill");
    private OutsideHome outside = new OutsideHome(Path.of("."));
    private Inside inside;

    @BeforeEach
    void begin() throws IOException {
        outside = new OutsideHome(folder);
        inside = new Inside(outside);
        inside.isTrusted();
        Files.writeString(outside.logRing(), key.key() + "\n");
    }

    @Test
    void growsByWhatComesAndServesTheTilesOfEachSize() throws IOException {
        try (Zone zone = open()) {
            assertEquals(Optional.empty(), zone.logCheckpoint());
            Manifest last = applied(zone, 1, "", grown(0, 3, "a"));
            last = applied(zone, 2, last.digest(), grown(3, 300, "a"));
            last = applied(zone, 3, last.digest(), grown(300, 300, "a"));
            last = applied(zone, 4, last.digest(), grown(300, 70_000, "a"));

            Checkpoint head = checkpoint(zone);
            assertEquals(70_000, head.size());
            TileHashes hashes =
                    new TileHashes(70_000, tile -> zone.logTile(tile).orElseThrow());
            for (long index : List.of(0L, 299L, 65_536L, 69_999L)) {
                InclusionProof proof = InclusionProof.prove(index, 70_000, hashes);
                assertTrue(proof.verifies(leaf("a", index), head.root()), "entry " + index);
            }
            byte[] first = zone.logTile(new Tile(0, 0, 3)).orElseThrow();
            assertArrayEquals(
                    first,
                    java.util.Arrays.copyOf(zone.logTile(new Tile(0, 0, 256)).orElseThrow(), 96));
            assertEquals(Optional.empty(), zone.logTile(new Tile(0, 274, 1)));
            assertFalse(Files.exists(outside.log().resolve("tile/0/001.p/44")), "the front of a wider one is given");
        }
    }

    @Test
    void refusesEachWrongGrowthAndKeepsWhatIsHere() throws IOException {
        try (Zone zone = open()) {
            Manifest last = applied(zone, 1, "", grown(0, 300, "a"));
            byte[] here = zone.logCheckpoint().orElseThrow();
            String before = last.digest();

            refused(zone, before, grown(300, 310, "a", Inside.key(Inside.ORIGIN + "/sigill"), ORIGIN));
            refused(zone, before, grown(300, 310, "a", key, "annat/sigill/public/epoch-1"));
            refused(zone, before, grown(300, 310, "a", key, Inside.ORIGIN + "/sigill/epoch-1"));
            refused(zone, before, grown(300, 310, "b", key, ORIGIN));
            refused(zone, before, grown(0, 200, "a"));
            refused(zone, before, grown(0, 310, "b"));
            refused(zone, before, grown(512, 600, "a"));
            refused(zone, before, bundle -> wrong(bundle, "tile/0/001.p/54", new byte[54 * 32]));
            refused(zone, before, bundle -> wrong(bundle, "tile/0/001.p/54", new byte[32]));
            refused(zone, before, bundle -> wrong(bundle, "tile/1/000.p/1", new byte[32]));
            refused(zone, before, bundle -> new LogGrowth(bundle.add(new byte[] {1}), new TreeMap<>()));
            // Whoever begins anew has no other past either.
            refused(zone, "", grown(0, 310, "b"));

            assertArrayEquals(here, zone.logCheckpoint().orElseThrow());
            applied(zone, 2, before, grown(300, 310, "a"));
            applied(zone, 3, "", grown(0, 311, "a"));
        }
    }

    @Test
    void aNewEpochBringsAnotherLogWhole() throws IOException {
        try (Zone zone = open()) {
            applied(zone, 1, "", grown(0, 300, "a"));
            Manifest anew = inside.send(2, 1, "", _ -> LogGrowth.NONE);
            assertEquals(List.of(), zone.applier().applyWaiting().refused());

            inside.send(2, 2, anew.digest(), grown(300, 310, "a", key, Inside.ORIGIN + "/sigill/public/epoch-2"));
            assertEquals(
                    List.of("BUNDLE-LOG"), codes(zone.applier().applyWaiting().refused()));
            inside.send(2, 2, anew.digest(), grown(0, 3, "b", key, Inside.ORIGIN + "/sigill/public/epoch-2"));
            assertEquals(List.of(), zone.applier().applyWaiting().refused());

            assertEquals(3, checkpoint(zone).size());
            assertFalse(Files.exists(outside.log().resolve("tile/0/000")), "of the old log");
        }
    }

    @Test
    void takesAgainWhatAStopLeft() throws IOException {
        try (Zone zone = open()) {
            Manifest first = applied(zone, 1, "", grown(0, 300, "a"));
            byte[] head = Files.readAllBytes(outside.head());
            byte[] checkpoint = zone.logCheckpoint().orElseThrow();
            applied(zone, 2, first.digest(), grown(300, 700, "a"));

            // Stopped before the head; then before the checkpoint, when all tiles were written.
            Files.write(outside.head(), head);
            applied(zone, 2, first.digest(), grown(300, 700, "a"));
            Files.write(outside.head(), head);
            Files.write(outside.log().resolve("checkpoint"), checkpoint);
            applied(zone, 2, first.digest(), grown(300, 700, "a"));

            assertEquals(700, checkpoint(zone).size());
        }
    }

    private Inside.Growing grown(long from, long to, String kind) {
        return grown(from, to, kind, key, ORIGIN);
    }

    /** The tiles that are new between two sizes, of the log whose entries are of that kind. */
    private static Inside.Growing grown(long from, long to, String kind, NoteSigner signer, String origin) {
        return bundle -> {
            TreeEdge edge = new TreeEdge();
            Map<String, byte[]> all = new TreeMap<>();
            while (edge.size() < to) {
                edge.append(leaf(kind, edge.size()))
                        .forEach(full -> all.put(full.tile().path(), full.bytes()));
            }
            edge.partial().forEach(partial -> all.put(partial.tile().path(), partial.bytes()));
            SortedMap<String, String> tiles = new TreeMap<>();
            for (Tile tile : Tile.added(from, to)) {
                tiles.put(tile.path(), bundle.add(all.get(tile.path())));
            }
            Checkpoint checkpoint = new Checkpoint(origin, to, edge.root());
            return new LogGrowth(bundle.add(checkpoint.sign(List.of(signer)).bytes()), tiles);
        };
    }

    /** The right growth from 300 to 310, but for one tile. */
    private LogGrowth wrong(BundleWriter bundle, String path, byte[] bytes) throws IOException {
        LogGrowth right = grown(300, 310, "a").into(bundle);
        SortedMap<String, String> tiles = new TreeMap<>(right.tiles());
        tiles.put(path, bundle.add(bytes));
        return new LogGrowth(right.checkpoint(), tiles);
    }

    private static TreeHash leaf(String kind, long index) {
        return TreeHash.ofLeaf((kind + index).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private Manifest applied(Zone zone, long number, String previous, Inside.Growing log) throws IOException {
        Manifest sent = inside.send(1, number, previous, log);
        Applier.Done done = zone.applier().applyWaiting();
        assertEquals(List.of(), done.refused());
        assertEquals(1, done.applied().size());
        return sent;
    }

    private void refused(Zone zone, String previous, Inside.Growing log) throws IOException {
        inside.send(1, 2, previous, log);
        Applier.Done done = zone.applier().applyWaiting();
        assertEquals(List.of("BUNDLE-LOG"), codes(done.refused()));
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(finding -> finding.code().id()).toList();
    }

    private static Checkpoint checkpoint(Zone zone) throws IOException {
        return Checkpoint.of(
                se.sigill.core.tlog.SignedNote.parse(zone.logCheckpoint().orElseThrow()));
    }

    private Zone open() {
        return Zone.open(outside, Clock.systemUTC(), Duration.ofSeconds(10));
    }
}
