package se.sigill.app.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;

/**
 * PDF 1.4 (ISO 32000-1 is its successor): A4 pages, Helvetica from the reader's fourteen standard fonts in WinAnsi
 * encoding, compressed page contents, a cross-reference table. Untagged and without embedded fonts, as most papers are
 * that reach a municipality: such files are what renditions are for.
 */
final class PdfForm {
    private static final int OBJECTS_BEFORE_PAGES = 5;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(16384);
    private final List<Integer> offsets = new ArrayList<>();

    private PdfForm() {}

    static byte[] write(Paper paper) {
        return new PdfForm().build(paper);
    }

    private byte[] build(Paper paper) {
        List<String> pages = PdfPages.contents(paper);
        // The second line says to transports that the file is binary (ISO 32000-1 §7.5.2).
        raw("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n");
        object("<< /Type /Catalog /Pages 2 0 R /Lang (sv-SE) >>");
        StringBuilder kids = new StringBuilder();
        for (int i = 0; i < pages.size(); i++) {
            kids.append(OBJECTS_BEFORE_PAGES + 1 + 2 * i).append(" 0 R ");
        }
        object("<< /Type /Pages /Count " + pages.size() + " /Kids [ " + kids + "] >>");
        object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>");
        String day = String.format(Locale.ROOT, "%tY%<tm%<td", paper.date());
        object("<< /Title (" + PdfPages.escape(paper.title().replace('\u2013', '-')) + ") /Author ("
                + PdfPages.escape(paper.author()) + ") /Producer (Sigill demonstration) /CreationDate (D:" + day
                + "090000Z) >>");
        for (String page : pages) {
            int contents = offsets.size() + 2;
            object("<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] /Contents " + contents
                    + " 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>");
            stream(deflate(page.getBytes(FileForm.WINDOWS_1252)));
        }
        trailer();
        return out.toByteArray();
    }

    private void trailer() {
        int start = out.size();
        raw("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
        for (int offset : offsets) {
            raw(String.format(Locale.ROOT, "%010d 00000 n \n", offset));
        }
        raw("trailer\n<< /Size " + (offsets.size() + 1) + " /Root 1 0 R /Info 5 0 R >>\nstartxref\n" + start
                + "\n%%EOF\n");
    }

    private void object(String body) {
        offsets.add(out.size());
        // Titles hold Swedish letters, so objects are written in the encoding of the page contents. PDFDocEncoding,
        // which strings in the Info dictionary use, agrees with it for those letters.
        raw(offsets.size() + " 0 obj\n" + body + "\nendobj\n");
    }

    private void stream(byte[] data) {
        offsets.add(out.size());
        raw(offsets.size() + " 0 obj\n<< /Length " + data.length + " /Filter /FlateDecode >>\nstream\n");
        out.writeBytes(data);
        raw("\nendstream\nendobj\n");
    }

    private void raw(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] deflate(byte[] data) {
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(data);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream(data.length / 2 + 64);
            byte[] buffer = new byte[4096];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        }
    }
}
