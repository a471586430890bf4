package se.sigill.engines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.finding.Finding;
import se.sigill.formats.FileInput;
import se.sigill.formats.FormatFinding;
import se.sigill.formats.Validation;
import se.sigill.formats.letter.Block;
import se.sigill.formats.letter.Letter;
import se.sigill.formats.letter.Letters;

/** Letters made by a worker: valid as PDF/A-2a and PDF/UA-1, and read in the order they were written. */
class LetterTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 14);

    @TempDir
    Path folder;

    @Test
    void makesALongRefusalThatReadsAsItWasWritten() throws IOException {
        Letter letter = refusal(45);

        Letters.Made made = made(letter);

        assertEquals(List.of(), made.findings());
        assertTrue(made.pages() >= 3, made.toString());
        ReadAloud read = ReadAloud.of(made.file());
        assertEquals(wanted(letter, "Datum 2026-03-14 Diarienummer"), read.words());
        assertEquals(
                List.of("H1", "H2", "H2", "H3", "H2"),
                read.tags().stream().filter(tag -> tag.matches("H\\d")).toList());
        assertEquals(3, Collections.frequency(read.tags(), "Table"));
        assertEquals(1, Collections.frequency(read.tags(), "THead"));
        assertEquals(2, Collections.frequency(read.tags(), "LI"));
        assertEquals(1, Collections.frequency(read.tags(), "BlockQuote"));
    }

    @Test
    void saysWhatItIsWithoutBeingRead() throws IOException {
        Letters.Made made = made(refusal(2));

        try (PDDocument pdf = Loader.loadPDF(made.file().toFile())) {
            assertEquals("Avslag på begäran", pdf.getDocumentInformation().getTitle());
            assertEquals("sv", pdf.getDocumentCatalog().getLanguage());
            assertTrue(pdf.getDocumentCatalog().getViewerPreferences().displayDocTitle());
            for (PDPage page : pdf.getPages()) {
                assertEquals(COSName.S, page.getCOSObject().getCOSName(COSName.getPDFName("Tabs")));
            }
            String metadata = new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertTrue(metadata.contains("<pdfuaid:part>1</pdfuaid:part>"), metadata);
            assertTrue(metadata.contains("<pdfaid:conformance>A</pdfaid:conformance>"), metadata);
            assertTrue(metadata.contains("<xmp:CreateDate>2026-03-14T00:00:00+00:00</xmp:CreateDate>"), metadata);
            PDOutlineItem title = pdf.getDocumentCatalog()
                    .getDocumentOutline()
                    .children()
                    .iterator()
                    .next();
            assertEquals("Avslag på begäran", title.getTitle());
            List<String> below = new ArrayList<>();
            title.children().forEach(item -> below.add(item.getTitle()));
            assertEquals(List.of("Beslut", "Skäl", "Hur man överklagar"), below);
        }
    }

    @Test
    void givesTheSameBytesForTheSameLetter() throws IOException {
        Path first = made(refusal(30)).file();
        Path second = folder.resolve("second.pdf");
        assertInstanceOf(Letters.Made.class, TestEngines.shared().make(refusal(30), second));

        assertEquals(-1, Files.mismatch(first, second));
    }

    @Test
    void makesAnEnglishOne() throws IOException {
        Letter letter = new Letter(
                Letter.Language.EN,
                "Decision on a request for documents",
                "The Building Committee",
                "BMN 2026/31",
                DAY,
                List.of(
                        new Block.Heading(1, "Decision"),
                        new Block.Paragraph("The Committee refuses – in part – what was “requested”.")),
                "Page foot");

        Letters.Made made = made(letter);

        assertEquals(
                wanted(letter, "Date 14 March 2026 Registration number"),
                ReadAloud.of(made.file()).words());
        try (PDDocument pdf = Loader.loadPDF(made.file().toFile())) {
            assertEquals("en", pdf.getDocumentCatalog().getLanguage());
        }
    }

    @Test
    void writesSignsThatTheFontHasNotByTheirNumbers() throws IOException {
        Letter letter = with(new Block.Paragraph("Å A\u030a é ł ő Ж λ ☃ 🙂 漢 \ue001 \ud800!"));

        Letters.Made made = made(letter);

        String text = ReadAloud.of(made.file()).withoutSpaces();
        assertTrue(text.endsWith("ÅÅéłőЖλ☃[U+1F642][U+6F22][U+E001]?!"), text);
        assertEquals(
                List.of(FormatFinding.LETTER_SIGNS),
                made.findings().stream().<Object>map(Finding::code).toList());
        assertTrue(made.findings().getFirst().message().contains("[U+1F642]"));
    }

    @Test
    void saysThatAScriptFromRightToLeftIsDrawnTheOtherWay() {
        Letters.Made made = made(with(new Block.Paragraph("שלום och سلام")));

        assertTrue(made.findings().getFirst().message().contains("right to left"), made.toString());
    }

    @Test
    void leavesOutWhatIsEmpty() throws IOException {
        Letter letter = new Letter(
                Letter.Language.SV,
                "Tomt",
                "Nämnden",
                "",
                DAY,
                List.of(
                        new Block.PageBreak(),
                        new Block.Heading(1, " "),
                        new Block.Paragraph(""),
                        new Block.Quote("\u202e\n"),
                        new Block.ListOf(List.of()),
                        new Block.ListOf(List.of("", "kvar")),
                        new Block.Facts(List.of()),
                        new Block.Facts(List.of(new Block.Fact("", ""), new Block.Fact("Svar", " "))),
                        new Block.Table("", List.of("", "B"), List.of()),
                        new Block.Table("", List.of("A", ""), List.of(List.of("", ""), List.of("", "b"))),
                        new Block.PageBreak()),
                "");

        ReadAloud read = ReadAloud.of(made(letter).file());

        assertEquals(ReadAloud.words("Nämnden Datum 2026-03-14 Tomt kvar – Svar – B – A b"), read.words());
    }

    @Test
    void makesTwoHundredRows() throws IOException {
        Letter letter = refusal(200);

        Letters.Made made = made(letter);

        // The longest numbers are broken over two lines.
        assertEquals(
                String.join("", wanted(letter, "Datum 2026-03-14 Diarienummer")),
                ReadAloud.of(made.file()).withoutSpaces());
    }

    @Test
    void takesHostileTextForText() throws IOException {
        String hostile = "<script>alert(1)</script> & &amp; ]]> <!-- </p></body> } @page { size: A3 } \\00003c"
                + " fil\u202egpj.exe\u0000\u0007\u001b[2J\u0085 \" ' url(http://example.org/x) ${x} \u2028slut";
        String word = "x".repeat(400);
        String tall = "ord ".repeat(1500);
        Letter letter = new Letter(
                Letter.Language.SV,
                "T " + hostile,
                "A " + hostile,
                "D " + hostile,
                DAY,
                List.of(
                        new Block.Heading(1, hostile),
                        new Block.Paragraph(word + hostile),
                        new Block.Facts(List.of(new Block.Fact(hostile, word))),
                        new Block.Table(hostile, List.of(word, hostile), List.of(List.of(tall, word))),
                        new Block.ListOf(List.of(hostile)),
                        new Block.Quote(hostile)),
                "F " + hostile);

        Letters.Made made = made(letter);

        String said = "<script>alert(1)</script>&&amp;]]><!--</p></body>}@page{size:A3}\\00003cfilgpj.exe[2J\"'"
                + "url(http://example.org/x)${x}slut";
        String dense = "ord".repeat(1500);
        assertEquals(
                "A" + said + "Datum2026-03-14DiarienummerD" + said + "T" + said + said + word + said + said + word
                        + said + word + said + dense + word + said + said,
                ReadAloud.of(made.file()).withoutSpaces());
    }

    @Test
    void refusesWhatIsTooLongBeforeAnyWork() {
        Path target = folder.resolve("long.pdf");
        Block block = new Block.Paragraph("x".repeat(Letter.CHARACTERS_MAX));

        Letters.Outcome outcome = TestEngines.shared().make(with(block), target);

        assertEquals(
                FormatFinding.LETTER_LIMIT,
                assertInstanceOf(Letters.NotMade.class, outcome).why().code());
        assertTrue(Files.notExists(target));
    }

    @Test
    void saysThatATargetCannotBeWritten() {
        Letters.Outcome outcome =
                TestEngines.shared().make(refusal(1), folder.resolve("none").resolve("a.pdf"));

        assertEquals(
                FormatFinding.ENGINE_FAILED,
                assertInstanceOf(Letters.NotMade.class, outcome).why().code());
    }

    private Letters.Made made(Letter letter) {
        Letters.Outcome outcome = TestEngines.shared().make(letter, folder.resolve("letter.pdf"));
        Letters.Made made = assertInstanceOf(Letters.Made.class, outcome, outcome.toString());
        assertEquals(
                List.of("pdfa-2a valid", "pdfua-1 valid"),
                made.validations().stream()
                        .map(v -> v.kind() + " " + v.verdict().word())
                        .toList());
        for (String kind : List.of("pdfa-2a", "pdfua-1")) {
            Validation alone = TestEngines.shared().validate(FileInput.of(made.file()), kind);
            assertTrue(alone.valid(), alone.toString());
        }
        return made;
    }

    private static Letter with(Block block) {
        return new Letter(Letter.Language.SV, "Besked", "Nämnden", "KS 1", DAY, List.of(block), "");
    }

    /** The words of a letter in order; its foot is no part of the text. */
    private static List<String> wanted(Letter letter, String head) {
        List<String> texts = letter.texts().toList();
        Stream<String> body = texts.subList(1, texts.size() - 1).stream();
        return ReadAloud.words(texts.getFirst() + " " + head + " " + String.join(" ", body.toList()));
    }

    private static Letter refusal(int records) {
        List<List<String>> rows = IntStream.rangeClosed(1, records)
                .mapToObj(i -> List.of(
                        "BMN 2026/314:" + i,
                        "Tjänsteanteckning " + i + " från samtal med sökanden på Ärtgatan",
                        i % 3 == 0 ? "Lämnas ut delvis" : "Lämnas inte ut",
                        "26 kap. 1 § OSL"))
                .toList();
        return new Letter(
                Letter.Language.SV,
                "Avslag på begäran",
                "Bygg- och miljönämnden i Åsköping",
                "BMN 2026/314",
                DAY,
                List.of(
                        new Block.Facts(
                                List.of(new Block.Fact("Sökande", "Åsa Öberg"), new Block.Fact("Ort", "Åsköping"))),
                        new Block.Heading(1, "Beslut"),
                        new Block.Paragraph(
                                "Nämnden avslår offentligt – fi ffi fl – “delvis” – enligt 26 kap. 1 § OSL (2009:400)."
                                        + "\n\nÄven övrigt."),
                        new Block.Heading(1, "Skäl"),
                        new Block.Quote("Jag vill ha allt\nni har om tomten."),
                        new Block.Heading(2, "Handlingarna"),
                        new Block.Table("I ärendet", List.of("Handling", "Innehåll", "Utfall", "Bestämmelse"), rows),
                        new Block.PageBreak(),
                        new Block.Heading(1, "Hur man överklagar"),
                        new Block.Paragraph("Skriv till Kammarrätten i Göteborg. ".repeat(20)),
                        new Block.ListOf(List.of("datum", "diarienummer"))),
                "Nämnden · 123 45 Åsköping");
    }
}
