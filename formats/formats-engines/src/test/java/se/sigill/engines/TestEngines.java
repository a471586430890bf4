package se.sigill.engines;

import java.nio.file.Path;
import java.time.Duration;
import se.sigill.formats.worker.WorkerSettings;

/** Workers on the class path of the tests. */
final class TestEngines {

    private TestEngines() {}

    static WorkerSettings settings() {
        WorkerSettings defaults = WorkerSettings.of(Path.of("unused"));
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new WorkerSettings(
                defaults.java(),
                classPath,
                defaults.mainClass(),
                defaults.arguments(),
                defaults.readers(),
                defaults.makers(),
                defaults.heapMegabytes(),
                Duration.ofMinutes(2),
                Duration.ofMinutes(3),
                defaults.answerBytesMax(),
                defaults.jobsMax());
    }
}
