package se.sigill.core.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxKeyTest {
    @TempDir
    Path folder;

    private final PublicKey key = LetterTest.pair("X25519").getPublic();

    @Test
    void readsWhatItWrote() throws IOException {
        Path file = folder.resolve("inbox.pub");
        InboxKey.write(file, LetterTest.pair("X25519").getPublic());
        InboxKey.write(file, key);

        assertEquals(key, InboxKey.read(file).orElseThrow());
        assertTrue(InboxKey.id(key).matches("[0-9a-f]{16}"));
    }

    @Test
    void refusesOtherKeys() {
        assertThrows(
                IllegalArgumentException.class,
                () -> InboxKey.pem(LetterTest.pair("X448").getPublic()));
        assertThrows(
                IllegalArgumentException.class,
                () -> InboxKey.pem(LetterTest.pair("EC").getPublic()));
    }

    @Test
    void findsNoneInWhatIsNone() throws IOException {
        Path file = folder.resolve("inbox.pub");
        assertEquals(Optional.empty(), InboxKey.read(file));

        String pem = InboxKey.pem(key);
        for (String text : new String[] {
            "",
            pem.substring(1),
            pem + pem,
            pem.replace("PUBLIC", "PRIVATE"),
            "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n",
            "-----BEGIN PUBLIC KEY-----\n=\n-----END PUBLIC KEY-----\n",
            pem + "x".repeat(2_000)
        }) {
            Files.writeString(file, text);
            assertEquals(Optional.empty(), InboxKey.read(file), text);
        }
        Path link = folder.resolve("link");
        Files.writeString(file, pem);
        Files.createSymbolicLink(link, file);
        assertEquals(Optional.empty(), InboxKey.read(link));
    }
}
