package se.sigill.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import se.sigill.app.run.Running;

final class CommandsTest {
    /** Said once, above the tables. */
    private static final Set<String> EVERYWHERE = Set.of("--home", "--wait", "--json", "--help", "--version");

    @TempDir
    private Path folder;

    @Test
    void standInTheReferenceWithEveryOption() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("sigill.root"), "docs/reference/cli.md"));
        List<String> missing = new ArrayList<>();
        Map<String, CommandLine> commands = Sigill.line().getSubcommands();
        commands.forEach((name, line) -> {
            if (!page.contains("| `" + name)) {
                missing.add(name);
            }
            line.getCommandSpec().options().stream()
                    .map(CommandLine.Model.OptionSpec::longestName)
                    .filter(option -> !EVERYWHERE.contains(option) && !page.contains(option))
                    .forEach(option -> missing.add(name + " " + option));
        });
        assertTrue(commands.size() > 20, commands.keySet().toString());
        assertEquals(List.of(), missing);
    }

    @Test
    void sayWhatToDoWhereNoArchiveIs() {
        Running.Ended ended = new Running(folder.resolve("nothing")).type("status");

        assertEquals(10, ended.exit());
        assertTrue(ended.err().contains("make one with: sigill init --home"), ended.err());
    }

    @Test
    void nameTheNearestCommandAndOption() {
        assertTrue(said("statsu").contains("sigill status"));
        assertTrue(said("deposit", "--sytem", "x").contains("--system"));
    }

    @Test
    void refuseASecondArchiveInAHome() {
        Running.founded(folder.resolve("home"));

        Running.Ended again = new Running(folder.resolve("home")).type("init");

        assertEquals(1, again.exit());
        assertTrue(again.err().contains("already"), again.err());
    }

    private static String said(String... words) {
        StringWriter err = new StringWriter();
        PrintWriter print = new PrintWriter(err);
        assertEquals(64, Sigill.run(print, print, words));
        print.flush();
        return err.toString();
    }
}
