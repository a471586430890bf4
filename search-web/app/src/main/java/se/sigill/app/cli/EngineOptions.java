package se.sigill.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import se.sigill.app.wiring.Engines;
import se.sigill.core.config.ConfigReader;
import se.sigill.formats.worker.WorkerFormats;

/** How plumbing commands, which need no archive, start the engines. */
final class EngineOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "a configuration file; without it every key has its default")
    private Path config = Path.of("sigill.conf.none");

    @Option(
            names = "--signatures",
            paramLabel = "DIR",
            description = "a folder with a newer pair of PRONOM signature files")
    private Optional<Path> signatures = Optional.empty();

    /** The caller closes. */
    WorkerFormats start() {
        return Engines.start(ConfigReader.read(config), signatures);
    }
}
