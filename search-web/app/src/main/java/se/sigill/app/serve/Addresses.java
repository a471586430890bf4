package se.sigill.app.serve;

import se.sigill.core.config.ArchiveConfig;
import se.sigill.core.config.Home;

/** Where the servers are reached; empty for one that does not run. */
public record Addresses(String staff, String open) {
    /** As it is now. */
    public static Addresses of(Home home, ArchiveConfig config) {
        return new Addresses(
                ServerProcess.of(ServerPlace.staff(home)).isPresent()
                        ? config.servers().staff().address()
                        : "",
                ServerProcess.of(ServerPlace.open(config)).isPresent()
                        ? config.servers().open().address()
                        : "");
    }
}
