package se.sigill.engines.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.engines.pdf.LetterWriter;
import se.sigill.engines.vera.PdfaValidator;
import se.sigill.formats.FormatFinding;
import se.sigill.formats.letter.Block;
import se.sigill.formats.letter.Letter;
import se.sigill.formats.letter.Letters;

/** The check of a letter can fail: what breaks either standard is thrown away. */
class LetterRefusedTest {
    private static final PdfaValidator VALIDATOR = new PdfaValidator();

    private static final Letter LETTER = new Letter(
            Letter.Language.SV,
            "Mottagningsbevis",
            "Nämnden",
            "KS 2026/1",
            LocalDate.of(2026, 3, 14),
            List.of(new Block.Paragraph("Vi har fått din begäran.")),
            "");

    @TempDir
    Path folder;

    @Test
    void refusesOneWithoutTagsByBothStandards() throws IOException {
        String message = refused(catalog -> {
            catalog.getCOSObject().removeItem(COSName.STRUCT_TREE_ROOT);
            catalog.getCOSObject().removeItem(COSName.MARK_INFO);
        });

        assertTrue(message.startsWith("pdfa-2a: 6.7.") && message.contains("pdfua-1: "), message);
    }

    @Test
    void refusesOneThatIsPdfAButNotForAll() throws IOException {
        String message = refused(catalog -> catalog.getCOSObject().removeItem(COSName.VIEWER_PREFERENCES));

        assertEquals("pdfua-1: 7.1-10", message);
    }

    @Test
    void refusesOneThatIsForAllButDoesNotLast() throws IOException {
        String message = refused(catalog -> catalog.getCOSObject().removeItem(COSName.OUTPUT_INTENTS));

        assertTrue(message.startsWith("pdfa-2a: 6.2.4.3-") && !message.contains("pdfua"), message);
    }

    @Test
    void refusesWhatIsNoPdf() throws IOException {
        String message = refused(new LetterMaker(VALIDATOR, (html, date, out) -> {
            Files.writeString(out, "no PDF");
            return 1;
        }));

        assertEquals("pdfa-2a: it cannot be read as a PDF", message);
    }

    private String refused(Consumer<PDDocumentCatalog> breaking) throws IOException {
        return refused(new LetterMaker(VALIDATOR, (html, date, out) -> {
            Path sound = folder.resolve("sound.pdf");
            int pages = new LetterWriter().write(html, date, sound);
            try (PDDocument pdf = Loader.loadPDF(sound.toFile())) {
                breaking.accept(pdf.getDocumentCatalog());
                pdf.save(out.toFile());
            }
            return pages;
        }));
    }

    private String refused(LetterMaker maker) throws IOException {
        Path target = Files.writeString(folder.resolve("letter.pdf"), "an earlier one");

        Letters.Outcome outcome = maker.make(LETTER, target);

        Letters.NotMade not = assertInstanceOf(Letters.NotMade.class, outcome);
        assertEquals(FormatFinding.LETTER_INVALID, not.why().code());
        assertEquals("an earlier one", Files.readString(target));
        assertFalse(Files.exists(Letters.part(target)));
        return not.why().message();
    }
}
