package se.sigill.app.serve;

import java.nio.file.Path;
import se.sigill.core.config.ArchiveConfig;
import se.sigill.core.config.Home;
import se.sigill.core.keys.ServerKey;

/**
 * Where the files of a server lie: all below {@code run/} in the home of its zone, but for its key.
 *
 * @param home of the zone
 */
public record ServerPlace(Server server, Path home) {
    /** The staff server of an archive: its home is the archive's. */
    public static ServerPlace staff(Home home) {
        return new ServerPlace(Server.STAFF, home.root());
    }

    /** The open server of an archive. */
    public static ServerPlace open(ArchiveConfig config) {
        return new ServerPlace(Server.OPEN, config.servers().outside());
    }

    /** What may be deleted when the server is stopped. Liberty calls it the user's folder. */
    public Path run() {
        return home.resolve("run");
    }

    /** The process that runs, or ran. */
    public Path pid() {
        return run().resolve(server.word() + ".pid");
    }

    /** The number of the process that was told to end, until it has. */
    Path ending() {
        return run().resolve(server.word() + ".ending");
    }

    /** The server's own folder: what it is told, what it logs, its workarea. */
    public Path folder() {
        return run().resolve("servers").resolve(server.word());
    }

    Path xml() {
        return folder().resolve("server.xml");
    }

    Path bootstrap() {
        return folder().resolve("bootstrap.properties");
    }

    /** The words of the process. They name this file and nothing else, so the file also tells whose process it is. */
    Path options() {
        return folder().resolve("jvm.options");
    }

    /** Each file in it is a variable of {@code server.xml}, so that a password stands in a file of its own. */
    Path variables() {
        return folder().resolve("variables");
    }

    /** What Liberty keeps between two starts. */
    Path workarea() {
        return folder().resolve("workarea");
    }

    /** Of which build the workarea is. */
    Path build() {
        return folder().resolve("build");
    }

    Path logs() {
        return folder().resolve("logs");
    }

    /** What the server tells. */
    public Path log() {
        return logs().resolve("messages.log");
    }

    /** What the process printed before it could log, and what the Java machine prints when it ends badly. */
    Path console() {
        return logs().resolve("console.log");
    }

    public ServerKey key() {
        return new ServerKey(home.resolve("keys"));
    }
}
