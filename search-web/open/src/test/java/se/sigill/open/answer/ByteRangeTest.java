package se.sigill.open.answer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.look.Attachment;

final class ByteRangeTest {
    @TempDir
    private Path folder;

    @Test
    void readsTheFormsOfTheStandard() {
        assertEquals(Optional.of(new ByteRange(0, 10)), ByteRange.of("bytes=0-9", 100));
        assertEquals(Optional.of(new ByteRange(90, 10)), ByteRange.of("bytes=90-", 100));
        assertEquals(Optional.of(new ByteRange(95, 5)), ByteRange.of("bytes=-5", 100));
        assertEquals(Optional.of(new ByteRange(0, 100)), ByteRange.of("bytes=-500", 100));
        assertEquals(Optional.of(new ByteRange(99, 1)), ByteRange.of("bytes=99-500", 100));
        for (String none :
                new String[] {"bytes=-", "bytes=9-0", "bytes=0-1,3-4", "lines=0-1", "bytes=x-1", "bytes=-0"}) {
            assertEquals(Optional.empty(), ByteRange.of(none, 100), none);
        }
        assertTrue(ByteRange.isBeyond("bytes=100-", 100));
        assertFalse(ByteRange.isBeyond("bytes=99-", 100));
        assertFalse(ByteRange.isBeyond("bytes=200-100", 100));
    }

    @Test
    void givesJustTheseBytes() throws IOException {
        byte[] bytes = new byte[200_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 7);
        }
        Path file = Files.write(folder.resolve("f"), bytes);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new ByteRange(1_000, 150_000).of(file).write(out);

        assertArrayEquals(java.util.Arrays.copyOfRange(bytes, 1_000, 151_000), out.toByteArray());
    }

    @Test
    void namesAFileInAnyCharacters() {
        assertEquals(
                "attachment; filename=\"proto_koll __.pdf\"; filename*=UTF-8''proto%22koll%20%C3%A5%C3%A4.pdf",
                Attachment.named("proto\"koll åä.pdf"));
        assertFalse(Attachment.named("a\r\nSet-Cookie: x").contains("\n"));
    }
}
