package se.sigill.engines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.engines.pdf.PdfWriter;
import se.sigill.formats.Extraction;
import se.sigill.formats.FileInput;
import se.sigill.formats.FormatFinding;
import se.sigill.formats.FormatPolicy;
import se.sigill.formats.Formats;
import se.sigill.formats.Identification;
import se.sigill.formats.Normalisation;
import se.sigill.formats.NormaliseOrder;
import se.sigill.formats.Validation;
import se.sigill.formats.Validator;

/** Renditions made by a worker: valid by veraPDF, and with the text of their source. */
class RenditionTest {
    private static final FormatPolicy POLICY =
            FormatPolicy.read(FormatPolicy.sample()).policy();

    @TempDir
    Path folder;

    private Path out;

    @BeforeEach
    void makeOutFolder() throws IOException {
        out = Files.createDirectories(folder.resolve("out"));
    }

    @Test
    void makesPdfOfAMailWithItsPicturesAndNothingFromOutside() throws IOException {
        String mail = """
                From: Åsa Öberg <asa@example.se>
                To: registrator@example.se
                Subject: Ansökan om bygglov
                Date: Tue, 3 Mar 2026 09:12:00 +0100
                MIME-Version: 1.0
                Content-Type: multipart/related; boundary=x

                --x
                Content-Type: text/html; charset=utf-8

                <h2>Hej!</h2><p onclick="x()">Se ritningen <img src="cid:r1"> och <img src="http://127.0.0.1/spår.png"></p>
                <script>document.write("aldrig")</script><table><tr><td>Tomt</td><td>7:44 🏠</td></tr></table>
                --x
                Content-Type: image/png
                Content-ID: <r1>
                Content-Transfer-Encoding: base64

                iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==
                --x--
                """;

        Normalisation.Normalised made = made("brev.eml", mail);

        assertEquals(Normalisation.Kind.PRESERVATION, made.kind());
        assertEquals("pdfa-2a", made.validation().kind());
        String text = text(made.rendition());
        assertTrue(text.contains("Ansökan om bygglov") && text.contains("Se ritningen"), text);
        assertTrue(text.contains("[U+1F3E0]"), "a sign without glyph is written by its number");
        assertTrue(!text.contains("aldrig"));
        assertEquals(
                List.of(FormatFinding.REMOTE_CONTENT),
                made.findings().stream().<Object>map(f -> f.code()).toList());
    }

    @Test
    void theBodyOfAnAttachedMailIsNotMissedInTheMail() throws IOException {
        String mail = """
                From: asa@example.se
                Subject: Vidare
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=x

                --x
                Content-Type: text/plain; charset=utf-8

                Se bifogat.
                --x
                Content-Type: message/rfc822

                From: bo@example.se
                Subject: Ursprung
                Content-Type: text/plain; charset=utf-8

                Ord som bara finns i det bifogade brevet.
                --x--
                """;

        String text = text(made("vidare.eml", mail).rendition());

        assertTrue(text.contains("Se bifogat") && !text.contains("bifogade brevet"), text);
    }

    @Test
    void makesPdfOfTextTablesAndPages() throws IOException {
        made("a.txt", "Protokoll\n\n§ 1  Öppnande\n\tSammanträdet öppnas.\n");
        made("b.csv", "dnr;ärende\nKS 2026/1;\"Gata; belysning\"\n");
        Normalisation.Normalised page = made("c.html", "<title>Anslag</title><h1>Nämnden</h1><ul><li>ett<li>två</ul>");

        assertTrue(text(page.rendition()).contains("Nämnden"));
        assertEquals("c.pdf", String.valueOf(page.rendition().getFileName()));
    }

    @Test
    void makesAWordDocumentLastWithOrWithoutTheOfficeSuite() throws IOException {
        byte[] docx = TestEngines.docx(
                TestEngines.paragraph("Nämnden beslutar att bevilja bygglov.") + TestEngines.paragraph("Justeras."));

        Normalisation.Normalised made = assertInstanceOf(Normalisation.Normalised.class, normalise("b.docx", docx));

        boolean suite = Formats.office().isPresent();
        assertEquals(suite ? Normalisation.Kind.PRESERVATION : Normalisation.Kind.CONTENT, made.kind());
        assertEquals(
                suite ? List.of() : List.of(FormatFinding.ENGINE_MISSING),
                made.findings().stream().<Object>map(f -> f.code()).toList());
        assertTrue(made.validation().valid());
        assertTrue(text(made.rendition()).contains("bevilja bygglov"));
    }

    @Test
    void refusesATruncatedDocumentAndNoiseNamedDoc() throws IOException {
        byte[] docx = TestEngines.docx(TestEngines.paragraph("text ".repeat(5_000)));
        byte[] noise = new byte[30_000];
        new java.util.Random(3).nextBytes(noise);
        Map<String, byte[]> sources = Map.of("t.docx", Arrays.copyOf(docx, docx.length / 2), "n.doc", noise);
        FormatPolicy.Rule word = POLICY.rule("", "application/msword").orElseThrow();

        for (Map.Entry<String, byte[]> source : sources.entrySet()) {
            NormaliseOrder order = new NormaliseOrder(
                    file(source.getKey(), source.getValue()), "fmt/40", "application/msword", "", "sv", word, out);
            assertInstanceOf(Normalisation.Refused.class, TestEngines.shared().normalise(order));
        }
        String[] left = out.toFile().list();
        assertEquals(0, left == null ? -1 : left.length, "nothing is left behind");
    }

    @Test
    void keepsAPdfThatIsValidAndTellsWhatIsMissingForOneThatIsNot() throws IOException {
        Path good = folder.resolve("good.pdf");
        new PdfWriter().write(Jsoup.parse("<h1>Beslut</h1>"), "Beslut", "sv", good);
        String plain = """
                %PDF-1.4
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
                3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj
                trailer<</Root 1 0 R/Size 4>>
                %%EOF
                """;

        Normalisation.Kept valid =
                assertInstanceOf(Normalisation.Kept.class, normalise("g.pdf", Files.readAllBytes(good)));
        Normalisation.Kept other = assertInstanceOf(
                Normalisation.Kept.class, normalise("p.pdf", plain.getBytes(StandardCharsets.US_ASCII)));

        assertEquals("valid pdfa-2a", valid.reason());
        assertTrue(other.findings().stream().anyMatch(f -> f.code() == FormatFinding.NO_CONVERTER));
    }

    @Test
    void validatesAsDeclaredAndAsAskedFor() throws IOException {
        Path pdf = folder.resolve("v.pdf");
        new PdfWriter().write(Jsoup.parse("<p>text</p>"), "Titel", "sv", pdf);

        Validation declared = TestEngines.shared().validate(FileInput.of(pdf), Validator.AS_DECLARED);
        Validation access = TestEngines.shared().validate(FileInput.of(pdf), "pdfua-1");
        Validation first = TestEngines.shared().validate(FileInput.of(pdf), "pdfa-1b");

        assertEquals("pdfa-2a valid", declared.kind() + " " + declared.verdict().word());
        assertEquals(Validation.Verdict.VALID, access.verdict());
        assertEquals(Validation.Verdict.INVALID, first.verdict());
        assertTrue(!first.failures().isEmpty());
    }

    @Test
    void keepsWhatThePolicyKeeps() throws IOException {
        FormatPolicy.Rule rule = POLICY.rule("", "image/png").orElseThrow();

        Normalisation kept = TestEngines.shared()
                .normalise(
                        new NormaliseOrder(file("b.png", new byte[] {1}), "fmt/11", "image/png", "", "sv", rule, out));

        assertInstanceOf(Normalisation.Kept.class, kept);
    }

    private FileInput file(String name, byte[] content) throws IOException {
        return FileInput.of(Files.write(folder.resolve(name), content));
    }

    private Normalisation normalise(String name, byte[] content) throws IOException {
        FileInput file = file(name, content);
        Identification id = TestEngines.shared().identify(file);
        FormatPolicy.Rule rule = POLICY.rule(id.puid(), id.mime()).orElseThrow();
        return TestEngines.shared().normalise(new NormaliseOrder(file, id.puid(), id.mime(), "", "sv", rule, out));
    }

    private Normalisation.Normalised made(String name, String content) throws IOException {
        Normalisation outcome = normalise(name, content.getBytes(StandardCharsets.UTF_8));
        return assertInstanceOf(Normalisation.Normalised.class, outcome, outcome.toString());
    }

    private static String text(Path pdf) {
        Extraction read = TestEngines.shared().extract(FileInput.of(pdf));
        StringBuilder text = new StringBuilder();
        read.text().parts().forEach(part -> part.pages()
                .forEach(page -> text.append(page.text()).append('\n')));
        return text.toString();
    }
}
