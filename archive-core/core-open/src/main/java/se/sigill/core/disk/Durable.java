package se.sigill.core.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The primitives of durability: what has returned from here survives a power cut.
 *
 * <p>A file is durable when its bytes <em>and</em> its name are: {@link #force} makes the bytes safe,
 * {@link #forceDirectory} on its directory the name. A rename is durable when the directories on both sides are forced.
 * Nothing here retries: after a failed fsync the kernel may have dropped the bytes, so that a second fsync which
 * succeeds proves nothing. The caller gives up the whole step and does it again from its source.
 *
 * <p>Stateless. Two threads may work on different files; the same target has one writer at a time, because
 * {@link #replace} uses one fixed temporary name per target.
 */
public final class Durable {
    /** What {@link #replace} appends to a name while the new content is written; a leftover may be deleted. */
    public static final String TEMPORARY_SUFFIX = ".new";

    private Durable() {}

    /** Forces bytes and metadata of a file to the disk. @throws IOException if the disk did not take them */
    public static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Forces the names in a directory to the disk: what was created, renamed or deleted in it. */
    public static void forceDirectory(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /**
     * Creates a file with this content and forces its bytes. The name is durable only after
     * {@link #forceDirectory} on its directory, which the caller does once for all files in it.
     *
     * @throws FileAlreadyExistsException if the name is taken; what is there is left as it is
     */
    public static void create(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            writeFully(channel, content);
            channel.force(true);
        }
    }

    /**
     * Puts this content in the place of a file, which may be absent: after a power cut the file has the old content or
     * the new one, whole. On return the new one is durable.
     *
     * <p>A failure leaves the old content, and perhaps a file with {@link #TEMPORARY_SUFFIX} beside it.
     */
    public static void replace(Path target, byte[] content) throws IOException {
        Path temporary = target.resolveSibling(target.getFileName() + TEMPORARY_SUFFIX);
        try (FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)) {
            writeFully(channel, content);
            // If the rename became durable before these bytes, a power cut would leave an empty file under the name.
            channel.force(true);
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        forceDirectory(parent(target));
    }

    /**
     * Renames within one file system, atomically, and makes the new name durable, then the loss of the old one. A power
     * cut may leave both names for a moment, never none.
     *
     * @throws java.nio.file.AtomicMoveNotSupportedException if the target is on another file system
     */
    public static void move(Path source, Path target) throws IOException {
        Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
        forceDirectory(parent(target));
        forceLoss(source, target);
    }

    /** Makes the loss of the old name durable, where the force of the new one did not. */
    private static void forceLoss(Path source, Path target) throws IOException {
        if (!parent(target).equals(parent(source))) {
            forceDirectory(parent(source));
        }
    }

    /**
     * Creates a directory and the missing ones above it, and forces each parent that got a new name.
     *
     * <p>A directory that is already there is taken to be durable. Whoever created it in a process that was killed
     * before the force has to see to that itself: see {@code FileContentStore}.
     */
    public static void createDirectories(Path directory) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        Path at = directory.toAbsolutePath();
        while (!Files.isDirectory(at)) {
            missing.push(at);
            at = parent(at);
        }
        for (Path each : missing) {
            try {
                Files.createDirectory(each);
            } catch (FileAlreadyExistsException e) {
                if (!Files.isDirectory(each)) {
                    throw e;
                }
            }
            // From the top down: a child whose parent is not yet durable could be lost together with it.
            forceDirectory(parent(each));
        }
    }

    private static void writeFully(FileChannel channel, byte[] content) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private static Path parent(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("a root directory has no parent: " + path);
        }
        return parent;
    }
}
