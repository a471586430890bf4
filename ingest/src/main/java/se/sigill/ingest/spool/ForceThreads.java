package se.sigill.ingest.spool;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The threads of one deposit. The first failure stops the rest and is thrown by the next call. Closed by its maker.
 */
final class ForceThreads implements AutoCloseable {
    /** So many tasks may wait: enough to keep the threads busy, few enough to need no memory. */
    private static final int WAITING_MAX = 256;

    private final ExecutorService executor;
    private final Semaphore places = new Semaphore(WAITING_MAX);
    private final Queue<Exception> failures = new ConcurrentLinkedQueue<>();

    /** Work that touches the disk. */
    @FunctionalInterface
    interface Task {
        void run() throws IOException;
    }

    ForceThreads(int threads) {
        this.executor = Executors.newFixedThreadPool(
                threads,
                work -> Thread.ofPlatform().name("spool-force").daemon().unstarted(work));
    }

    void submit(Task task) throws IOException {
        throwFailure();
        acquire(1);
        executor.execute(() -> {
            try {
                if (failures.isEmpty()) {
                    task.run();
                }
            } catch (IOException | RuntimeException e) {
                failures.add(e);
            } finally {
                places.release();
            }
        });
    }

    /** Waits until all that was submitted has ended. */
    void await() throws IOException {
        acquire(WAITING_MAX);
        places.release(WAITING_MAX);
        throwFailure();
    }

    private void acquire(int count) throws InterruptedIOException {
        try {
            places.acquire(count);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a delivery was received");
        }
    }

    private void throwFailure() throws IOException {
        for (Exception seen : failures) {
            if (seen instanceof IOException io) {
                throw io;
            }
            if (seen instanceof RuntimeException runtime) {
                throw runtime;
            }
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
        try {
            // Nobody may write into the folder after the caller has begun to clear it.
            boolean ended = executor.awaitTermination(1, TimeUnit.MINUTES);
            assert ended : "a disk operation hangs";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
