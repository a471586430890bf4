package se.sigill.core.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the primitives do to names and bytes; that they force them is shown by the durability tests. */
final class DurableTest {
    @TempDir
    Path dir;

    @Test
    void replacesWhatIsThereAndLeavesNoTemporaryFile() throws IOException {
        Path target = dir.resolve("checkpoint");
        Durable.replace(target, "one".getBytes(UTF_8));

        Durable.replace(target, "two".getBytes(UTF_8));

        assertEquals("two", Files.readString(target));
        try (var names = Files.list(dir)) {
            assertEquals(1, names.count());
        }
    }

    @Test
    void writesOverALeftoverTemporaryFile() throws IOException {
        Files.writeString(dir.resolve("head.new"), "a longer leftover of a power cut");

        Durable.replace(dir.resolve("head"), "x".getBytes(UTF_8));

        assertEquals("x", Files.readString(dir.resolve("head")));
    }

    @Test
    void createRefusesANameThatIsTaken() throws IOException {
        Path file = dir.resolve("a");
        Durable.create(file, "first".getBytes(UTF_8));

        assertThrows(FileAlreadyExistsException.class, () -> Durable.create(file, "second".getBytes(UTF_8)));

        assertEquals("first", Files.readString(file));
    }

    @Test
    void createsAllMissingDirectories() throws IOException {
        Durable.createDirectories(dir.resolve("a/b/c"));
        Durable.createDirectories(dir.resolve("a/b/c"));

        assertTrue(Files.isDirectory(dir.resolve("a/b/c")));
    }

    @Test
    void refusesAFileWhereADirectoryShouldBe() throws IOException {
        Files.writeString(dir.resolve("a"), "file");

        assertThrows(IOException.class, () -> Durable.createDirectories(dir.resolve("a")));
    }

    @Test
    void movesADirectoryToAnotherParent() throws IOException {
        Files.createDirectories(dir.resolve("from/x"));
        Files.createDirectory(dir.resolve("to"));

        Durable.move(dir.resolve("from/x"), dir.resolve("to/y"));

        assertTrue(Files.isDirectory(dir.resolve("to/y")));
        assertFalse(Files.exists(dir.resolve("from/x")));
    }
}
