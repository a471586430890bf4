package se.sigill.app.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.run.Running;
import se.sigill.core.ArchiveException;
import se.sigill.core.config.Home;

class ServerProcessTest {
    @TempDir
    Path folder;

    private ServerPlace pid(String text) throws IOException {
        ServerPlace place = ServerPlace.staff(new Home(folder));
        Files.createDirectories(place.run());
        Files.writeString(place.pid(), text);
        return place;
    }

    @Test
    void takesANumberThatAnotherProcessHasGotForNone() throws IOException {
        assertTrue(ServerProcess.of(pid(ProcessHandle.current().pid() + "\n")).isEmpty());
    }

    @Test
    void takesWhatAKillOrAPowerCutLeftForNone() throws IOException {
        assertTrue(ServerProcess.of(pid("")).isEmpty());
        assertTrue(ServerProcess.of(pid("half")).isEmpty());
        assertTrue(ServerProcess.of(pid("999999999\n")).isEmpty());
        assertTrue(StaffServer.running(new Home(folder.resolve("nothing"))).isEmpty());
    }

    @Test
    void knowsItsOwnByTheFileOfOptions() throws IOException {
        ServerPlace place = pid("");
        Process process = new ProcessBuilder("sh", "-c", "sleep 30; :", "@" + place.options()).start();
        try {
            pid(process.pid() + "\n");

            assertEquals(Optional.of(process.toHandle()), ServerProcess.of(place));
        } finally {
            process.destroyForcibly();
        }
    }

    /** It still answers for a while: whoever starts the servers then would be told that it runs, and soon have none. */
    @Test
    void doesNotCountOnOneThatWasToldToEnd() throws IOException {
        Running running = Running.founded(folder);
        Servers servers = Servers.of(new Home(folder));
        ServerPlace place = pid("");
        Process process =
                new ProcessBuilder("sh", "-c", "trap '' TERM; echo; sleep 30; :", "@" + place.options()).start();
        try (InputStream said = process.getInputStream()) {
            assertEquals('\n', said.read(), "it hears no one by now");
            pid(process.pid() + "\n");
            assertFalse(ServerProcess.isEnding(place, process.toHandle()));

            assertEquals(1, running.type("stop", "--wait", "PT0S").exit());

            assertTrue(ServerProcess.isEnding(place, process.toHandle()));
            Installation nothing = new Installation(folder, folder, folder);
            ArchiveException.Locked refused =
                    assertThrows(ArchiveException.Locked.class, () -> servers.start(nothing, Map.of(), Duration.ZERO));
            assertTrue(String.valueOf(refused.getMessage()).contains("told to end"), refused.getMessage());
        } finally {
            process.destroyForcibly().onExit().join();
        }
        assertTrue(running.type("stop").expect(0).out().contains("No server"));
    }

    /** As on a full disk: nothing can be written down, and the server is told all the same. */
    @Test
    void tellsAServerToEndWhereNothingCanBeWritten() throws IOException, InterruptedException {
        ServerPlace place = pid("");
        Process process = new ProcessBuilder("sh", "-c", "sleep 30; :", "@" + place.options()).start();
        try {
            pid(process.pid() + "\n");
            Files.createDirectories(place.ending().resolve("in the way"));

            ServerProcess.tellToEnd(place, process.toHandle());

            assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void asksForTheLauncherWhereNothingIsBuilt() {
        Map<String, String> properties = Map.of(Installation.LIBERTY, folder.toString());

        ArchiveException.WrongUsage refused = assertThrows(
                ArchiveException.WrongUsage.class, () -> Installation.named(name -> properties.getOrDefault(name, "")));

        assertTrue(String.valueOf(refused.getMessage()).contains("./sigill"), refused.getMessage());
    }

    @Test
    void stopsNothingWhereNothingRuns() {
        Running running = Running.founded(folder.resolve("home"));

        assertTrue(running.type("stop").expect(0).out().contains("No server"));
        assertEquals(64, running.type("serve").exit());
        assertEquals(10, new Running(folder.resolve("nothing")).type("serve").exit());
    }
}
