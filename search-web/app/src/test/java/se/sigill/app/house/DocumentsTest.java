package se.sigill.app.house;

import static org.junit.jupiter.api.Assertions.assertFalse;

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
