package se.sigill.ingest.spool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import se.sigill.core.disk.WholeDisk;
import se.sigill.core.store.Digests;

/** The disk that fails at its n-th operation and at every later one, as a process that died would. */
final class FaultySpoolDisk implements SpoolDisk {
    private final SpoolDisk real = new FileSpoolDisk();
    private final AtomicInteger left;
    private final boolean persists;
    private final String message;
    private boolean fillsUp;

    /** @param persists whether the failing operation is carried out before it fails */
    FaultySpoolDisk(int failAt, boolean persists, String message) {
        this.left = new AtomicInteger(failAt);
        this.persists = persists;
        this.message = message;
    }

    /** From the failure on there is no room. */
    FaultySpoolDisk fillingUp() {
        fillsUp = true;
        return this;
    }

    private interface Step {
        void run() throws IOException;
    }

    private void step(Step step) throws IOException {
        int n = left.getAndDecrement();
        if (n > 0 || (n == 0 && persists)) {
            step.run();
        }
        if (n <= 0) {
            throw new IOException(message);
        }
    }

    boolean wasReached() {
        return left.get() < 0;
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        step(() -> real.createFolder(folder));
    }

    /** Each file is forced by itself, so that each can fail. */
    @Override
    public Optional<WholeDisk> whole(Path folder) {
        return Optional.empty();
    }

    @Override
    public Digests write(InputStream source, long bytesMax, Path file) throws IOException {
        Digests[] digests = {SpoolItem.NO_BYTES};
        step(() -> digests[0] = real.write(source, bytesMax, file));
        return digests[0];
    }

    @Override
    public void force(Path file) throws IOException {
        step(() -> real.force(file));
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        step(() -> real.forceFolder(folder));
    }

    @Override
    public void replace(Path file, byte[] content) throws IOException {
        step(() -> real.replace(file, content));
    }

    @Override
    public void move(Path file, Path target) throws IOException {
        step(() -> real.move(file, target));
    }

    @Override
    public void delete(Path file) throws IOException {
        step(() -> real.delete(file));
    }

    @Override
    public long usableBytes(Path folder) throws IOException {
        return fillsUp && wasReached() ? 0 : real.usableBytes(folder);
    }
}
