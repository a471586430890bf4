package se.sigill.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.run.Running;
import se.sigill.core.json.Json;

/** What people are told who ask whether a file keeps the rules. */
final class ValidateTest {
    @TempDir
    private Path folder;

    @Test
    void guessesTheKindByWhatTheFileIs() throws IOException {
        Path text = Files.writeString(folder.resolve("brev.txt"), "Hej, jag vill läsa protokollet.");

        List<Json.Obj> lines = validated(text, pdf(), folder.resolve("saknas.pdf"));

        assertEquals(List.of("unknown", "unknown", "unknown"), verdicts(lines));
        assertEquals(List.of("FORMAT-NO-VALIDATOR"), codes(lines.get(0)));
        assertEquals(List.of("FORMAT-UNDECLARED"), codes(lines.get(1)));
        assertEquals(List.of("FORMAT-UNREADABLE"), codes(lines.get(2)));
    }

    @Test
    void holdsAFileToTheKindThatIsNamed() throws IOException {
        Json.Obj declared = validated("--as", "pdfa", pdf()).getFirst();
        Json.Obj named = validated("--as", "pdfa-2b", pdf()).getFirst();

        assertEquals(List.of("invalid", "invalid"), verdicts(List.of(declared, named)));
        assertEquals(List.of("FORMAT-UNDECLARED"), codes(declared));
        assertEquals("pdfa-2b", named.text("kind"));
        assertTrue(codes(named).contains("6.6.2.1-1"), codes(named).toString());
    }

    @Test
    void tellsWhatAFileIsInstead() throws IOException {
        Path text = Files.writeString(folder.resolve("brev.txt"), "Hej, jag vill läsa protokollet.");
        Path empty = Files.createFile(folder.resolve("tom.pdf"));

        Json.Obj held = validated("--as", "pdfa-2b", text).getFirst();
        Json.Obj guessed = validated(empty).getFirst();

        assertEquals(List.of("invalid", "unknown"), verdicts(List.of(held, guessed)));
        assertEquals(List.of("FORMAT-INVALID"), codes(held));
        assertTrue(held.array("findings").getFirst().asObject().text("message").startsWith("it is no PDF but "));
        assertTrue(codes(guessed).contains("FORMAT-EMPTY-FILE"), codes(guessed).toString());
    }

    @Test
    void refusesAKindThatNobodyKnows() throws IOException {
        Running.Ended ended = Running.run("validate", "--as", "pdfa-9z", pdf().toString());

        assertEquals(64, ended.exit());
        assertTrue(ended.err().contains("pdfa-2b"), ended.err());
    }

    private static List<Json.Obj> validated(Object... words) {
        Stream<String> typed =
                Stream.concat(Stream.of("validate", "--json"), Stream.of(words).map(Object::toString));
        return Running.run(typed.toArray(String[]::new)).expect(2).json();
    }

    private static List<String> verdicts(List<Json.Obj> lines) {
        return lines.stream().map(line -> line.text("verdict")).toList();
    }

    private static List<String> codes(Json.Obj line) {
        return line.array("findings").stream()
                .map(finding -> finding.asObject().text("code"))
                .toList();
    }

    /** One empty page, and nothing that lasts. */
    private Path pdf() throws IOException {
        List<String> objects = List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Resources<<>>>>");
        StringBuilder file = new StringBuilder("%PDF-1.4\n");
        StringBuilder table = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append(String.format(Locale.ROOT, "%010d 00000 n \n", file.length()));
            file.append(i + 1).append(" 0 obj").append(objects.get(i)).append("\nendobj\n");
        }
        int start = file.length();
        file.append("xref\n0 4\n").append(table);
        file.append("trailer<</Root 1 0 R/Size 4>>\nstartxref\n").append(start).append("\n%%EOF\n");
        return Files.write(folder.resolve("fil.pdf"), file.toString().getBytes(StandardCharsets.US_ASCII));
    }
}
