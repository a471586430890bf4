package se.sigill.core.bundle;

import java.time.DateTimeException;
import java.time.Instant;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;

/**
 * How far the open zone has come: the last bundle it applied.
 *
 * @param origin of the archive's log, which names the archive
 * @param manifest SHA-256 of that bundle's manifest, hexadecimal
 * @param freshUntil after which the site says that it is out of date
 * @param complete false while the zone is being filled anew
 */
public record ZoneHead(String origin, long epoch, long number, String manifest, Instant freshUntil, boolean complete) {
    private static final String FORMAT = "sigill/public-head/1";

    public Json.Obj toJson() {
        return Json.object()
                .with("format", FORMAT)
                .with("origin", origin)
                .with("epoch", epoch)
                .with("number", number)
                .with("manifest", manifest)
                .with("freshUntil", freshUntil.toString())
                .with("complete", complete);
    }

    /** @throws JsonException if the object is no head of this form */
    public static ZoneHead fromJson(Json.Obj json) {
        if (!json.text("format").equals(FORMAT)) {
            throw new JsonException("the format is not " + FORMAT);
        }
        try {
            return new ZoneHead(
                    json.text("origin"),
                    json.integer("epoch"),
                    json.integer("number"),
                    json.text("manifest"),
                    Instant.parse(json.text("freshUntil")),
                    json.bool("complete"));
        } catch (DateTimeException e) {
            throw new JsonException("freshUntil is no instant", e);
        }
    }
}
