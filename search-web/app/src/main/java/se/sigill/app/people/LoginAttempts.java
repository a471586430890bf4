package se.sigill.app.people;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down who guesses. After some wrong tries for a name or from an address each next one has to wait, at most
 * half a
 * minute: nobody is shut out by somebody else who guesses for long. In memory alone. Safe for threads.
 */
final class LoginAttempts {
    private static final int FREE = 5;
    private static final Duration WAIT_MAX = Duration.ofSeconds(30);
    private static final Duration FORGET = Duration.ofMinutes(15);
    private static final int KEPT_MAX = 10_000;

    private final Map<String, Wrong> byKey = new LinkedHashMap<>();

    private record Wrong(int count, Instant last) {}

    /** How long until this key may try again; zero or less if it may now. */
    synchronized Duration wait(String key, Instant now) {
        Wrong wrong = byKey.get(key);
        if (wrong == null || wrong.last().plus(FORGET).isBefore(now) || wrong.count() < FREE) {
            return Duration.ZERO;
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(wrong.count() - FREE, 5));
        Duration most = pause.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : pause;
        return Duration.between(now, wrong.last().plus(most));
    }

    synchronized void wrong(String key, Instant now) {
        Wrong before = byKey.remove(key);
        boolean counts = before != null && !before.last().plus(FORGET).isBefore(now);
        byKey.put(key, new Wrong(counts ? before.count() + 1 : 1, now));
        if (byKey.size() > KEPT_MAX) {
            byKey.remove(byKey.keySet().iterator().next());
        }
    }

    synchronized void right(String key) {
        byKey.remove(key);
    }
}
