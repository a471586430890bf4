package se.sigill.core.check;

import java.time.Duration;
import java.util.Optional;

/**
 * How far one run goes. A run always does at least one window (about four gibibytes, or 1,024 objects).
 *
 * @param bytesMax content to read in this run
 * @param timeMax how long this run goes on
 * @param olderThan only objects that were last checked, or taken in, longer ago than this; empty: all
 * @param unsealedMax how long a committed version may wait for its seal before that is told
 */
public record Limits(long bytesMax, Duration timeMax, Optional<Duration> olderThan, Duration unsealedMax) {
    /** Twice the default period: one may be late. */
    private static final Duration UNSEALED_DEFAULT = Duration.ofMinutes(20);

    private static final Duration NO_TIME = Duration.ofDays(36_500);

    public Limits {
        if (bytesMax < 1 || timeMax.isNegative() || unsealedMax.isNegative()) {
            throw new IllegalArgumentException("a limit is not negative, and of bytes at least one");
        }
    }

    /** A whole round in one run. */
    public static Limits none() {
        return new Limits(Long.MAX_VALUE, NO_TIME, Optional.empty(), UNSEALED_DEFAULT);
    }

    public Limits withBytes(long most) {
        return new Limits(most, timeMax, olderThan, unsealedMax);
    }

    public Limits withTime(Duration most) {
        return new Limits(bytesMax, most, olderThan, unsealedMax);
    }

    public Limits withOlderThan(Duration age) {
        return new Limits(bytesMax, timeMax, Optional.of(age), unsealedMax);
    }

    public Limits withUnsealed(Duration most) {
        return new Limits(bytesMax, timeMax, olderThan, most);
    }
}
