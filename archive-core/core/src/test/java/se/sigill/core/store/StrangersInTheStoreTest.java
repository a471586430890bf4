package se.sigill.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.sigill.core.ArchiveException;
import se.sigill.core.record.RecordId;

/** What somebody else put into the store, or changed before it was stored. */
class StrangersInTheStoreTest {
    private static final RecordId ID = Samples.id(1);

    @TempDir
    Path dir;

    private Path root;
    private FileContentStore store;

    @BeforeEach
    void store() {
        root = dir.resolve("ocfl");
        FileContentStore.create(root, dir.resolve("work"));
        store = FileContentStore.open(root, dir.resolve("work"));
        Samples.store(store, "b1", Samples.first(dir.resolve("spool"), ID));
    }

    private Path object() {
        return root.resolve(FileContentStore.placeOf(ID));
    }

    private List<String> found() {
        return store.findOrphans(Map.of(ID, 1)).stream()
                .map(f -> f.code().id() + " " + f.where())
                .toList();
    }

    @Test
    void findsNothingInASoundStore() {
        assertEquals(List.of(), found());
        assertEquals(1, store.list().count());
    }

    @Test
    void namesAFileOnEachLevel() throws IOException {
        Path tuple = FileContentStore.parent(object());
        Path above = FileContentStore.parent(tuple);
        for (Path folder : List.of(root, above, tuple)) {
            Path stranger = Files.writeString(folder.resolve("zz-notes.txt"), "x");

            assertEquals(List.of("STORE-UNKNOWN-FILE " + root.relativize(stranger)), found());
            assertEquals(1, store.list().count());
            Files.delete(stranger);
        }
    }

    @Test
    void takesNoFileForAnObject() throws IOException {
        Path tuple = FileContentStore.parent(object());
        Path file = Files.writeString(tuple.resolve("0".repeat(64)), "x");

        assertEquals(List.of("STORE-UNKNOWN-FILE " + root.relativize(file)), found());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}"})
    void namesAnObjectThatDoesNotSayWhatItIs(String inventory) throws IOException {
        Path tuple = FileContentStore.parent(object());
        Path other = Files.createDirectory(tuple.resolve("0".repeat(64)));
        if (!inventory.isEmpty()) {
            Files.writeString(other.resolve("inventory.json"), inventory);
        }

        assertEquals(List.of("STORE-UNREADABLE-INVENTORY " + root.relativize(other)), found());
    }

    @Test
    void storesNoFileThatChangedItsSize() throws IOException {
        ObjectVersion version = Samples.first(dir.resolve("spool"), Samples.id(2));
        Files.writeString(dir.resolve("spool/source-" + Samples.id(2)), "longer than it was when it was taken in");
        Batch batch = store.open("b2");
        batch.put(version);

        assertThrows(ArchiveException.Damaged.class, batch::promote);
        batch.undo();
        assertEquals(List.of(), found());
    }

    @Test
    void refusesANoteOfAnotherForm() throws IOException {
        Path note = dir.resolve("work/batch-b9");
        Files.write(note, new BatchNote("b9", false, List.of()).write());
        Files.writeString(note, Files.readString(note).replaceFirst("/1\"", "/2\""));

        assertThrows(ArchiveException.Damaged.class, () -> BatchNote.read(note));
    }
}
