package se.sigill.app.serve;

import java.time.Duration;
import java.util.Optional;

/**
 * Watches one server until it is ready or will not be. For one thread; the caller closes.
 *
 * <p>It shares the processors with what it watches: until the server listens it only knocks, and then it asks no more
 * often than a person would notice.
 */
final class Watch implements AutoCloseable {
    /** From the start of the process to its first answer; several times what a slow machine needs. */
    private static final Duration ANSWER_MAX = Duration.ofMinutes(2);

    private static final Duration ASK_MAX = Duration.ofSeconds(5);
    /** Between two questions to a server that listens and is not ready yet: each costs both ends some work. */
    private static final Duration ASK_EVERY = Duration.ofMillis(250);

    /** As commands end that fail in the same way. */
    static final int FAILED = 1;

    private static final int LOCKED = 11;

    private final ServerSettings settings;
    private final ProcessHandle process;
    private final Door door;
    private final Duration lockedMax;
    private final long began = System.nanoTime();
    /** Made when the server listens: making one reads a certificate and sets TLS up. */
    private Optional<ServerClient> client = Optional.empty();

    private long asked;

    /** @param lockedMax how long another process may keep the archive */
    Watch(ServerSettings settings, ProcessHandle process, Duration lockedMax) {
        this.settings = settings;
        this.process = process;
        this.door = new Door(settings.endpoint());
        this.lockedMax = lockedMax;
    }

    /** How it stands. */
    sealed interface State {
        record Starting() implements State {}

        /** @param took since the watch began */
        record Ready(Duration took) implements State {}

        /** Its process is no more. */
        record Ended() implements State {
            static final String WHY = "its process ended";
        }

        /** @param exit with which the command ends */
        record Failed(String why, int exit) implements State {}
    }

    ServerSettings settings() {
        return settings;
    }

    ProcessHandle process() {
        return process;
    }

    State look() {
        if (!process.isAlive()) {
            return new State.Ended();
        }
        if (client.isEmpty() && door.isOpen()) {
            client = Optional.of(
                    new ServerClient(settings.endpoint(), settings.place().key()));
            asked = System.nanoTime() - ASK_EVERY.toNanos();
        }
        if (client.isPresent() && System.nanoTime() - asked < ASK_EVERY.toNanos()) {
            return new State.Starting();
        }
        Optional<Health> answer =
                client.flatMap(c -> c.get("health/ready", "", ASK_MAX)).map(a -> Health.of(a.body()));
        asked = System.nanoTime();
        return state(answer, Duration.ofNanos(asked - began), lockedMax);
    }

    /** @param answer empty if there was none */
    static State state(Optional<Health> answer, Duration took, Duration lockedMax) {
        Health health = answer.orElse(Health.unclear());
        if (health.up()) {
            return new State.Ready(took);
        }
        String archive = health.facts().getOrDefault(Health.ARCHIVE, "");
        if (archive.equals(ArchivePhase.FAILED.word())) {
            int exit = Integer.parseInt(health.facts().getOrDefault(Health.EXIT, Integer.toString(FAILED)));
            return new State.Failed("the archive could not be opened", exit);
        }
        if (archive.equals(ArchivePhase.LOCKED.word()) && took.compareTo(lockedMax) > 0) {
            return new State.Failed(
                    "another process works on the archive; wait until it has ended, then start again", LOCKED);
        }
        // An archive that is being opened may take long: it is made anew from the log where there is need.
        if (archive.isEmpty() && took.compareTo(ANSWER_MAX) > 0) {
            return new State.Failed("it was not ready after " + ANSWER_MAX.toSeconds() + " s", FAILED);
        }
        return new State.Starting();
    }

    @Override
    public void close() {
        client.ifPresent(ServerClient::close);
    }
}
