package se.sigill.core.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import se.sigill.core.verify.FileDigest;
import se.sigill.core.verify.StoredFile;

/**
 * The next objects of a round, looked at by several threads: first shapes and small files, then large files, the
 * largest first, so that the threads end together. Between two windows nothing is in work. Used once.
 */
final class Window {
    private static final int OBJECTS_MAX = 1_024;

    private record Large(ObjectLook look, StoredFile file) {}

    private final Path archive;
    private final Supplier<Optional<Due>> queue;
    private final long bytesMax;
    private final List<ObjectLook> looks = new ArrayList<>();
    private long bytes;

    /** @param queue asked by one thread at a time; @param bytesMax no further object is begun after so many */
    Window(Path archive, Supplier<Optional<Due>> queue, long bytesMax) {
        this.archive = archive;
        this.queue = queue;
        this.bytesMax = bytesMax;
    }

    /** @param digests one a thread; @return what was seen, in the order of the queue; empty if that is */
    List<ObjectLook> run(Executor threads, List<FileDigest> digests) {
        inEach(threads, digests, digest -> {
            for (Optional<ObjectLook> look = next(); look.isPresent(); look = next()) {
                look.get().begin(digest);
                begun(look.get());
            }
        });
        List<Large> sorted = new ArrayList<>();
        looks.forEach(look -> look.large().forEach(file -> sorted.add(new Large(look, file))));
        sorted.sort(Comparator.comparingLong((Large l) -> l.file().sizeBytes()).reversed());
        Queue<Large> large = new ConcurrentLinkedQueue<>(sorted);
        inEach(threads, large.isEmpty() ? List.of() : digests, digest -> {
            for (Large next = large.poll(); next != null; next = large.poll()) {
                next.look().read(next.file(), digest);
            }
        });
        return looks;
    }

    private static void inEach(Executor threads, List<FileDigest> digests, Consumer<FileDigest> work) {
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (FileDigest digest : digests) {
            all.add(CompletableFuture.runAsync(() -> work.accept(digest), threads));
        }
        all.forEach(CompletableFuture::join);
    }

    private synchronized Optional<ObjectLook> next() {
        if (looks.size() >= OBJECTS_MAX || bytes >= bytesMax) {
            return Optional.empty();
        }
        Optional<ObjectLook> look = queue.get().map(due -> new ObjectLook(archive, due));
        look.ifPresent(looks::add);
        return look;
    }

    private synchronized void begun(ObjectLook look) {
        bytes += look.bytes();
        look.large().forEach(file -> bytes += file.sizeBytes());
    }
}
