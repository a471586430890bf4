package se.sigill.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import se.sigill.app.wiring.Engines;
import se.sigill.core.ArchiveException;
import se.sigill.core.config.ArchiveConfig;
import se.sigill.core.config.ConfigReader;
import se.sigill.formats.worker.WorkerFormats;

/** How plumbing commands, which need no archive, start the engines. */
final class EngineOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "a configuration file; without it every key has its default")
    private Optional<Path> config = Optional.empty();

    @Option(
            names = "--signatures",
            paramLabel = "DIR",
            description = "a folder with a newer pair of PRONOM signature files")
    private Optional<Path> signatures = Optional.empty();

    /** The caller closes. @throws ArchiveException.WrongUsage if the configuration that was named is not there */
    WorkerFormats start() {
        config.filter(file -> !Files.isRegularFile(file)).ifPresent(file -> {
            throw new ArchiveException.WrongUsage("there is no configuration file " + file);
        });
        ArchiveConfig settings = config.map(ConfigReader::read).orElseGet(ConfigReader::defaults);
        return Engines.startWarm(settings, signatures);
    }
}
