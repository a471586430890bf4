package se.sigill.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WarFileTest {
    private static List<String> allowed(String kind) throws IOException {
        try (InputStream in = WarFileTest.class.getResourceAsStream("open-war.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(kind + " "))
                    .map(line -> line.substring(kind.length() + 1).strip())
                    .toList();
        }
    }

    @Test
    void theOpenServerHasNothingThatIsNotAllowed() throws IOException {
        WarFile war = WarFile.named("sigill.open.war");
        List<String> packages = allowed("package");
        List<String> trees = allowed("packages");

        assertEquals(
                List.of(),
                war.jars().stream().filter(jar -> !stands(jar)).toList(),
                "libraries that open-war.txt does not list");
        assertEquals(
                List.of(),
                war.classes().stream()
                        .filter(name -> !packages.contains(packageOf(name))
                                && trees.stream().noneMatch(tree -> name.startsWith(tree + ".")))
                        .toList(),
                "classes outside of what open-war.txt lists");
        assertTrue(war.classes().contains("se.sigill.open.Routes"), "the test looks at the wrong file");
        assertTrue(war.classes().contains("se.sigill.core.json.Json"), "the test does not look into libraries");
    }

    private static boolean stands(String jar) {
        try {
            return allowed("jar").contains(jar);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String packageOf(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    /** They read hostile bytes, which is done in workers alone. */
    @Test
    void theStaffServerHasNoParserOfFormats() throws IOException {
        WarFile war = WarFile.named("sigill.staff.war");

        for (String never : List.of("org.apache.tika.", "org.apache.poi.", "org.apache.pdfbox.")) {
            assertFalse(war.classes().stream().anyMatch(name -> name.startsWith(never)), never);
        }
        assertTrue(war.classes().contains("se.sigill.app.wiring.OpenArchive"), "the test looks at the wrong file");
    }
}
