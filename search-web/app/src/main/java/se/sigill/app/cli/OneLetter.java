package se.sigill.app.cli;

import java.nio.file.Path;
import se.sigill.app.wiring.Engines;
import se.sigill.core.config.ArchiveConfig;
import se.sigill.formats.letter.Letter;
import se.sigill.formats.letter.Letters;
import se.sigill.formats.worker.WorkerFormats;

/** Starts the engines for a letter that a command needs, and ends them with it. */
record OneLetter(ArchiveConfig config) implements Letters {
    @Override
    public Outcome make(Letter letter, Path target) {
        try (WorkerFormats engines = Engines.start(config, config.formats().signatures())) {
            return engines.make(letter, target);
        }
    }
}
