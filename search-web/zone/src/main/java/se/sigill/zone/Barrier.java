package se.sigill.zone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import se.sigill.core.disk.Durable;
import se.sigill.core.disk.WholeDisk;

/**
 * Makes what a bundle changes durable: everything in one step where the machine offers that, else each file and each
 * directory by itself. Opened before the first byte; for one thread.
 */
final class Barrier implements AutoCloseable {
    private final Optional<WholeDisk> whole;
    private final Set<Path> changed = new LinkedHashSet<>();

    private Barrier(Optional<WholeDisk> whole) {
        this.whole = whole;
    }

    /** @param place an existing folder on the file system that is written to */
    static Barrier before(Path place) throws IOException {
        return new Barrier(WholeDisk.of(place));
    }

    /** A file was written, or a name in a directory has changed. */
    void changed(Path fileOrDirectory) {
        if (whole.isEmpty()) {
            changed.add(fileOrDirectory);
        }
    }

    /** On return everything that was changed is durable. What is gone by now needs no force but its directory's. */
    void force() throws IOException {
        if (whole.isPresent()) {
            whole.get().force();
        }
        for (Path each : changed) {
            if (Files.isDirectory(each)) {
                Durable.forceDirectory(each);
            } else if (Files.exists(each)) {
                Durable.force(each);
            }
        }
        changed.clear();
    }

    @Override
    public void close() {
        whole.ifPresent(WholeDisk::close);
    }
}
