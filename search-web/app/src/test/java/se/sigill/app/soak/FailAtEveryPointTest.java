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
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (Failpoint each : Failpoint.values()) {
            tasks.add(() -> halts(each, founded.home()));
        }
        int halts = 0;
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (Future<Integer> each : two.invokeAll(tasks)) {
                halts += each.get();
            }
        }
        System.getLogger("soak").log(System.Logger.Level.INFO, "{0} halts", halts);
    }

    /** How often the failpoint is met. */
    private int halts(Failpoint failpoint, Path founded) throws Exception {
        int n = 0;
        while (isHaltedAndSound(failpoint, n + 1, founded)) {
            n++;
        }
        assertTrue(n >= leastTimes(failpoint), failpoint + " was met " + n + " times only");
        return n;
    }

    /** So that no failpoint falls silent unseen. */
    private static int leastTimes(Failpoint failpoint) {
        int batches = (RECORDS + BATCH - 1) / BATCH;
        return switch (failpoint) {
            case SPOOL_BEFORE_MANIFEST, SPOOL_BEFORE_RECEIPT, SPOOL_AFTER_RECEIPT, SPOOL_BEFORE_REMOVAL,
                CATALOGUE_BEFORE_COMMIT, INDEX_BEFORE_COMMIT -> 1;
            case STORE_AFTER_NOTE, STORE_AFTER_STAGING, STORE_AFTER_PROMOTION, LOG_BEFORE_CHECKPOINT,
                LOG_AFTER_CHECKPOINT, STORE_BEFORE_NOTE_GOES -> batches;
            case STORE_WITHIN_PROMOTION -> RECORDS;
        };
    }

    /** One run. @return false if the process did its work to the end */
    private boolean isHaltedAndSound(Failpoint failpoint, int n, Path founded) throws Exception {
        String where = failpoint.word() + ":" + n;
        Path place = Files.createDirectory(top.resolve(where.replace(':', '-')));
        Path home = copy(founded, place.resolve("home"));
        Tidings tidings = new Tidings();
        Path folder = tidings.makeFolder(place.resolve("delivery"), RECORDS);
        Path receipts = place.resolve("receipts");
        int exit = end(where, place, List.of(home, folder, receipts));
        assertTrue(exit == 0 || exit == HALTED, where + " ended with " + exit + ", see " + place);

        tidings.readReceipts(receipts);
        try (OpenArchive archive = OpenArchive.open(new Home(home))) {
            PlainDepositor.restart(archive);
            assertSound(where, Standing.of(archive, tidings.acknowledged()));
            // Whoever got no receipt delivers again; what is there already must not come twice.
            PlainDepositor.deposit(archive, folder, receipts);
            tidings.readReceipts(receipts);
            assertEquals(RECORDS, tidings.acknowledged().size(), where);
            assertSound(where + ", delivered again", Standing.of(archive, tidings.acknowledged()));
        }
        return exit == HALTED;
    }

    private static void assertSound(String where, Standing standing) {
        assertTrue(standing.isSound(), where + ": " + standing);
    }

    private static int end(String failpoint, Path place, List<Path> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dsigill.engines=" + System.getProperty("sigill.engines"),
                "-Dsigill.failpoint=" + failpoint,
                "-cp",
                System.getProperty("java.class.path"),
                PlainDepositor.class.getName()));
        words.forEach(word -> command.add(word.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(place.resolve("said.txt").toFile())
                .start()
                .waitFor();
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
