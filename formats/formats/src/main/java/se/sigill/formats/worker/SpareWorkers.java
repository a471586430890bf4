package se.sigill.formats.worker;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Workers whose pool was closed, kept for the next pool of this process that wants the same: a worker takes seconds of
 * computing to start. Only one that owes no answer, and may take more jobs, is kept; it goes after a while,
 * or when it must make room for a newer one.
 *
 * <p>For processes that run one command after another. Safe for many threads. Workers end with this process at the
 * latest; {@link #close} ends them and clears their folders.
 */
public final class SpareWorkers implements AutoCloseable {
    private final int sizeMax;
    private final Duration idleMax;
    /** The one that was given last stands first. */
    private final Deque<Spare> spares = new ArrayDeque<>();

    private boolean watched;
    private boolean closed;

    private record Spare(WorkerSettings settings, String work, WorkerProcess worker, long sinceNanos) {}

    /**
     * @param sizeMax how many are kept at most; with 0, none ever is
     * @param idleMax how long one is kept
     */
    public SpareWorkers(int sizeMax, Duration idleMax) {
        this.sizeMax = sizeMax;
        this.idleMax = idleMax;
    }

    /** Keeps nothing. */
    public static SpareWorkers none() {
        return new SpareWorkers(0, Duration.ZERO);
    }

    /** A worker for this work under these settings, which is the caller's from now on; empty if there is none. */
    Optional<WorkerProcess> take(WorkerSettings settings, String work) {
        List<WorkerProcess> dead = new ArrayList<>();
        try {
            return find(settings, work, dead);
        } finally {
            dead.forEach(WorkerProcess::close);
        }
    }

    private synchronized Optional<WorkerProcess> find(WorkerSettings settings, String work, List<WorkerProcess> dead) {
        Iterator<Spare> each = spares.iterator();
        while (each.hasNext()) {
            Spare spare = each.next();
            if (spare.work().equals(work) && spare.settings().equals(settings)) {
                each.remove();
                if (spare.worker().isFree()) {
                    return Optional.of(spare.worker());
                }
                dead.add(spare.worker());
            }
        }
        return Optional.empty();
    }

    /** Takes a worker over from its pool, to keep it or to end it. */
    void give(WorkerSettings settings, String work, WorkerProcess worker) {
        boolean fit = worker.isFree() && worker.jobs() < settings.jobsMax();
        Optional<WorkerProcess> goes =
                fit ? keep(new Spare(settings, work, worker, System.nanoTime())) : Optional.of(worker);
        goes.ifPresent(WorkerProcess::close);
    }

    /** @return the one that there is no room for */
    private synchronized Optional<WorkerProcess> keep(Spare spare) {
        if (closed || sizeMax == 0) {
            return Optional.of(spare.worker());
        }
        if (!watched) {
            watched = true;
            Thread.ofPlatform().daemon().name("spare-workers").start(this::endIdle);
        }
        spares.addFirst(spare);
        return spares.size() > sizeMax ? Optional.of(spares.removeLast().worker()) : Optional.empty();
    }

    /** Runs while there are any. */
    private void endIdle() {
        try {
            for (Optional<WorkerProcess> old = awaitOld(); old.isPresent(); old = awaitOld()) {
                old.get().close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next whose time is over; empty when none are left. */
    private synchronized Optional<WorkerProcess> awaitOld() throws InterruptedException {
        while (!spares.isEmpty()) {
            long leftNanos =
                    idleMax.toNanos() - (System.nanoTime() - spares.getLast().sinceNanos());
            if (leftNanos <= 0) {
                return Optional.of(spares.removeLast().worker());
            }
            // One that is taken does not wake us: we only look again.
            wait(Math.max(1, Duration.ofNanos(leftNanos).toMillis()));
        }
        watched = false;
        return Optional.empty();
    }

    @Override
    public void close() {
        List<WorkerProcess> all;
        synchronized (this) {
            closed = true;
            all = spares.stream().map(Spare::worker).toList();
            spares.clear();
            notifyAll();
        }
        all.forEach(WorkerProcess::close);
    }
}
