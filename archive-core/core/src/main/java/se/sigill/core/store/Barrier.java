package se.sigill.core.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import se.sigill.core.disk.Durable;
import se.sigill.core.disk.WholeDisk;

/**
 * Makes what one batch has written durable, in the cheapest way that the machine offers. Opened before the first byte;
 * for one thread.
 */
interface Barrier extends AutoCloseable {
    /** Versions from which one step over the whole file system costs less than a step for each file. */
    int WHOLE_FROM = 8;

    /** On return all of these are durable, files with their bytes and directories with their names. */
    void force(Collection<Path> files, Collection<Path> directories) throws IOException;

    @Override
    void close();

    /** @param place a folder on the file system that is written to */
    static Barrier before(Path place, int versions, ForcePool pool) throws IOException {
        Optional<WholeDisk> whole = versions < WHOLE_FROM ? Optional.empty() : WholeDisk.of(place);
        return whole.isPresent() ? new Whole(whole.get()) : new Each(pool);
    }

    /** One step for all. What others have written goes with it. */
    record Whole(WholeDisk disk) implements Barrier {
        @Override
        public void force(Collection<Path> files, Collection<Path> directories) throws IOException {
            disk.force();
        }

        @Override
        public void close() {
            disk.close();
        }
    }

    /** Each by itself, several at a time. */
    record Each(ForcePool pool) implements Barrier {
        @Override
        public void force(Collection<Path> files, Collection<Path> directories) throws IOException {
            // Nothing is visible before the move, so the order among them is free; all of them must come before it.
            // Written as lambdas, so that a stack trace tells the two apart.
            pool.each(files, file -> Durable.force(file));
            pool.each(directories, directory -> Durable.forceDirectory(directory));
        }

        @Override
        public void close() {}
    }
}
