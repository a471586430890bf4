package se.sigill.engines.tika;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.junit.jupiter.api.Test;

/** The table answers what Tika answers, or nothing. */
class MagicTableTest {
    private static final int HEAD_BYTES = 1 << 16;
    private static final List<String> BEGINNINGS = List.of(
            "",
            "%PDF-1.7\n",
            "PK\u0003\u0004",
            "GIF89a",
            "From: a@example.se\r\nTo: b@example.se\r\nDate: Tue, 3 Mar 2026 09:12:00 +0100\r\nSubject: x\r\n\r\n",
            "\r\nReceived: by x\nMessage-ID: <1>\nFrom: a\n",
            "From - Tue Mar  3\nfrom: a@example.se\nto: b\nsubject: c\n",
            "<!DOCTYPE html><html><head>",
            "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            "{\\rtf1\\ansi",
            "function x = y\n",
            "user-agent: *\nallow: /\n",
            "\r%AI5_FileFormat 3\n",
            "0\nSECTION\n2\nHEADER\n",
            "digraph g {",
            "P5\n10 10\n",
            "BEGIN:VCARD\r\n",
            "II*\0",
            "MM\0*",
            "OggS\0",
            "RIFF\1\1\1\1WAVE",
            "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1",
            "\u00ff\u00d8\u00ff\u00e0",
            "\u00ff\u00f1",
            "Sammanträdet öppnas.");

    private final TikaConfig tika = TikaReader.config();
    private final MagicTable table = MagicTable.read(HEAD_BYTES);

    @Test
    void neverContradictsTika() throws IOException {
        int certain = 0;
        List<byte[]> heads = heads();
        for (byte[] head : heads) {
            Optional<MediaType> answer = table.type(head);
            if (answer.isPresent()) {
                certain++;
                MediaType theirs = tika.getMimeRepository().detect(new ByteArrayInputStream(head), new Metadata());
                assertEquals(
                        theirs.getBaseType(),
                        answer.get().getBaseType(),
                        () -> new String(head, 0, Math.min(40, head.length), StandardCharsets.ISO_8859_1));
            }
        }
        assertTrue(certain > heads.size() / 2, certain + " of " + heads.size());
    }

    @Test
    void knowsAMail() throws IOException {
        byte[] mail = BEGINNINGS.get(4).getBytes(StandardCharsets.ISO_8859_1);

        assertEquals(Optional.of("message/rfc822"), table.type(mail).map(MediaType::toString));
    }

    /** Each beginning with text, noise and zeros behind it, whole and with some bytes changed. */
    private static List<byte[]> heads() {
        Random random = new Random(7);
        List<byte[]> heads = new ArrayList<>();
        for (String beginning : BEGINNINGS) {
            for (String rest : List.of("x", "Rad ett.\n".repeat(300), "\0".repeat(600), noise(random, 9000))) {
                byte[] head = (beginning + rest).getBytes(StandardCharsets.ISO_8859_1);
                heads.add(head);
                byte[] changed = head.clone();
                for (int i = 0; i < 2; i++) {
                    changed[random.nextInt(Math.min(24, changed.length))] = (byte) random.nextInt(256);
                }
                heads.add(changed);
            }
        }
        return heads;
    }

    private static String noise(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
