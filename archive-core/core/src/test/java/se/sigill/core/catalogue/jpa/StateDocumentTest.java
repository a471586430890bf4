package se.sigill.core.catalogue.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.persistence.Table;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.sigill.core.config.Home;

/** Every table and every place of the home has a row in {@code docs/reference/state.md}, of one of the three kinds. */
class StateDocumentTest {
    private static final Pattern ROW =
            Pattern.compile("^\\| `([^`]+)` \\| (acts|projection|working paper|configuration) \\|", Pattern.MULTILINE);
    private final Path root = Path.of(System.getProperty("sigill.root", "../.."));

    private Set<String> rows(String heading) throws IOException {
        String text = Files.readString(root.resolve("docs/reference/state.md"));
        String section = text.split("## " + heading, 2)[1].split("\n## ", 2)[0];
        return ROW.matcher(section).results().map(m -> m.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyTableHasARowAndEveryRowATable() throws IOException {
        Set<String> tables = Tables.ALL.stream()
                .map(type -> type.getAnnotation(Table.class).name())
                .collect(Collectors.toCollection(TreeSet::new));
        tables.add("flyway_schema_history");

        assertEquals(tables, rows("Tables of the catalogue"));
    }

    @Test
    void theScriptsMakeTheTablesOfTheEntities() throws IOException {
        Path scripts = root.resolve("archive-core/core/src/main/resources/se/sigill/core/catalogue/jpa/migration");
        Set<String> made = new TreeSet<>();
        try (Stream<Path> files = Files.list(scripts)) {
            for (Path script : files.filter(f -> f.toString().endsWith(".sql")).toList()) {
                Pattern.compile("CREATE TABLE (\\w+)")
                        .matcher(Files.readString(script))
                        .results()
                        .map((MatchResult m) -> m.group(1))
                        .forEach(made::add);
            }
        }
        made.add("flyway_schema_history");

        assertEquals(made, rows("Tables of the catalogue"));
    }

    @Test
    void everyPlaceOfTheHomeHasARow() throws IOException, ReflectiveOperationException {
        Home home = new Home(Path.of("/home-of-the-archive"));
        Set<String> places = new TreeSet<>();
        for (Method method : Home.class.getDeclaredMethods()) {
            boolean names = method.getReturnType() == Path.class && method.getParameterCount() == 0;
            if (names && !method.getName().equals("root") && !method.isSynthetic()) {
                Path place = (Path) method.invoke(home);
                places.add(home.root().relativize(place).toString());
            }
        }

        places.removeAll(rows("Folders and files of the home"));
        assertEquals(Set.of(), places);
    }
}
