package se.sigill.staff.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.sigill.app.people.Account;
import se.sigill.app.people.Session;
import se.sigill.core.access.Viewer;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonReader;
import se.sigill.look.SameOrigin;
import se.sigill.look.Style;
import se.sigill.staff.Routes;

/** Every route for every kind of visitor, against what is written here a second time. */
class PolicyTest {
    /**
     * Who comes in: letters for anybody, account without a role, archivist, registrar, decision-maker, inspector,
     * administrator, program.
     */
    private static final String ALL_PEOPLE = "uARDIX";

    private static final Map<String, String> WANTED = Map.ofEntries(
            Map.entry("GET /", "n" + ALL_PEOPLE),
            Map.entry("GET /stil.css", "n" + ALL_PEOPLE),
            Map.entry("GET /leverera.js", "n" + ALL_PEOPLE),
            Map.entry("GET /folj.js", "n" + ALL_PEOPLE),
            Map.entry("GET /{language}/logga-in", "n" + ALL_PEOPLE),
            Map.entry("POST /{language}/logga-in", "n" + ALL_PEOPLE),
            Map.entry("POST /{language}/logga-ut", ALL_PEOPLE),
            Map.entry("GET /{language}/konto", ALL_PEOPLE),
            Map.entry("POST /{language}/konto/losenord", ALL_PEOPLE),
            Map.entry("POST /{language}/konto/faktor", ALL_PEOPLE),
            Map.entry("GET /{language}", "ARDIX"),
            Map.entry("GET /{language}/sok", "ARDI"),
            Map.entry("GET /{language}/handling/{id}", "ARDI"),
            Map.entry("POST /{language}/handling/{id}/visa", "ARDI"),
            Map.entry("POST /{language}/handling/{id}/beslut", "ARD"),
            Map.entry("POST /{language}/handling/{id}/sparr", "A"),
            Map.entry("GET /{language}/handling/{id}/filer/{index}/sidor/{number}/bild", "ARDI"),
            Map.entry("GET /fil/{id}/{index}", "ARDI"),
            Map.entry("GET /{language}/leverera", "AR"),
            Map.entry("POST /{language}/leverera", "AR"),
            Map.entry("POST /uppladdning", "AR"),
            Map.entry("HEAD /uppladdning/{basket}/{number}", "AR"),
            Map.entry("PATCH /uppladdning/{basket}/{number}", "AR"),
            Map.entry("GET /{language}/leveranser", "ARI"),
            Map.entry("GET /{language}/leveranser/{id}", "ARI"),
            Map.entry("GET /{language}/leveranser/{id}/avvisa", "A"),
            Map.entry("POST /{language}/leveranser/{id}/avvisa", "A"),
            Map.entry("GET /{language}/begaran", "RD"),
            Map.entry("GET /{language}/begaran/ny", "RD"),
            Map.entry("POST /{language}/begaran/ny", "RD"),
            Map.entry("GET /{language}/begaran/{id}", "RD"),
            Map.entry("POST /{language}/begaran/{id}/ta", "RD"),
            Map.entry("POST /{language}/begaran/{id}/skriv", "RD"),
            Map.entry("POST /{language}/begaran/{id}/handlingar", "RD"),
            Map.entry("POST /{language}/begaran/{id}/lamna-ut", "RD"),
            Map.entry("POST /{language}/begaran/{id}/avsluta", "RD"),
            Map.entry("POST /{language}/begaran/{id}/beslut", "RD"),
            Map.entry("POST /{language}/begaran/{id}/granska", "RD"),
            Map.entry("GET /{language}/begaran/{id}/kopior", "RD"),
            Map.entry("POST /{language}/begaran/{id}/kopior", "RD"),
            Map.entry("GET /{language}/begaran/{id}/overklaganden", "RD"),
            Map.entry("POST /{language}/begaran/{id}/overklaganden", "RD"),
            Map.entry("POST /{language}/begaran/{id}/overklaganden/{act}/hantera", "RD"),
            Map.entry("POST /{language}/begaran/{id}/overklaganden/{act}/dom", "RD"),
            Map.entry("POST /{language}/begaran/{id}/overklaganden/{act}/paket", "RD"),
            Map.entry("GET /{language}/begaran/{id}/avgift", "RD"),
            Map.entry("POST /{language}/begaran/{id}/avgift", "RD"),
            Map.entry("POST /{language}/begaran/{id}/avgift/{act}", "RD"),
            Map.entry("GET /{language}/incidenter", "ARDI"),
            Map.entry("GET /{language}/incidenter/{act}", "ARDI"),
            Map.entry("POST /{language}/incidenter/{act}", "ARD"),
            Map.entry("POST /{language}/handling/{id}/incident", "ARD"),
            Map.entry("POST /{language}/begaran/{id}/forbehall", "RD"),
            Map.entry("POST /{language}/begaran/{id}/vidare", "RD"),
            Map.entry("GET /{language}/begaran/statistik", "ARDI"),
            Map.entry("GET /{language}/begaran/statistik.csv", "ARDI"),
            Map.entry("GET /{language}/begaran/statistik.json", "ARDI"),
            Map.entry("GET /{language}/luckor", "AI"),
            Map.entry("POST /{language}/luckor", "A"),
            Map.entry("GET /{language}/granskning", "AIX"),
            Map.entry("POST /{language}/granskning", "AIX"),
            Map.entry("GET /{language}/plan", "ARDI"),
            Map.entry("POST /{language}/plan", "A"),
            Map.entry("POST /{language}/plan/forhandsvisning", "A"),
            Map.entry("GET /api/openapi.json", "n" + ALL_PEOPLE),
            Map.entry("GET /api/search", "ARDIt"),
            Map.entry("GET /api/records/{id}", "ARDIt"),
            Map.entry("GET /api/gaps", "ARDIt"),
            Map.entry("GET /api/requests", "RD"),
            Map.entry("POST /api/requests", "RD"),
            Map.entry("GET /api/requests/{id}", "RD"),
            Map.entry("POST /api/requests/{id}/take", "RD"),
            Map.entry("POST /api/requests/{id}/say", "RD"),
            Map.entry("POST /api/requests/{id}/records", "RD"),
            Map.entry("POST /api/requests/{id}/decide", "RD"),
            Map.entry("POST /api/requests/{id}/countersign", "RD"),
            Map.entry("POST /api/requests/{id}/release", "RD"),
            Map.entry("POST /api/requests/{id}/close", "RD"),
            Map.entry("POST /api/deliveries", "ARt"),
            Map.entry("GET /api/deliveries/{id}", "ARt"),
            Map.entry("GET /api/status", "t"),
            Map.entry("POST /api/command", "t"));

    private static Map<String, Visitor> visitors() {
        Account account =
                new Account("anna", "Anna", "hash", "SECRET", 0, false, true, Instant.parse("2026-03-01T09:00:00Z"));
        Session session = new Session(account, "key");
        Map<String, Visitor> all = new TreeMap<>(Map.of(
                "n", new Visitor.Anybody(),
                "t", new Visitor.Program(),
                "u", new Visitor.Person(session, Set.of())));
        for (Viewer.Role role : Viewer.Role.values()) {
            String letter =
                    role == Viewer.Role.ADMINISTRATOR ? "X" : role.name().substring(0, 1);
            all.put(letter, new Visitor.Person(session, Set.of(role)));
        }
        return all;
    }

    private record Route(String name, Optional<Task> needs, boolean changes) {}

    private static Stream<Route> routes() {
        return Routes.all().stream()
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()).flatMap(method -> route(type, method)));
    }

    private static Stream<Route> route(Class<?> type, Method method) {
        for (Annotation each : method.getAnnotations()) {
            HttpMethod verb = each.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                String path = "/" + type.getAnnotation(Path.class).value();
                if (method.isAnnotationPresent(Path.class)) {
                    path += (path.endsWith("/") ? "" : "/")
                            + method.getAnnotation(Path.class).value();
                }
                String name = verb.value() + " " + path.replaceAll("\\{(\\w+):(?:[^{}]|\\{[^}]*\\})*\\}", "{$1}");
                return Stream.of(new Route(
                        name,
                        Optional.ofNullable(method.getAnnotation(Needs.class)).map(Needs::value),
                        !List.of("GET", "HEAD").contains(verb.value())));
            }
        }
        return Stream.empty();
    }

    @Test
    void everyRouteLetsInWhomItShould() {
        Map<String, String> got = new TreeMap<>();
        routes().forEach(route -> {
            StringBuilder in = new StringBuilder();
            for (String letter : "nuARDIXt".split("")) {
                Visitor visitor = visitors().get(letter);
                if (visitor != null
                        && Gate.answer(visitor, route.needs(), route.changes(), true) == Gate.Answer.COME_IN) {
                    in.append(letter);
                }
            }
            got.put(route.name(), in.toString());
        });

        assertEquals(new TreeMap<>(WANTED), got, "a route without a row, or another answer than was decided");
    }

    /** The description is written by hand: it names every resource for programs, and no other. */
    @Test
    void theDescriptionNamesEveryResourceForPrograms() {
        Json.Obj paths = JsonReader.parse(Style.text(se.sigill.staff.answer.ApiResource.class, "openapi.json"))
                .asObject()
                .object("paths");
        Set<String> described = new TreeSet<>();
        paths.members().forEach((path, verbs) -> verbs.asObject()
                .members()
                .keySet()
                .forEach(verb -> described.add(verb.toUpperCase(Locale.ROOT) + " " + path)));
        Set<String> there = new TreeSet<>();
        routes().map(Route::name).filter(name -> name.contains(" /api/")).forEach(there::add);

        assertEquals(there, described);
    }

    @Test
    void aFormOfAnotherSiteComesToNothing() {
        Visitor archivist = visitors().get("A");

        routes().filter(Route::changes).forEach(route -> {
            assertTrue(Gate.answer(archivist, route.needs(), true, false) != Gate.Answer.COME_IN, route.name());
        });
        assertEquals(
                Gate.Answer.COME_IN,
                Gate.answer(new Visitor.Program(), Optional.of(Task.OPERATE), true, false),
                "a program is no browser");
    }

    @Test
    void aResourceThatSaysNothingIsNobodys() {
        visitors()
                .values()
                .forEach(visitor -> assertTrue(
                        Gate.answer(visitor, Optional.empty(), false, true) != Gate.Answer.COME_IN,
                        visitor.toString()));
        assertEquals(Gate.Answer.LOG_IN, Gate.answer(new Visitor.Anybody(), Optional.empty(), false, true));
    }

    @Test
    void aTableThatCannotBeReadLetsNobodyIn() {
        assertThrows(IllegalStateException.class, () -> new Policy("task,anybody\nenter,yes\n"));
        assertThrows(IllegalStateException.class, () -> new Policy("task,anybody\nenter,perhaps\n"));
        assertThrows(IllegalStateException.class, () -> new Policy("task,anybody\nfly,yes\n"));
    }

    @Test
    void whoSaysNothingOfWhereTheyComeFromIsRefused() {
        assertTrue(SameOrigin.isSo("same-origin", "null", "arkiv.test:9443"));
        assertTrue(SameOrigin.isSo(null, "https://arkiv.test:9443", "arkiv.test:9443"));
        for (String site : new String[] {"cross-site", "same-site", "none", ""}) {
            assertTrue(!SameOrigin.isSo(site, "https://arkiv.test:9443", "arkiv.test:9443"), site);
        }
        for (String origin : new String[] {
            null, "null", "https://ond.test", "https://arkiv.test", "https://arkiv.test:9443.ond.test", "%%%"
        }) {
            assertTrue(!SameOrigin.isSo(null, origin, "arkiv.test:9443"), String.valueOf(origin));
        }
        assertTrue(!SameOrigin.isSo(null, "https://arkiv.test:9443", null));
    }
}
