package se.sigill.container;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.sigill.staff.Routes;
import se.sigill.staff.gate.Needs;
import se.sigill.staff.gate.Task;

/**
 * A route of the staff site, as its classes declare it.
 *
 * @param name the method and the path with its variables, {@code GET /{language}/handling/{id}}
 * @param type of the body that it takes; empty if none
 */
record StaffRoute(String name, String method, Task needs, String type) {
    /** All of them, in the order of {@link Routes}. */
    static List<StaffRoute> all() {
        return Routes.all().stream()
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()).flatMap(method -> of(type, method)))
                .toList();
    }

    private static Stream<StaffRoute> of(Class<?> type, Method method) {
        return Stream.of(method.getAnnotations())
                .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(verb -> of(verb.value(), type, method));
    }

    private static StaffRoute of(String verb, Class<?> type, Method method) {
        String path = "/" + type.getAnnotation(Path.class).value();
        if (method.isAnnotationPresent(Path.class)) {
            path += (path.endsWith("/") ? "" : "/")
                    + method.getAnnotation(Path.class).value();
        }
        String name = verb + " " + path.replaceAll("\\{(\\w+):(?:[^{}]|\\{[^}]*\\})*\\}", "{$1}");
        Needs needs = method.getAnnotation(Needs.class);
        if (needs == null) {
            throw new AssertionError(name + " says not what it is for");
        }
        String takes = Optional.ofNullable(method.getAnnotation(Consumes.class))
                .map(consumes -> consumes.value()[0])
                .orElse(List.of("GET", "HEAD").contains(verb) ? "" : Browser.FORM);
        return new StaffRoute(name, verb, needs.value(), takes);
    }

    /** A path of it that can be asked for, without a slash before it; what it names is not there. */
    String path() {
        return name.substring(method.length() + 2)
                .replace("{language}", "sv")
                .replace("{id}", "0123456789abcdefghjkmnpqrs")
                .replace("{act}", "1")
                .replaceAll("\\{(index|number)}", "1")
                .replace("{basket}", "0123456789abcdef0123456789abcdef");
    }
}
