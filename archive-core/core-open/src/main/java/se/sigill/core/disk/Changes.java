package se.sigill.core.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What one piece of work changes on a disk, and makes durable at its end: many files and directories in one step where
 * the machine offers that, a few each by itself, because that step waits for what others have written as well. Opened
 * before the first byte; for one thread.
 */
public final class Changes implements AutoCloseable {
    /** From so many on one step over the whole file system costs less. */
    private static final int MANY = 16;

    private final Optional<WholeDisk> whole;
    private final Set<Path> changed = new LinkedHashSet<>();

    private Changes(Optional<WholeDisk> whole) {
        this.whole = whole;
    }

    /** @param place an existing folder on the file system that is written to */
    public static Changes before(Path place) throws IOException {
        return new Changes(WholeDisk.of(place));
    }

    /** A file was written, or a name in a directory has changed. */
    public void add(Path fileOrDirectory) {
        changed.add(fileOrDirectory);
    }

    /** On return everything that was changed is durable. What is gone by now needs no force but its directory's. */
    public void force() throws IOException {
        if (whole.isPresent() && changed.size() >= MANY) {
            whole.get().force();
        } else {
            for (Path each : changed) {
                if (Files.isDirectory(each)) {
                    Durable.forceDirectory(each);
                } else if (Files.exists(each)) {
                    Durable.force(each);
                }
            }
        }
        changed.clear();
    }

    @Override
    public void close() {
        whole.ifPresent(WholeDisk::close);
    }
}
