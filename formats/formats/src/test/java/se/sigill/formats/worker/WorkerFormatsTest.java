package se.sigill.formats.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.formats.FileInput;
import se.sigill.formats.FormatFinding;
import se.sigill.formats.Identification;

/** The pool against workers that misbehave on purpose: each gives its finding, and the others are untouched. */
class WorkerFormatsTest {
    @TempDir
    Path folder;

    private final WorkerFormats formats = WorkerFormats.start(ToyParent.settings(2, 10_000));

    @AfterEach
    void stop() {
        formats.close();
    }

    @Test
    void blamesAJobThatHangs() throws IOException {
        assertEquals(FormatFinding.ENGINE_TIMEOUT, onlyFinding("hang.bin"));
    }

    @Test
    void blamesAJobThatCrashesItsWorker() throws IOException {
        assertEquals(FormatFinding.ENGINE_CRASHED, onlyFinding("crash.bin"));
    }

    @Test
    void blamesAJobThatEatsTheMemory() throws IOException {
        assertEquals(FormatFinding.ENGINE_OUT_OF_MEMORY, onlyFinding("eat.bin"));
    }

    @Test
    void blamesAJobWhoseAnswerIsTooLong() throws IOException {
        assertEquals(FormatFinding.OUTPUT_LIMIT, onlyFinding("flood.bin"));
    }

    @Test
    void blamesAJobWhoseAnswerIsNoJson() throws IOException {
        assertEquals(FormatFinding.ENGINE_FAILED, onlyFinding("babble.bin"));
    }

    @Test
    void saysThatAFileIsNotThere() {
        Identification answer = formats.identify(new FileInput(folder.resolve("none"), "none"));

        assertEquals(FormatFinding.UNREADABLE, answer.findings().getFirst().code());
    }

    @Test
    void answersAllOthersInOrderAroundThoseThatMisbehave() throws IOException {
        List<FileInput> files = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            files.add(file(i == 10 ? "crash.bin" : i == 20 ? "eat.bin" : i == 40 ? "babble.bin" : "good-" + i));
        }

        List<Identification> answers = formats.identifyAll(files);

        assertEquals(60, answers.size());
        for (int i = 0; i < 60; i++) {
            boolean good = i != 10 && i != 20 && i != 40;
            assertEquals(good, answers.get(i).findings().isEmpty(), "answer " + i);
        }
    }

    @Test
    void replacesAWorkerAfterItsNumberOfJobs() throws IOException {
        try (WorkerFormats few = WorkerFormats.start(ToyParent.settings(1, 3))) {
            List<String> workers = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                workers.add(few.identify(file("good-" + i)).basis());
            }

            assertEquals(3, workers.stream().distinct().count(), workers.toString());
        }
    }

    @Test
    void saysThatTheEngineIsMissingWhenNoWorkerStarts() throws IOException {
        WorkerSettings broken = WorkerSettings.of(folder).withWorkers(1, 1);
        try (WorkerFormats none = WorkerFormats.start(broken)) {
            Identification answer = none.identify(file("good"));

            assertEquals(
                    FormatFinding.ENGINE_MISSING, answer.findings().getFirst().code());
        }
    }

    @Test
    void answersWhatIsStillDueWhenItIsClosed() throws IOException {
        var due = formats.extractLater(file("hang.bin"));

        formats.close();

        assertTrue(due.join().findings().stream().allMatch(f -> f.code() == FormatFinding.ENGINE_MISSING));
    }

    private FileInput file(String name) throws IOException {
        return FileInput.of(Files.writeString(folder.resolve(name), "x"));
    }

    private FormatFinding onlyFinding(String name) throws IOException {
        Identification answer = formats.identify(file(name));

        assertEquals(1, answer.findings().size());
        assertEquals(Identification.Method.NONE, formats.identify(file("good")).method());
        return (FormatFinding) answer.findings().getFirst().code();
    }
}
