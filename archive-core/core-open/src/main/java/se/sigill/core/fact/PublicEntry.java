package se.sigill.core.fact;

import java.util.regex.Pattern;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;

/** What the open zone has of one record. */
public sealed interface PublicEntry permits PublicRecord, Notice {
    /** The form of an id: 26 characters of Crockford's base 32, of random bits: it tells no order and no count. */
    Pattern ID = Pattern.compile("[0-7][0-9a-hjkmnp-tv-z]{25}");

    String id();

    Json.Obj toJson();

    /** @throws JsonException if it is neither of the two, or a field is not of its form */
    static PublicEntry fromJson(Json.Obj json) {
        try {
            return switch (json.text("entry")) {
                case PublicRecord.WORD -> PublicRecord.fromJson(json);
                case Notice.WORD -> Notice.fromJson(json);
                default -> throw new JsonException("an entry is a record or a notice");
            };
        } catch (IllegalArgumentException e) {
            throw new JsonException("no public entry: " + e.getMessage(), e);
        }
    }

    /** @throws IllegalArgumentException if the text is no id */
    static void requireId(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("the id is no id");
        }
    }
}
