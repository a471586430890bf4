package se.sigill.app.bench;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Takes the summed memory of a process and its descendants at most three times a second and keeps the peak. */
final class MemoryWatch implements AutoCloseable {
    private static final long PAUSE_MILLIS_MIN = 300;

    /** Reading smaps_rollup walks every page of a process under its memory lock: at most a part in forty of a core. */
    private static final long PAUSE_FOR_EACH = 40;

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
            long pause;
            do {
                long start = System.nanoTime();
                sample();
                long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
                pause = Math.max(PAUSE_MILLIS_MIN, took * PAUSE_FOR_EACH);
            } while (!closed.await(pause, TimeUnit.MILLISECONDS));
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
