package se.sigill.core.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import se.sigill.core.ArchiveException;

/** The thread that writes the log. Callers put jobs into its queue and wait; appends that wait together go together. */
final class LogCommitter implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(LogCommitter.class.getName());
    /** Callers wait for their result, so that the queue is as long as there are threads; this only stops a runaway. */
    private static final int QUEUE_MAX = 100_000;

    /** Something to do in the log's thread. */
    @FunctionalInterface
    interface Task<T> {
        T run(LogState state) throws IOException;
    }

    private sealed interface Job {
        CompletableFuture<?> future();
    }

    private record Append(List<LogLine> lines, CompletableFuture<Appended> future) implements Job {}

    private record Special<T>(Task<T> task, CompletableFuture<T> future) implements Job {
        void run(LogState state) throws IOException {
            future.complete(task.run(state));
        }
    }

    private record Stop(CompletableFuture<Boolean> future) implements Job {}

    private final BlockingQueue<Job> queue = new LinkedBlockingQueue<>(QUEUE_MAX);
    private final LogState state;
    private final Thread thread;
    private volatile Head head;
    /** Why nothing is taken any more; set once, under the queue's monitor. */
    private @Nullable ArchiveException closed;

    private LogCommitter(LogState state) {
        this.state = state;
        this.head = state.head();
        this.thread = Thread.ofPlatform().daemon().name("sigill-log").unstarted(this::work);
    }

    static LogCommitter start(LogState state) {
        LogCommitter committer = new LogCommitter(state);
        committer.thread.start();
        return committer;
    }

    Head head() {
        return head;
    }

    Appended append(List<LogLine> lines) {
        CompletableFuture<Appended> future = new CompletableFuture<>();
        return submit(new Append(lines, future), future);
    }

    <T> T run(Task<T> task) {
        CompletableFuture<T> future = new CompletableFuture<>();
        return submit(new Special<>(task, future), future);
    }

    private <T> T submit(Job job, CompletableFuture<T> future) {
        synchronized (queue) {
            if (closed != null) {
                throw closed;
            }
            if (!queue.offer(job)) {
                throw new ArchiveException.Refused("More than " + QUEUE_MAX + " callers wait for the log. Try again.");
            }
        }
        try {
            // Not to be interrupted: a caller who leaves would not know whether its acts are in the log.
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ArchiveException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private void work() {
        ArchiveException reason = new ArchiveException.Refused("The log is closed.");
        List<Job> taken = new ArrayList<>();
        try {
            while (taken.isEmpty() || !(taken.getFirst() instanceof Stop)) {
                taken.clear();
                next(taken);
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "log.write-failed", e);
            reason = failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            // Also after an Error: whoever waits must learn that nothing was acknowledged.
            settle(taken, reason);
        }
    }

    private static ArchiveException failed(Throwable cause) {
        return new ArchiveException.StorageFailed(
                "The log could not be written; it takes nothing more until it is opened anew. "
                        + "Look at the disk (space, errors), then start again.",
                cause);
    }

    private void next(List<Job> taken) throws IOException, InterruptedException {
        Job first = queue.take();
        taken.add(first);
        switch (first) {
            case Append append -> appendWith(append, taken);
            case Special<?> special -> special(special);
            case Stop stop -> {}
        }
    }

    private void special(Special<?> special) throws IOException {
        try {
            special.run(state);
            head = state.head();
        } catch (ArchiveException.Refused e) {
            special.future().completeExceptionally(e);
        }
    }

    /** Commits this append and those that wait behind it, up to the first other job and the limit of a group. */
    private void appendWith(Append first, List<Job> taken) throws IOException {
        List<Append> group = new ArrayList<>(List.of(first));
        List<LogLine> lines = new ArrayList<>(first.lines());
        while (nextAppend(ArchiveLog.GROUP_ACTS_MAX - lines.size()).isPresent()
                && queue.poll() instanceof Append append) {
            taken.add(append);
            group.add(append);
            lines.addAll(append.lines());
        }
        long index = state.head().size();
        state.commit(lines);
        head = state.head();
        for (Append append : group) {
            int count = append.lines().size();
            append.future().complete(new Appended(index, count, head, Appended.Shipped.NOT_ASKED));
            index += count;
        }
    }

    private Optional<Append> nextAppend(int room) {
        return queue.peek() instanceof Append append && append.lines().size() <= room
                ? Optional.of(append)
                : Optional.empty();
    }

    private void settle(List<Job> taken, ArchiveException reason) {
        synchronized (queue) {
            closed = reason;
            queue.drainTo(taken);
        }
        try {
            state.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "log.close-failed", e);
        }
        for (Job job : taken) {
            if (job instanceof Stop stop) {
                stop.future().complete(true);
            } else {
                job.future().completeExceptionally(reason);
            }
        }
    }

    @Override
    public void close() {
        CompletableFuture<Boolean> future = new CompletableFuture<>();
        synchronized (queue) {
            if (closed != null || !queue.offer(new Stop(future))) {
                return;
            }
        }
        future.join();
    }
}
