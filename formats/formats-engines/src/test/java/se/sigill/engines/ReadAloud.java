package se.sigill.engines;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/** A tagged PDF as a screen reader has it: the tree of tags from top to bottom, without artifacts. */
final class ReadAloud {
    private final Map<COSDictionary, Map<Integer, String>> texts = new HashMap<>();
    private final StringBuilder read = new StringBuilder();
    private final List<String> tags = new ArrayList<>();

    private ReadAloud() {}

    static ReadAloud of(Path file) throws IOException {
        ReadAloud reading = new ReadAloud();
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            for (PDPage page : pdf.getPages()) {
                PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
                // Two letters alike that touch are two letters, not a shadow.
                extractor.setSuppressDuplicateOverlappingText(false);
                extractor.processPage(page);
                Map<Integer, String> pieces = new HashMap<>();
                extractor.getMarkedContents().forEach(content -> collect(content, pieces));
                reading.texts.put(page.getCOSObject(), pieces);
            }
            reading.walk(pdf.getDocumentCatalog().getStructureTreeRoot());
        }
        return reading;
    }

    /** The words in the order they are read. */
    List<String> words() {
        return words(read.toString());
    }

    /** All text without any space, so that words broken over lines are whole. */
    String withoutSpaces() {
        return read.toString().replaceAll("\\s+", "");
    }

    /** The types of the tags from top to bottom. */
    List<String> tags() {
        return tags;
    }

    static List<String> words(String text) {
        return Stream.of(text.split("[\\s\\u00a0]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static void collect(PDMarkedContent content, Map<Integer, String> pieces) {
        StringBuilder text = new StringBuilder();
        for (Object piece : content.getContents()) {
            if (piece instanceof TextPosition position) {
                text.append(position.getUnicode());
            } else if (piece instanceof PDMarkedContent inner) {
                collect(inner, pieces);
            }
        }
        if (content.getMCID() >= 0) {
            pieces.merge(content.getMCID(), text.toString(), String::concat);
        }
    }

    private void walk(PDStructureNode node) {
        for (Object kid : node.getKids()) {
            switch (kid) {
                case PDStructureElement element -> {
                    tags.add(element.getStructureType());
                    walk(element);
                }
                case PDMarkedContentReference piece -> say(piece.getPage().getCOSObject(), piece.getMCID());
                case Integer piece
                when node instanceof PDStructureElement element ->
                    say(element.getPage().getCOSObject(), piece);
                default -> throw new IllegalStateException("a kid of another kind: " + kid);
            }
        }
    }

    private void say(COSDictionary page, int piece) {
        read.append(texts.get(page).getOrDefault(piece, "")).append('\n');
    }
}
