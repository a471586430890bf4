package se.sigill.engines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.engines.part.PartTree;
import se.sigill.formats.Extraction;
import se.sigill.formats.FileInput;
import se.sigill.formats.PartFacts;

/** Parts taken out of mails and archives by a worker are the bytes that reading found. */
class UnpackTest {
    @TempDir
    Path folder;

    @Test
    void givesTheBytesOfAttachmentsAtEveryDepth() throws IOException {
        byte[] zip = TestEngines.zip(Map.of("inne.txt", "i en mapp".getBytes(StandardCharsets.UTF_8)));
        String mail = """
                From: asa@example.se
                Subject: Handlingar
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=y

                --y
                Content-Type: text/plain

                Hej
                --y
                Content-Type: text/plain; name=bilaga.txt
                Content-Disposition: attachment; filename=bilaga.txt
                Content-Transfer-Encoding: base64

                %s
                --y
                Content-Type: message/rfc822

                From: b@example.se
                Subject: Inuti
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=z

                --z
                Content-Type: application/zip; name=mapp.zip
                Content-Transfer-Encoding: base64

                %s
                --z--

                --y--
                """.formatted(base64("räksmörgås".getBytes(StandardCharsets.UTF_8)), base64(zip));
        FileInput file = FileInput.of(Files.writeString(folder.resolve("brev.eml"), mail.replace("\n", "\r\n")));
        Path out = Files.createDirectory(folder.resolve("out"));

        Extraction read = TestEngines.shared().extract(file);
        Map<String, String> known = new TreeMap<>();
        read.parts().stream()
                .filter(part -> !part.name().isEmpty() && !part.path().equals("0"))
                .forEach(part -> known.put(part.path(), part.sha256()));
        Map<String, Path> files = TestEngines.shared().unpack(file, List.copyOf(known.keySet()), out);
        Map<String, String> found = new TreeMap<>();
        for (Map.Entry<String, Path> each : files.entrySet()) {
            byte[] digest = PartTree.sha256().digest(Files.readAllBytes(each.getValue()));
            found.put(each.getKey(), HexFormat.of().formatHex(digest));
        }

        assertEquals(Set.of("2", "3", "3.1", "3.1.1"), known.keySet(), () -> names(read));
        assertEquals(known, found);
        assertEquals("räksmörgås", Files.readString(files.get("2")));
    }

    @Test
    void leavesOutWhatIsNotThere() throws IOException {
        FileInput file = FileInput.of(Files.writeString(folder.resolve("a.txt"), "text"));

        assertEquals(Map.of(), TestEngines.shared().unpack(file, List.of("1", "../x"), folder));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String names(Extraction read) {
        return read.parts().stream().map(PartFacts::toString).toList().toString();
    }
}
