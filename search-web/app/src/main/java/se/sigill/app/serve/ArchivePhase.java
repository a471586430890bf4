package se.sigill.app.serve;

import java.util.Locale;

/** How far the staff server is with its archive. */
public enum ArchivePhase {
    /** Another process works on it; the server waits. */
    LOCKED,
    /** Being opened: what a stop left behind is finished, the projections follow the log. */
    OPENING,
    OPEN,
    /** It could not be opened; the log says why. */
    FAILED,
    /** The server is about to end. */
    CLOSED;

    /** The word in the health of the server. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
