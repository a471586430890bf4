package se.sigill.staff.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.ArchiveException;
import se.sigill.core.config.Home;

class UploadsTest {
    @TempDir
    private Path folder;

    private Uploads uploads() {
        return new Uploads(new Home(folder));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFileInPiecesGoesOnWhereItBroke() throws IOException {
        Uploads.Basket basket = uploads().begin("anna");
        int number = basket.reserve("mapp/brev.txt", 10);
        assertEquals(4, basket.piece(number).orElseThrow().append(bytes("abcd")));
        assertFalse(basket.isWhole());

        Uploads.Basket again = uploads().find(basket.id(), "anna").orElseThrow();
        Uploads.Piece piece = again.piece(number).orElseThrow();
        assertEquals(4, piece.offset(), "another start of the server knows it");
        assertEquals(10, piece.append(bytes("efghijXXXX")), "no more than was said");

        assertTrue(again.isWhole());
        Path source = again.source().orElseThrow();
        assertEquals("abcdefghij", Files.readString(source.resolve("brev.txt")));
    }

    @Test
    void aBasketIsItsOwners() throws IOException {
        Uploads.Basket basket = uploads().begin("anna");

        assertEquals(Optional.empty(), uploads().find(basket.id(), "bo"));
        assertEquals(Optional.empty(), uploads().find("../" + basket.id(), "anna"));
        assertEquals(Optional.empty(), uploads().find("0".repeat(32), "anna"));
        assertTrue(uploads().find(basket.id(), "anna").isPresent());
    }

    @Test
    void noNameLeadsOut() throws IOException {
        Uploads.Basket basket = uploads().begin("anna");
        for (String name : new String[] {"../ut.txt", "a/../../ut.txt", "..", "", "/", "C:\\..\\..\\ut.txt", "a\0b"}) {
            assertThrows(ArchiveException.WrongUsage.class, () -> basket.add(name, bytes("x")), name);
            assertThrows(ArchiveException.WrongUsage.class, () -> basket.reserve(name, 1), name);
        }
        basket.add("C:\\Users\\anna\\brev.txt", bytes("hej"));
        basket.add("/etc/passwd", bytes("hej"));

        assertTrue(Files.exists(basket.source().orElseThrow().resolve("Users/anna/brev.txt")));
        assertTrue(Files.exists(basket.source().orElseThrow().resolve("etc/passwd")));
    }

    @Test
    void twoFilesOfOneNameAreNotMadeOne() throws IOException {
        Uploads.Basket basket = uploads().begin("anna");
        basket.add("brev.txt", bytes("ett"));

        ArchiveException.WrongUsage twice =
                assertThrows(ArchiveException.WrongUsage.class, () -> basket.add("brev.txt", bytes("två")));
        assertTrue(String.valueOf(twice.getMessage()).contains("brev.txt"));
        assertEquals("ett", Files.readString(basket.source().orElseThrow()), "one file is delivered as it is");
    }

    @Test
    void norAreTwoThatComeInPieces() throws IOException {
        Uploads.Basket basket = uploads().begin("anna");
        int first = basket.reserve("brev.txt", 3);

        assertEquals(first, basket.reserve("brev.txt", 3), "its answer was lost, and nothing has come");
        assertThrows(ArchiveException.WrongUsage.class, () -> basket.reserve("brev.txt", 4));
        assertEquals(3, basket.piece(first).orElseThrow().append(bytes("ett")));
        assertThrows(ArchiveException.WrongUsage.class, () -> basket.reserve("brev.txt", 3));
        assertTrue(basket.isWhole());
        assertEquals("ett", Files.readString(basket.source().orElseThrow()));
    }

    @Test
    void moreThanMayComeIsRefusedBeforeItComes() throws IOException {
        Uploads.Basket basket = uploads().begin("anna");

        assertThrows(ArchiveException.WrongUsage.class, () -> basket.reserve("stor", Uploads.BYTES_MAX + 1));
        assumeTrue(
                Files.getFileStore(folder).getUsableSpace() > 2 * Uploads.BYTES_MAX, "the disk is too full for this");
        int half = basket.reserve("halv", Uploads.BYTES_MAX / 2 + 1);
        assertEquals(0, basket.piece(half).orElseThrow().offset());
        assertThrows(
                ArchiveException.WrongUsage.class,
                () -> basket.reserve("andra halvan", Uploads.BYTES_MAX / 2 + 1),
                "what counts is the basket");
        basket.delete();
        assertEquals(Optional.empty(), uploads().find(basket.id(), "anna"));
    }
}
