package se.sigill.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import se.sigill.core.json.Json;

/**
 * What the figures were taken on.
 *
 * @param fileSystem the type of the one that holds the archive
 */
public record Machine(
        String processor, int processors, long memoryBytes, String system, String fileSystem, String java) {

    /** This machine; what cannot be read is {@code unknown} or 0. */
    static Machine read(ProcFacts proc, Path work) throws IOException {
        return new Machine(
                proc.line("cpuinfo", "model name"),
                Runtime.getRuntime().availableProcessors(),
                proc.memoryBytes(),
                System.getProperty("os.name", "unknown") + " " + System.getProperty("os.version", ""),
                Files.getFileStore(work).type(),
                System.getProperty("java.vendor", "") + " " + Runtime.version());
    }

    String words() {
        return String.format(
                Locale.ROOT,
                "%d × %s, %.0f GiB, %s, %s, Java %s",
                processors,
                processor,
                memoryBytes / (double) (1L << 30),
                system,
                fileSystem,
                java);
    }

    Json toJson() {
        return Json.object()
                .with("processor", processor)
                .with("processors", processors)
                .with("memoryBytes", memoryBytes)
                .with("system", system)
                .with("fileSystem", fileSystem)
                .with("java", java);
    }
}
