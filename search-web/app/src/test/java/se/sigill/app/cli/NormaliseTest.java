package se.sigill.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.run.Running;
import se.sigill.core.json.Json;

/** What becomes of files that are normalised side by side. */
final class NormaliseTest {
    @TempDir
    private Path folder;

    @Test
    void overwritesNothingAndRefusesWhatIsNotThere() throws IOException {
        Path first = text("a", "Ett beslut om vägen.");
        Path second = text("b", "Ett annat beslut om bron.");
        Path missing = folder.resolve("saknas.txt");
        Path out = folder.resolve("ut");

        List<Json.Obj> lines = Running.run(
                        "normalise",
                        "--json",
                        "--out",
                        out.toString(),
                        first.toString(),
                        missing.toString(),
                        second.toString())
                .expect(ExitCode.PARTLY)
                .json();

        assertEquals(List.of("normalised", "refused", "normalised"), outcomes(lines));
        assertEquals(
                List.of(first, missing, second),
                lines.stream().map(line -> Path.of(line.text("path"))).toList());
        assertEquals(List.of("brev-2.pdf", "brev.pdf"), names(out));
        assertTrue(Files.size(Path.of(lines.get(2).text("rendition"))) > 0);
    }

    @Test
    void refusesAlone() {
        Path out = folder.resolve("ut");
        Path missing = folder.resolve("saknas.txt");

        Running.run("normalise", "--out", out.toString(), missing.toString()).expect(ExitCode.FINDINGS);
    }

    private Path text(String in, String text) throws IOException {
        return Files.writeString(Files.createDirectories(folder.resolve(in)).resolve("brev.txt"), text);
    }

    private static List<String> outcomes(List<Json.Obj> lines) {
        return lines.stream().map(line -> line.text("outcome")).toList();
    }

    private static List<String> names(Path out) throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
