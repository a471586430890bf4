package se.sigill.formats.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import se.sigill.formats.FileInput;

/** A process that starts a worker, says so, and waits for its own end. */
final class ToyParent {
    private ToyParent() {}

    public static void main(String[] args) throws IOException {
        try (WorkerFormats formats = WorkerFormats.start(settings(1, 10_000))) {
            boolean worked =
                    formats.identify(FileInput.of(Path.of(args[0]))).findings().isEmpty();
            System.out.println(worked ? "worked" : "failed");
            System.in.read();
        }
    }

    /** Toy workers with short limits. */
    static WorkerSettings settings(int readers, int jobsMax) {
        WorkerSettings defaults = WorkerSettings.of(Path.of("unused"));
        return new WorkerSettings(
                defaults.java(),
                classPath(),
                ToyWorker.class.getName(),
                List.of(),
                readers,
                1,
                64,
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                64 << 10,
                jobsMax);
    }

    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
