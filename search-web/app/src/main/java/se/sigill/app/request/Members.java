package se.sigill.app.request;

import java.util.List;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonReader;

/**
 * The members of an object that a person or a program wrote. A member that nobody knows is an error: what was misspelt
 * is not lost in silence. Messages name members and never what stands in them. Every method throws
 * {@link JsonException} where the object is not of its form.
 */
public final class Members {
    /** What {@link Registration} takes at its limits, in UTF-16 units. */
    public static final int TEXT_MAX = 256 << 10;

    private final Json.Obj object;

    private Members(Json.Obj object) {
        this.object = object;
    }

    /** @param known every name that a member may have */
    public static Members of(String text, String... known) {
        if (text.length() > TEXT_MAX) {
            throw new JsonException("the object is too long: at most " + TEXT_MAX + " characters are read");
        }
        return of(JsonReader.parse(text).asObject(), known);
    }

    static Members of(Json.Obj object, String... known) {
        List<String> names = List.of(known);
        for (String member : object.members().keySet()) {
            if (!names.contains(member)) {
                throw new JsonException(
                        "there is a member that is not known here; known are " + String.join(", ", names));
            }
        }
        return new Members(object);
    }

    /** A text; empty if there is none. */
    public String text(String name) {
        return object.optionalText(name).orElse("");
    }

    /** A text that must be there. */
    public String needed(String name) {
        return object.text(name);
    }

    public List<String> texts(String name) {
        return object.array(name).stream().map(Json::asText).toList();
    }

    /** An integer; the given one if there is none. */
    public long integer(String name, long ifAbsent) {
        return object.integer(name, ifAbsent);
    }

    public boolean bool(String name) {
        return object.bool(name);
    }

    /** An object in it; without members if there is none. @param known every name that its members may have */
    Members object(String name, String... known) {
        return of(object.has(name) ? object.object(name) : Json.object(), known);
    }
}
