package se.sigill.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No template is forgotten. Needs no browser. */
class TemplatesTest {
    private static final Path ROOT = Path.of(System.getProperty("sigill.root", "."));

    @ParameterizedTest
    @EnumSource
    void isEachVisited(Site site) throws IOException {
        List<Visit> visits =
                switch (site) {
                    case OPEN -> OpenVisits.of(Sample.nobodys());
                    case STAFF -> StaffVisits.of(Sample.nobodys());
                };

        Set<String> visited = visits.stream().map(Visit::template).collect(Collectors.toCollection(TreeSet::new));

        assertEquals(pages(site), visited, "a template without a visit is looked at by nobody");
    }

    /** The templates that are whole pages: those that stand in the frame. */
    private static Set<String> pages(Site site) throws IOException {
        Path folder = ROOT.resolve("search-web").resolve(site.word()).resolve("src/main/jte");
        Set<String> pages = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                if (Files.readString(each).contains("@template.frame(")) {
                    pages.add(String.valueOf(each.getFileName()).replaceFirst("\\.jte$", ""));
                }
            }
        }
        return pages;
    }
}
