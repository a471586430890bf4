package se.sigill.core.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Pattern KEY =
            Pattern.compile("\"((?:time|appeal|fee|four-eyes|purge|instructions)\\.[a-z.-]+)\"");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertEquals(Texts.keysSwedish(), Texts.keysEnglish());
        String[] names = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
        String[] other = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"};
        for (String key : Texts.keysSwedish()) {
            Wording plain = Texts.say(key, (Object[]) marked(names));
            Wording again = Texts.say(key, (Object[]) marked(other));
            assertEquals(marks(plain.swedish()), marks(plain.english()), key);
            assertEquals(marks(again.swedish()), marks(again.english()), key);
        }
    }

    @Test
    void theCodeUsesEveryTextAndNoOther() throws IOException {
        Set<String> used = new TreeSet<>();
        Path sources = Path.of("src/main/java/se/sigill/core/request");
        try (Stream<Path> files = Files.list(sources)) {
            for (Path file : files.toList()) {
                Matcher m = KEY.matcher(Files.readString(file));
                while (m.find()) {
                    used.add(m.group(1));
                }
            }
        }

        assertEquals(used, Texts.keysSwedish());
    }

    @Test
    void aTextThatIsNotThereIsAFault() {
        assertThrows(IllegalStateException.class, () -> Texts.say("no.such"));
    }

    @Test
    void whatIsFilledInIsNotLookedAtAgain() {
        assertEquals("{1}: {0}", Texts.say("fee.line", "{1}", "{0}").swedish());
        assertEquals(
                "å: ä",
                Texts.say("fee.line", new Wording("å", "a"), new Wording("ä", "b"))
                        .swedish());
    }

    @Test
    void aWordingIsInBothLanguages() {
        assertThrows(IllegalArgumentException.class, () -> new Wording("", "x"));
        assertThrows(IllegalArgumentException.class, () -> new Wording("x", " "));
    }

    @Test
    void everyWordOfAChoiceIsInBothLanguages() {
        List<Wording> words = Stream.of(
                        Stream.of(CopyForm.values()).map(CopyForm::word),
                        Stream.of(ExemptGroup.values()).map(ExemptGroup::word),
                        Stream.of(CopyUnit.values()).map(unit -> unit.counted(1)),
                        Stream.of(CopyUnit.values()).map(unit -> unit.counted(2)))
                .flatMap(s -> s)
                .toList();

        assertEquals(words.size(), Set.copyOf(words).size());
        assertTrue(words.stream().noneMatch(word -> word.english().isBlank()));
    }

    private static String[] marked(String... names) {
        return Stream.of(names).map(name -> "<" + name + ">").toArray(String[]::new);
    }

    private static Set<String> marks(String text) {
        Set<String> out = new TreeSet<>();
        Matcher m = Pattern.compile("<.>").matcher(text);
        while (m.find()) {
            out.add(m.group());
        }
        return out;
    }
}
