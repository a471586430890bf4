package se.sigill.core.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonReader;
import se.sigill.core.json.JsonWriter;
import se.sigill.core.tlog.Tile;

/** The two small objects by which inside and zone agree: what comes of the public log, and how far the zone is. */
final class LogGrowthTest {
    private static final String HEAD = "a".repeat(64);
    private static final String TILE = "b".repeat(64);

    @Test
    void namesTheCheckpointAndEachTileByItsDigest() {
        Tile first = Tile.added(0, 3).getFirst();
        LogGrowth growth = new LogGrowth(HEAD, new TreeMap<>(Map.of(first.path(), TILE)));

        assertEquals(Set.of(HEAD, TILE), growth.blobs());
        assertEquals(Optional.of(TILE), growth.tile(first));
        assertEquals(Optional.empty(), growth.tile(Tile.added(0, 4).getFirst()));
        assertEquals(
                growth,
                LogGrowth.fromJson(
                        JsonReader.parse(JsonWriter.compact(growth.toJson())).asObject()));
        assertTrue(LogGrowth.NONE.isNone() && LogGrowth.NONE.blobs().isEmpty());
    }

    @Test
    void refusesPathsOfNoTileAndDigestsThatAreNone() {
        String path = Tile.added(0, 3).getFirst().path();
        for (Map<String, String> tiles : List.of(
                Map.of("tile/0/../../entry.json", TILE),
                Map.of("checkpoint", TILE),
                Map.of(path, "B".repeat(64)),
                Map.of(path, ""))) {
            assertThrows(
                    IllegalArgumentException.class, () -> new LogGrowth(HEAD, new TreeMap<>(tiles)), tiles.toString());
        }
        assertThrows(IllegalArgumentException.class, () -> new LogGrowth("", new TreeMap<>(Map.of(path, TILE))));
        assertThrows(IllegalArgumentException.class, () -> new LogGrowth("head", new TreeMap<>()));
    }

    @Test
    void theHeadOfTheZoneIsReadAsItWasWritten() {
        ZoneHead head = new ZoneHead("perstorp.example", 2, 17, HEAD, Instant.parse("2026-11-28T08:00:00Z"), true);
        String written = JsonWriter.compact(head.toJson());

        assertEquals(head, ZoneHead.fromJson(JsonReader.parse(written).asObject()));
        for (String wrong : List.of(
                written.replace("public-head/1", "public-head/9"),
                written.replace("2026-11-28T08:00:00Z", "i morgon"),
                written.replace("\"number\":17,", ""))) {
            assertThrows(
                    JsonException.class,
                    () -> ZoneHead.fromJson(JsonReader.parse(wrong).asObject()),
                    wrong);
        }
    }
}
