package se.sigill.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.sigill.core.config.ConfigKey;
import se.sigill.core.finding.FindingCode;

/** The documents keep up with the code. */
class DocumentsTest {
    private static final Pattern LINK =
            Pattern.compile("(?<!!)\\[[^\\]]*\\]\\(([^)\\s]+)\\)|!\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern FINDING_ENUM =
            Pattern.compile("public enum (\\w+) implements (?:[\\w, ]*)FindingCode");

    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*Test)(?:\\.(\\w+))?`");

    /** The sections of OWASP ASVS 5.0 but for OAuth and WebRTC, and the last item of each up to level 2. */
    private static final String ASVS = """
            1.1:2 1.2:9 1.3:11 1.4:3 1.5:2 2.1:3 2.2:3 2.3:4 2.4:1 3.2:2 3.3:4 3.4:6 3.5:5 3.7:2 4.1:3 4.2:1 4.3:2 4.4:4
            5.1:1 5.2:3 5.3:2 5.4:3 6.1:3 6.2:11 6.3:3 6.4:4 6.5:5 6.6:3 6.8:4 7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2
            8.1:2 8.2:3 8.3:1 8.4:1 9.1:3 9.2:4 11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1 12.1:3 12.2:2 12.3:4
            13.1:1 13.2:5 13.3:2 13.4:5 14.1:2 14.2:4 14.3:3 15.1:3 15.2:3 15.3:7 16.1:1 16.2:5 16.3:4 16.4:3 16.5:3
            """;

    private static final Pattern ASVS_ROW =
            Pattern.compile("^\\| (\\d+\\.\\d+)\\.(\\d+)(?:–\\d+\\.\\d+\\.(\\d+))? \\|", Pattern.MULTILINE);

    @Test
    void resolvesEveryLink() {
        List<String> wrong = new ArrayList<>();
        for (Path page : Repository.markdown()) {
            Matcher m = LINK.matcher(Repository.text(page));
            while (m.find()) {
                String target = (m.group(1) == null ? m.group(2) : m.group(1)).replaceFirst("#.*", "");
                if (target.isEmpty() || target.matches("[a-z]+:.*")) {
                    continue;
                }
                if (!Files.exists(Repository.ROOT.resolve(page).resolveSibling(target))) {
                    wrong.add(page + " links to " + target + ", which is not there");
                }
            }
        }
        TidyTest.none(wrong);
    }

    @Test
    void givesEveryPageATitle() {
        List<String> wrong = new ArrayList<>();
        for (Path page : Repository.markdown()) {
            if (!page.startsWith("changes") && !Repository.text(page).startsWith("# ")) {
                wrong.add(page + " does not begin with \"# \" and its title");
            }
        }
        TidyTest.none(wrong);
    }

    @Test
    void explainsEveryConfigurationKey() {
        String page = Repository.text(Path.of("docs/reference/config.md"));
        List<String> wrong = new ArrayList<>();
        for (ConfigKey key : ConfigKey.values()) {
            String ifAbsent = key.ifAbsent().isEmpty() ? "" : "`" + key.ifAbsent() + "`";
            String row = "| `" + key.key() + "` | " + ifAbsent + " | " + key.meaning() + " |";
            if (!page.contains(row)) {
                wrong.add("docs/reference/config.md lacks the row: " + row);
            }
        }
        TidyTest.none(wrong);
    }

    @Test
    void explainsEveryFindingOnceAndReusesNone() throws ReflectiveOperationException {
        StringBuilder pages = new StringBuilder();
        for (Path page : Repository.files(p -> p.startsWith("docs/reference/findings"))) {
            pages.append(Repository.text(page));
        }
        Map<String, String> seen = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        for (FindingCode code : codes()) {
            String type = code.getClass().getSimpleName();
            String before = seen.put(code.id(), type);
            if (before != null) {
                wrong.add(code.id() + " stands in " + before + " and in " + type);
            }
            if (!pages.toString().contains("| `" + code.id() + "` |")) {
                wrong.add("docs/reference/findings lacks a row for " + code.id() + " of " + type);
            }
            if (code.remedy().isBlank()) {
                wrong.add(code.id() + " has no remedy");
            }
        }
        assertFalse(seen.isEmpty(), "no finding code was found: the pattern of this test is out of date");
        TidyTest.none(wrong);
    }

    @Test
    void namesNoTestThatIsNotThere() {
        Map<String, String> tests = new HashMap<>();
        Repository.java().stream()
                .filter(file -> file.toString().endsWith("Test.java"))
                .forEach(file -> tests.put(file.getFileName().toString().replace(".java", ""), Repository.text(file)));
        List<String> wrong = new ArrayList<>();
        int named = 0;
        for (Path page : Repository.markdown()) {
            Matcher m = TEST.matcher(Repository.text(page));
            while (m.find()) {
                named++;
                String text = tests.getOrDefault(m.group(1), "");
                if (text.isEmpty() || (m.group(2) != null && !text.contains("void " + m.group(2) + "("))) {
                    wrong.add(page + " names " + m.group() + ", which is not there");
                }
            }
        }
        assertTrue(named > 100, "the pattern of this test is out of date: " + named + " tests are named");
        TidyTest.none(wrong);
    }

    @Test
    void answersEveryItemOfTheSecurityStandardOnce() {
        List<String> wanted = new ArrayList<>();
        for (String section : ASVS.strip().split("\\s+")) {
            String[] parts = section.split(":");
            for (int i = 1; i <= Integer.parseInt(parts[1]); i++) {
                wanted.add(parts[0] + "." + i);
            }
        }
        List<String> there = new ArrayList<>();
        Matcher m = ASVS_ROW.matcher(Repository.text(Path.of("docs/security.md")));
        while (m.find()) {
            int from = Integer.parseInt(m.group(2));
            int to = m.group(3) == null ? from : Integer.parseInt(m.group(3));
            for (int i = from; i <= to; i++) {
                there.add(m.group(1) + "." + i);
            }
        }

        assertEquals(wanted, there);
    }

    private static List<FindingCode> codes() throws ReflectiveOperationException {
        List<FindingCode> codes = new ArrayList<>();
        for (Path file : Repository.mainJava()) {
            String text = Repository.text(file);
            Matcher m = FINDING_ENUM.matcher(text);
            while (m.find()) {
                Matcher name = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE)
                        .matcher(text);
                if (name.find()) {
                    Class<?> type = Class.forName(name.group(1) + "." + m.group(1));
                    for (Object constant : type.getEnumConstants()) {
                        codes.add((FindingCode) constant);
                    }
                }
            }
        }
        return codes;
    }
}
