package se.sigill.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Sizes, names and forms that hold for every file. */
class TidyTest {
    private static final int FILE_LINES_MAX = 600;
    private static final int LINE_COLUMNS_MAX = 120;
    private static final int BLOB_BYTES_MAX = 500_000;
    private static final int README_LINES_MAX = 120;
    private static final Pattern BAD_TYPE = Pattern.compile(
            "\\b(?:class|record|interface|enum)\\s+(\\w*(?:Util|Utils|Helper|Manager|Common|Service|Impl)|Abstract\\w+)\\b");
    private static final Pattern FIELD_STATIC_MUTABLE = Pattern.compile(
            "^ {4}(?:public |private |protected )?static (?!final|class|record|enum|interface|sealed"
                    + "|abstract|void|<)[\\w<>\\[\\], .?]+ \\w+(?: =.*)?;",
            Pattern.MULTILINE);
    private static final Pattern PERSONAL_NUMBER = Pattern.compile(
            "(?<![0-9A-Za-z/.-])(?:19|20)?\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])-\\d{4}(?![0-9A-Za-z-])");

    @Test
    void keepsFilesSmall() {
        List<String> wrong = new ArrayList<>();
        for (Path file : Repository.java()) {
            long lines = Repository.text(file).lines().count();
            if (lines > FILE_LINES_MAX) {
                wrong.add(file + " has " + lines + " lines; divide it at a seam (at most " + FILE_LINES_MAX + ")");
            }
        }
        none(wrong);
    }

    @Test
    void keepsLinesShort() {
        List<String> wrong = new ArrayList<>();
        for (Path file : Repository.mainJava()) {
            List<String> lines = Repository.text(file).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).length() > LINE_COLUMNS_MAX) {
                    wrong.add(file + ":" + (i + 1) + " has over " + LINE_COLUMNS_MAX + " columns");
                }
            }
        }
        none(wrong);
    }

    @Test
    void keepsMethodsShort() throws IOException {
        none(MethodLengths.over(Repository.java()));
    }

    @Test
    void commitsNoLargeFile() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path file : Repository.files(p -> true)) {
            long bytes = Files.size(Repository.ROOT.resolve(file));
            if (bytes > BLOB_BYTES_MAX) {
                wrong.add(file + " has " + bytes + " bytes (at most " + BLOB_BYTES_MAX + ")");
            }
        }
        none(wrong);
    }

    @Test
    void namesTypesByWhatTheyAre() {
        none(matches(Repository.java(), BAD_TYPE, "names a type after nothing it is: call it by its task"));
    }

    @Test
    void keepsNoStaticState() {
        none(matches(Repository.mainJava(), FIELD_STATIC_MUTABLE, "keeps static state that can change"));
    }

    @Test
    void promisesNothing() {
        none(matches(
                Repository.java(),
                Pattern.compile("\\b(?:" + "TO" + "DO|FIX" + "ME|XX" + "X)\\b"),
                "promises work instead of doing it or filing it"));
    }

    @Test
    void writesToTheConsoleOnlyWhereAProgramBegins() {
        List<Path> others = Repository.mainJava().stream()
                .filter(p -> !p.toString().contains("/app/cli/"))
                .filter(p -> !p.toString().endsWith("/verify/Verify.java"))
                .filter(p -> !p.toString().contains("/engines/Worker"))
                .filter(p -> !p.toString().endsWith("Main.java"))
                .toList();
        none(matches(others, Pattern.compile("System\\.(?:out|err)\\b"), "writes to the console: return data instead"));
    }

    @Test
    void usesNoOldDates() {
        // Bouncy Castle takes no other type.
        none(matches(
                Repository.mainJava().stream()
                        .filter(p -> !p.toString().contains("core/seal/bouncy"))
                        .toList(),
                Pattern.compile("import java\\.util\\.(?:Date|Calendar);"),
                "uses java.util.Date; use java.time"));
    }

    @Test
    void describesEveryPackage() {
        List<String> wrong = new ArrayList<>();
        for (Path file : Repository.mainJava()) {
            Path page = file.resolveSibling("package-info.java");
            if (!Files.exists(Repository.ROOT.resolve(page))) {
                wrong.add(page + " is missing");
            } else if (file.endsWith("package-info.java")) {
                String text = Repository.text(file);
                if (!text.contains("@NullMarked") || !text.startsWith("/**")) {
                    wrong.add(file + " has no Javadoc or no @NullMarked");
                }
                if (text.lines().count() > 40) {
                    wrong.add(file + " has over 40 lines");
                }
            }
        }
        none(wrong.stream().distinct().toList());
    }

    @Test
    void holdsNoPersonalNumberButOfTheTestSeries() {
        List<String> wrong = new ArrayList<>();
        for (Path file : Repository.files(p -> !p.toString().endsWith(".jar"))) {
            if (Files.isRegularFile(Repository.ROOT.resolve(file)) && isText(file)) {
                Matcher m = PERSONAL_NUMBER.matcher(Repository.text(file));
                while (m.find()) {
                    // The serial numbers that are given to nobody: 980 to 989.
                    if (!m.group().matches(".*-98\\d\\d")) {
                        wrong.add(file + " holds " + m.group() + ", which could be somebody's");
                    }
                }
            }
        }
        none(wrong);
    }

    @Test
    void keepsTheReadmeShort() {
        long lines = Repository.text(Path.of("README.md")).lines().count();
        assertTrue(lines <= README_LINES_MAX, "README.md has " + lines + " lines");
    }

    @Test
    void writesEachChangeForTheUser() {
        List<String> wrong = new ArrayList<>();
        for (Path file : Repository.files(p -> p.startsWith("changes"))) {
            String text = Repository.text(file);
            if (!file.toString().endsWith(".md") || !text.matches("(?s)(Bugfix|Enhancement|Change): [^\n]+\n\n.+")) {
                wrong.add(file + " does not begin with \"Enhancement: …\" and a blank line");
            }
        }
        none(wrong);
    }

    private static boolean isText(Path file) {
        return file.toString().matches(".*\\.(java|md|xml|csv|txt|json|html|css|js|jte|sql|properties|sh|eml)");
    }

    private static List<String> matches(List<Path> files, Pattern pattern, String why) {
        List<String> wrong = new ArrayList<>();
        for (Path file : files) {
            String text = Repository.text(file);
            Matcher m = pattern.matcher(text);
            while (m.find()) {
                long line = text.substring(0, m.start()).lines().count() + 1;
                wrong.add(file + ":" + line + " \"" + m.group().strip() + "\" " + why);
            }
        }
        return wrong;
    }

    static void none(List<String> wrong) {
        assertEquals("", String.join("\n", wrong));
    }
}
