package se.sigill.engines.pdf;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PageMode;
import org.jsoup.nodes.Document;

/** Writes letters in their own style, upright A4. The same letter gives the same bytes. */
public final class LetterWriter {
    private static final String STYLE = """
            @page { size: A4; margin: 20mm 20mm 24mm 25mm;
              @bottom-left { content: element(foot); width: 82%; vertical-align: top; padding-top: 5mm }
              @bottom-right { content: counter(page) " (" counter(pages) ")"; font: 8pt 'DejaVu Sans';
                width: 18%; text-align: right; vertical-align: top; padding-top: 5mm } }
            body { font: 10pt/1.45 'DejaVu Sans'; color: #000; word-wrap: break-word; margin: 0 }
            .foot { position: running(foot); font-size: 8pt; text-align: left }
            .authority { font-size: 12pt; font-weight: bold; margin: 0 0 6mm 0 }
            h1 { font-size: 16pt; line-height: 1.25; margin: 9mm 0 4mm 0 }
            h2 { font-size: 12.5pt; margin: 6mm 0 1.5mm 0 }
            h3, h4 { font-size: 10.5pt; margin: 4mm 0 1mm 0 }
            h1, h2, h3, h4, .caption { page-break-after: avoid }
            p { margin: 0 0 3mm 0; orphans: 2; widows: 2 }
            ul { margin: 0 0 3mm 0; padding-left: 6mm }
            li { margin-bottom: 1mm }
            blockquote { margin: 0 0 3mm 0; padding: 0 0 0 4mm; border-left: 1.5pt solid #777 }
            table { border-collapse: collapse; width: 100%; table-layout: fixed; -fs-table-paginate: paginate;
              margin: 0 0 4mm 0 }
            td, th { text-align: left; vertical-align: top; word-wrap: break-word }
            tr { page-break-inside: avoid }
            .facts th { width: 30%; font-weight: normal; color: #333; padding: 0.6mm 4mm 0.6mm 0 }
            .facts td { padding: 0.6mm 0 }
            .caption { font-weight: bold; margin: 3mm 0 1mm 0 }
            .grid { width: 99.6%; font-size: 9pt; line-height: 1.35 }
            .grid td, .grid th { border: 0.4pt solid #777; padding: 1mm 1.5mm }
            .grid th { background-color: #eee }
            .new-page { page-break-before: always }
            """;

    private final PdfWriter common = PdfWriter.withoutLigatures();

    /**
     * Writes a letter.
     *
     * @param html our own, with language and title; gets style and date here
     * @param date the time of making that the PDF tells, at midnight UTC
     * @return how many pages it has
     * @throws IOException if it cannot be written; what was written is no PDF then
     */
    public int write(Document html, LocalDate date, Path out) throws IOException {
        html.outputSettings().syntax(Document.OutputSettings.Syntax.xml);
        // Named so, it takes the place of the time of writing, in the PDF and in its XMP.
        html.head()
                .appendElement("meta")
                .attr("name", "CreationDate")
                .attr("content", "D:" + DateTimeFormatter.BASIC_ISO_DATE.format(date) + "000000+00'00'");
        html.head().appendElement("style").append(STYLE);
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(out));
                PdfBoxRenderer renderer = common.builder(html).buildPdfRenderer();
                PDDocument pdf = renderer.createPDFKeepOpen()) {
            for (PDPage page : pdf.getPages()) {
                page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
            }
            ReadOnce.mend(pdf);
            pdf.getDocumentCatalog().setPageMode(PageMode.USE_OUTLINES);
            pdf.setDocumentId(id(html));
            pdf.save(stream);
            return pdf.getNumberOfPages();
        }
    }

    /** Of the text alone, so that the same letter has the same. */
    private static long id(Document html) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return ByteBuffer.wrap(sha256.digest(html.outerHtml().getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
