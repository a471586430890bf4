package se.sigill.core.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.ArchiveException;
import se.sigill.core.disk.Trees;
import se.sigill.core.record.RecordId;

final class FileContentStoreTest implements ContentStoreContract {
    @TempDir
    Path dir;

    private Path root = Path.of("");
    private Path work = Path.of("");

    @BeforeEach
    void create() {
        root = dir.resolve("archive/ocfl");
        work = dir.resolve("work");
        FileContentStore.create(root, work);
    }

    @Override
    public ContentStore store() {
        // A new one each time: what it remembers must not matter.
        return FileContentStore.open(root, work);
    }

    @Override
    public Path sources() {
        return dir.resolve("spool");
    }

    private Path object(RecordId id) {
        return root.resolve(FileContentStore.placeOf(id));
    }

    private static Map<String, String> tree(Path top) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (var paths = Files.walk(top)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                tree.put(
                        top.relativize(path).toString(),
                        Files.isDirectory(path) ? "directory" : Digests.of(path).sha256());
            }
        }
        return tree;
    }

    @Test
    void keepsTheBudgetOfTenFilesAndSevenDirectories() throws IOException {
        RecordId id = Samples.id(7);
        Samples.store(store(), "b1", Samples.first(sources(), id));

        Map<String, String> tree = tree(object(id));

        long directories =
                tree.values().stream().filter(v -> v.equals("directory")).count();
        assertEquals(7, directories);
        assertEquals(10, tree.size() - directories);
    }

    @Test
    void linksTheOriginalFromTheSpool() throws IOException {
        RecordId id = Samples.id(7);
        List<Promoted> promoted = Samples.store(store(), "b1", Samples.first(sources(), id));

        Path stored = object(id).resolve("v1/content/" + ORIGINAL);
        assertTrue(Files.isSameFile(stored, sources().resolve("source-" + id)));
        assertEquals(List.of(), promoted.getFirst().copied());
    }

    @Test
    void leavesNothingInWorkAfterTheBatch() throws IOException {
        Samples.store(store(), "b1", Samples.first(sources(), Samples.id(7)));

        assertEquals(Map.of("", "directory", "staging", "directory"), tree(work));
    }

    @Test
    void undoLeavesTheRootAsItWasAndMovesTheRestAside() throws IOException {
        RecordId old = Samples.id(1);
        Samples.store(store(), "b1", Samples.first(sources(), old));
        Map<String, String> before = tree(root);
        Batch batch = store().open("b2");
        batch.put(Samples.second(old));
        batch.put(Samples.first(sources(), Samples.id(2)));
        batch.promote();

        batch.undo();

        assertEquals(before, tree(root));
        assertTrue(Files.exists(work.resolve("undone/b2/" + Samples.id(2) + "/v1/inventory.json")));
        assertTrue(Files.exists(work.resolve("undone/b2/" + old + "-v2/inventory.json")));
        assertTrue(Files.exists(work.resolve("undone/b2/note")));
        assertFalse(Files.exists(work.resolve("batch-b2")));
    }

    @Test
    void takesBackAVersionWhoseRenamesBecameDurableInAnyOrder() throws IOException {
        RecordId id = Samples.id(1);
        Samples.store(store(), "b1", Samples.first(sources(), id));
        Map<String, String> before = tree(root);
        for (List<String> lost : List.of(
                List.of("v2"),
                List.of("inventory.json"),
                List.of("inventory.json.sha512"),
                List.of("v2", "inventory.json.sha512"))) {
            String name = "b-" + lost.size() + lost.getFirst().replace(".", "-");
            Batch batch = store().open(name);
            batch.put(Samples.second(id));
            batch.promote();
            for (String each : lost) {
                Path path = object(id).resolve(each);
                Trees.delete(path);
                if (!each.equals("v2")) {
                    Files.copy(object(id).resolve("v1").resolve(each), path);
                }
            }

            ContentStore.Recovered recovered = store().recover((i, v) -> v == 1);

            assertEquals(List.of(new VersionRef(id, 2)), recovered.undone());
            assertEquals(before, tree(root), "lost: " + lost);
        }
    }

    /** A rendition of a record that is disposed of later, built when a stop came before it was promoted. */
    @Test
    void erasesWhatWasTakenBackBeforeItWasPromoted() throws IOException {
        RecordId id = Samples.id(1);
        Samples.store(store(), "b1", Samples.first(sources(), id));
        Batch batch = store().open("b2");
        batch.put(Samples.second(id));
        batch.promote();
        Path built = work.resolve("undone/b2/staging").resolve(id.value());
        batch.undo();
        Files.move(work.resolve("undone/b2/" + id + "-v2"), built.resolve("v2"));

        store().erase(id);

        assertFalse(Files.exists(built));
        assertTrue(Files.exists(work.resolve("undone/b2/note")));
    }

    @Test
    void namesCommittedVersionsThatAreNotThere() throws IOException {
        Batch batch = store().open("b1");
        batch.put(Samples.first(sources(), Samples.id(1)));
        batch.promote();
        Trees.delete(object(Samples.id(1)));

        ContentStore.Recovered recovered = store().recover((id, version) -> true);

        assertEquals(List.of(new VersionRef(Samples.id(1), 1)), recovered.missing());
    }

    @Test
    void finishesAnErasureThatWasStopped() throws IOException {
        RecordId id = Samples.id(1);
        Samples.store(store(), "b1", Samples.first(sources(), id));
        BatchNote note = new BatchNote(id.value(), true, List.of(new VersionRef(id, 1)));
        Files.write(work.resolve(note.fileName()), note.write());
        Files.createDirectory(work.resolve("erased"));
        Files.move(object(id), work.resolve("erased").resolve(id.value()));

        ContentStore.Recovered recovered = store().recover((i, v) -> true);

        assertEquals(List.of(id), recovered.erased());
        assertEquals(Map.of("", "directory", "erased", "directory", "staging", "directory"), tree(work));
        assertFalse(Files.exists(object(id).getParent()), "OCFL forbids empty directories");
    }

    @Test
    void erasesWhatWasTakenBackBeforeItWasMovedIn() throws IOException {
        RecordId id = Samples.id(1);
        Samples.store(store(), "b1", Samples.first(sources(), id));
        BatchNote note = new BatchNote("b2", false, List.of(new VersionRef(id, 2)));
        Files.write(work.resolve(note.fileName()), note.write());
        Staging staging = new Staging(work.resolve("staging/b2"));
        staging.prepare();
        staging.build(Samples.second(id), store().inventory(id, 1));
        store().recover((i, v) -> v == 1);
        Path undone = work.resolve("undone/b2/staging").resolve(id.value());
        assertTrue(Files.exists(undone.resolve("v2/inventory.json")));

        store().erase(id);

        assertFalse(Files.exists(undone));
        assertTrue(Files.exists(work.resolve("undone/b2/note")));
    }

    @Test
    void refusesAnInventoryThatLeadsOutOfTheObject() throws IOException {
        RecordId id = Samples.id(1);
        Samples.store(store(), "b1", Samples.first(sources(), id));
        Path inventory = object(id).resolve("v1/inventory.json");
        String forged = Files.readString(inventory).replace("v1/content/METS.xml", "v1/content/../../../../../x");
        Files.delete(inventory);
        Files.writeString(inventory, forged);

        assertThrows(ArchiveException.Damaged.class, () -> store().open(id, 1, "METS.xml"));
    }

    @Test
    void refusesANoteThatCannotBeRead() throws IOException {
        Files.writeString(work.resolve("batch-b1"), "{\"format\":");

        assertThrows(ArchiveException.Damaged.class, () -> store().recover((id, version) -> true));
    }

    @Test
    void refusesADirectoryThatIsNoStore() {
        assertThrows(ArchiveException.Damaged.class, () -> FileContentStore.open(work, work));
    }

    @Test
    void writesTheSameBytesForTheSameVersion() throws IOException {
        RecordId id = Samples.id(1);
        Samples.store(store(), "b1", Samples.first(sources(), id));
        byte[] first = Files.readAllBytes(object(id).resolve("inventory.json"));
        store().erase(id);

        Samples.store(store(), "b2", Samples.first(sources(), id));

        assertArrayEquals(first, Files.readAllBytes(object(id).resolve("inventory.json")));
    }
}
