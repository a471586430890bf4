package se.sigill.app.outward;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import se.sigill.core.bundle.ZoneHead;

/** The one way from the inside to the open zone. */
public interface Door {
    /** How far the zone has come; empty if nothing was ever applied there, or it cannot be told. */
    Optional<ZoneHead> head() throws IOException;

    /** Brings a whole bundle to the zone, unless that has it or has had it. Doing it again is harmless. */
    void push(Path bundle) throws IOException;
}
