package se.sigill.ingest.spool;

import java.time.Clock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What a spool needs to know.
 *
 * @param threads that force files at the same time; eight give twice the rate of one
 * @param freeBytesMin so much must be left on the disk after a delivery: the log and the store need room to commit it
 * @param witness what a receipt says of the archive at the moment it is given
 * @param random a {@code SecureRandom} outside of tests
 */
public record SpoolSettings(
        int threads,
        long freeBytesMin,
        KnownItems known,
        Supplier<Witness> witness,
        Clock clock,
        RandomGenerator random) {
    public SpoolSettings {
        if (threads < 1 || threads > 256) {
            throw new IllegalArgumentException("1 to 256 threads");
        }
    }
}
