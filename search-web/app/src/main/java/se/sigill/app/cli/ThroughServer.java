package se.sigill.app.cli;

import se.sigill.app.serve.StaffServer;

/** Ends a command that has done nothing yet and needs the archive: the server that has it is to run it instead. */
final class ThroughServer extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient StaffServer server;

    ThroughServer(StaffServer server) {
        super("the server has the archive", null, false, false);
        this.server = server;
    }

    StaffServer server() {
        return server;
    }
}
