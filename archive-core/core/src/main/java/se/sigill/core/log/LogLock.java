package se.sigill.core.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import se.sigill.core.ArchiveException;

/** The right to write a log. The operating system takes it back when the process ends, however it ends. */
final class LogLock implements AutoCloseable {
    private final FileChannel channel;

    private LogLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws ArchiveException.Locked if another process or another part of this one has it */
    static LogLock take(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        try {
            if (tryLock(channel) != null) {
                return new LogLock(channel);
            }
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw locked(file);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static ArchiveException locked(Path file) {
        return new ArchiveException.Locked("Another process is writing this archive (" + file
                + " is locked). Use the running server, or stop it first with: sigill stop");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
