package se.sigill.app.cli;

import java.nio.file.Path;
import se.sigill.app.wiring.Engines;
import se.sigill.core.config.ArchiveConfig;
import se.sigill.formats.FileInput;
import se.sigill.formats.letter.Letter;
import se.sigill.formats.letter.Letters;
import se.sigill.formats.part.PartCopy;
import se.sigill.formats.part.Withholding;
import se.sigill.formats.worker.WorkerFormats;

/** Starts the engines for a letter or a copy that a command needs, and ends them with it. */
record OneFile(ArchiveConfig config) implements Letters, Withholding {
    @Override
    public Outcome make(Letter letter, Path target) {
        try (WorkerFormats engines = start()) {
            return engines.make(letter, target);
        }
    }

    @Override
    public PartCopy withhold(FileInput source, What what, Path target) {
        try (WorkerFormats engines = start()) {
            return engines.withhold(source, what, target);
        }
    }

    private WorkerFormats start() {
        return Engines.start(config, config.formats().signatures());
    }
}
