package se.sigill.core.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import se.sigill.core.ArchiveException;

/**
 * The right of one process to do something alone: an exclusive lock on a file. The operating system takes it back when
 * the process ends, however it ends.
 *
 * <p>The file is never deleted: who opened it before and locks it after that would hold a lock beside the one on the
 * next file of this name.
 */
public final class Lease implements AutoCloseable {
    /**
     * What this process holds. POSIX takes back every lock of a process on a file as soon as the process closes any
     * channel on it, so a second try must not even open it.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private Lease(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock at once or not at all.
     *
     * @param file made if it is not there; its folder must be
     * @param held what to tell if somebody else has it
     * @throws ArchiveException.Locked if another process or another part of this one has it
     */
    public static Lease take(Path file, String held) throws IOException {
        Path folder = FileContentStore.parent(file.toAbsolutePath());
        Path real = folder.toRealPath().resolve(folder.relativize(file.toAbsolutePath()));
        if (!HELD.add(real)) {
            throw new ArchiveException.Locked(held);
        }
        try {
            FileChannel channel = FileChannel.open(real, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
            if (tryLock(channel) != null) {
                return new Lease(real, channel);
            }
            channel.close();
            throw new ArchiveException.Locked(held);
        } catch (IOException | RuntimeException e) {
            HELD.remove(real);
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(file);
        }
    }
}
