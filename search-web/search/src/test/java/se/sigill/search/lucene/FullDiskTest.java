package se.sigill.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Test;
import se.sigill.core.ArchiveException;
import se.sigill.search.IndexCursor;
import se.sigill.search.IndexDocument;

/** A disk that fills up while the index follows the archive. */
final class FullDiskTest {
    private static final LuceneReader.Budget BUDGET =
            new LuceneReader.Budget(Duration.ofSeconds(10).toNanos(), System::nanoTime);

    /** Lucene's folder on a disk that has room until it is told otherwise. */
    private static final class Filling extends FilterDirectory {
        private boolean full;

        Filling(Directory in) {
            super(in);
        }

        @Override
        public IndexOutput createOutput(String name, IOContext context) throws IOException {
            if (full) {
                throw new IOException("No space left on device");
            }
            return super.createOutput(name, context);
        }
    }

    @Test
    void isToldAsAFailureOfTheMachineThatLeavesTheArchiveWhole() throws IOException {
        Filling disk = new Filling(new ByteBuffersDirectory());
        LuceneIndex index = filled(disk);

        ArchiveException.StorageFailed failed =
                assertThrows(ArchiveException.StorageFailed.class, () -> index.put(List.of(document("b"))));
        assertThrows(ArchiveException.StorageFailed.class, () -> index.put(List.of(document("c"))));
        assertThrows(ArchiveException.StorageFailed.class, () -> index.delete(List.of("a")));
        assertThrows(ArchiveException.StorageFailed.class, index::clear);
        assertThrows(ArchiveException.StorageFailed.class, () -> index.commit(new IndexCursor(2, "")));

        String said = String.valueOf(failed.getMessage());
        assertTrue(said.contains("What was committed stands in the archive"), said);
        assertTrue(said.contains("at the next command"), said);
        assertEquals(1, index.cursor().position());
    }

    /** A server goes on when there is room again, from what was committed and no further. */
    @Test
    void goesOnOnceThereIsRoom() throws IOException {
        Filling disk = new Filling(new ByteBuffersDirectory());
        LuceneIndex index = filled(disk);
        assertThrows(ArchiveException.StorageFailed.class, () -> {
            index.put(List.of(document("b")));
            index.commit(new IndexCursor(2, ""));
        });
        assertThrows(ArchiveException.StorageFailed.class, () -> {
            // There is no room yet.
            index.revive();
            index.put(List.of(document("b")));
            index.commit(new IndexCursor(2, ""));
        });
        assertEquals(1, index.size());
        disk.full = false;
        // Not by itself: whoever is amid a batch must not lose what it put before.
        assertThrows(ArchiveException.StorageFailed.class, () -> index.put(List.of(document("b"))));

        index.revive();

        assertEquals(new IndexCursor(1, "then"), index.cursor());
        assertEquals(1, index.size());
        index.put(List.of(document("c")));
        index.commit(new IndexCursor(2, ""));
        index.revive();
        assertEquals(2, index.size());
        assertEquals(2, index.cursor().position());
        index.close();
        index.revive();
        assertThrows(ArchiveException.StorageFailed.class, () -> index.put(List.of(document("d"))));
    }

    /** One document is committed, and then the disk is full. */
    private static LuceneIndex filled(Filling disk) throws IOException {
        LuceneIndex index = new LuceneIndex(disk, BUDGET);
        index.put(List.of(document("a")));
        index.commit(new IndexCursor(1, "then"));
        disk.full = true;
        return index;
    }

    private static IndexDocument document(String id) {
        return IndexDocument.of(id, id, "text", Set.of("open"));
    }
}
