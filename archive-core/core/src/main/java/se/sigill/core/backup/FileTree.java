package se.sigill.core.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import se.sigill.core.disk.Durable;

/** Copies files so that they are durable, and says what their bytes were. For one thread. */
final class FileTree {
    private static final int BUFFER_BYTES = 1 << 18;

    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    private long bytes;

    /** Bytes copied since this object was made. */
    long bytes() {
        return bytes;
    }

    /**
     * Copies one file over whatever has its name; its bytes are durable, its name is not.
     *
     * @return SHA-512, hexadecimal
     */
    String copy(Path from, Path to) throws IOException {
        MessageDigest sha512 = sha512();
        Path temporary = to.resolveSibling(to.getFileName() + Durable.TEMPORARY_SUFFIX);
        try (InputStream in = Files.newInputStream(from);
                FileChannel out = FileChannel.open(
                        temporary,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            byte[] array = buffer.array();
            for (int read = in.read(array); read >= 0; read = in.read(array)) {
                sha512.update(array, 0, read);
                bytes += read;
                buffer.clear().limit(read);
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
            }
            out.force(true);
        }
        Files.setLastModifiedTime(temporary, Files.getLastModifiedTime(from));
        Files.move(temporary, to, StandardCopyOption.ATOMIC_MOVE);
        return HexFormat.of().formatHex(sha512.digest());
    }

    /** Makes a folder like another: copies what is missing or differs in length or time, deletes what is too much. */
    void mirror(Path from, Path to) throws IOException {
        mirror(from, to, name -> true);
    }

    /** @param wanted by the first name below the folder */
    void mirror(Path from, Path to, Predicate<String> wanted) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        for (Path source : present(from)) {
            if (!source.equals(from)
                    && !wanted.test(from.relativize(source).getName(0).toString())) {
                continue;
            }
            Path target = to.resolve(from.relativize(source).toString());
            try {
                mirrorOne(source, target);
            } catch (NoSuchFileException e) {
                // It went while we copied: a finished delivery, a working paper. Then it is not part of this backup.
                Files.deleteIfExists(target);
            }
        }
        for (Path target : reversed(to)) {
            if (!Files.exists(from.resolve(to.relativize(target).toString()))) {
                Files.delete(target);
            }
        }
        for (Path target : all(to)) {
            if (Files.isDirectory(target)) {
                Durable.forceDirectory(target);
            }
        }
    }

    private void mirrorOne(Path source, Path target) throws IOException {
        if (Files.isDirectory(source)) {
            Durable.createDirectories(target);
        } else if (Files.isRegularFile(source) && !alike(source, target)) {
            copy(source, target);
        }
    }

    private static boolean alike(Path source, Path target) throws IOException {
        return Files.isRegularFile(target)
                && Files.size(source) == Files.size(target)
                && Files.getLastModifiedTime(source).equals(Files.getLastModifiedTime(target));
    }

    /** A folder and all below it, each folder before its content. */
    static List<Path> all(Path directory) throws IOException {
        try (Stream<Path> found = Files.walk(directory)) {
            return found.sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** As {@link #all}, of a folder in which others work: what goes while we look is left out. */
    private static List<Path> present(Path directory) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes facts) {
                found.add(folder);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
                found.add(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        return found.stream().sorted().toList();
    }

    private static List<Path> reversed(Path directory) throws IOException {
        try (Stream<Path> found = Files.walk(directory)) {
            return found.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-512", e);
        }
    }
}
