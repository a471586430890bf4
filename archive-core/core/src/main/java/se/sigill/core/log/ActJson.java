package se.sigill.core.log;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.record.FileRole;
import se.sigill.core.record.RecordId;

/**
 * The form of an act in the log, {@code sigill/act/1}: a JSON object whose first member {@code act} names the type and
 * whose other members are the components of the act's record by name, in their order. So a new kind of act needs no
 * line here, and the specification in {@code docs/formats/log.md} is the declaration of {@link Act}.
 *
 * <p>The bytes that were signed are kept as they are and never written again from the value.
 */
public final class ActJson {
    private static final Map<String, Shape> SHAPES = shapes(Act.class, new LinkedHashMap<>());

    /** What reflection says of a kind of act, asked once: a rebuild reads a hundred thousand acts a second. */
    private record Shape(List<RecordComponent> components, Constructor<?> constructor) {
        static Shape of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] classes =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                return new Shape(List.of(components), type.getDeclaredConstructor(classes));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("a record without its own constructor: " + type, e);
            }
        }
    }

    private ActJson() {}

    /** The names of all acts, in the order of their declaration. */
    public static List<String> names() {
        return List.copyOf(SHAPES.keySet());
    }

    public static Json.Obj toJson(Act act) {
        String name = act.getClass().getSimpleName();
        Json.Obj json = Json.object().with("act", name);
        for (RecordComponent component : shape(name).components()) {
            json.with(component.getName(), write(component, act));
        }
        return json;
    }

    /** @throws JsonException if the object is no act known to this version; the message says which */
    public static Act fromJson(Json.Obj json) {
        String name = json.text("act");
        Shape shape = shape(name);
        Object[] values = new Object[shape.components().size()];
        try {
            for (int i = 0; i < values.length; i++) {
                RecordComponent component = shape.components().get(i);
                values[i] = read(component.getType(), component.getName(), json);
            }
            return (Act) shape.constructor().newInstance(values);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new JsonException("no act " + name + ": " + e.getMessage(), e);
        } catch (ReflectiveOperationException e) {
            throw new JsonException("no act " + name, e);
        }
    }

    private static Shape shape(String name) {
        Shape shape = SHAPES.get(name);
        if (shape == null) {
            throw new JsonException("an act of unknown type \"" + name + "\": written by a newer version of Sigill");
        }
        return shape;
    }

    private static Json write(RecordComponent component, Act act) {
        Object value;
        try {
            value = component.getAccessor().invoke(act);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("an act whose components cannot be read: " + component, e);
        }
        return switch (value) {
            case String text -> Json.text(text);
            case Integer number -> Json.Num.of(number);
            case Long number -> Json.Num.of(number);
            case Boolean truth -> new Json.Bool(truth);
            case Actor actor -> Json.text(actor.text());
            case RecordId id -> Json.text(id.value());
            case FileRole role -> Json.text(role.word());
            case Instant at -> Json.text(at.toString());
            case LocalDate day -> Json.text(day.toString());
            default -> throw new IllegalStateException("an act with a component of unknown type: " + component);
        };
    }

    private static Object read(Class<?> type, String name, Json.Obj json) {
        if (type == int.class) {
            return Math.toIntExact(json.integer(name));
        }
        if (type == long.class) {
            return json.integer(name);
        }
        if (type == boolean.class) {
            return json.bool(name);
        }
        String text = json.text(name);
        return switch (type.getSimpleName()) {
            case "String" -> text;
            case "Actor" -> Actor.ofText(text);
            case "RecordId" -> new RecordId(text);
            case "FileRole" -> FileRole.ofWord(text);
            case "Instant" -> Instant.parse(text);
            case "LocalDate" -> LocalDate.parse(text);
            default -> throw new IllegalStateException("an act with a component of unknown type: " + type);
        };
    }

    private static Map<String, Shape> shapes(Class<?> sealed, Map<String, Shape> into) {
        for (Class<?> type : sealed.getPermittedSubclasses()) {
            if (type.isRecord()) {
                into.put(type.getSimpleName(), Shape.of(type));
            } else {
                shapes(type, into);
            }
        }
        return into;
    }
}
