package se.sigill.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import se.sigill.app.outward.ZoneHere;
import se.sigill.app.people.People;
import se.sigill.app.run.Running;
import se.sigill.app.soak.FilledArchive;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Sealing;
import se.sigill.core.ArchiveException;
import se.sigill.core.archive.Surroundings;
import se.sigill.core.config.ConfigReader;
import se.sigill.core.config.Home;
import se.sigill.core.log.Act;
import se.sigill.core.log.LogEntry;
import se.sigill.core.log.LogReader;
import se.sigill.core.store.Lease;

/** Archives for the server: always at {@link ServerFolder#home}, each in the place of the one before. */
final class Archives {
    private static final long WAIT_NANOS_MAX = 60_000_000_000L;
    private static final long POLL_NANOS = 50_000_000L;

    /** Making one costs as much as a login. It reads and writes the file of accounts each time. */
    private static final People PEOPLE = People.of(new Home(ServerFolder.home()), Clock.systemUTC());

    private Archives() {}

    /** A new archive without a plan. */
    static Running founded() throws IOException {
        awaitLeft();
        delete(ServerFolder.home());
        delete(ServerFolder.outside());
        Running running = Running.founded(ServerFolder.home());
        // One worker reads the few files of these tests.
        Files.writeString(
                running.home().resolve("sigill.conf"),
                "workers.count = 1\ningest.batch-records-max = 3\n",
                StandardOpenOption.APPEND);
        return running;
    }

    /** The site that had the archive before may still be closing it. */
    private static void awaitLeft() throws IOException {
        Path run = new Home(ServerFolder.home()).run();
        long end = System.nanoTime() + WAIT_NANOS_MAX;
        while (Files.exists(run)) {
            try (Lease _ = Lease.take(run.resolve("lock"), "the server has the archive still")) {
                return;
            } catch (ArchiveException.Locked e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(POLL_NANOS);
            }
        }
    }

    static OpenArchive opened() {
        Home home = new Home(ServerFolder.home());
        return OpenArchive.open(
                new Surroundings(home, ConfigReader.read(home.config()), Clock.systemUTC(), new SecureRandom()));
    }

    /** A new archive with the plan that comes with Sigill and a few records, of which nothing was decided. */
    static void filled(int records, boolean published) throws IOException {
        Running _ = founded();
        try (OpenArchive archive = opened()) {
            FilledArchive filled = new FilledArchive(archive, 41);
            filled.adoptRules("1");
            filled.takeIn(records);
            archive.catchUp();
            if (published) {
                new Sealing(archive).seal();
                ZoneHere.of(archive).tell();
            }
        }
    }

    /** Makes an account whose password was changed already, so that it may begin to work. @return the password */
    static String account(String name) {
        People.Given given = PEOPLE.add(name, name, true);
        String chosen = "tre ord om broar " + name.length();
        if (!PEOPLE.changePassword(given.account(), given.password().toCharArray(), chosen.toCharArray())
                .isEmpty()) {
            throw new AssertionError("the password was refused");
        }
        return chosen;
    }

    /** The one-time code of this moment. */
    static String code(String account) {
        return PEOPLE.code(account);
    }

    /** What is kept of somebody's password. */
    static String passwordHash(String account) {
        return PEOPLE.find(account).orElseThrow().passwordHash();
    }

    /** Acts of one kind, in the order of the log; read beside the server that writes it. */
    static <T extends Act> List<T> acts(Class<T> kind, long from) {
        LogReader log = LogReader.open(new Home(ServerFolder.home()).log());
        try (Stream<LogEntry> entries = log.entries(from, log.head().size())) {
            return entries.filter(LogEntry.Kept.class::isInstance)
                    .map(entry -> ((LogEntry.Kept) entry).act())
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .toList();
        }
    }

    /** How many acts there are now. */
    static long size() {
        return LogReader.open(new Home(ServerFolder.home()).log()).head().size();
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
