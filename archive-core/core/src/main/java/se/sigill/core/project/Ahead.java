package se.sigill.core.project;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** What another thread computes while this one goes on. Closing waits for the end, so that nothing runs on unseen. */
public final class Ahead<T> implements AutoCloseable {
    private final CompletableFuture<T> future;

    private Ahead(CompletableFuture<T> future) {
        this.future = future;
    }

    public static <T> Ahead<T> begin(Supplier<T> work) {
        return new Ahead<>(CompletableFuture.supplyAsync(work, Thread::startVirtualThread));
    }

    /** Waits for the result. Whatever the work threw is thrown here as it was. */
    public T get() {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void close() {
        future.handle((_, _) -> true).join();
    }
}
