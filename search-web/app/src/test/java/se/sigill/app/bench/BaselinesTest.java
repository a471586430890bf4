package se.sigill.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselinesTest {
    @TempDir
    Path folder;

    @Test
    void makesEachFileOfTheLoopWhole() throws IOException {
        double rate = baselines().fsyncLoop(folder.resolve("loop"), 4, 20);

        assertTrue(rate > 0);
        try (Stream<Path> files = Files.list(folder.resolve("loop"))) {
            List<Path> made = files.toList();
            assertEquals(20, made.size());
            for (Path file : made) {
                assertEquals(10 * 1024, Files.size(file), file.toString());
            }
        }
    }

    @Test
    void runsOpensslOverBothHalves() throws IOException {
        Assumptions.assumeTrue(Outside.find("openssl").isPresent(), "openssl is not installed");
        List<Path> files = List.of(folder.resolve("a"), folder.resolve("b"), folder.resolve("c"));
        for (Path file : files) {
            Files.write(file, new byte[1000]);
        }

        assertTrue(baselines().openssl(files) > 0);

        String printed = Files.readString(folder.resolve("log"));
        files.forEach(file -> assertTrue(printed.contains(file.toString()), printed));
    }

    @Test
    void namesAProgramThatFailed() {
        Outside outside = new Outside(folder.resolve("log"));

        IOException failure = assertThrows(
                IOException.class, () -> outside.seconds(Duration.ofSeconds(20), Map.of(), List.of(List.of("false"))));

        assertTrue(failure.getMessage().startsWith("false ended with 1"), failure.getMessage());
    }

    private Baselines baselines() {
        return new Baselines(new Outside(folder.resolve("log")));
    }
}
