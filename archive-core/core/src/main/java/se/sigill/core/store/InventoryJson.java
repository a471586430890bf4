package se.sigill.core.store;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonReader;
import se.sigill.core.json.JsonWriter;
import se.sigill.core.record.RecordId;

/**
 * The form on disk of an inventory (OCFL 1.1 §3.5): indented JSON, digests and paths sorted, so that the same
 * inventory is always the same bytes. The user is the software; which person acted stands in the log.
 */
final class InventoryJson {
    static final String TYPE = "https://ocfl.io/1.1/spec/#inventory";
    private static final String USER = "Sigill";
    private static final String ADDRESS = "urn:sigill:software";
    private static final Pattern CONTENT_PATH = Pattern.compile("v[1-9][0-9]*/content/.+");
    private static final Pattern VERSION = Pattern.compile("v[1-9][0-9]{0,6}");

    private InventoryJson() {}

    static byte[] write(Inventory inventory) {
        Json.Obj versions = Json.object();
        inventory.versions().forEach((number, version) -> versions.with("v" + number, version(version)));
        Json json = Json.object()
                .with("id", inventory.id().urn())
                .with("type", TYPE)
                .with("digestAlgorithm", "sha512")
                .with("head", "v" + inventory.head())
                .with("manifest", byDigest(inventory.manifest()))
                .with("versions", versions);
        return JsonWriter.pretty(json).getBytes(StandardCharsets.UTF_8);
    }

    /** The line of the sidecar, in the form of {@code sha512sum}. */
    static byte[] sidecar(String sha512) {
        return (sha512 + "  inventory.json\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** @throws JsonException if the bytes are no inventory of ours; the message names what is wrong */
    static Inventory read(byte[] bytes) {
        Json.Obj json = JsonReader.parse(bytes).asObject();
        if (!json.text("type").equals(TYPE) || !json.text("digestAlgorithm").equals("sha512")) {
            throw new JsonException("not an inventory of OCFL 1.1 with sha512");
        }
        SortedMap<String, String> manifest = byPath(json.object("manifest"));
        // A path that leads out of the object would let a forged inventory show any file of the machine.
        manifest.keySet().forEach(InventoryJson::checkContentPath);
        try {
            SortedMap<Integer, InventoryVersion> versions = new TreeMap<>();
            json.object("versions").members().forEach((name, v) -> versions.put(number(name), version(v.asObject())));
            return new Inventory(RecordId.ofUrn(json.text("id")), number(json.text("head")), manifest, versions);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new JsonException("no inventory: " + e.getMessage(), e);
        }
    }

    private static void checkContentPath(String path) {
        if (!CONTENT_PATH.matcher(path).matches() || !VersionFile.isPath(path)) {
            throw new JsonException("a path in the manifest leads out of the object's content");
        }
    }

    private static int number(String name) {
        if (!VERSION.matcher(name).matches()) {
            throw new JsonException("\"" + name + "\" is no version");
        }
        return Integer.parseInt(name.substring(1));
    }

    private static Json version(InventoryVersion version) {
        return Json.object()
                .with("created", version.created().toString())
                .with("message", version.message())
                .with("user", Json.object().with("name", USER).with("address", ADDRESS))
                .with("state", byDigest(version.state()));
    }

    private static InventoryVersion version(Json.Obj json) {
        Instant created = OffsetDateTime.parse(json.text("created")).toInstant();
        return new InventoryVersion(created, json.text("message"), byPath(json.object("state")));
    }

    private static Json.Obj byDigest(Map<String, String> digestByPath) {
        SortedMap<String, List<String>> paths = new TreeMap<>();
        digestByPath.forEach((path, digest) ->
                paths.computeIfAbsent(digest, d -> new ArrayList<>()).add(path));
        Json.Obj json = Json.object();
        paths.forEach((digest, list) ->
                json.with(digest, Json.texts(list.stream().sorted().toList())));
        return json;
    }

    private static SortedMap<String, String> byPath(Json.Obj json) {
        SortedMap<String, String> digests = new TreeMap<>();
        for (Map.Entry<String, Json> entry : json.members().entrySet()) {
            String digest = entry.getKey();
            if (!Digests.isHex(digest, 128)) {
                throw new JsonException("a digest in the inventory is malformed");
            }
            for (Json path : json.array(digest)) {
                if (digests.put(path.asText(), digest) != null) {
                    throw new JsonException("a path stands twice in the inventory");
                }
            }
        }
        return digests;
    }
}
