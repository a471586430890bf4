package se.sigill.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which engines are there is told from the names of files. */
class FormatsTest {
    @TempDir
    Path folder;

    @Test
    void readsTheVersionFromTheNameOfTheJar() throws IOException {
        Path lib = Files.createDirectory(folder.resolve("lib"));
        Files.createFile(lib.resolve("tika-core-3.3.1.jar"));
        Files.createFile(lib.resolve("tika-core-notes.txt"));

        Engine tika = engine("Apache Tika");

        assertTrue(tika.available());
        assertEquals("3.3.1", tika.version());
    }

    @Test
    void takesTheFolderItselfWhenItHasNoLib() throws IOException {
        Files.createFile(folder.resolve("droid-core-6.8.0.jar"));

        assertEquals("6.8.0", engine("DROID").version());
        assertFalse(engine("veraPDF").available());
    }

    @Test
    void listsTheSameEnginesWhereNoneIsThere() {
        List<String> names = names(folder.resolve("none"));

        assertEquals(names(folder), names);
        assertEquals(6, names.size());
    }

    @Test
    void tellsHowToInstallTheOfficeSuite() {
        Engine office = engine("LibreOffice");

        assertEquals(Formats.office().isPresent(), office.available());
        assertEquals(Formats.OFFICE_INSTALL, office.howToInstall());
    }

    @Test
    void readsTheVersionOfAnOfficeSuiteBesideItsProgram() throws IOException {
        Path program = folder.resolve("soffice");
        assertEquals("", Formats.officeVersion(program));
        Files.writeString(
                folder.resolve("versionrc"),
                "[Version]\nMsiProductVersion=25.2.3.2\nReferenceOOoMajorMinor=4.1\nother=9.9.9.9.9.9\n");

        assertEquals("25.2.3.2", Formats.officeVersion(program));
    }

    private Engine engine(String name) {
        return Formats.all(folder).stream()
                .filter(engine -> engine.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(Path engines) {
        return Formats.all(engines).stream().map(Engine::name).toList();
    }
}
