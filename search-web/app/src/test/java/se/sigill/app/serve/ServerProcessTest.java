package se.sigill.app.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.run.Running;
import se.sigill.core.ArchiveException;
import se.sigill.core.config.ConfigReader;
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

    /** It may be for another machine, or damaged: whoever starts the servers then should not have to know. */
    @Test
    void startsOnceMoreWithoutAClassCacheThatItMayHaveEndedFor() throws IOException {
        Running.founded(folder.resolve("home"));
        Home home = new Home(folder.resolve("home"));
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(
                    home.config(),
                    "open.protocol = plain\nopen.listen = 127.0.0.1:" + one.getLocalPort()
                            + "\nstaff.listen = 127.0.0.1:" + other.getLocalPort() + "\n",
                    StandardOpenOption.APPEND);
        }
        ServerPlace open = ServerPlace.open(ConfigReader.read(home.config()));
        Files.createFile(Files.createDirectories(folder.resolve("liberty/lib/platform/java"))
                .resolve("java24.options"));
        Path war = Wars.write(folder.resolve("some.war"), "some.jar", "");
        Installation withoutServer = new Installation(folder.resolve("liberty"), war, war);
        new LibertyFiles(ServerSettings.open(ConfigReader.read(home.config())), withoutServer).write();
        Path cache = Path.of(cacheWord(open).replace("-XX:AOTCacheOutput=", "").replace(".new", ""));
        Files.writeString(cache, "for another machine");

        List<Servers.Started> started = Servers.of(home).start(withoutServer, Map.of(), Duration.ZERO);

        assertEquals(
                Server.OPEN,
                assertInstanceOf(Servers.Started.Failed.class, started.getLast())
                        .server());
        assertFalse(Files.exists(cache));
        assertTrue(cacheWord(open).startsWith("-XX:AOTCacheOutput="), "the last start makes another");
        assertTrue(ServerProcess.of(open).isEmpty());
    }

    private static String cacheWord(ServerPlace place) throws IOException {
        return Files.readAllLines(place.options()).stream()
                .map(word -> word.replace("\"", ""))
                .filter(word -> word.startsWith("-XX:AOTCache"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void startsOneAfterTheOtherWhereTwoWouldHinderEachOther() {
        assertEquals(List.of(List.of(1), List.of(2)), Servers.inTurn(List.of(1, 2), 2));
        assertEquals(List.of(List.of(1, 2)), Servers.inTurn(List.of(1, 2), 4));
        assertEquals(List.of(), Servers.inTurn(List.of(), 1));
    }

    /** Whoever stops it may have another encoding than who started it, and nothing to read. */
    @Test
    void seesWhetherTheClassesAreBeingKeptWhateverElseIsWritten() throws IOException {
        ServerPlace place = pid("");
        assertFalse(ClassCache.isBeingMade(place));
        Files.createDirectories(place.folder());

        Files.write(place.options(), new byte[] {(byte) 0xe5, '\n'});
        assertFalse(ClassCache.isBeingMade(place));
        Files.writeString(place.options(), "\"-XX:AOTCacheOutput=/Åmål/a.aot.new\"\n", StandardCharsets.ISO_8859_1);
        assertTrue(ClassCache.isBeingMade(place));
    }

    /** It crashed after the server had ended, and left what it had begun. */
    @Test
    void tellsThatTheClassesCouldNotBeKept() throws IOException {
        ServerPlace place = pid("");
        assertTrue(ClassCache.keep(place));

        Path half = Files.createFile(place.run().resolve("staff-0123456789abcdef.aot.new"));
        Path begun = Files.createFile(place.run().resolve("staff-0123456789abcdef.aot.new.config"));
        assertFalse(ClassCache.keep(place));
        assertTrue(Files.exists(half), "nothing is taken that is not whole");

        Files.delete(begun);
        assertTrue(ClassCache.keep(place));
        assertTrue(Files.exists(place.run().resolve("staff-0123456789abcdef.aot")));
    }

    @Test
    void stopsNothingWhereNothingRuns() {
        Running running = Running.founded(folder.resolve("home"));

        assertTrue(running.type("stop").expect(0).out().contains("No server"));
        assertEquals(64, running.type("serve").exit());
        assertEquals(10, new Running(folder.resolve("nothing")).type("serve").exit());
    }
}
