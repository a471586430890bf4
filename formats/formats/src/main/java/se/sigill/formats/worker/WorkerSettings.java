package se.sigill.formats.worker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How workers are started and what they may use.
 *
 * @param java the launcher of the JDK
 * @param classPath of the engines, as {@code java -cp} takes it
 * @param mainClass of the worker
 * @param arguments for the worker, for example {@code --signatures DIR}
 * @param readers workers that identify and extract
 * @param makers workers that normalise and validate; started when first needed, stopped when idle
 * @param heapMegabytes of each worker
 * @param readLimit for reading one file; not below 60 s in production, as a loaded machine is slow
 * @param makeLimit for making one rendition
 * @param answerBytesMax of one answer
 * @param jobsMax after which a worker is replaced, so that leaks of parsers have an end
 */
public record WorkerSettings(
        Path java,
        String classPath,
        String mainClass,
        List<String> arguments,
        int readers,
        int makers,
        int heapMegabytes,
        Duration readLimit,
        Duration makeLimit,
        int answerBytesMax,
        int jobsMax) {
    private static final String MAIN = "se.sigill.engines.Worker";

    public WorkerSettings {
        arguments = List.copyOf(arguments);
        if (readers < 1 || makers < 1 || heapMegabytes < 64 || answerBytesMax < 1024 || jobsMax < 1) {
            throw new IllegalArgumentException("workers need a process, 64 MB, an answer and a job at least");
        }
    }

    /** The defaults for a folder of engines, the {@code lib} folder or the one it lies in. */
    public static WorkerSettings of(Path engines) {
        Path lib = Files.isDirectory(engines.resolve("lib")) ? engines.resolve("lib") : engines;
        return new WorkerSettings(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                lib.toAbsolutePath() + "/*",
                MAIN,
                List.of(),
                2,
                1,
                448,
                Duration.ofSeconds(90),
                Duration.ofMinutes(3),
                32 << 20,
                10_000);
    }

    /** With a newer pair of PRONOM signature files from a folder. */
    public WorkerSettings withSignatures(Path folder) {
        return withArguments(List.of("--signatures", folder.toAbsolutePath().toString()));
    }

    public WorkerSettings withArguments(List<String> words) {
        return new WorkerSettings(
                java,
                classPath,
                mainClass,
                words,
                readers,
                makers,
                heapMegabytes,
                readLimit,
                makeLimit,
                answerBytesMax,
                jobsMax);
    }

    /** With another number of workers. */
    public WorkerSettings withWorkers(int reading, int making) {
        return new WorkerSettings(
                java,
                classPath,
                mainClass,
                arguments,
                reading,
                making,
                heapMegabytes,
                readLimit,
                makeLimit,
                answerBytesMax,
                jobsMax);
    }

    /** With other time limits. */
    public WorkerSettings withLimits(Duration reading, Duration making) {
        return new WorkerSettings(
                java,
                classPath,
                mainClass,
                arguments,
                readers,
                makers,
                heapMegabytes,
                reading,
                making,
                answerBytesMax,
                jobsMax);
    }

    /** With another heap, and another number of jobs after which a worker is replaced. */
    public WorkerSettings withMemory(int megabytes, int jobs) {
        return new WorkerSettings(
                java,
                classPath,
                mainClass,
                arguments,
                readers,
                makers,
                megabytes,
                readLimit,
                makeLimit,
                answerBytesMax,
                jobs);
    }
}
