package se.sigill.core.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import se.sigill.core.ArchiveException;
import se.sigill.core.disk.Durable;

/** What the store does with a file system beyond {@link Durable}, and the turn of its failures into ours. */
final class Disk {
    /** A piece of work with files. */
    @FunctionalInterface
    interface Step<T> {
        T run() throws IOException;
    }

    /** What a person reads behind the reason; a delivery that was received stays in the spool. */
    private static final String ADVICE =
            ". Nothing of it was committed, and nothing received before is lost. Mend the cause and run it again.";

    private Disk() {}

    /** Runs the step; an input or output error becomes {@link ArchiveException.StorageFailed} without file names. */
    static <T> T call(String what, Step<T> step) {
        try {
            return step.run();
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed(what + " failed: " + reason(e) + ADVICE, e);
        }
    }

    private static String reason(IOException e) {
        String kind = e.getClass().getSimpleName();
        if (e instanceof FileSystemException file) {
            return file.getReason() == null ? kind : file.getReason();
        }
        return Objects.requireNonNullElse(e.getMessage(), kind);
    }

    /** The entries of a directory by name; empty if there is no such directory. */
    static List<Path> entries(Path directory) throws IOException {
        try (Stream<Path> names = Files.list(directory)) {
            return names.sorted().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /**
     * Moves a tree into a directory under this name or, if that is taken, the name with a number. Durable on return.
     */
    static void setAside(Path source, Path directory, String name) throws IOException {
        Path target = directory.resolve(name);
        for (int i = 1; Files.exists(target); i++) {
            target = directory.resolve(name + "." + i);
        }
        Durable.move(source, target);
    }
}
