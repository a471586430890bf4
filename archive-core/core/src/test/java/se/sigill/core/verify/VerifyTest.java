package se.sigill.core.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonReader;

final class VerifyTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void printsALineForEachPathAndTellsFaultsByItsExitCode() throws IOException {
        SampleArchive archive = SampleArchive.make(folder.resolve("home"));
        Path trust = Files.write(folder.resolve("trust"), archive.trust().bytes());

        assertEquals(0, run("--json", "--trust", trust.toString(), archive.home.toString()));
        Json.Obj line = JsonReader.parse(out.toByteArray()).asObject();
        assertTrue(line.bool("intact"));
        assertEquals("trusted: " + archive.seal.fingerprint(), line.text("from"));

        assertEquals(2, run(archive.home.toString(), folder.resolve("nothing").toString()));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("VERIFY-NOTHING-HERE"));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("nothing: nothing that can be verified"));
    }

    @Test
    void saysHowItIsCalled() {
        assertEquals(64, run());
        assertEquals(64, run("--nonsense", "x"));
        assertEquals(64, run("--trust"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("Usage: verify"));
    }

    private int run(String... arguments) {
        return new Verify(print(out), print(err)).run(List.of(arguments));
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }
}
