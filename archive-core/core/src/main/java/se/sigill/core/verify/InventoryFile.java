package se.sigill.core.verify;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonReader;

/**
 * What the verifier needs of an OCFL inventory.
 *
 * @param id the object's id
 * @param manifest content path to SHA-512
 */
record InventoryFile(String id, Map<String, String> manifest) {
    /** Empty if the bytes are no inventory. */
    static Optional<InventoryFile> parse(byte[] bytes) {
        try {
            Json.Obj json = JsonReader.parse(bytes).asObject();
            Map<String, String> manifest = new TreeMap<>();
            for (Map.Entry<String, Json> entry :
                    json.object("manifest").members().entrySet()) {
                for (Json path : json.object("manifest").array(entry.getKey())) {
                    manifest.put(path.asText(), entry.getKey());
                }
            }
            return Optional.of(new InventoryFile(json.text("id"), manifest));
        } catch (JsonException e) {
            return Optional.empty();
        }
    }
}
