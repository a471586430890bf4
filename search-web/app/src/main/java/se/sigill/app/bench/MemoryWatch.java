package se.sigill.app.bench;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Takes the summed memory of a process and its descendants a few times a second and keeps the peak. */
final class MemoryWatch implements AutoCloseable {
    /** Reading smaps_rollup of a large process takes milliseconds of its memory lock; oftener would slow it down. */
    private static final long PERIOD_MILLIS = 300;

    private final ProcFacts proc;
    private final long pid;
    private final AtomicLong peak = new AtomicLong();
    private final CountDownLatch closed = new CountDownLatch(1);

    private MemoryWatch(ProcFacts proc, long pid) {
        this.proc = proc;
        this.pid = pid;
    }

    static MemoryWatch start(ProcFacts proc, long pid) {
        MemoryWatch watch = new MemoryWatch(proc, pid);
        Thread.ofPlatform().daemon().name("bench-memory").start(watch::run);
        return watch;
    }

    private void run() {
        try {
            do {
                sample();
            } while (!closed.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The largest sum seen so far, in bytes. */
    long peakBytes() {
        sample();
        return peak.get();
    }

    private void sample() {
        peak.accumulateAndGet(proc.pssBytes(pid), Math::max);
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
