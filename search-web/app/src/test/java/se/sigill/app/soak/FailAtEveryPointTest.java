package se.sigill.app.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.run.Running;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.config.Home;
import se.sigill.core.failpoint.Failpoint;

/**
 * A delivery of five records in three batches, and its process ended at every failpoint, the first time it is met, the
 * second, and so on until it is met no more.
 */
@Tag("slow")
class FailAtEveryPointTest {
    private static final int RECORDS = 5;
    private static final int BATCH = 2;
    private static final int HALTED = 137;

    @TempDir
    private Path top;

    @Test
    void losesNoneOfFiveRecordsWhereverTheirProcessEnds() throws Exception {
        Running founded = Running.founded(top.resolve("founded"));
        Files.writeString(
                founded.home().resolve("sigill.conf"),
                "ingest.batch-records-max = " + BATCH + "\n",
                StandardOpenOption.APPEND);
        QuickJava java = new QuickJava(
                top.resolve("java"),
                PlainDepositor.class,
                List.of("-Dsigill.engines=" + System.getProperty("sigill.engines")));
        Round untouched = new Round("untouched", founded.home());
        assertEquals(0, untouched.end(java::first));
        untouched.check();
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (Failpoint each : Failpoint.values()) {
            tasks.add(() -> halts(each, founded.home(), java));
        }
        int halts = 0;
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (Future<Integer> each : two.invokeAll(tasks)) {
                halts += each.get();
            }
        }
        System.getLogger("soak").log(System.Logger.Level.INFO, "{0} halts", halts);
    }

    /** How often the failpoint is met. One that is met no more leaves what the untouched delivery left. */
    private int halts(Failpoint failpoint, Path founded, QuickJava java) throws Exception {
        int n = 0;
        boolean halted = true;
        while (halted) {
            String where = failpoint.word() + ":" + (n + 1);
            Round round = new Round(where, founded);
            int exit = round.end((output, words) -> java.next("-Dsigill.failpoint=" + where, output, words));
            assertTrue(exit == 0 || exit == HALTED, where + " ended with " + exit + ": " + round.said());
            halted = exit == HALTED;
            if (halted) {
                n++;
                round.check();
            }
        }
        assertTrue(n >= leastTimes(failpoint), failpoint + " was met " + n + " times only");
        return n;
    }

    /** So that no failpoint falls silent unseen. */
    private static int leastTimes(Failpoint failpoint) {
        int batches = (RECORDS + BATCH - 1) / BATCH;
        return switch (failpoint) {
            case SPOOL_BEFORE_MANIFEST,
                    SPOOL_BEFORE_RECEIPT,
                    SPOOL_AFTER_RECEIPT,
                    SPOOL_BEFORE_REMOVAL,
                    CATALOGUE_BEFORE_COMMIT,
                    INDEX_BEFORE_COMMIT -> 1;
            case STORE_AFTER_NOTE,
                    STORE_AFTER_STAGING,
                    STORE_AFTER_PROMOTION,
                    LOG_BEFORE_CHECKPOINT,
                    LOG_AFTER_CHECKPOINT,
                    STORE_BEFORE_NOTE_GOES -> batches;
            case STORE_WITHIN_PROMOTION -> RECORDS;
        };
    }

    /** Starts the process that delivers. */
    @FunctionalInterface
    private interface Start {
        int end(Path output, List<String> words) throws Exception;
    }

    /** One archive, one delivery, one end. */
    private final class Round {
        private final String where;
        private final Path place;
        private final Path home;
        private final Path folder;
        private final Path receipts;
        private final Tidings tidings = new Tidings();

        Round(String where, Path founded) throws IOException {
            this.where = where;
            this.place = Files.createDirectory(top.resolve(where.replace(':', '-')));
            this.home = copy(founded, place.resolve("home"));
            this.folder = tidings.makeFolder(place.resolve("delivery"), RECORDS);
            this.receipts = place.resolve("receipts");
        }

        int end(Start start) throws Exception {
            return start.end(
                    place.resolve("said.txt"), List.of(home.toString(), folder.toString(), receipts.toString()));
        }

        String said() throws IOException {
            return Files.readString(place.resolve("said.txt"));
        }

        void check() throws IOException {
            checkReceiptsAreKept();
            deliverAgain();
        }

        /** No hand is laid on: the archive is opened as any command does it. */
        private void checkReceiptsAreKept() throws IOException {
            tidings.readReceipts(receipts);
            try (OpenArchive archive = OpenArchive.open(new Home(home))) {
                PlainDepositor.restart(archive);
                checkSound(archive);
            }
        }

        /** Whoever got no receipt does that; what is there already must not come twice. */
        private void deliverAgain() throws IOException {
            try (OpenArchive archive = OpenArchive.open(new Home(home))) {
                PlainDepositor.deposit(archive, folder, receipts);
                tidings.readReceipts(receipts);
                assertEquals(RECORDS, tidings.acknowledged().size(), where);
                checkSound(archive);
            }
        }

        private void checkSound(OpenArchive archive) {
            Standing standing = Standing.of(archive, tidings.acknowledged());
            assertTrue(standing.isSound(), where + ": " + standing);
        }
    }

    /** With the modes, which keys insist on. */
    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return to;
    }
}
