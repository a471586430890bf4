package se.sigill.engines.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/**
 * Lets a table be read aloud once. The headings that the layout repeats on every page come out of it as further pieces
 * of the first ones, so that "Record Record Record" would be read for three pages; here they become artifacts of the
 * page (ISO 14289-1, 7.1), seen and not read. Empty heads and feet of tables go.
 */
final class ReadOnce {
    private static final COSName MCID = COSName.getPDFName("MCID");

    private final PDDocument pdf;
    private final Map<COSDictionary, Set<Integer>> repeated = new HashMap<>();

    private ReadOnce(PDDocument pdf) {
        this.pdf = pdf;
    }

    static void mend(PDDocument pdf) throws IOException {
        ReadOnce once = new ReadOnce(pdf);
        once.tables(pdf.getDocumentCatalog().getStructureTreeRoot());
        for (PDPage page : pdf.getPages()) {
            Set<Integer> pieces = once.repeated.get(page.getCOSObject());
            if (pieces != null) {
                once.unlink(page, pieces);
                once.rewrite(page, pieces);
            }
        }
    }

    private void tables(PDStructureNode node) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                String type = element.getStructureType();
                boolean edge = type.equals(StandardStructureTypes.T_HEAD) || type.equals(StandardStructureTypes.T_FOOT);
                if (edge && element.getKids().isEmpty()) {
                    node.removeKid(element);
                } else if (type.equals(StandardStructureTypes.T_HEAD)) {
                    headings(element);
                } else {
                    tables(element);
                }
            }
        }
    }

    /** Takes the pieces that lie on another page than their element's out of the tree, and notes them. */
    private void headings(PDStructureNode node) {
        for (Object kid : List.copyOf(node.getKids())) {
            if (kid instanceof PDStructureElement element) {
                headings(element);
            } else if (kid instanceof PDMarkedContentReference piece && node instanceof PDStructureElement element) {
                COSDictionary page = piece.getPage().getCOSObject();
                if (element.getPage() == null || element.getPage().getCOSObject() != page) {
                    element.removeKid(piece);
                    repeated.computeIfAbsent(page, p -> new HashSet<>()).add(piece.getMCID());
                }
            }
        }
    }

    private void unlink(PDPage page, Set<Integer> pieces) {
        COSDictionary tree =
                pdf.getDocumentCatalog().getStructureTreeRoot().getCOSObject().getCOSDictionary(COSName.PARENT_TREE);
        COSArray numbers = tree == null ? null : tree.getCOSArray(COSName.NUMS);
        for (int i = 0; numbers != null && i + 1 < numbers.size(); i += 2) {
            if (numbers.getInt(i) == page.getStructParents() && numbers.getObject(i + 1) instanceof COSArray parents) {
                pieces.forEach(piece -> parents.set(piece, COSNull.NULL));
            }
        }
    }

    private void rewrite(PDPage page, Set<Integer> pieces) throws IOException {
        List<Object> tokens = new ArrayList<>();
        for (Object token : new PDFStreamParser(page).parse()) {
            if (token instanceof Operator operator
                    && operator.getName().equals(OperatorName.BEGIN_MARKED_CONTENT_SEQ)
                    && tokens.getLast() instanceof COSDictionary properties
                    && pieces.contains(properties.getInt(MCID))) {
                tokens.removeLast();
                tokens.removeLast();
                tokens.add(COSName.ARTIFACT);
                tokens.add(Operator.getOperator(OperatorName.BEGIN_MARKED_CONTENT));
            } else {
                tokens.add(token);
            }
        }
        PDStream stream = new PDStream(pdf);
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            new ContentStreamWriter(out).writeTokens(tokens);
        }
        page.setContents(stream);
    }
}
