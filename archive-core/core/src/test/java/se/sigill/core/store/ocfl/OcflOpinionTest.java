package se.sigill.core.store.ocfl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.ArchiveException;
import se.sigill.core.record.RecordId;
import se.sigill.core.store.Batch;
import se.sigill.core.store.ContentStore;
import se.sigill.core.store.FileContentStore;
import se.sigill.core.store.MemoryContentStore;
import se.sigill.core.store.Samples;

/** Another program, written by others, finds nothing to say about our root. */
final class OcflOpinionTest {
    @TempDir
    Path dir;

    private Path root = Path.of("");
    private ContentStore store = new MemoryContentStore();

    @BeforeEach
    void create() throws IOException {
        root = dir.resolve("archive/ocfl");
        store = FileContentStore.create(root, dir.resolve("work"));
        Files.createDirectory(dir.resolve("scratch"));
    }

    private List<String> validate(RecordId... ids) {
        try (OcflOpinion opinion = OcflOpinion.open(root, dir.resolve("scratch"))) {
            return List.of(ids).stream()
                    .flatMap(id -> opinion.validate(id.urn()).stream())
                    .map(f -> f.code().id() + " " + f.message())
                    .toList();
        }
    }

    @Test
    void hasNoErrorAndNoWarningForObjectsWithOneTwoAndThreeVersions() throws IOException {
        Samples.store(
                store,
                "b1",
                Samples.first(dir.resolve("spool"), Samples.id(1)),
                Samples.first(dir.resolve("spool"), Samples.id(2)),
                Samples.first(dir.resolve("spool"), Samples.id(3)));
        Samples.store(store, "b2", Samples.second(Samples.id(2)), Samples.second(Samples.id(3)));
        Samples.store(store, "b3", Samples.third(Samples.id(3)));

        assertEquals(List.of(), validate(Samples.id(1), Samples.id(2), Samples.id(3)));
        try (OcflOpinion opinion = OcflOpinion.open(root, dir.resolve("scratch"));
                var ids = opinion.objectIds()) {
            assertEquals(
                    Set.of(
                            Samples.id(1).urn(),
                            Samples.id(2).urn(),
                            Samples.id(3).urn()),
                    ids.collect(Collectors.toSet()));
        }
    }

    @Test
    void hasNothingToSayAfterABatchWasUndone() {
        Samples.store(store, "b1", Samples.first(dir.resolve("spool"), Samples.id(1)));
        Batch batch = store.open("b2");
        batch.put(Samples.second(Samples.id(1)));
        batch.promote();

        batch.undo();

        assertEquals(List.of(), validate(Samples.id(1)));
    }

    @Test
    void namesAFlippedBitByTheCodeOfTheStandard() throws IOException {
        Samples.store(store, "b1", Samples.first(dir.resolve("spool"), Samples.id(1)));
        Path text = root.resolve(FileContentStore.placeOf(Samples.id(1))).resolve("v1/content/metadata/text.txt");
        Files.writeString(text, "tampered");

        assertEquals(
                List.of("E092"),
                validate(Samples.id(1)).stream().map(f -> f.substring(0, 4)).toList());
    }

    @Test
    void validatesAnObjectThatLiesAlone() {
        Samples.store(store, "b1", Samples.first(dir.resolve("spool"), Samples.id(1)));

        Path object = root.resolve(FileContentStore.placeOf(Samples.id(1)));

        assertEquals(List.of(), OcflOpinion.validate(object, "object"));
    }

    @Test
    void refusesADirectoryThatIsNoRoot() {
        assertThrows(
                ArchiveException.Damaged.class, () -> OcflOpinion.open(dir.resolve("work"), dir.resolve("scratch")));
    }
}
