package se.sigill.formats.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.json.JsonWriter;
import se.sigill.formats.FileInput;

/** Which workers outlive their pool, and for whom. */
class SpareWorkersTest {
    private static final WorkerSettings TOY = ToyParent.settings(1, 10_000);

    @TempDir
    Path folder;

    private final SpareWorkers spares = new SpareWorkers(1, Duration.ofMinutes(5));

    @AfterEach
    void stop() {
        spares.close();
    }

    @Test
    void givesTheWorkerOfAClosedPoolToTheNext() throws Exception {
        long first = worker(TOY, spares);

        assertTrue(lives(first));
        assertEquals(first, worker(TOY, spares));
    }

    @Test
    void givesNoneToWhoWantsOtherSettings() throws Exception {
        long first = worker(TOY, spares);

        assertNotEquals(first, worker(TOY.withMemory(65, 10_000), spares));
        awaitEnd(first);
    }

    @Test
    void keepsOneThatIsStillStartingAndNoneThatIsAtAJob() throws Exception {
        spares.give(TOY, WorkerPool.READ, WorkerProcess.start(TOY, "starting", WorkerPool.READ));
        WorkerProcess taken = spares.take(TOY, WorkerPool.READ).orElseThrow();

        assertTrue(taken.receive(Duration.ofMinutes(4)) instanceof WorkerProcess.Waited.Got);
        taken.send(JsonWriter.compact(Wire.job(Wire.IDENTIFY, file("hang.bin"))));
        taken.flush();
        spares.give(TOY, WorkerPool.READ, taken);

        assertFalse(taken.alive());
        assertEquals(Optional.empty(), spares.take(TOY, WorkerPool.READ));
    }

    @Test
    void keepsNoneThatHasDoneItsNumberOfJobs() throws Exception {
        WorkerSettings one = TOY.withMemory(64, 1);

        awaitEnd(worker(one, spares));
    }

    @Test
    void endsThemAfterAWhile() throws Exception {
        try (SpareWorkers brief = new SpareWorkers(1, Duration.ofMillis(1))) {
            awaitEnd(worker(TOY, brief));
        }
    }

    @Test
    void endsThemWhenItIsClosedAndKeepsNoMore() throws Exception {
        long kept = worker(TOY, spares);

        spares.close();

        awaitEnd(kept);
        awaitEnd(worker(TOY, spares));
    }

    /** The process that answers a file in a pool of its own, which is closed then. */
    private long worker(WorkerSettings settings, SpareWorkers from) throws IOException {
        try (WorkerFormats formats = WorkerFormats.start(settings, from)) {
            String basis = formats.identify(file("good")).basis();
            return Long.parseLong(basis.substring("pid ".length()));
        }
    }

    /** Fails where the process goes on. */
    private static void awaitEnd(long pid) throws Exception {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        if (process.isPresent()) {
            process.get().onExit().get(1, TimeUnit.MINUTES);
        }
    }

    private static boolean lives(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private FileInput file(String name) throws IOException {
        return FileInput.of(Files.writeString(folder.resolve(name), "x"));
    }
}
