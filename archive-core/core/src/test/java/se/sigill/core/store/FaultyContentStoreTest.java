package se.sigill.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.ArchiveException;
import se.sigill.core.store.FaultyContentStore.Persisted;

/** Without a fault the twin keeps the contract; with one it does as it says. */
final class FaultyContentStoreTest implements ContentStoreContract {
    @TempDir
    Path dir;

    private final ContentStore store = new FaultyContentStore(new MemoryContentStore(), 0, Persisted.NO);

    @Override
    public ContentStore store() {
        return store;
    }

    @Override
    public Path sources() {
        return dir;
    }

    @Test
    void recoveryPutsRightAFaultAtEveryCallPersistedOrNot() {
        for (Persisted persisted : Persisted.values()) {
            for (int n = 1; n <= 2; n++) {
                MemoryContentStore memory = new MemoryContentStore();
                FaultyContentStore faulty = new FaultyContentStore(memory, n, persisted);

                assertThrows(
                        ArchiveException.StorageFailed.class,
                        () -> Samples.store(faulty, "b1", Samples.first(dir, Samples.id(1))));
                assertTrue(faulty.failed());

                boolean committed = n == 2;
                memory.recover((id, version) -> committed);
                assertEquals(committed, memory.inventory(Samples.id(1), 1).isPresent());
            }
        }
    }
}
