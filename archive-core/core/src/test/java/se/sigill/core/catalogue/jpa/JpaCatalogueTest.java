package se.sigill.core.catalogue.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.ArchiveException;
import se.sigill.core.catalogue.Archive;
import se.sigill.core.catalogue.Catalogue;
import se.sigill.core.catalogue.CatalogueContract;
import se.sigill.core.project.Projector;
import se.sigill.core.record.RecordId;

class JpaCatalogueTest implements CatalogueContract {
    @Override
    public Catalogue open(Archive archive) {
        return JpaCatalogues.openInMemory(UUID.randomUUID().toString(), archive);
    }

    @Test
    void isThereAgainAfterClosing(@TempDir Path home) {
        Archive archive = new Archive(20).live(200);
        List<String> before;
        try (Catalogue catalogue = JpaCatalogues.openDerby(home.resolve("db"), archive)) {
            new Projector(archive.log, List.of(catalogue)).catchUp();
            before = CatalogueContract.export(catalogue);
        }

        try (Catalogue catalogue = JpaCatalogues.openDerby(home.resolve("db"), archive)) {
            assertEquals(200, catalogue.cursor());
            assertEquals(before, CatalogueContract.export(catalogue));
        }
    }

    @Test
    void writesNothingOutsideItsFolder(@TempDir Path home) throws IOException {
        try (Catalogue catalogue = JpaCatalogues.openDerby(home.resolve("db"), new Archive(21))) {
            assertEquals(0, catalogue.cursor());
        }

        try (var entries = Files.list(home)) {
            assertEquals(List.of(home.resolve("db")), entries.toList());
        }
        assertTrue(Files.notExists(Path.of("derby.log")));
    }

    @Test
    void aFailureInTheMiddleOfABatchLeavesCursorAndRowsAsTheyWere() {
        Archive archive = new Archive(22);
        RecordId first = archive.seal("", "First");
        RecordId second = archive.seal("", "Second");
        String name = UUID.randomUUID().toString();
        try (Catalogue catalogue = JpaCatalogues.openInMemory(name, (id, version) -> {
            if (id.equals(second)) {
                throw new IllegalStateException("the disk is gone");
            }
            return archive.read(id, version);
        })) {
            Projector projector = new Projector(archive.log, List.of(catalogue));
            assertThrows(IllegalStateException.class, projector::catchUp);

            assertEquals(0, catalogue.cursor());
            assertTrue(catalogue.find(first).isEmpty());
        }
    }

    @Test
    void saysWhoHasItOpenWhenAnotherProcessDoes(@TempDir Path home) throws IOException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldsCatalogue.class.getName(),
                        home.resolve("db").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var said = other.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("open", said.readLine());

            ArchiveException e = assertThrows(
                    ArchiveException.Locked.class, () -> JpaCatalogues.openDerby(home.resolve("db"), new Archive(23)));
            assertEquals(11, e.exitCode());
        } finally {
            other.destroyForcibly();
        }
    }
}
