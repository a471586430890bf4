package se.sigill.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();

    @Test
    void namesEveryStageThatCannotBeMeasuredAndCleansUp() {
        Path work = folder.resolve("bench");

        int exit = run("--scale", "0.001", "--work", work.toString());

        assertEquals(0, exit, out.toString());
        assertTrue(out.toString().contains("baseline.fsync.1"), out.toString());
        assertTrue(out.toString().contains("skipped: mixed: failed: sigill init ended with 1"), out.toString());
        assertFalse(Files.exists(work));
    }

    @Test
    void printsOneJsonObject() {
        int exit = run(
                "--scale", "0.001", "--json", "--work", folder.resolve("bench").toString());

        assertEquals(0, exit);
        assertTrue(out.toString().startsWith("{\"format\":\"sigill/bench/1\""), out.toString());
        assertEquals(1, out.toString().lines().count());
    }

    @Test
    void refusesAFolderThatIsThereAndTwoSizes() {
        assertFalse(run("--scale", "0.001", "--work", folder.toString()) == 0);
        assertTrue(Files.exists(folder));
        assertFalse(run("--quick", "--scale", "2") == 0);
        assertFalse(run("--scale", "-1") == 0);
    }

    private int run(String... words) {
        BenchCommand command = new BenchCommand((_, _, _) -> 1, _ -> {
            throw new IllegalStateException("nothing to search");
        });
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(new StringWriter()))
                .execute(words);
    }
}
