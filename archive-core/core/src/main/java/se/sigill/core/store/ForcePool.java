package se.sigill.core.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A few threads that wait for the disk. A journalling file system puts the fsyncs that wait at the same time into one
 * write of its journal, so that eight threads get two to three times what one gets.
 */
final class ForcePool {
    static final int THREADS_DEFAULT = 16;

    /** Something to do with one file or directory. */
    @FunctionalInterface
    interface Task<T> {
        void run(T item) throws IOException;
    }

    private final int threads;

    ForcePool(int threads) {
        if (threads < 1 || threads > 256) {
            throw new IllegalArgumentException("1 to 256 threads");
        }
        this.threads = threads;
    }

    /** Runs the task for each item, in no order, and returns when all have ended; the first failure is thrown. */
    <T> void each(Collection<T> items, Task<T> task) throws IOException {
        List<T> list = List.copyOf(items);
        int shares = Math.min(threads, list.size());
        if (shares <= 1) {
            share(list, 0, 1, task);
            return;
        }
        try (ExecutorService executor = Executors.newFixedThreadPool(shares, ForcePool::thread)) {
            List<Future<?>> all = new ArrayList<>();
            for (int share = 0; share < shares; share++) {
                int first = share;
                all.add(executor.submit(() -> {
                    share(list, first, shares, task);
                    return true;
                }));
            }
            await(all);
        }
    }

    private static <T> void share(List<T> items, int first, int step, Task<T> task) throws IOException {
        for (int i = first; i < items.size(); i += step) {
            task.run(items.get(i));
        }
    }

    private static void await(List<Future<?>> all) throws IOException {
        IOException failure = null;
        for (Future<?> each : all) {
            try {
                each.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while the disk was written");
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException runtime) {
                    throw runtime;
                }
                if (failure == null) {
                    failure = e.getCause() instanceof IOException io ? io : new IOException("a disk task failed", e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static Thread thread(Runnable work) {
        return Thread.ofPlatform().name("store-force").daemon().unstarted(work);
    }
}
