package se.sigill.core.bundle;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.tlog.Tile;
import se.sigill.core.tlog.TlogFormatException;

/**
 * What a bundle brings of the public log: its new head, and the tiles that the zone has not.
 *
 * @param checkpoint digest of the signed checkpoint, hexadecimal; empty if the bundle brings nothing of the log
 * @param tiles path of each tile below the log's folder, to its digest
 */
public record LogGrowth(String checkpoint, SortedMap<String, String> tiles) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** A bundle that brings nothing of the log. */
    public static final LogGrowth NONE = new LogGrowth("", new TreeMap<>());

    /** @throws IllegalArgumentException if a digest or a path is none, or there are tiles without a checkpoint */
    public LogGrowth {
        tiles = Collections.unmodifiableSortedMap(new TreeMap<>(tiles));
        try {
            tiles.keySet().forEach(Tile::parse);
        } catch (TlogFormatException e) {
            throw new IllegalArgumentException("a path of the log is that of no tile", e);
        }
        boolean digests = tiles.values().stream().allMatch(SHA256.asMatchPredicate());
        boolean head = checkpoint.isEmpty()
                ? tiles.isEmpty()
                : SHA256.matcher(checkpoint).matches();
        if (!digests || !head) {
            throw new IllegalArgumentException("the log comes with the digests of its checkpoint and tiles");
        }
    }

    /** Whether the bundle brings nothing of the log. */
    public boolean isNone() {
        return checkpoint.isEmpty();
    }

    /** The digests of all files that it names. */
    public Set<String> blobs() {
        Set<String> blobs = new HashSet<>(tiles.values());
        if (!isNone()) {
            blobs.add(checkpoint);
        }
        return blobs;
    }

    /** The digest of a tile; empty if the bundle does not bring it. */
    public Optional<String> tile(Tile tile) {
        return Optional.ofNullable(tiles.get(tile.path()));
    }

    Json.Obj toJson() {
        Json.Obj paths = Json.object();
        tiles.forEach(paths::with);
        return Json.object().with("checkpoint", checkpoint).with("tiles", paths);
    }

    /** @throws JsonException if a member is missing or no text */
    static LogGrowth fromJson(Json.Obj json) {
        SortedMap<String, String> tiles = new TreeMap<>();
        for (Map.Entry<String, Json> tile : json.object("tiles").members().entrySet()) {
            tiles.put(tile.getKey(), tile.getValue().asText());
        }
        return new LogGrowth(json.text("checkpoint"), tiles);
    }
}
