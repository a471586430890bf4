package se.sigill.core.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value. Immutable but for {@link Obj#with} on an object under construction. */
public sealed interface Json {

    /** An object; members in the order of insertion. */
    final class Obj implements Json {
        private final LinkedHashMap<String, Json> members = new LinkedHashMap<>();

        /** Adds or replaces a member and returns this object. */
        public Obj with(String name, Json value) {
            members.put(name, value);
            return this;
        }

        public Obj with(String name, String value) {
            return with(name, new Str(value));
        }

        public Obj with(String name, long value) {
            return with(name, Num.of(value));
        }

        public Obj with(String name, boolean value) {
            return with(name, new Bool(value));
        }

        /** Adds the member only if there is a value: absent members are left out, never written as null. */
        public Obj withOptional(String name, Optional<String> value) {
            value.ifPresent(v -> with(name, v));
            return this;
        }

        public Map<String, Json> members() {
            return java.util.Collections.unmodifiableMap(members);
        }

        public boolean has(String name) {
            return members.containsKey(name);
        }

        public Optional<Json> get(String name) {
            return Optional.ofNullable(members.get(name));
        }

        /** The member as text. @throws JsonException if it is absent or no text */
        public String text(String name) {
            return optionalText(name).orElseThrow(() -> new JsonException("member \"" + name + "\" is missing"));
        }

        /** The member as text, empty if absent. @throws JsonException if it is there and no text */
        public Optional<String> optionalText(String name) {
            return get(name).map(v -> {
                if (v instanceof Str(String s)) {
                    return s;
                }
                throw new JsonException("member \"" + name + "\" is no text");
            });
        }

        /** The member as an integer. @throws JsonException if it is absent or no 64-bit integer */
        public long integer(String name) {
            if (members.get(name) instanceof Num n) {
                return n.asLong();
            }
            throw new JsonException("member \"" + name + "\" is missing or no integer");
        }

        /** The member as an integer, or the given value if absent. */
        public long integer(String name, long ifAbsent) {
            return has(name) ? integer(name) : ifAbsent;
        }

        /** The member as a truth value. @throws JsonException if it is absent or neither true nor false */
        public boolean bool(String name) {
            if (members.get(name) instanceof Bool(boolean b)) {
                return b;
            }
            throw new JsonException("member \"" + name + "\" is missing or neither true nor false");
        }

        /** The member as an object. @throws JsonException if it is absent or no object */
        public Obj object(String name) {
            if (members.get(name) instanceof Obj o) {
                return o;
            }
            throw new JsonException("member \"" + name + "\" is missing or no object");
        }

        /** The elements of an array member; empty if absent. @throws JsonException if it is no array */
        public List<Json> array(String name) {
            Json value = members.get(name);
            if (value == null) {
                return List.of();
            }
            if (value instanceof Arr(List<Json> items)) {
                return items;
            }
            throw new JsonException("member \"" + name + "\" is no array");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Obj o && members.equals(o.members);
        }

        @Override
        public int hashCode() {
            return members.hashCode();
        }

        @Override
        public String toString() {
            return JsonWriter.compact(this);
        }
    }

    /** An array. */
    record Arr(List<Json> items) implements Json {
        public Arr {
            items = List.copyOf(items);
        }
    }

    /** A text. */
    record Str(String value) implements Json {}

    /** A number by its text as read or written, for example {@code 17} or {@code 0.25}. */
    record Num(String literal) implements Json {
        public static Num of(long value) {
            return new Num(Long.toString(value));
        }

        /** @throws JsonException if it is no 64-bit integer */
        public long asLong() {
            try {
                return Long.parseLong(literal);
            } catch (NumberFormatException e) {
                throw new JsonException("number " + literal + " is no 64-bit integer", e);
            }
        }
    }

    /** True or false. */
    record Bool(boolean value) implements Json {}

    /** The literal null; read, and never written by us. */
    record Null() implements Json {}

    static Obj object() {
        return new Obj();
    }

    static Json text(String value) {
        return new Str(value);
    }

    static Json array(Collection<? extends Json> items) {
        return new Arr(new ArrayList<>(items));
    }

    static Json texts(Collection<String> items) {
        return new Arr(items.stream().map(s -> (Json) new Str(s)).toList());
    }

    /** This value as an object. @throws JsonException if it is something else */
    default Obj asObject() {
        if (this instanceof Obj o) {
            return o;
        }
        throw new JsonException("an object was expected");
    }

    /** This value as text. @throws JsonException if it is something else */
    default String asText() {
        if (this instanceof Str(String s)) {
            return s;
        }
        throw new JsonException("a text was expected");
    }
}
