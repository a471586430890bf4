package se.sigill.engines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.finding.Finding;
import se.sigill.core.text.TextPart;
import se.sigill.formats.FileInput;
import se.sigill.formats.FormatFinding;
import se.sigill.formats.part.PartCopy;
import se.sigill.formats.part.Withholding;
import se.sigill.formats.part.Withholding.What;

/** A mail without some of its parts: what stays is as it was, byte for byte, and what goes leaves nothing. */
class MailInPartTest {
    private static final String WORDS = "Bilaga 1 är utelämnad enligt OSL 26:1.";

    /** Two attachments, one with a name that is written in pieces (RFC 2231), and a body in two forms. */
    private static final String MAIL = """
            Received: from mx.example.se by in.example.se; Fri, 13 Mar 2026 10:00:00 +0100
            DKIM-Signature: v=1; a=rsa-sha256; d=example.se; bh=frcCV1k9oG9oKj3dpUqdJg1PxRT2RSN/XKdLCPjaYaY=;
             b=dzdVyOfAKCdLXdJOc9G2q8LoXSlEniSb
            From: Asa <asa@example.se>
            To: kommun@example.se
            Subject: Om bryggan
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="y"

            Det här är ett brev i flera delar.
            --y
            Content-Type: multipart/alternative; boundary=z

            --z
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            Hej! H=C3=A4r kommer ritningen och utredningen.
            --z
            Content-Type: text/html; charset=utf-8

            <p>Hej! Här kommer ritningen och utredningen.</p>
            --z--
            --y
            Content-Type: application/octet-stream;
             name*0*=UTF-8''Familjen%20Planta%20;
             name*1*=%C3%A5r%202026.txt
            Content-Disposition: attachment;
             filename*0*=UTF-8''Familjen%20Planta%20;
             filename*1*=%C3%A5r%202026.txt
            Content-Description: Utredning om Kajsa Planta
            Content-ID: <hemligt-nummer-17@example.se>
            Content-Transfer-Encoding: base64

            SECRET
            --y
            Content-Type: text/plain; name=ritning.txt
            Content-Disposition: attachment; filename=ritning.txt

            Bryggan är fyra meter.
            --y--
            """;

    private static final String SECRET = "Kajsa Planta bor på Kvarnåkersgården sedan skilsmässan i våras.";

    @TempDir
    Path folder;

    @Test
    void leavesOutAnAttachmentAndKeepsEveryOtherByte() throws IOException {
        String mail = mail();

        String copy = made(mail, Map.of("2", WORDS));

        String from = "Content-Type: application/octet-stream";
        String to = "\r\n--y\r\nContent-Type: text/plain; name=ritning.txt";
        String signature = "DKIM-Signature";
        assertEquals(
                mail.substring(0, mail.indexOf(signature))
                        + mail.substring(mail.indexOf("From: Asa"), mail.indexOf(from))
                        + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + WORDS
                        + mail.substring(mail.indexOf(to)),
                copy);
    }

    @Test
    void tellsWhatStandsInTheCopy() throws IOException {
        PartCopy.Made made = assertInstanceOf(PartCopy.Made.class, withheld(mail(), Map.of("2", WORDS)));

        assertEquals("message/rfc822", made.read().identification().mime());
        assertEquals(
                List.of("0", "1.1", "1.2", "2", "3"),
                made.read().text().parts().stream().map(TextPart::path).toList());
        assertTrue(made.read().toString().contains("fyra meter"));
        assertFalse(made.read().toString().contains("Planta"));
    }

    @Test
    void leavesOutBothFormsOfABodyOrNone() throws IOException {
        Finding why = refused(mail(), Map.of("1.1", "Texten är utelämnad."));
        assertEquals(FormatFinding.COPY_TARGET, why.code());
        assertEquals("part 1.2", why.where());

        String copy = made(mail(), Map.of("1.1", "Texten är utelämnad.", "1.2", "Texten är utelämnad."));

        assertFalse(copy.contains("Här kommer") || copy.contains("H=C3=A4r kommer"), copy);
        assertTrue(copy.contains("fyra meter"));
    }

    @Test
    void leavesOutAPartOfAMailInAMail() throws IOException {
        String outer = """
                From: b@example.se
                Subject: Vidare
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=w

                --w

                Se nedan.
                --w
                Content-Type: message/rfc822

                INNER
                --w--
                """.replace("\n", "\r\n").replace("INNER", mail());

        String copy = made(outer, Map.of("2.2", WORDS));

        assertTrue(copy.contains(WORDS) && copy.contains("Se nedan.") && copy.contains("fyra meter"), copy);
        assertFalse(copy.contains("DKIM-Signature"), "a digest of what is left out");
        assertEquals(outer.split("--y").length, copy.split("--y").length);
    }

    @Test
    void leavesOutAWholeMailInAMail() throws IOException {
        String outer = "Content-Type: multipart/mixed; boundary=w\n\n--w\n\nSe nedan.\n--w\n"
                + "Content-Type: message/rfc822\n\n" + mail().replace("\r\n", "\n") + "\n--w--\n";

        String copy = made(outer, Map.of("2", WORDS, "2.3", "i den"));

        assertEquals(
                "Content-Type: multipart/mixed; boundary=w\n\n--w\n\nSe nedan.\n--w\n"
                        + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + WORDS
                        + "\n--w--\n",
                copy);
    }

    @Test
    void leavesOutTheOnlyBody() throws IOException {
        String mail = "From: a@example.se\nSubject: Hej\nContent-Type: text/html; charset=utf-8\n"
                + "Content-Language: sv\nX-Own: 1\n\n<p>" + SECRET + "</p>\n";

        assertEquals(
                "From: a@example.se\nSubject: Hej\nX-Own: 1\nContent-Type: text/plain; charset=utf-8\n"
                        + "Content-Transfer-Encoding: 8bit\n\n" + WORDS + "\n",
                made(mail, Map.of("1", WORDS)));
    }

    @Test
    void findsWhatIsLeftOutInEveryCorner() throws IOException {
        String encoded = Base64.getEncoder().encodeToString(SECRET.repeat(3).getBytes(StandardCharsets.UTF_8));
        Map<String, String> corners = Map.of(
                "Subject: Om bryggan",
                "Subject: Om bryggan\r\nKeywords: skilsmässan",
                "MIME-Version: 1.0",
                "MIME-Version: 1.0\r\nX-Note: hon bor på Kvarnåkersgården sedan i fjol",
                "Det här är ett brev i flera delar.",
                "Det här är ett brev om Kvarnåkersgården.",
                "Bryggan är fyra meter.",
                "Bryggan är fyra meter.\r\n" + encoded,
                "name=ritning.txt",
                "name=ritning.txt; x-next=\"=?utf-8?Q?Familjen_Planta_=C3=A5r_2026.txt?=\"",
                "Content-Disposition: attachment; filename=ritning.txt",
                "Content-ID: <a>\r\nX-Before: hemligt-nummer-17@example.se");
        for (Map.Entry<String, String> corner : corners.entrySet()) {
            String mail = mail().replace(corner.getKey(), corner.getValue());
            Finding why = refused(mail, Map.of("2", WORDS));
            assertEquals(FormatFinding.COPY_RESIDUE, why.code(), corner.getValue());
            assertFalse(why.message().contains("Kvarn") || why.where().contains("Planta"), why.toString());
        }
    }

    @Test
    void findsTheSameFileInAnotherPart() throws IOException {
        String again = mail().replace(
                        "Content-Type: text/plain; name=ritning.txt",
                        "Content-Type: text/plain; name=ritning.txt\r\nContent-Transfer-Encoding: quoted-printable")
                .replace("Bryggan är fyra meter.", SECRET.replace("å", "=C3=A5").replace("ä", "=C3=A4"));

        Finding why = refused(again, Map.of("2", WORDS));

        assertEquals(FormatFinding.COPY_RESIDUE, why.code());
        assertEquals("part 3", why.where());
    }

    @Test
    void findsTheNameInWhatIsKept() throws IOException {
        Finding why = refused(
                mail().replace("utredningen.</p>", "utredningen, Familjen Planta år 2026.txt.</p>"),
                Map.of("2", WORDS));

        assertEquals(FormatFinding.COPY_RESIDUE, why.code());
        assertEquals("part 1.2", why.where());
    }

    @Test
    void refusesWhatIsSignedOrEncryptedOrNoSuchPart() throws IOException {
        String signed =
                mail().replace("multipart/mixed;", "multipart/signed; protocol=\"application/pkcs7-signature\";");
        assertEquals(
                FormatFinding.COPY_SIGNED, refused(signed, Map.of("2", WORDS)).code());
        String encrypted = mail().replace("text/plain; name=ritning.txt", "application/pkcs7-mime; name=smime.p7m");
        assertEquals(
                FormatFinding.COPY_ENCRYPTED,
                refused(encrypted, Map.of("2", WORDS)).code());
        assertEquals(
                FormatFinding.COPY_TARGET, refused(mail(), Map.of("7", WORDS)).code());
        String torn = mail().substring(0, mail().indexOf("fyra meter"));
        assertEquals(FormatFinding.COPY_UNFIT, refused(torn, Map.of("2", WORDS)).code());
    }

    private static String mail() {
        String encoded = Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8));
        return MAIL.replace("SECRET", encoded).replace("\n", "\r\n");
    }

    private String made(String mail, Map<String, String> words) throws IOException {
        PartCopy copy = withheld(mail, words);
        PartCopy.Made made = assertInstanceOf(PartCopy.Made.class, copy, copy.toString());
        return Files.readString(made.file());
    }

    private Finding refused(String mail, Map<String, String> words) throws IOException {
        PartCopy.NotMade not = assertInstanceOf(PartCopy.NotMade.class, withheld(mail, words));
        return not.why();
    }

    private PartCopy withheld(String mail, Map<String, String> words) throws IOException {
        Path file = Files.writeString(folder.resolve("brev.eml"), mail);
        Path target = folder.resolve("kopia.eml");
        Files.deleteIfExists(target);
        PartCopy copy = TestEngines.shared().withhold(FileInput.of(file), new What.Parts(new TreeMap<>(words)), target);
        assertEquals(copy instanceof PartCopy.Made, Files.exists(target), "a copy, or nothing");
        assertFalse(Files.exists(Withholding.unsearched(target)));
        return copy;
    }
}
