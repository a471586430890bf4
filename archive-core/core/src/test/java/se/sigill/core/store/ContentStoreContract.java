package se.sigill.core.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.sigill.core.ArchiveException;
import se.sigill.core.finding.Finding;
import se.sigill.core.record.RecordId;

/** What every store promises. An implementation's test gives an empty store and a folder for sources beside it. */
public interface ContentStoreContract {
    String ORIGINAL = "representations/original/data/Årsberättelse.txt";

    ContentStore store();

    Path sources();

    private String read(RecordId id, int version, String path) {
        try (InputStream in = store().open(id, version, path).orElseThrow()) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Set<RecordId> ids() {
        try (var objects = store().list()) {
            return objects.map(o -> o.id().orElseThrow()).collect(Collectors.toSet());
        }
    }

    @Test
    default void givesBackWhatWasStored() {
        RecordId id = Samples.id(1);

        Samples.store(store(), "b1", Samples.first(sources(), id));

        assertEquals("the original of " + id, read(id, 1, ORIGINAL));
        assertEquals("text of " + id, read(id, 1, "metadata/text.txt"));
    }

    @Test
    default void tellsTheDigestOfTheInventoryThatTheActPins() {
        RecordId id = Samples.id(1);

        List<Promoted> promoted = Samples.store(store(), "b1", Samples.first(sources(), id));

        assertEquals(
                promoted.getFirst().inventory(), store().inventoryDigest(id, 1).orElseThrow());
        assertEquals("7dda108b", promoted.getFirst().inventory().substring(0, 8), "the same in every store, for ever");
    }

    @Test
    default void answersEmptyForWhatIsNotThere() {
        RecordId id = Samples.id(1);
        Samples.store(store(), "b1", Samples.first(sources(), id));

        assertTrue(store().open(id, 1, "metadata/none.txt").isEmpty());
        assertTrue(store().open(id, 2, ORIGINAL).isEmpty());
        assertTrue(store().inventory(Samples.id(2), 1).isEmpty());
        assertTrue(store().inventoryDigest(id, 2).isEmpty());
    }

    @Test
    default void keepsVersionOneWhenVersionTwoIsAdded() {
        RecordId id = Samples.id(1);
        Samples.store(store(), "b1", Samples.first(sources(), id));
        Optional<String> before = store().inventoryDigest(id, 1);

        Samples.store(store(), "b2", Samples.second(id));

        assertEquals(before, store().inventoryDigest(id, 1));
        assertEquals("{\"id\":\"" + id + "\"}", read(id, 1, "metadata/record.json"));
        assertEquals("{\"version\":2,\"id\":\"" + id + "\"}", read(id, 2, "metadata/record.json"));
    }

    @Test
    default void carriesFilesOverToTheNextVersion() {
        RecordId id = Samples.id(1);
        Samples.store(store(), "b1", Samples.first(sources(), id));

        Samples.store(store(), "b2", Samples.second(id));

        Inventory inventory = store().inventory(id, 2).orElseThrow();
        assertEquals(6, inventory.files().size());
        assertEquals("v1/content/" + ORIGINAL, inventory.contentPath(ORIGINAL).orElseThrow());
        assertEquals("the original of " + id, read(id, 2, ORIGINAL));
    }

    @Test
    default void opensByAnInventoryWhatItsVersionHas() throws IOException {
        RecordId id = Samples.id(1);
        Samples.store(store(), "b1", Samples.first(sources(), id));
        Samples.store(store(), "b2", Samples.second(id));

        for (int version = 1; version <= 2; version++) {
            Inventory inventory = store().inventory(id, version).orElseThrow();
            for (String path : inventory.files().keySet()) {
                try (InputStream in = store().open(inventory, path).orElseThrow()) {
                    assertEquals(read(id, version, path), new String(in.readAllBytes(), UTF_8));
                }
            }
            assertTrue(store().open(inventory, "metadata/nothing.xml").isEmpty());
        }
    }

    @Test
    default void storesTwoFilesWithTheSameBytes() {
        RecordId id = Samples.id(1);
        ObjectVersion version = new ObjectVersion(
                id,
                1,
                java.time.Instant.EPOCH,
                "taken in",
                List.of(Samples.file("a.txt", "same"), Samples.file("b.txt", "same")));

        Samples.store(store(), "b1", version);

        assertEquals("same", read(id, 1, "a.txt"));
        assertEquals("same", read(id, 1, "b.txt"));
    }

    @Test
    default void refusesAnObjectThatIsAlreadyThere() {
        RecordId id = Samples.id(1);
        Samples.store(store(), "b1", Samples.first(sources(), id));
        Batch batch = store().open("b2");
        batch.put(Samples.first(sources(), id));

        assertThrows(ArchiveException.Damaged.class, batch::promote);
        batch.undo();

        assertEquals("the original of " + id, read(id, 1, ORIGINAL));
    }

    @Test
    default void refusesAVersionWithoutTheOneBefore() {
        Batch batch = store().open("b1");
        batch.put(Samples.second(Samples.id(1)));

        assertThrows(ArchiveException.Damaged.class, batch::promote);
        assertEquals(Set.of(), ids());
    }

    @Test
    default void refusesTwoVersionsOfOneObjectInABatch() {
        Batch batch = store().open("b1");
        batch.put(Samples.first(sources(), Samples.id(1)));

        assertThrows(IllegalStateException.class, () -> batch.put(Samples.second(Samples.id(1))));
    }

    @Test
    default void undoTakesBackNewObjectsAndNewVersions() {
        RecordId old = Samples.id(1);
        RecordId fresh = Samples.id(2);
        Samples.store(store(), "b1", Samples.first(sources(), old));
        Batch batch = store().open("b2");
        batch.put(Samples.second(old));
        batch.put(Samples.first(sources(), fresh));
        batch.promote();

        batch.undo();

        assertTrue(store().inventory(fresh, 1).isEmpty());
        assertTrue(store().inventory(old, 2).isEmpty());
        assertEquals(Set.of(old), ids());
        Samples.store(store(), "b3", Samples.second(old), Samples.first(sources(), fresh));
        assertEquals("pdf of " + old, read(old, 2, "representations/preservation/data/Årsberättelse.pdf"));
    }

    @Test
    default void recoveryTakesBackWhatTheLogHasNotAndKeepsWhatItHas() {
        RecordId committed = Samples.id(1);
        RecordId lost = Samples.id(2);
        Batch one = store().open("b1");
        one.put(Samples.first(sources(), committed));
        one.promote();
        Batch two = store().open("b2");
        two.put(Samples.first(sources(), lost));
        two.promote();

        ContentStore.Recovered recovered = store().recover((id, version) -> id.equals(committed));

        assertEquals(List.of(new VersionRef(committed, 1)), recovered.finished());
        assertEquals(List.of(new VersionRef(lost, 1)), recovered.undone());
        assertEquals(List.of(), recovered.missing());
        assertEquals(Set.of(committed), ids());
        assertEquals(List.of(), store().recover((id, version) -> false).undone(), "the notes are gone");
    }

    @Test
    default void findsWhatNoActNames() {
        RecordId known = Samples.id(1);
        RecordId ahead = Samples.id(2);
        RecordId orphan = Samples.id(3);
        RecordId underWay = Samples.id(4);
        Samples.store(
                store(),
                "b1",
                Samples.first(sources(), known),
                Samples.first(sources(), ahead),
                Samples.first(sources(), orphan));
        Samples.store(store(), "b2", Samples.second(ahead));
        Batch batch = store().open("b3");
        batch.put(Samples.first(sources(), underWay));
        batch.promote();

        List<Finding> findings = store().findOrphans(Map.of(known, 1, ahead, 1));

        assertEquals(Set.of(underWay), store().underWay());

        assertEquals(
                Set.of("STORE-ORPHAN " + StoreLayout.place(orphan), "STORE-ORPHAN-VERSION " + StoreLayout.place(ahead)),
                findings.stream().map(f -> f.code().id() + " " + f.where()).collect(Collectors.toSet()));
    }

    @Test
    default void erasesAnObject() {
        RecordId id = Samples.id(1);
        Samples.store(store(), "b1", Samples.first(sources(), id));

        store().erase(id);
        store().erase(id);

        assertTrue(store().inventory(id, 1).isEmpty());
        assertEquals(Set.of(), ids());
    }

    @Test
    default void handsOutACopyThatMayBeChanged() throws IOException {
        RecordId id = Samples.id(1);
        Samples.store(store(), "b1", Samples.first(sources(), id));
        Path target = sources().resolve("handed-out");

        assertTrue(store().place(id, 1, ORIGINAL, target));
        Files.writeString(target, "changed by a program");

        assertEquals("the original of " + id, read(id, 1, ORIGINAL));
        assertFalse(store().place(id, 1, "none", sources().resolve("none")));
    }
}
