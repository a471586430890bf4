package se.sigill.core.inbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonReader;

/**
 * Reads one JSON object strictly: every member has a limit, and {@link #end} refuses one that nobody asked for.
 * Messages name members and never say what is in them. One thread, one object.
 */
final class Fields {
    private final Json.Obj json;
    private final Set<String> read = new HashSet<>();

    Fields(Json.Obj json) {
        this.json = json;
    }

    /** One JSON text with the given format. @throws JsonException if it is longer, no object or of another format */
    static Fields of(byte[] utf8, int bytesMax, String format) {
        if (utf8.length > bytesMax) {
            throw new JsonException("it has over " + bytesMax + " bytes");
        }
        Fields fields = new Fields(JsonReader.parse(utf8).asObject());
        if (!fields.text("format", 40).equals(format)) {
            throw new JsonException("the format is not " + format);
        }
        return fields;
    }

    /** Turns what a constructor refuses into what a reader throws. */
    static <T> T checked(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new JsonException("not of its form: " + e.getMessage(), e);
        }
    }

    boolean has(String name) {
        return json.has(name);
    }

    String text(String name, int charactersMax) {
        read.add(name);
        String text = json.text(name);
        if (text.length() > charactersMax) {
            throw new JsonException("member \"" + name + "\" has over " + charactersMax + " characters");
        }
        return text;
    }

    long integer(String name) {
        read.add(name);
        return json.integer(name);
    }

    /** @throws JsonException if the member is absent, no integer, negative or larger */
    int count(String name, int max) {
        long count = integer(name);
        if (count < 0 || count > max) {
            throw new JsonException("member \"" + name + "\" is not between 0 and " + max);
        }
        return (int) count;
    }

    boolean bool(String name) {
        read.add(name);
        return json.bool(name);
    }

    /** An instant in UTC as {@link Instant#toString} writes it, and in no other way. */
    Instant instant(String name) {
        String text = text(name, 40);
        try {
            Instant instant = Instant.parse(text);
            if (instant.toString().equals(text)) {
                return instant;
            }
        } catch (DateTimeException e) {
            throw new JsonException("member \"" + name + "\" is no instant", e);
        }
        throw new JsonException("member \"" + name + "\" is no instant as it is written here");
    }

    Json.Obj object(String name) {
        read.add(name);
        return json.object(name);
    }

    /** @throws JsonException if the member is absent, no array or longer */
    <T> List<T> list(String name, int itemsMax, Function<Json, T> item) {
        read.add(name);
        if (!json.has(name)) {
            throw new JsonException("member \"" + name + "\" is missing");
        }
        List<Json> items = json.array(name);
        if (items.size() > itemsMax) {
            throw new JsonException("member \"" + name + "\" has over " + itemsMax + " items");
        }
        return items.stream().map(item).toList();
    }

    /** @throws JsonException if a member is there that was not read */
    void end() {
        for (String name : json.members().keySet()) {
            if (!read.contains(name)) {
                throw new JsonException("there is a member that is not known here");
            }
        }
    }
}
