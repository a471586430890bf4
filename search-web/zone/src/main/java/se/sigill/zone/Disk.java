package se.sigill.zone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writing that survives a power cut. */
final class Disk {
    private Disk() {}

    /** Makes a new file, durable but for its name. */
    static void write(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        force(file);
    }

    /** Puts a file in the place of another in one step, durable when it returns. */
    static void replace(Path file, byte[] bytes) throws IOException {
        Path writing = file.resolveSibling("." + file.getFileName());
        Files.deleteIfExists(writing);
        write(writing, bytes);
        Files.move(writing, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(file.resolveSibling("."));
    }

    /** Forces a file's bytes, or a directory's names, to the disk. */
    static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
