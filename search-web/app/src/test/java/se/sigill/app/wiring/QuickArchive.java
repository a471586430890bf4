package se.sigill.app.wiring;

import java.io.IOException;
import se.sigill.core.archive.Surroundings;
import se.sigill.core.catalogue.MemoryCatalogue;

/** An archive whose catalogue is not on the disk: it is opened a thousand times, and computed from the acts each time. */
public final class QuickArchive {
    private QuickArchive() {}

    /** Keys get the modes back that no recording keeps. */
    public static OpenArchive open(Surroundings in) throws IOException {
        KernelProtocol.setModes(in.home().root().resolve("keys"));
        return OpenArchive.open(in, (_, records) -> new MemoryCatalogue(records));
    }
}
