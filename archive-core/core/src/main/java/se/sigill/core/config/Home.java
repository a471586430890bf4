package se.sigill.core.config;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where things lie in the home of an archive; {@code docs/reference/state.md} says what each is and who may lose it.
 */
public record Home(Path root) {
    public Home {
        root = root.toAbsolutePath().normalize();
    }

    public Path config() {
        return root.resolve("sigill.conf");
    }

    /** Private keys, mode 600. */
    public Path keys() {
        return root.resolve("keys");
    }

    /** The archive itself: sealed objects, the log and the proofs. Everything else can be made anew from it. */
    public Path archive() {
        return root.resolve("archive");
    }

    public Path ocfl() {
        return archive().resolve("ocfl");
    }

    public Path log() {
        return archive().resolve("log");
    }

    /** What was published, for anyone to see that nothing is taken back: signed inside, shown outside. */
    public Path publicLog() {
        return archive().resolve("log-public");
    }

    public Path evidence() {
        return archive().resolve("evidence");
    }

    /** Received, receipt given, not yet committed. */
    public Path spool() {
        return root.resolve("spool");
    }

    /** Working papers: batch notes, staging, caches, what was undone. */
    public Path work() {
        return root.resolve("work");
    }

    /** The catalogue's database; a projection. */
    public Path db() {
        return root.resolve("db");
    }

    /** The staff index; a projection. */
    public Path index() {
        return root.resolve("index");
    }

    /** What the open zone has been told, and bundles that wait for it; a projection. */
    public Path outward() {
        return root.resolve("outward");
    }

    /** Process ids, locks and the token of a running server. */
    public Path run() {
        return root.resolve("run");
    }

    /** The accounts of the staff site, mode 600. */
    public Path accounts() {
        return root.resolve("accounts.json");
    }

    /** What a program on this machine shows the running staff server to be let in; new at each start of it. */
    public Path token() {
        return run().resolve("token");
    }

    /** Whether an archive was made here: its log has a checkpoint. */
    public boolean exists() {
        return Files.exists(log().resolve("checkpoint"));
    }
}
