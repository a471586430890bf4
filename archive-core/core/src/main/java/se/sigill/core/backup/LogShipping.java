package se.sigill.core.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import se.sigill.core.ArchiveException;
import se.sigill.core.json.JsonException;
import se.sigill.core.log.Head;
import se.sigill.core.log.LogFolder;
import se.sigill.core.log.LogFollower;
import se.sigill.core.log.LogReader;
import se.sigill.core.log.LogWriter;
import se.sigill.core.tlog.TlogFormatException;

/**
 * Keeps a second log in another directory, on another disk or machine, at the head of the first.
 *
 * <p>A thread of its own copies what was committed; commits do not wait for it. Who must know waits with {@link
 * #await}. A second directory that fails is tried again and again, and {@link #status} says so: ordinary acts never
 * stop for it. The directory must exist, also at the first time: a mount that is missing must not be taken for an
 * empty copy.
 */
public final class LogShipping implements LogFollower, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(LogShipping.class.getName());

    private final LogFolder second;
    private final Duration retry;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final SortedSet<Long> rewritten = new TreeSet<>();
    /** Taken from {@link #rewritten} and not yet done; another erasure in the same file comes on top. */
    private final SortedSet<Long> following = new TreeSet<>();

    private final Thread thread =
            Thread.ofPlatform().daemon().name("sigill-shipping").unstarted(this::work);

    private @Nullable LogReader log;
    private @Nullable LogWriter writer;
    private long committed;
    private long shipped;
    private String problem = "";
    private boolean closed;

    /**
     * @param second the directory, which exists; its content is empty or an earlier state of the log
     * @param retry how long to wait after a failure
     */
    public LogShipping(Path second, Duration retry) {
        this.second = new LogFolder(second);
        this.retry = retry;
    }

    @Override
    public void opening(Optional<Head> head) {
        try {
            Optional<Head> copy = second.head();
            if (copy.isPresent() && head.isEmpty()) {
                throw new ArchiveException.Damaged("There is a shipped log at " + second.root()
                        + " but no log here. Run sigill restore with it, or name an empty directory.");
            }
            head.ifPresent(h -> LogCopy.refuseOther(second, copy, h));
        } catch (IOException e) {
            // It cannot be read now: that is being late, and no reason not to open.
            LOG.log(System.Logger.Level.WARNING, "shipping.unreadable", e);
        }
    }

    @Override
    public void opened(LogReader reader) {
        Head head = reader.head();
        try {
            LogCopy.refuseFork(reader, head, second);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "shipping.unreadable", e);
        }
        lock.lock();
        try {
            log = reader;
            committed = head.size();
        } finally {
            lock.unlock();
        }
        thread.start();
    }

    @Override
    public void committed(Head head) {
        change(() -> committed = head.size());
    }

    @Override
    public void rewritten(long file) {
        change(() -> rewritten.add(file));
    }

    private void change(Runnable step) {
        lock.lock();
        try {
            step.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean configured() {
        return true;
    }

    @Override
    public boolean await(long size, Duration limit) {
        long nanos = limit.toNanos();
        lock.lock();
        try {
            while (shipped < size || !rewritten.isEmpty() || !following.isEmpty()) {
                if (nanos <= 0 || closed) {
                    return false;
                }
                nanos = changed.awaitNanos(nanos);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    public ShippingStatus status() {
        lock.lock();
        try {
            return new ShippingStatus(shipped, committed, problem);
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        boolean again = true;
        while (again) {
            String failure = "";
            try {
                ship();
            } catch (IOException | UncheckedIOException | ArchiveException | TlogFormatException | JsonException e) {
                // Also what lies there and cannot be read: if the thread ended, nobody would learn of it.
                LOG.log(System.Logger.Level.WARNING, "shipping.failed", e);
                failure = "The log cannot be copied to " + second.root() + ": " + e.getMessage();
                closeWriter();
            }
            again = pause(failure);
        }
        closeWriter();
    }

    /** Waits for something to do, or after a failure for the time to try again. @return false when it is over */
    private boolean pause(String failure) {
        lock.lock();
        try {
            problem = failure;
            changed.signalAll();
            long nanos = retry.toNanos();
            while (!closed && (failure.isEmpty() ? shipped >= committed && rewritten.isEmpty() : nanos > 0)) {
                if (failure.isEmpty()) {
                    changed.await();
                } else {
                    nanos = changed.awaitNanos(nanos);
                }
            }
            return !closed;
        } catch (InterruptedException e) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void ship() throws IOException {
        LogReader reader = reader();
        if (!Files.isDirectory(second.root())) {
            throw new IOException("the directory is not there; mount or create it");
        }
        Head head = reader.head();
        LogWriter copy = writer == null ? connect(reader, head) : writer;
        SortedSet<Long> files = due();
        LogCopy.bring(reader, copy, second, head);
        for (long file : files) {
            copy.follow(file, reader.folder());
        }
        change(() -> {
            shipped = head.size();
            following.clear();
            // Whoever waited for this reads the status next, and what is told there is over.
            problem = "";
        });
    }

    private LogWriter connect(LogReader reader, Head head) throws IOException {
        LogWriter opened = LogCopy.open(second, head);
        writer = opened;
        if (second.head().isPresent()) {
            LogCopy.refuseFork(reader, head, second);
            LogCopy.followErasures(reader, opened, second);
        }
        return opened;
    }

    private LogReader reader() {
        lock.lock();
        try {
            if (log == null) {
                throw new IllegalStateException("the log is not open yet");
            }
            return log;
        } finally {
            lock.unlock();
        }
    }

    private SortedSet<Long> due() {
        lock.lock();
        try {
            following.addAll(rewritten);
            rewritten.clear();
            return new TreeSet<>(following);
        } finally {
            lock.unlock();
        }
    }

    private void closeWriter() {
        if (writer != null) {
            try {
                writer.close();
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "shipping.close-failed", e);
            }
            writer = null;
        }
    }

    /** Ends the thread after the step it is at; what is not shipped then is shipped at the next start. */
    @Override
    public void close() {
        change(() -> closed = true);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join(TimeUnit.SECONDS.toMillis(1));
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
