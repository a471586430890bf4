package se.sigill.engines.withhold;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import se.sigill.engines.pdf.Glyphs;
import se.sigill.engines.pdf.PdfWriter;
import se.sigill.formats.FormatFinding;

/**
 * A PDF without some of its pages: a new document into which what the other pages draw is copied. Nothing else of the
 * file goes along: no outline, names, forms, scripts, attached files, tags, metadata, earlier versions. In the place of
 * each page that is left out stands one that says so, so that the others keep their numbers.
 */
final class PdfCopy {
    private static final float MARGIN = 72;
    private static final float SIZE = 12;
    private static final float LEADING = 18;
    /** An identifier is wanted; one made of the source would be a digest of what is left out. */
    private static final long NO_ID = 1;

    private final PDDocument copy;
    private final Glyphs glyphs = Glyphs.load();

    private PdfCopy(PDDocument copy) {
        this.copy = copy;
    }

    static void make(PDDocument source, SortedMap<Integer, String> words, Predicate<String> free, Path out)
            throws NotCopied, IOException {
        check(source);
        int pages = source.getNumberOfPages();
        for (int page : words.keySet()) {
            if (page < 1 || page > pages) {
                throw new NotCopied(FormatFinding.COPY_TARGET, "page " + page, "the file has " + pages + " pages");
            }
        }
        try (PDDocument copy = new PDDocument()) {
            new PdfCopy(copy).fill(source, words, free);
            copy.setVersion(source.getVersion());
            copy.setDocumentId(NO_ID);
            copy.save(out.toFile());
        }
    }

    private static void check(PDDocument source) throws NotCopied {
        if (source.isEncrypted()) {
            throw new NotCopied(FormatFinding.COPY_ENCRYPTED, "", "the file is encrypted");
        }
        COSDictionary catalog = source.getDocumentCatalog().getCOSObject();
        COSDictionary form = catalog.getCOSDictionary(COSName.ACRO_FORM);
        boolean signed = !source.getSignatureDictionaries().isEmpty()
                || catalog.containsKey(COSName.PERMS)
                || (form != null && (form.getInt(COSName.SIG_FLAGS, 0) & 1) != 0);
        if (signed) {
            throw new NotCopied(FormatFinding.COPY_SIGNED, "", "the file is signed");
        }
        if (form != null && form.containsKey(COSName.XFA)) {
            throw NotCopied.unfit("it is a form that draws its pages by a program");
        }
        COSDictionary layers = catalog.getCOSDictionary(COSName.OCPROPERTIES);
        COSDictionary shown = layers == null ? null : layers.getCOSDictionary(COSName.D);
        COSArray off = shown == null ? null : shown.getCOSArray(COSName.OFF);
        boolean hides = shown != null
                && ((off != null && off.size() > 0) || COSName.OFF.equals(shown.getCOSName(COSName.BASE_STATE)));
        if (hides) {
            throw NotCopied.unfit("it has layers that are not shown");
        }
    }

    private void fill(PDDocument source, SortedMap<Integer, String> words, Predicate<String> free)
            throws NotCopied, IOException {
        PdfDrawing drawing = new PdfDrawing(copy);
        PdfNotes notes = new PdfNotes(drawing, free);
        PDFont font = null;
        for (int i = 0; i < source.getNumberOfPages(); i++) {
            String instead = words.get(i + 1);
            if (instead == null) {
                PDPage page = drawing.page(source.getPage(i));
                notes.put(source.getPage(i), page);
                copy.addPage(page);
            } else {
                font = font == null ? font() : font;
                copy.addPage(page(instead, font));
            }
        }
    }

    private PDFont font() throws IOException {
        return PDType0Font.load(copy, new TTFParser().parse(new RandomAccessReadBuffer(PdfWriter.plainFace())), true);
    }

    private PDPage page(String words, PDFont font) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        try (PDPageContentStream content = new PDPageContentStream(copy, page)) {
            content.beginText();
            content.setFont(font, SIZE);
            content.setLeading(LEADING);
            content.newLineAtOffset(MARGIN, PDRectangle.A4.getHeight() - 2 * MARGIN);
            for (String line : lines(glyphs.writable(words), font)) {
                content.showText(line);
                content.newLine();
            }
            content.endText();
        }
        return page;
    }

    private static List<String> lines(String text, PDFont font) throws IOException {
        float width = PDRectangle.A4.getWidth() - 2 * MARGIN;
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\\R")) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split("[\\s\\u00a0]+")) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && font.getStringWidth(longer) * SIZE / 1000 > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                    line.append(word);
                } else {
                    line.setLength(0);
                    line.append(longer);
                }
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
