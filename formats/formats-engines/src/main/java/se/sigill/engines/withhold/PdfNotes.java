package se.sigill.engines.withhold;

import java.io.IOException;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Copies what lies on a page without being drawn by it: notes, stamps, filled-in fields as they look, links out of the
 * file. Links within the file, attached files, sound and whatever does something go.
 */
final class PdfNotes {
    private static final int HIDDEN = 1 << 1;
    private static final int NO_VIEW = 1 << 5;

    private static final Set<String> SEEN = Set.of(
            "Text",
            "FreeText",
            "Line",
            "Square",
            "Circle",
            "Polygon",
            "PolyLine",
            "Highlight",
            "Underline",
            "Squiggly",
            "StrikeOut",
            "Stamp",
            "Caret",
            "Ink",
            "Watermark");

    /** How a note looks where it has no look of its own, and what it says. */
    private static final Set<String> ENTRIES = Set.of(
            "Type",
            "Subtype",
            "Rect",
            "F",
            "C",
            "Border",
            "BS",
            "BE",
            "IC",
            "QuadPoints",
            "L",
            "LE",
            "Vertices",
            "InkList",
            "Name",
            "CA",
            "DA",
            "Q",
            "Contents");

    private final PdfDrawing drawing;
    private final Predicate<String> free;

    /** @param free whether what a note says may go along */
    PdfNotes(PdfDrawing drawing, Predicate<String> free) {
        this.drawing = drawing;
        this.free = free;
    }

    void put(PDPage from, PDPage to) throws NotCopied, IOException {
        COSArray notes = from.getCOSObject().getCOSArray(COSName.ANNOTS);
        COSArray made = new COSArray();
        for (int i = 0; notes != null && i < notes.size(); i++) {
            if (notes.getObject(i) instanceof COSDictionary note && isShown(note) && isFree(note)) {
                COSDictionary copy = of(note);
                if (copy.size() > 0) {
                    made.add(copy);
                }
            }
        }
        if (made.size() > 0) {
            to.getCOSObject().setItem(COSName.ANNOTS, made);
        }
    }

    private static boolean isShown(COSDictionary note) {
        return (note.getInt(COSName.F, 0) & (HIDDEN | NO_VIEW)) == 0;
    }

    private boolean isFree(COSDictionary note) {
        COSDictionary action = note.getCOSDictionary(COSName.A);
        String address = action == null ? "" : action.getString(COSName.URI, "");
        return free.test(note.getString(COSName.CONTENTS, "")) && free.test(address);
    }

    /** @return empty if it does not go along */
    private COSDictionary of(COSDictionary note) throws NotCopied, IOException {
        String kind = String.valueOf(note.getNameAsString(COSName.SUBTYPE));
        COSDictionary made = new COSDictionary();
        if (kind.equals("Link")) {
            COSDictionary action = note.getCOSDictionary(COSName.A);
            if (action != null && action.getDictionaryObject(COSName.URI) instanceof COSString address) {
                entries(note, made);
                COSDictionary out = new COSDictionary();
                out.setItem(COSName.S, COSName.URI);
                out.setItem(COSName.URI, address);
                made.setItem(COSName.A, out);
            }
        } else if (SEEN.contains(kind)) {
            entries(note, made);
            look(note, made);
        } else if (kind.equals("Widget")) {
            look(note, made);
            if (made.size() > 0) {
                entries(note, made);
                // As it looks now, and nothing to fill in.
                made.setItem(COSName.SUBTYPE, COSName.getPDFName("Stamp"));
            }
        }
        return made;
    }

    private void entries(COSDictionary from, COSDictionary to) throws NotCopied, IOException {
        for (String name : ENTRIES) {
            COSBase value = from.getDictionaryObject(COSName.getPDFName(name));
            if (value != null && !(value instanceof COSDictionary && !name.equals("BS") && !name.equals("BE"))) {
                to.setItem(COSName.getPDFName(name), drawing.copied(value));
            }
        }
    }

    /** Of several looks the one that is shown. */
    private void look(COSDictionary from, COSDictionary to) throws NotCopied, IOException {
        COSDictionary looks = from.getCOSDictionary(COSName.AP);
        COSBase normal = looks == null ? null : looks.getDictionaryObject(COSName.N);
        if (normal instanceof COSDictionary states && !(normal instanceof COSStream)) {
            normal = states.getDictionaryObject(from.getCOSName(COSName.AS, COSName.OFF));
        }
        if (normal instanceof COSStream stream) {
            COSDictionary made = new COSDictionary();
            made.setItem(COSName.N, drawing.look(stream));
            to.setItem(COSName.AP, made);
        }
    }
}
