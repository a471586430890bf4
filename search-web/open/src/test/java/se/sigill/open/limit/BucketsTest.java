package se.sigill.open.limit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BucketsTest {
    private final AtomicLong now = new AtomicLong();
    private final Buckets buckets = new Buckets(2, 10, now::get);

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private boolean may(String address) {
        return buckets.take(address, 1).isZero();
    }

    @Test
    void aBurstAndThenASteadyRate() {
        for (int i = 0; i < 10; i++) {
            assertTrue(may("192.0.2.1"), "request " + i);
        }
        assertEquals(Duration.ofMillis(500), buckets.take("192.0.2.1", 1));
        assertEquals(Duration.ofMillis(1500), buckets.take("192.0.2.1", 3));
        pass(Duration.ofMillis(500));
        assertTrue(may("192.0.2.1"));
        assertFalse(may("192.0.2.1"));
        pass(Duration.ofHours(1));
        for (int i = 0; i < 10; i++) {
            assertTrue(may("192.0.2.1"), "a full bucket is no fuller than at the beginning");
        }
        assertFalse(may("192.0.2.1"));
    }

    @Test
    void whoHasAskedTooMuchStopsNobodyElse() {
        for (int i = 0; i < 20; i++) {
            boolean _ = may("192.0.2.1");
        }
        assertFalse(may("192.0.2.1"));
        assertTrue(may("192.0.2.2"));
        assertTrue(may("not an address"));
    }

    @Test
    void aHouseholdHasOneBucket() {
        for (int i = 0; i < 10; i++) {
            assertTrue(may("2001:db8:1:2::" + i));
        }
        assertFalse(may("2001:db8:1:2:ffff::1"));
        assertTrue(may("2001:db8:1:3::1"));
        assertArrayEquals(Arrays.copyOf(Buckets.network("2001:db8:1:2::"), 8), Buckets.network("2001:db8:1:2:aaaa::7"));
    }

    @Test
    void manyAddressesTakeNoMoreMemoryThanAFew() {
        for (int i = 0; i < 60_000; i++) {
            boolean _ = may("10." + (i >> 16) + "." + ((i >> 8) & 255) + "." + (i & 255));
        }
        assertTrue(may("10.0.234.95"));
    }
}
