package se.sigill.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One step over the whole file system comes to the same as a step for each file. */
final class BarrierTest {
    @TempDir
    private Path folder;

    @Test
    void storesALargeBatchAsASmallOne() throws IOException {
        FileContentStore store =
                FileContentStore.create(folder.resolve("ocfl"), Files.createDirectory(folder.resolve("work")));
        List<ObjectVersion> versions = new ArrayList<>();
        for (int i = 0; i < 3 * Barrier.WHOLE_FROM; i++) {
            versions.add(Samples.first(folder, Samples.id(i)));
        }
        Batch batch = store.open("large");
        versions.forEach(batch::put);
        assertEquals(versions.size(), batch.promote().size());
        batch.close();

        for (ObjectVersion version : versions) {
            assertEquals(
                    versions.getFirst().files().size(),
                    store.inventory(version.id(), 1).orElseThrow().files().size());
        }
        try (Stream<Path> left = Files.list(folder.resolve("work"))) {
            assertEquals(List.of(), left.filter(Files::isRegularFile).toList());
        }
    }
}
