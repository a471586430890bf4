package se.sigill.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.sigill.core.access.CsvTable;

/**
 * Which rule of law is shown by which test. The table {@code law.csv} beside this class is the source, and the page
 * {@code docs/reference/law.md} is made of it: {@code -Dgolden=update} writes the page.
 */
class LawTest {
    private static final Path PAGE = Path.of("docs/reference/law.md");
    private static final List<String> HEADS = List.of("id", "rule", "source", "tests", "state");
    private static final int INVARIANTS = 26;
    private static final String HOLDS = "holds";
    private static final String LATER = "comes later: ";
    private static final String OPEN = "open: ";

    /** What is built later, and which rules wait for it. */
    private static final Set<String> PARTS =
            Set.of("redaction", "disposal runs", "sealed tenders", "paper", "tracks beside TF");

    private static final String INTRODUCTION = """
            # Law: which rule is shown by which test

            For jurists and auditors. Each rule is in our own words; what binds is the statute.
            Words: [glossary](../glossary.md). How the rules are carried out: [registrars](../guides/registrar.md),
            [security](../security.md).

            * **holds**: the tests that are named show it. `./sigill test` runs them all; those in a browser are skipped by
              name on a machine that has none.
            * **comes later**: it belongs to a part that is not built yet.
            * **open**: nothing shows it, and why. Some of these are kept by people instead.

            A rule of which a part is shown and a part is not has a row for each.
            This page is made of a table that `LawTest` keeps: a test that is gone or a row that is missing fails the build.
            """;

    /** A rule, or a part of one. */
    private record Row(String id, String rule, String source, List<String> tests, String state) {
        boolean is(String kind) {
            return kind.equals(HOLDS) ? state.equals(HOLDS) : state.startsWith(kind);
        }

        String line() {
            String shown = tests.stream().map(test -> "`" + test + "`").collect(Collectors.joining(", "));
            String word = state.equals(HOLDS) ? HOLDS : state.replaceFirst("^([a-z ]+):", "**$1**:");
            return "| " + id + " | " + rule + " | " + source + " | " + shown + " | " + word + " |\n";
        }
    }

    private enum Part {
        INVARIANTS("What always holds", "I\\d+"),
        TF("Tryckfrihetsförordningen 2 kap.", "TF .*"),
        OSL("Offentlighets- och sekretesslagen, the procedure", "OS[LF] .*"),
        FL("Förvaltningslagen", "FL .*"),
        KL("Kommunallagen", "KL .*"),
        GDPR("Dataskyddsförordningen", "GDPR .*");

        private final String title;
        private final Pattern ids;

        Part(String title, String ids) {
            this.title = title;
            this.ids = Pattern.compile(ids);
        }

        boolean has(Row row) {
            return ids.matcher(row.id()).matches();
        }
    }

    @Test
    void namesEveryInvariantAndPutsEveryRowInItsPlace() {
        Set<String> ids = rows().stream().map(Row::id).collect(Collectors.toCollection(TreeSet::new));

        TidyTest.none(IntStream.rangeClosed(1, INVARIANTS)
                .mapToObj(number -> "I" + number)
                .filter(id -> !ids.contains(id))
                .map(id -> "law.csv has no row for " + id)
                .toList());
        for (Row row : rows()) {
            assertEquals(
                    1, Stream.of(Part.values()).filter(part -> part.has(row)).count(), row.id());
        }
    }

    @Test
    void namesNoTestThatIsNotThere() {
        Map<String, String> texts = new HashMap<>();
        for (Path file : Repository.files(path -> path.toString().matches(".*(Test|Contract)\\.java"))) {
            texts.merge(file.getFileName().toString().replace(".java", ""), Repository.text(file), String::concat);
        }
        List<String> wrong = new ArrayList<>();
        for (Row row : rows()) {
            for (String test : row.tests()) {
                String[] names = test.split("\\.");
                if (names.length != 2 || !texts.getOrDefault(names[0], "").contains("void " + names[1] + "(")) {
                    wrong.add(row.id() + " names " + test + ", which is not there");
                }
            }
        }
        TidyTest.none(wrong);
    }

    @Test
    void onlyWhatATestShowsHolds() {
        List<String> wrong = new ArrayList<>();
        for (Row row : rows()) {
            boolean later = row.is(LATER)
                    && PARTS.contains(row.state().substring(LATER.length()).replaceFirst(",.*", ""));
            boolean open = row.is(OPEN) && row.state().length() > OPEN.length() + 10;
            if (!row.is(HOLDS) && !later && !open) {
                wrong.add(row.id() + " is in no state: " + row.state());
            }
            if (row.is(HOLDS) == row.tests().isEmpty()) {
                wrong.add(row.id() + " " + row.state() + ", and names "
                        + row.tests().size() + " tests");
            }
        }
        TidyTest.none(wrong);
    }

    @Test
    void thePageIsMadeOfTheTable() throws IOException {
        String wanted = page(rows());
        if (System.getProperty("golden", "").equals("update")) {
            Files.writeString(Repository.ROOT.resolve(PAGE), wanted);
        }

        assertEquals(wanted, Repository.text(PAGE), PAGE + " is made with -Dgolden=update");
    }

    private static String page(List<Row> rows) {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        page.append("\n| | rows | hold | come later | open |\n|---|---|---|---|---|\n");
        for (Part part : Part.values()) {
            page.append(counts(part.title, rows.stream().filter(part::has).toList()));
        }
        page.append(counts("all", rows));
        for (Part part : Part.values()) {
            page.append("\n## ").append(part.title).append("\n\n| | rule | source | shown by | state |\n");
            page.append("|---|---|---|---|---|\n");
            rows.stream().filter(part::has).map(Row::line).forEach(page::append);
        }
        return page.toString();
    }

    private static String counts(String title, List<Row> rows) {
        String counts = Stream.of(HOLDS, LATER, OPEN)
                .map(kind ->
                        Long.toString(rows.stream().filter(row -> row.is(kind)).count()))
                .collect(Collectors.joining(" | "));
        return "| " + title + " | " + rows.size() + " | " + counts + " |\n";
    }

    private static List<Row> rows() {
        try (InputStream in = Objects.requireNonNull(LawTest.class.getResourceAsStream("law.csv"))) {
            List<CsvTable.Row> lines = CsvTable.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            assertEquals(HEADS, lines.getFirst().cells());
            assertTrue(lines.size() > INVARIANTS, "the table has rows");
            return lines.stream().skip(1).map(line -> row(line.cells())).toList();
        } catch (IOException | CsvTable.BrokenException e) {
            throw new AssertionError("law.csv cannot be read", e);
        }
    }

    private static Row row(List<String> cells) {
        List<String> tests = Stream.of(cells.get(3).split(" "))
                .filter(test -> !test.isEmpty())
                .toList();
        return new Row(cells.get(0), cells.get(1), cells.get(2), tests, cells.get(4));
    }
}
