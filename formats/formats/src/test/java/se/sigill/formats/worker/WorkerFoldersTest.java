package se.sigill.formats.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of dead processes go, all others stay. */
class WorkerFoldersTest {
    private static final long OWN = ProcessHandle.current().pid();

    /** Above what Linux gives out. */
    private static final long NOBODY = Integer.MAX_VALUE;

    @TempDir
    Path directory;

    @Test
    void removesWhatAKilledParentLeft() throws IOException, InterruptedException {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + directory,
                        "-cp",
                        ToyParent.classPath(),
                        ToyParent.class.getName(),
                        Files.writeString(directory.resolve("good"), "x").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = parent.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("worked", said.readLine());
            new WorkerFolders(directory).removeOrphans();
            assertEquals(1, left().size(), "a living parent keeps its folder");
        } finally {
            parent.destroyForcibly().waitFor();
        }

        new WorkerFolders(directory).removeOrphans();

        assertEquals(List.of(), left());
    }

    @Test
    void removesAllThatLiesInAFolder() throws IOException {
        Path folder = folder(NOBODY, "0a1b2c3d");
        Files.writeString(
                Files.createDirectories(folder.resolve("profile/user")).resolve("half.odt"), "x");
        Path outside = Files.writeString(directory.resolve("outside"), "x");
        Files.createSymbolicLink(folder.resolve("link"), outside);

        new WorkerFolders(directory).removeOrphans();

        assertFalse(Files.exists(folder));
        assertTrue(Files.exists(outside));
    }

    @Test
    void keepsFoldersOfLivingProcesses() throws IOException {
        Path own = new WorkerFolders(directory).make();
        Path other = folder(ProcessHandle.current().parent().orElseThrow().pid(), "0a1b2c3d");

        new WorkerFolders(directory).removeOrphans();

        assertTrue(Files.exists(own));
        assertTrue(Files.exists(other));
    }

    @Test
    void removesAFolderOfAnEarlierRunWithItsOwnNumber() throws IOException {
        Path earlier = folder(OWN, "0a1b2c3d");

        new WorkerFolders(directory).removeOrphans();

        assertFalse(Files.exists(earlier));
    }

    @Test
    void keepsWhatHasAnotherName() throws IOException {
        Path bare = Files.createDirectory(directory.resolve("sigill-worker-" + NOBODY));
        Path letters = Files.createDirectory(directory.resolve("sigill-worker-mine-0a1b2c3d-1"));
        Path file = Files.writeString(directory.resolve("sigill-worker-" + NOBODY + "-0a1b2c3d-1"), "x");

        new WorkerFolders(directory).removeOrphans();

        assertTrue(Files.exists(bare) && Files.exists(letters) && Files.exists(file));
    }

    private Path folder(long pid, String token) throws IOException {
        return Files.createDirectory(directory.resolve("sigill-worker-" + pid + "-" + token + "-77"));
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isDirectory).toList();
        }
    }
}
