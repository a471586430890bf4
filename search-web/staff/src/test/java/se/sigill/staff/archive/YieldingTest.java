package se.sigill.staff.archive;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class YieldingTest {
    /** Where the clock of nanoseconds begins is not said, and it may pass its end. */
    private static final long START = Long.MAX_VALUE - Duration.ofSeconds(5).toNanos();

    private final Yielding yielding = new Yielding(Duration.ofSeconds(30));

    @Test
    void waitsForOtherWorkOnly() {
        assertFalse(yielding.waits(false, at(0)));
        assertTrue(yielding.waits(true, at(1)));
        assertFalse(yielding.waits(false, at(2)));
    }

    @Test
    void doesNotWaitForEverHoweverOftenOtherWorkBegins() {
        assertTrue(yielding.waits(true, at(0)));
        assertFalse(yielding.waits(false, at(10)));
        assertTrue(yielding.waits(true, at(29)));
        assertFalse(yielding.waits(true, at(30)));
        assertFalse(yielding.waits(true, at(300)));
    }

    @Test
    void waitsAnewForTheNext() {
        assertTrue(yielding.waits(true, at(0)));
        yielding.done();
        assertTrue(yielding.waits(true, at(40)));
    }

    private static long at(int seconds) {
        return START + Duration.ofSeconds(seconds).toNanos();
    }
}
