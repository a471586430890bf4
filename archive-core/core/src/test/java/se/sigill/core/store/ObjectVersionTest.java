package se.sigill.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.sigill.core.store.Samples.file;
import static se.sigill.core.store.Samples.id;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no version of an object, and what is no path in it. */
class ObjectVersionTest {
    private static final Instant AT = Instant.parse("2026-03-01T09:00:00.123456Z");

    @TempDir
    Path dir;

    private static ContentStore store(Path dir) {
        FileContentStore.create(dir.resolve("ocfl"), dir.resolve("work"));
        return FileContentStore.open(dir.resolve("ocfl"), dir.resolve("work"));
    }

    @Test
    void keepsMilliseconds() {
        ObjectVersion version = new ObjectVersion(id(1), 1, AT, "taken in", List.of(file("a", "x")));

        assertEquals(Instant.parse("2026-03-01T09:00:00.123Z"), version.created());
    }

    @Test
    void refusesWhatIsNoVersion() {
        VersionFile file = file("a", "x");
        List<VersionFile> many = Collections.nCopies(ObjectVersion.FILES_MAX + 1, file);

        assertThrows(IllegalArgumentException.class, () -> new ObjectVersion(id(1), 0, AT, "m", List.of(file)));
        assertThrows(IllegalArgumentException.class, () -> new ObjectVersion(id(1), 1, AT, " ", List.of(file)));
        assertThrows(IllegalArgumentException.class, () -> new ObjectVersion(id(1), 1, AT, "m", List.of()));
        assertThrows(IllegalArgumentException.class, () -> new ObjectVersion(id(1), 1, AT, "m", many));
        assertThrows(IllegalArgumentException.class, () -> new ObjectVersion(id(1), 1, AT, "m", List.of(file, file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", "a/", "a//b", ".", "a/./b", "../a", "a/..", "a\nb", "a/\u0000"})
    void refusesWhatIsNoPath(String path) {
        assertFalse(VersionFile.isPath(path));
        assertThrows(IllegalArgumentException.class, () -> file(path, "x"));
    }

    @Test
    void measuresNamesInBytes() {
        assertTrue(VersionFile.isPath("å".repeat(127)));
        assertFalse(VersionFile.isPath("å".repeat(128)));
        assertTrue(VersionFile.isPath("...a/..b/c."));
    }

    @Test
    void takesOneVersionOfAnObjectInABatchThatIsOpen() {
        ContentStore store = store(dir);
        Batch batch = store.open("b-1");
        batch.put(new ObjectVersion(id(1), 1, AT, "m", List.of(file("a", "x"))));

        assertThrows(
                IllegalStateException.class,
                () -> batch.put(new ObjectVersion(id(1), 2, AT, "m", List.of(file("a", "y")))));
        batch.promote();
        assertThrows(
                IllegalStateException.class,
                () -> batch.put(new ObjectVersion(id(2), 1, AT, "m", List.of(file("a", "y")))));
        batch.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "../b", "a b"})
    void refusesWhatIsNoIdOfABatch(String batch) {
        ContentStore store = store(dir);

        assertThrows(IllegalArgumentException.class, () -> store.open(batch));
    }

    @Test
    void promotesNothingFromAnEmptyBatch() {
        ContentStore store = store(dir);
        Batch batch = store.open("b-1");

        assertEquals(List.of(), batch.promote());
        batch.close();
    }
}
