package se.sigill.core.catalogue;

import java.time.Instant;
import se.sigill.core.json.Json;

/**
 * A committed version of a record.
 *
 * @param act the index of the act that committed it
 * @param inventory SHA-512 of the object's inventory of this version, hexadecimal
 * @param role {@code original} for the first, otherwise the role of the rendition added
 */
public record Version(int version, long act, Instant at, String inventory, String role) {
    Json toJson() {
        return Json.object()
                .with("version", version)
                .with("act", act)
                .with("at", at.toString())
                .with("inventory", inventory)
                .with("role", role);
    }
}
