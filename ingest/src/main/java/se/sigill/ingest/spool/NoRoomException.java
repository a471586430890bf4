package se.sigill.ingest.spool;

import java.io.IOException;
import java.io.Serial;

/** The disk of the spool failed because it is full. */
final class NoRoomException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    NoRoomException(IOException cause) {
        super("there is no room for the delivery", cause);
    }
}
