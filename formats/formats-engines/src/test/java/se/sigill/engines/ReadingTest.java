package se.sigill.engines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.text.TextPage;
import se.sigill.core.text.TextPart;
import se.sigill.engines.pdf.PdfWriter;
import se.sigill.formats.Extraction;
import se.sigill.formats.FileInput;
import se.sigill.formats.FormatFinding;
import se.sigill.formats.Identification;
import se.sigill.formats.PartFacts;

/** What is read of sound files, through a worker. */
class ReadingTest {
    @TempDir
    Path folder;

    @Test
    void knowsAWordDocumentByItsContainerAndReadsIt() throws IOException {
        Extraction docx =
                extract("beslut.bin", TestEngines.docx(TestEngines.paragraph("Bygglov för Åängen beviljas.")));

        assertEquals("fmt/412", docx.identification().puid());
        assertEquals(Identification.Method.CONTAINER, docx.identification().method());
        assertEquals("Bygglov för Åängen beviljas.", text(docx, "0", 0));
        assertEquals(List.of(FormatFinding.EXTENSION_MISMATCH), codes(docx));
    }

    @Test
    void readsAPdfByPage() throws IOException {
        Path pdf = folder.resolve("tre.pdf");
        new PdfWriter()
                .write(
                        Jsoup.parse("<h1>ett</h1><h1 style='page-break-before:always'>två</h1>"
                                + "<h1 style='page-break-before:always'>ordetpåsidantre</h1>"),
                        "Tre sidor",
                        "sv",
                        pdf);

        Extraction read = TestEngines.shared().extract(FileInput.of(pdf));

        assertEquals(
                List.of(1, 2, 3),
                pages(read, "0").stream().map(TextPage::number).toList());
        assertTrue(text(read, "0", 3).contains("ordetpåsidantre"));
        assertFalse(text(read, "0", 2).contains("ordetpåsidantre"));
        assertEquals("Tre sidor", read.file().orElseThrow().meta("title"));
        assertEquals("application/pdf", read.identification().mime());
    }

    @Test
    void readsAMailWithItsHeaderBodiesAndAttachmentsByPlace() throws IOException {
        byte[] inner = TestEngines.zip(Map.of("lista.txt", "hemligtord i zip".getBytes(StandardCharsets.UTF_8)));
        String mail = """
                From: =?utf-8?Q?=C3=85sa_=C3=96berg?= <asa@example.se>
                To: registrator@example.se
                Subject: =?iso-8859-1?Q?F=F6rfr=E5gan?=
                Date: Tue, 3 Mar 2026 09:12:00 +0100
                Message-ID: <1@example.se>
                In-Reply-To: <0@example.se>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=x

                --x
                Content-Type: multipart/alternative; boundary=y

                --y
                Content-Type: text/plain; charset=iso-8859-1
                Content-Transfer-Encoding: quoted-printable

                Hej, jag vill l=E4sa protokollet.
                --y
                Content-Type: text/html; charset=utf-8

                <p>Hej, jag vill <b>läsa</b> protokollet.</p>
                --y--
                --x
                Content-Type: application/octet-stream; name="bilaga.zip"
                Content-Disposition: attachment; filename="bilaga.zip"
                Content-Transfer-Encoding: base64

                %s
                --x--
                """.formatted(Base64.getMimeEncoder().encodeToString(inner));

        Extraction read = extract("brev.eml", mail.getBytes(StandardCharsets.UTF_8));

        assertEquals("message/rfc822", read.identification().mime());
        assertEquals(
                List.of("0", "1.1", "1.2", "2", "2.1"),
                read.parts().stream().map(PartFacts::path).toList());
        PartFacts message = read.file().orElseThrow();
        assertEquals("Förfrågan", message.meta("subject"));
        assertEquals("Åsa Öberg <asa@example.se>", message.meta("from"));
        assertEquals("2026-03-03T09:12:00+01:00", message.meta("date"));
        assertEquals("<1@example.se>", message.meta("message-id"));
        assertEquals("<0@example.se>", message.meta("in-reply-to"));
        assertEquals("Hej, jag vill läsa protokollet.", text(read, "1.1", 0));
        assertTrue(pages(read, "1.2").isEmpty(), "the HTML says nothing that the plain body does not");
        assertEquals("x-fmt/263", read.parts().get(3).puid());
        assertEquals(inner.length, read.parts().get(3).sizeBytes());
        assertEquals("hemligtord i zip", text(read, "2.1", 0));
        assertEquals("lista.txt", read.parts().get(4).name());
    }

    @Test
    void takesAShortMailForAMailAndNotForThePageInIt() throws IOException {
        String mail = """
                Subject: Kallelse
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=x

                --x
                Content-Type: text/html

                <html><head><title>K</title></head><body><p>Vi möts i salen.</p></body></html>
                --x
                Content-Type: text/plain
                Content-Disposition: attachment; filename=dagordning.txt

                bilagansord
                --x--
                """;

        Extraction read = extract("kallelse.eml", mail.getBytes(StandardCharsets.UTF_8));

        assertEquals("message/rfc822", read.identification().mime());
        assertEquals("fmt/950", read.identification().puid());
        assertEquals("bilagansord", text(read, "2", 0));
    }

    @Test
    void findsTheWordsOfAMailWhoseBoundaryStandsNowhere() throws IOException {
        String mail = """
                From: a@example.se
                Subject: Utan skiljelinje
                Content-Type: multipart/mixed; boundary="saknas"

                ordutanskiljelinje
                """;

        Extraction read = extract("brev.eml", mail.getBytes(StandardCharsets.UTF_8));

        assertEquals("ordutanskiljelinje", text(read, "1", 0));
        assertEquals(
                List.of("FORMAT-DAMAGED"),
                read.findings().stream().map(f -> f.code().id()).toList());
    }

    @Test
    void readsTextInTheCharacterSetItIsIn() throws IOException {
        String swedish = "Sammanträdet öppnas på rådhuset.";
        for (String charset : List.of("UTF-8", "windows-1252", "UTF-16LE")) {
            String marked = charset.startsWith("UTF-16") ? "\ufeff" + swedish : swedish;
            Extraction read = extract(charset + ".txt", marked.getBytes(Charset.forName(charset)));

            assertEquals(swedish, text(read, "0", 0), charset);
            assertEquals("text/plain", read.identification().mime());
        }
    }

    @Test
    void tellsTablesAndDataFromPlainTextByTheirNames() throws IOException {
        assertEquals("text/csv", extract("a.csv", "a;b\n1;2\n").identification().mime());
        assertEquals(
                "application/json",
                extract("a.json", "{\"a\":1}").identification().mime());
        assertEquals(
                "application/geo+json",
                extract("a.geojson", "{\"type\":\"x\"}").identification().mime());
    }

    @Test
    void takesAFolderOfMailsForWhatItIs() throws IOException {
        String mbox = """
                From a@example.se Tue Mar  3 09:12:00 2026
                From: a@example.se
                To: b@example.se
                Subject: ett
                Date: Tue, 3 Mar 2026 09:12:00 +0100

                hej

                """;

        Identification id = extract("in.mbox", mbox + mbox).identification();

        assertEquals("application/mbox", id.mime());
        assertEquals("fmt/720", id.puid());
    }

    @Test
    void believesNoNameThatTheBytesDeny() throws IOException {
        byte[] noise = new byte[30_000];
        new java.util.Random(7).nextBytes(noise);

        Extraction read = extract("avtal.doc", noise);

        assertEquals("", read.identification().puid());
        assertTrue(codes(read).contains(FormatFinding.UNKNOWN));
    }

    @Test
    void leavesScriptsOutOfTheTextOfAPage() throws IOException {
        Extraction read = extract("sida.html", "<html><script>var x=1</script><h1>Anslag</h1><p>ett<br>två</p></html>");

        assertEquals("Anslag\nett\ntvå", text(read, "0", 0));
    }

    private Extraction extract(String name, String content) throws IOException {
        return extract(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private Extraction extract(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        return TestEngines.shared().extract(FileInput.of(file));
    }

    private static List<TextPage> pages(Extraction read, String path) {
        return read.text().parts().stream()
                .filter(part -> part.path().equals(path))
                .map(TextPart::pages)
                .findFirst()
                .orElseThrow();
    }

    private static String text(Extraction read, String path, int page) {
        return pages(read, path).stream()
                .filter(p -> p.number() == page)
                .map(TextPage::text)
                .findFirst()
                .orElseThrow();
    }

    private static List<Object> codes(Extraction read) {
        return read.findings().stream().<Object>map(f -> f.code()).toList();
    }
}
