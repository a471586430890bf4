package se.sigill.core.durability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The harness on toy protocols: the right one holds, and each fsync that is left out is noticed. */
final class CrashStatesTest {
    @TempDir
    Path dir;

    private final RecordingProvider provider = RecordingProvider.beside();

    @BeforeEach
    void create() throws IOException {
        Files.createDirectory(dir.resolve("home"));
        Files.createDirectory(dir.resolve("scratch"));
        provider.recorder().start(dir.resolve("home"));
    }

    private Path home() {
        return provider.wrap(dir.resolve("home"));
    }

    private CrashStates states(CrashStates.Checker checker) {
        return new CrashStates(dir.resolve("scratch"), checker, 1, 4, 1);
    }

    private boolean holds(CrashStates.Checker checker) throws IOException {
        return states(checker)
                .explore(provider.recorder().stop(), Set.of())
                .failures()
                .isEmpty();
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    /** "a" has the whole text as soon as somebody was told. */
    private static void aIsWhole(Path directory, List<String> acknowledged) throws IOException {
        if (!acknowledged.isEmpty()) {
            assertEquals("text", Files.readString(directory.resolve("a")));
        }
    }

    @Test
    void aForcedFileInAForcedDirectoryHolds() throws IOException {
        Files.writeString(home().resolve("a"), "text");
        force(home().resolve("a"), StandardOpenOption.WRITE);
        force(home(), StandardOpenOption.READ);
        provider.recorder().acknowledge("a");

        assertTrue(holds(CrashStatesTest::aIsWhole));
    }

    @Test
    void noticesThatTheBytesWereNotForced() throws IOException {
        Files.writeString(home().resolve("a"), "text");
        force(home(), StandardOpenOption.READ);
        provider.recorder().acknowledge("a");

        assertFalse(holds(CrashStatesTest::aIsWhole));
    }

    @Test
    void noticesThatTheNameWasNotForced() throws IOException {
        Files.writeString(home().resolve("a"), "text");
        force(home().resolve("a"), StandardOpenOption.WRITE);
        provider.recorder().acknowledge("a");

        assertFalse(holds(CrashStatesTest::aIsWhole));
    }

    @Test
    void noticesThatTheParentOfANewDirectoryWasNotForced() throws IOException {
        Files.createDirectory(home().resolve("d"));
        Files.writeString(home().resolve("d/a"), "text");
        force(home().resolve("d/a"), StandardOpenOption.WRITE);
        force(home().resolve("d"), StandardOpenOption.READ);
        provider.recorder().acknowledge("a");

        assertFalse(holds((directory, acknowledged) -> aIsWhole(directory.resolve("d"), acknowledged)));
    }

    private void replace(boolean forceBytes) throws IOException {
        Files.writeString(home().resolve("a"), "old");
        force(home().resolve("a"), StandardOpenOption.WRITE);
        force(home(), StandardOpenOption.READ);
        provider.recorder().acknowledge("old");
        Files.writeString(home().resolve("a.new"), "new");
        if (forceBytes) {
            force(home().resolve("a.new"), StandardOpenOption.WRITE);
        }
        Files.move(home().resolve("a.new"), home().resolve("a"), StandardCopyOption.ATOMIC_MOVE);
        force(home(), StandardOpenOption.READ);
    }

    private static void oldOrNew(Path directory, List<String> acknowledged) throws IOException {
        if (!acknowledged.isEmpty()) {
            assertTrue(Set.of("old", "new").contains(Files.readString(directory.resolve("a"))));
        }
    }

    @Test
    void aRenameOverAForcedFileIsOldOrNew() throws IOException {
        replace(true);

        assertTrue(holds(CrashStatesTest::oldOrNew));
    }

    @Test
    void noticesARenameBeforeTheBytesWereForced() throws IOException {
        replace(false);

        assertFalse(holds(CrashStatesTest::oldOrNew));
    }

    @Test
    void aRenameToAnotherDirectoryNeverLosesBothNames() throws IOException {
        Files.createDirectory(home().resolve("d"));
        Files.writeString(home().resolve("a"), "text");
        force(home().resolve("a"), StandardOpenOption.WRITE);
        force(home(), StandardOpenOption.READ);
        provider.recorder().acknowledge("a");
        Files.move(home().resolve("a"), home().resolve("d/a"), StandardCopyOption.ATOMIC_MOVE);
        force(home(), StandardOpenOption.READ);

        assertTrue(holds((directory, acknowledged) -> assertTrue(acknowledged.isEmpty()
                || Files.exists(directory.resolve("a"))
                || Files.exists(directory.resolve("d/a")))));
    }

    @Test
    void noticesALinkWhoseDirectoryWasNotForced() throws IOException {
        Files.createDirectory(home().resolve("d"));
        Files.writeString(home().resolve("source"), "text");
        force(home().resolve("source"), StandardOpenOption.WRITE);
        force(home(), StandardOpenOption.READ);
        Files.createLink(home().resolve("d/a"), home().resolve("source"));
        provider.recorder().acknowledge("a");

        assertFalse(holds((directory, acknowledged) -> aIsWhole(directory.resolve("d"), acknowledged)));
    }

    @Test
    void noticesAnAppendThatWasTorn() throws IOException {
        Path log = home().resolve("log");
        Files.writeString(log, "one\n");
        force(log, StandardOpenOption.WRITE);
        force(home(), StandardOpenOption.READ);
        Files.write(log, "two\n".getBytes(UTF_8), StandardOpenOption.APPEND);

        assertFalse(holds((directory, acknowledged) -> {
            if (Files.exists(directory.resolve("log"))) {
                assertTrue(Set.of("", "one\n", "one\ntwo\n").contains(Files.readString(directory.resolve("log"))));
            }
        }));
    }

    @Test
    void failsAtTheChangeThatWasAskedFor() throws IOException {
        provider.recorder().failAt(2);
        Files.createDirectory(home().resolve("one"));

        assertThrows(IOException.class, () -> Files.createDirectory(home().resolve("two")));
        assertThrows(IOException.class, () -> Files.createDirectory(home().resolve("three")));
        assertFalse(Files.exists(dir.resolve("home/two")));
    }

    @Test
    void seesCopiesAndDeletionsAndWhatWasThereByName() throws IOException {
        Files.writeString(home().resolve("a"), "text");
        Files.copy(home().resolve("a"), home().resolve("b"));
        Files.delete(home().resolve("a"));
        force(home().resolve("b"), StandardOpenOption.WRITE);
        force(home(), StandardOpenOption.READ);
        provider.recorder().acknowledge("b");

        assertTrue(holds((directory, acknowledged) -> {
            if (!acknowledged.isEmpty()) {
                assertEquals("text", Files.readString(directory.resolve("b")));
                assertFalse(Files.exists(directory.resolve("a")));
            }
        }));
    }
}
