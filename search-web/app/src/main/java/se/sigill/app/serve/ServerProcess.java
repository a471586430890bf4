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
    private static final System.Logger LOG = System.getLogger(ServerProcess.class.getName());

    /** What of the surroundings a server may know. Whatever else is set there may be a secret. */
    private static final List<String> PASSED_ON = List.of("PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR");

    private ServerProcess() {}

    /** The process that runs now, if one does. */
    static Optional<ProcessHandle> of(ServerPlace place) {
        return number(place.pid())
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(process -> runs(process, place));
    }

    /** @return empty where none is written, or half of one */
    private static Optional<Long> number(Path file) {
        try {
            return Optional.of(Long.valueOf(Files.readString(file).strip()));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed(file + " cannot be read; is it somebody else's?", e);
        }
    }

    /**
     * Asks the process to end in good order, and writes down that it was asked: it still answers for a while. It is
     * asked also where nothing can be written: on a full disk above all a server must be able to end.
     */
    static void tellToEnd(ServerPlace place, ProcessHandle process) {
        try {
            write(place.ending(), process);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "ending-not-noted file={0} reason={1}", place.ending(), e.toString());
        }
        process.destroy();
    }

    /** Whether the process was told to end: it will not be there for whoever needs it now. */
    static boolean isEnding(ServerPlace place, ProcessHandle process) {
        return number(place.ending()).filter(pid -> pid == process.pid()).isPresent();
    }

    private static void write(Path file, ProcessHandle process) throws IOException {
        PrivateFile.replace(file, (process.pid() + "\n").getBytes(StandardCharsets.US_ASCII));
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
            Files.deleteIfExists(place.ending());
            ProcessHandle process = builder.start().toHandle();
            write(place.pid(), process);
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
            Files.deleteIfExists(place.ending());
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("what tells of a server that ended cannot be deleted", e);
        }
    }
}
