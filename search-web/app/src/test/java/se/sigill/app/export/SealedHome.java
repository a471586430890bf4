package se.sigill.app.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import se.sigill.app.run.Running;
import se.sigill.core.json.Json;

/**
 * An archive with a letter and a mail with an attachment, each made to last in its second version, sealed.
 *
 * @param letter id of the record of the letter; {@code mail} of the other
 */
record SealedHome(Running running, Path trust, String letter, String mail) {
    private static final String TABLE = """
            path;title;authority
            remiss översikt.txt;Remiss av översiktsplan;Kommunstyrelsen
            synpunkter.eml;Synpunkter;Kommunstyrelsen
            """;
    private static final String LETTER = "Remiss av översiktsplan\n\nSvar senast den 1 juni.\n";
    private static final String MAIL = """
            From: Anna Ek <anna@lindhult.example>
            To: Kommunstyrelsen <ks@lindhult.example>
            Subject: Synpunkter
            Date: Mon, 2 Mar 2026 08:15:00 +0100
            Message-ID: <1@lindhult.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=del

            --del
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 8bit

            Hej! Cykelbanan saknas i planen.
            --del
            Content-Type: text/plain; charset=utf-8; name=bilaga.txt
            Content-Disposition: attachment; filename=bilaga.txt
            Content-Transfer-Encoding: 8bit

            Cykelbanan längs ån.
            --del--
            """;

    /** @param folder empty; the home is made in it */
    static SealedHome make(Path folder) throws IOException {
        Running running = Running.founded(folder.resolve("home"));
        Path delivery = Files.createDirectory(folder.resolve("delivery"));
        Files.writeString(delivery.resolve("remiss översikt.txt"), LETTER);
        Files.writeString(delivery.resolve("synpunkter.eml"), MAIL.replace("\n", "\r\n"));
        Files.writeString(delivery.resolve("leverans.csv"), TABLE);
        running.type("deposit", "--system", "test", delivery.toString()).expect(0);
        running.type("renew").expect(0);
        running.type("seal").expect(0);
        Path trust = folder.resolve("trust");
        running.type("keys", "trust", "--out", trust.toString()).expect(0);
        List<Json.Obj> records = running.type("export", "--json").expect(0).json();
        return new SealedHome(running, trust, id(records, "remiss översikt.txt"), id(records, "synpunkter.eml"));
    }

    private static String id(List<Json.Obj> records, String delivered) {
        return records.stream()
                .filter(line ->
                        line.object("description").object("source").text("path").equals(delivered))
                .map(line -> line.text("id"))
                .findFirst()
                .orElseThrow();
    }

    List<String> ids() {
        return List.of(letter, mail);
    }
}
