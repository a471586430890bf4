package se.sigill.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.json.Json;

/** A mail with attachments, made to last with the real engines, by the commands. */
class AttachmentsTest {
    private static final String MAIL = """
            From: Anna Ek <anna@lindhult.example>
            Subject: Synpunkter
            Date: Mon, 2 Mar 2026 08:15:00 +0100
            Message-ID: <7@lindhult.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=del

            --del
            Content-Type: text/plain; charset=utf-8

            Se bilagorna.
            --del
            Content-Type: text/plain; charset=utf-8; name=bilaga.txt
            Content-Disposition: attachment; filename=bilaga.txt

            Cykelbanan vid ladan.
            --del
            Content-Type: message/rfc822

            From: Bo Al <bo@lindhult.example>
            Subject: Vidare
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8

            Ursprungligt brev.
            --del
            Content-Type: application/octet-stream; name=data.okänd
            Content-Disposition: attachment; filename=data.xyz
            Content-Transfer-Encoding: base64

            AAECAwQFBgcICQ==
            --del--
            """;

    @TempDir
    Path folder;

    @Test
    void everyAttachmentHasARenditionOrAGapAndTheSecondRunIsIdle() throws IOException {
        Running running = Running.founded(folder.resolve("home"));
        Path mail = Files.writeString(folder.resolve("brev.eml"), MAIL.replace("\n", "\r\n"));
        running.type("deposit", "--system", "test", mail.toString()).expect(0);

        running.type("renew").expect(0);
        List<Json.Obj> second = running.type("renew", "--json").expect(0).json();

        Json.Obj record = running.type("export", "--json").expect(0).json().getFirst();
        List<String> made = record.object("description").array("files").stream()
                .map(file -> file.asObject().text("path"))
                .skip(1)
                .toList();
        String data = "representations/preservation/data/brev.eml";
        assertEquals(List.of(data + ".pdf", data + ".part-2.pdf", data + ".part-3.pdf"), made);
        assertEquals(2, record.array("versions").size());
        assertEquals(1, second.size(), second::toString);
        String log = running.type("log").expect(0).out();
        List<Json.Obj> gaps = running.type("gaps", "--json").expect(0).json();
        assertTrue(
                gaps.stream()
                        .anyMatch(gap -> gap.text("code").equals("RENEW-NO-RULE")
                                && gap.text("where").equals("rendition#4")),
                gaps::toString);
        assertTrue(acts(folder.resolve("home")).contains("\"part\":\"0 2 3\""), log);
        running.type("seal").expect(0);
        running.type("check").expect(0);
    }

    private static String acts(Path home) throws IOException {
        return Files.readString(home.resolve("archive/log/acts/000"));
    }
}
