package se.sigill.engines.withhold;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** What pages of a PDF say. */
final class PdfText {
    private static final Set<String> SHOWS = Set.of("Tj", "TJ", "'", "\"");

    /** Shorter ones are the same on many pages. */
    private static final int SHOWN_BYTES_MIN = 12;

    private PdfText() {}

    /** @param page from 1 */
    static String of(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf);
    }

    /** The words of a text, those that stand there twice twice, in an order of their own. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher found = Residue.words(text);
        while (found.find()) {
            words.add(found.group());
        }
        Collections.sort(words);
        return words;
    }

    /** What content has drawn as text, undecoded: what a reader without the fonts would look for. */
    static Set<String> shown(byte[] content) throws IOException {
        Set<String> shown = new TreeSet<>();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (Object token : new PDFStreamParser(content).parse()) {
            if (token instanceof Operator operator) {
                if (SHOWS.contains(operator.getName()) && text.size() >= SHOWN_BYTES_MIN) {
                    shown.add(HexFormat.of().formatHex(text.toByteArray()));
                }
                text.reset();
            } else if (token instanceof COSBase base) {
                add(base, text);
            }
        }
        return shown;
    }

    private static void add(COSBase base, ByteArrayOutputStream text) {
        switch (base) {
            case COSString string -> text.writeBytes(string.getBytes());
            case COSArray array ->
                array.forEach(each -> {
                    if (each instanceof COSString string) {
                        text.writeBytes(string.getBytes());
                    }
                });
            default -> {
                // Numbers move the pen.
            }
        }
    }
}
