package se.sigill.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.sigill.app.serve.StaffServer;
import se.sigill.app.wiring.Glance;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.User;
import se.sigill.core.ArchiveException;
import se.sigill.core.config.Home;
import se.sigill.core.finding.Finding;

/** {@code --home}, and opening the archive that lies there. */
final class HomeOption {
    private static final Duration POLL = Duration.ofMillis(100);

    /** A look at the files reads the log through: not ten times a second. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** A letter at its longest, with signs of four bytes. */
    static final int INPUT_BYTES_MAX = 256 << 10;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "the archive's home; else $SIGILL_HOME, else var/ beside the launcher")
    private Optional<Path> home = Optional.empty();

    private Optional<String> input = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    Home home() {
        return served().map(server -> server.archive().home()).orElseGet(this::named);
    }

    private Home named() {
        return new Home(home.or(HomeOption::fromEnvironment).orElseGet(HomeOption::besideLauncher));
    }

    /** @throws ArchiveException.NoArchive if there is no archive in it */
    Home existing() {
        Home place = home();
        if (!place.exists()) {
            throw OpenArchive.noArchive(place);
        }
        return place;
    }

    Duration waitMax() {
        return wait;
    }

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            description = "how long to wait for another command that works on the archive (default: PT60S)")
    private Duration wait = Duration.ofSeconds(60);

    /**
     * What is given to the command on standard input, read to its end. Asked for before the archive is opened: a server
     * that does the command then gets it along.
     */
    String input() {
        String text = served().map(server -> server.input().orElse("")).orElseGet(HomeOption::standardInput);
        input = Optional.of(text);
        return text;
    }

    private static String standardInput() {
        try {
            byte[] bytes = System.in.readNBytes(INPUT_BYTES_MAX + 1);
            if (bytes.length > INPUT_BYTES_MAX) {
                throw new ArchiveException.WrongUsage(
                        "more than " + INPUT_BYTES_MAX + " bytes on standard input; nothing was done");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("standard input could not be read: " + e.getMessage(), e);
        }
    }

    private Optional<Served> served() {
        return command.root().userObject() instanceof Sigill program ? program.served() : Optional.empty();
    }

    /**
     * Opens for work, when the command that works on the archive now has ended; the caller closes. Asked before the
     * command does anything: where a server has the archive, it does the whole command.
     */
    OpenArchive open() {
        return served().map(server -> server.archive().as(User.operator())).orElseGet(() -> wait(true));
    }

    /** As {@link #open}, for what cannot be done while a server has the archive. */
    OpenArchive openAlone() {
        if (served().isPresent()) {
            throw new ArchiveException.WrongUsage("this command is not done by a server");
        }
        return wait(false);
    }

    /** Hands the whole command to the server that has the archive, if one does. */
    void throughServer() {
        if (served().isEmpty()) {
            StaffServer.running(home()).ifPresent(server -> {
                throw new ThroughServer(server, input);
            });
        }
    }

    private OpenArchive wait(boolean serverMay) {
        Instant deadline = Instant.now().plus(wait);
        while (true) {
            try {
                return opened();
            } catch (ArchiveException.Locked e) {
                if (serverMay) {
                    throughServer();
                } else {
                    refuseBesideServer();
                }
                if (!Instant.now().isBefore(deadline)) {
                    throw e;
                }
                LockSupport.parkNanos(POLL.toNanos());
            }
        }
    }

    /** A server does not end by itself as a command does: there is nothing to wait for. */
    private void refuseBesideServer() {
        Optional<StaffServer> server = StaffServer.running(home());
        if (server.isPresent()) {
            throw server.get().hasTheArchive();
        }
    }

    /** What the opening found is told here, whatever the command: no later one finds it again. */
    private OpenArchive opened() {
        OpenArchive archive = OpenArchive.open(home());
        PrintWriter err = command.commandLine().getErr();
        for (Finding finding : archive.atStart()) {
            err.println("sigill: at this start: " + finding);
            err.println("  " + finding.code().remedy());
        }
        return archive;
    }

    /** What a command reads, in the two ways in which it can be had. */
    interface Reading<T> {
        /**
         * From the files as they stand.
         *
         * @param otherWorks whether somebody works on the archive, so that nobody else may bring its index up
         * @return empty if the archive must be opened
         */
        Optional<T> from(Glance glance, boolean otherWorks) throws IOException;

        /** From the archive, opened for this. */
        T from(OpenArchive archive) throws IOException;
    }

    /** Reads beside whoever works on the archive if that can be, otherwise opens it as {@link #open} does. */
    <T> T read(Reading<T> reading) throws IOException {
        if (served().isPresent()) {
            return reading.from(open());
        }
        Optional<T> read = reading.from(Glance.at(home()), false);
        if (read.isPresent()) {
            return read.get();
        }
        Instant deadline = Instant.now().plus(wait);
        while (true) {
            try (OpenArchive archive = opened()) {
                return reading.from(archive);
            } catch (ArchiveException.Locked e) {
                read = reading.from(Glance.at(home()), true);
                if (read.isPresent()) {
                    return read.get();
                }
                throughServer();
                if (!Instant.now().isBefore(deadline)) {
                    throw e;
                }
                LockSupport.parkNanos(LOOK.toNanos());
            }
        }
    }

    private static Optional<Path> fromEnvironment() {
        return Optional.ofNullable(System.getenv("SIGILL_HOME"))
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }

    private static Path besideLauncher() {
        return Path.of(System.getProperty("sigill.root", "."), "var");
    }
}
