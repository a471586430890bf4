package se.sigill.app.wiring;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.ArchiveException;

class GivenFileTest {
    @TempDir
    private Path folder;

    private String refused(Path file) {
        return assertThrows(ArchiveException.WrongUsage.class, () -> GivenFile.text(file, 8, "say less"))
                .getMessage();
    }

    @Test
    void aFileUpToItsSizeIsReadWhole() throws IOException {
        Path file = Files.writeString(folder.resolve("plan.csv"), "åtta by");
        assertEquals("åtta by", GivenFile.text(file, 8, "say less"));
    }

    @Test
    void aLargerOneIsRefusedAndNotCut() throws IOException {
        Path file = Files.writeString(folder.resolve("plan.csv"), "nio byte!");
        assertEquals(file + " has more than 8 bytes: say less", refused(file));
    }

    /** No end is looked for: the command may be done by a server, which others use. */
    @Test
    void whatHasNoEndIsNotReadAtAll() {
        assertEquals("/dev/zero is not a file but a folder or a device", refused(Path.of("/dev/zero")));
    }

    @Test
    void whatIsNoFileIsSaidToBeNone() {
        assertEquals(folder + " is not a file but a folder or a device", refused(folder));
        assertEquals("there is no file " + folder.resolve("x"), refused(folder.resolve("x")));
    }

    @Test
    void anotherEncodingIsSaidToBeOne() throws IOException {
        Path file = Files.write(folder.resolve("plan.csv"), "åäö".getBytes(ISO_8859_1));
        assertEquals(file + " is no text in UTF-8", refused(file));
        assertEquals(Optional.empty(), GivenFile.utf8(Files.readAllBytes(file)));
    }
}
