package se.sigill.app.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes what nobody but its owner may read: not even for a moment, and never half. Not forced to the disk. */
public final class PrivateFile {
    private PrivateFile() {}

    /** Puts this content in the place of a file, which may be absent; mode 600. */
    public static void replace(Path file, byte[] content) throws IOException {
        Path writing = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(writing);
        Files.createFile(writing, mode(file, "rw-------"));
        Files.write(writing, content);
        Files.move(writing, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Makes a folder and what is missing above it; those that are made have mode 700. */
    public static void folder(Path folder) throws IOException {
        Files.createDirectories(folder, mode(folder, "rwx------"));
    }

    private static FileAttribute<?>[] mode(Path file, String mode) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
