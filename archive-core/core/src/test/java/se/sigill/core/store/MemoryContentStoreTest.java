package se.sigill.core.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class MemoryContentStoreTest implements ContentStoreContract {
    @TempDir
    Path dir;

    private final ContentStore store = new MemoryContentStore();

    @Override
    public ContentStore store() {
        return store;
    }

    @Override
    public Path sources() {
        return dir;
    }
}
