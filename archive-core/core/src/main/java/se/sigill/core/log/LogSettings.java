package se.sigill.core.log;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * What a log is opened with.
 *
 * @param random cryptographic source of salts; used by many threads
 * @param follower the second copy
 * @param floor the log is refused if it has fewer acts: the largest cursor of a projection
 * @param shipLimit how long an act that must be shipped waits for it
 */
public record LogSettings(RandomGenerator random, LogFollower follower, long floor, Duration shipLimit) {
    private static final Duration SHIP_LIMIT = Duration.ofSeconds(10);

    /** No second copy, no floor. */
    public static LogSettings of(RandomGenerator random) {
        return new LogSettings(random, LogFollower.none(), 0, SHIP_LIMIT);
    }

    public LogSettings following(LogFollower other) {
        return new LogSettings(random, other, floor, shipLimit);
    }

    public LogSettings notBelow(long size) {
        return new LogSettings(random, follower, size, shipLimit);
    }

    public LogSettings waiting(Duration limit) {
        return new LogSettings(random, follower, floor, limit);
    }
}
