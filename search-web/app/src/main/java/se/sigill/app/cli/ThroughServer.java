package se.sigill.app.cli;

import java.util.Optional;
import se.sigill.app.serve.StaffServer;

/** Ends a command that has done nothing yet and needs the archive: the server that has it is to run it instead. */
final class ThroughServer extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient StaffServer server;
    private final transient Optional<String> input;

    /** @param input what was read from standard input for it; empty if nothing was */
    ThroughServer(StaffServer server, Optional<String> input) {
        super("the server has the archive", null, false, false);
        this.server = server;
        this.input = input;
    }

    StaffServer server() {
        return server;
    }

    Optional<String> input() {
        return input;
    }
}
