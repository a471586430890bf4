package se.sigill.app.wiring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import se.sigill.core.ArchiveException;
import se.sigill.core.config.ArchiveConfig;
import se.sigill.formats.Engine;
import se.sigill.formats.Formats;
import se.sigill.formats.worker.SpareWorkers;
import se.sigill.formats.worker.WorkerFormats;
import se.sigill.formats.worker.WorkerSettings;

/** The format engines in their worker processes, as the configuration wants them. */
public final class Engines {
    /** How many workers a process keeps for its next command: none by default, as it mostly has one command alone. */
    private static final String SPARES_PROPERTY = "sigill.engines.spares";

    private static final Duration SPARE_MAX = Duration.ofMinutes(1);

    /** Of the process, because nothing else outlives a command that this class is called for. */
    private static final SpareWorkers SPARES = spares();

    private Engines() {}

    private static SpareWorkers spares() {
        int sizeMax = Integer.getInteger(SPARES_PROPERTY, 0);
        if (sizeMax == 0) {
            return SpareWorkers.none();
        }
        SpareWorkers spares = new SpareWorkers(sizeMax, SPARE_MAX);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(spares::close));
        return spares;
    }

    /** Workers that start with their first job; the caller closes. @throws ArchiveException.WrongUsage if not built */
    public static WorkerFormats start(ArchiveConfig config, Optional<Path> signatures) {
        return WorkerFormats.start(settings(config, signatures), SPARES);
    }

    /** The same for a caller who has files read soon: readers start now, beside whatever he does before. */
    public static WorkerFormats startWarm(ArchiveConfig config, Optional<Path> signatures) {
        return WorkerFormats.startWarm(settings(config, signatures), SPARES);
    }

    /**
     * For a server, beside people who wait for answers: half as many workers make renditions as read, as nobody waits
     * for a rendition and each holds much memory.
     *
     * @param warm whether readers start now
     */
    public static WorkerFormats startBeside(ArchiveConfig config, boolean warm) {
        int count = config.workers().count();
        WorkerSettings settings = settings(config, Optional.empty()).withWorkers(count, Math.max(1, count / 2));
        return warm ? WorkerFormats.startWarm(settings, SPARES) : WorkerFormats.start(settings, SPARES);
    }

    /** Every engine and whether it is there. */
    public static List<Engine> all() {
        return Formats.all(folder());
    }

    private static WorkerSettings settings(ArchiveConfig config, Optional<Path> signatures) {
        ArchiveConfig.Workers workers = config.workers();
        WorkerSettings settings = WorkerSettings.of(folder())
                .withWorkers(workers.count(), workers.count())
                .withLimits(workers.timeLimit(), workers.timeLimit().multipliedBy(3))
                .withMemory(workers.memoryMebibytes(), workers.filesMax());
        Optional<Path> newer = signatures.or(() -> config.formats().signatures());
        return newer.isPresent() ? settings.withSignatures(newer.get()) : settings;
    }

    /**
     * Tools and versions as far as they change what is read or drawn: another text, another cache.
     *
     * @throws ArchiveException.WrongUsage if they are not built
     */
    public static String names() {
        return all().stream()
                .map(engine -> engine.name() + " " + engine.version())
                .collect(Collectors.joining(", "));
    }

    private static Path folder() {
        String folder = System.getProperty(Formats.ENGINES_PROPERTY, "");
        if (folder.isEmpty() || !Files.isDirectory(Path.of(folder))) {
            throw new ArchiveException.WrongUsage("the format engines are not built where " + Formats.ENGINES_PROPERTY
                    + " says (\"" + folder + "\"); start Sigill with its launcher ./sigill");
        }
        return Path.of(folder);
    }
}
