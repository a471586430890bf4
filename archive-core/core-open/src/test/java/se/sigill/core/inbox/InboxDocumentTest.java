package se.sigill.core.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import se.sigill.core.proof.Sha;

/** The code does what the specification shows. Its values were made by another program, from the text alone. */
class InboxDocumentTest {
    private final InboxVectors vectors = new InboxVectors();
    private final BoxKey key =
            FollowCode.read(vectors.text("code")).orElseThrow().boxKey();

    @Test
    void derivesNameAndKeyFromTheCode() {
        assertEquals(vectors.text("box-name"), key.name());
        assertArrayEquals(vectors.bytes("box-key"), key.key());
    }

    @Test
    void encryptsFiles() throws IOException {
        assertEquals(vectors.text("state-empty"), encrypted(""));
        assertEquals(vectors.text("state-hej"), encrypted("Hej\n"));
        assertEquals(vectors.text("state-65536-a"), encrypted("a".repeat(65_536)));
    }

    private String encrypted(String content) throws IOException {
        byte[] salt = new byte[PrivateBox.SALT_BYTES];
        for (int i = 0; i < salt.length; i++) {
            salt[i] = (byte) i;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = PrivateBox.encrypt(bytes, key, "state", salt)) {
            out.write(content.getBytes(UTF_8));
        }
        return HexFormat.of().formatHex(Sha.sha256(bytes.toByteArray()));
    }

    @Test
    void provesReplies() {
        AskedLetter.Reply reply =
                AskedLetter.Reply.sign(key, "Tack", AskedLetter.Wish.WITHDRAW, Instant.parse("2026-03-02T08:00:00Z"));

        assertEquals(vectors.text("reply-proof"), reply.proof());
    }
}
