package se.sigill.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.ArchiveException;

class LeaseTest {
    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("lock");
    }

    @Test
    void givesTheRightToOneAtATime() throws IOException {
        Lease first = Lease.take(file(), "taken");

        assertEquals(
                "taken",
                assertThrows(ArchiveException.Locked.class, () -> Lease.take(file(), "taken"))
                        .getMessage());
        first.close();

        Lease.take(file(), "taken").close();
    }

    /** A refusal must not open and close the file: that would take the lock from who has it. */
    @Test
    void keepsOtherProcessesOutAfterARefusalInThisOne() throws IOException, InterruptedException {
        try (Lease _ = Lease.take(file(), "taken")) {
            assertThrows(ArchiveException.Locked.class, () -> Lease.take(file(), "taken"));
            Path link = Files.createSymbolicLink(folder.resolveSibling(folder.getFileName() + "-link"), folder);
            assertThrows(ArchiveException.Locked.class, () -> Lease.take(link.resolve("lock"), "taken"));
            Files.delete(link);

            assertEquals("taken", anotherProcess());
        }
        assertEquals("free", anotherProcess());
    }

    private String anotherProcess() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        file().toString())
                .start();
        String told = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor(1, TimeUnit.MINUTES);
        return told;
    }

    /** What the other process runs. */
    static final class Other {
        private Other() {}

        public static void main(String[] args) throws IOException {
            try (Lease _ = Lease.take(Path.of(args[0]), "taken")) {
                System.out.write("free".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            } catch (ArchiveException.Locked e) {
                System.out.write("taken".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
            System.out.flush();
        }
    }
}
