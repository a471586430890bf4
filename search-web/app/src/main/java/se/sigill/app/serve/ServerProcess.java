package se.sigill.app.serve;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.sigill.core.ArchiveException;

/**
 * The process of a server. It outlives the command that started it; later ones know it by its number and by the file of
 * options that it was started with, so that a number which another process got after it means nothing.
 */
final class ServerProcess {
    /** What of the surroundings a server may know. Whatever else is set there may be a secret. */
    private static final List<String> PASSED_ON = List.of("PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR");

    private ServerProcess() {}

    /** The process that runs now, if one does. */
    static Optional<ProcessHandle> of(ServerPlace place) {
        try {
            long pid = Long.parseLong(Files.readString(place.pid()).strip());
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> runs(process, place));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed(place.pid() + " cannot be read; is it somebody else's?", e);
        }
    }

    private static boolean runs(ProcessHandle process, ServerPlace place) {
        return process.info()
                .arguments()
                .map(words -> List.of(words).contains(argument(place)))
                .orElse(false);
    }

    private static String argument(ServerPlace place) {
        return "@" + place.options();
    }

    /** Starts the server and writes its number down. @throws ArchiveException.StorageFailed if the system refuses */
    static ProcessHandle start(ServerPlace place, Installation installation) {
        ProcessBuilder builder = new ProcessBuilder(words(place, installation))
                .directory(place.folder().toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(place.console().toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(PASSED_ON);
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("WLP_USER_DIR", place.run().toString());
        // Each arena keeps what it was given; two are enough for two processors and save tens of mebibytes.
        environment.put("MALLOC_ARENA_MAX", "2");
        try {
            ProcessHandle process = builder.start().toHandle();
            PrivateFile.replace(place.pid(), (process.pid() + "\n").getBytes(StandardCharsets.US_ASCII));
            return process;
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed(
                    "the " + place.server().word() + " server could not be started in " + place.folder(), e);
        }
    }

    private static List<String> words(ServerPlace place, Installation installation) {
        List<String> words = new ArrayList<>();
        // In a session of its own it is told neither Ctrl-C nor the end of the terminal.
        Path session = Path.of("/usr/bin/setsid");
        if (Files.isExecutable(session)) {
            words.add(session.toString());
        }
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add(argument(place));
        words.add("-jar");
        words.add(installation.liberty().resolve("bin/tools/ws-server.jar").toString());
        words.add(place.server().word());
        return words;
    }

    /** Forgets a process that has ended. */
    static void forget(ServerPlace place) {
        try {
            Files.deleteIfExists(place.pid());
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed(place.pid() + " cannot be deleted", e);
        }
    }
}
