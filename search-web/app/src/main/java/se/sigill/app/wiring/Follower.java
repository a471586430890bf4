package se.sigill.app.wiring;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import se.sigill.core.ArchiveException;

/** Lets the projections follow the log in the background; many requests while one runs are one. */
final class Follower implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Follower.class.getName());
    private static final int CLOSE_SECONDS_MAX = 120;

    private final Runnable catchUp;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("projections").daemon().factory());

    Follower(Runnable catchUp) {
        this.catchUp = catchUp;
    }

    void soon() {
        if (asked.compareAndSet(false, true)) {
            thread.execute(() -> {
                asked.set(false);
                try {
                    catchUp.run();
                } catch (ArchiveException e) {
                    // Whoever needs the projections catches up himself and is told then.
                    LOG.log(
                            System.Logger.Level.WARNING,
                            "projections-late reason={0}",
                            e.getClass().getSimpleName());
                }
            });
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS_MAX, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "projections-left-behind");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
