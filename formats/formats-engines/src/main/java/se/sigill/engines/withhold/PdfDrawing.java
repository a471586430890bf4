package se.sigill.engines.withhold;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Copies what pages draw from one document into another. Each page, form, pattern and glyph gets resources of its own
 * with only those that its drawing names; of each object only the entries that ISO 32000-1 has for drawing go along, so
 * that nothing leads from one page to another. Marks in the content (tags, layers, other words for what is drawn) go.
 */
final class PdfDrawing {
    private static final int OBJECTS_MAX = 500_000;
    private static final int DEPTH_MAX = 60;
    private static final int CONTENT_BYTES_MAX = 64 << 20;

    /** Entries that drawing needs, of all its kinds of objects (ISO 32000-1, 7.4, 8 and 9). */
    private static final Set<String> DRAWN = words("""
            Type Subtype
            Filter DecodeParms Predictor Colors Columns EarlyChange K EndOfLine EncodedByteAlign Rows EndOfBlock
            BlackIs1 DamagedRowsBeforeError JBIG2Globals ColorTransform
            Width Height BitsPerComponent ColorSpace Intent ImageMask Mask SMask Decode Interpolate SMaskInData Matte
            N Alternate Range WhitePoint BlackPoint Gamma Matrix Process Components
            FunctionType Domain C0 C1 Functions Bounds Encode Size BitsPerSample Order
            ShadingType Background BBox AntiAlias Coords Extend Function BitsPerCoordinate BitsPerFlag VerticesPerRow
            PatternType PaintType TilingType XStep YStep Shading ExtGState
            FormType Group S CS I
            LW LC LJ ML D RI OP op OPM Font BG BG2 UCR UCR2 TR TR2 FL SM SA BM G BC CA ca AIS TK
            BaseFont FirstChar LastChar Widths FontDescriptor Encoding BaseEncoding Differences ToUnicode
            DescendantFonts CIDSystemInfo Registry Ordering Supplement W DW W2 DW2 CIDToGIDMap FontBBox FontMatrix
            CMapName WMode UseCMap FontName FontFamily FontStretch FontWeight Flags ItalicAngle Ascent Descent Leading
            CapHeight XHeight StemV StemH AvgWidth MaxWidth MissingWidth FontFile FontFile2 FontFile3 Length1 Length2
            Length3
            """);

    /** Operators of content (ISO 32000-1, annex A) without those that mark it. */
    private static final Set<String> DRAWING = words("""
            b B b* B* BI BT BX c cm CS cs d d0 d1 Do ET EX f F f* G g gs h i ID j J K k l M m n q Q re RG rg ri s S SC
            sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' "
            """);

    private static final Set<COSName> PLAIN_SPACES =
            Set.of(COSName.DEVICEGRAY, COSName.DEVICERGB, COSName.DEVICECMYK, COSName.PATTERN);

    private static final List<String> DEFAULT_SPACES = List.of("DefaultGray", "DefaultRGB", "DefaultCMYK");

    private final PDDocument copy;
    private final IdentityHashMap<COSBase, COSBase> known = new IdentityHashMap<>();
    private int depth;

    PdfDrawing(PDDocument copy) {
        this.copy = copy;
    }

    private static Set<String> words(String text) {
        return Set.copyOf(List.of(text.strip().split("\\s+")));
    }

    /** A page that looks the same. */
    PDPage page(PDPage page) throws NotCopied, IOException {
        PDPage made = new PDPage(page.getMediaBox());
        made.setCropBox(page.getCropBox());
        made.setRotation(page.getRotation());
        COSDictionary from = page.getCOSObject();
        COSDictionary to = made.getCOSObject();
        if (from.containsKey(COSName.getPDFName("UserUnit"))) {
            to.setFloat(COSName.getPDFName("UserUnit"), from.getFloat(COSName.getPDFName("UserUnit"), 1));
        }
        COSDictionary group = from.getCOSDictionary(COSName.GROUP);
        if (group != null) {
            to.setItem(COSName.GROUP, copied(group));
        }
        COSDictionary resources = page.getResources() == null
                ? new COSDictionary()
                : page.getResources().getCOSObject();
        COSDictionary needed = new COSDictionary();
        COSStream content = stream();
        try (InputStream in = page.getContents()) {
            write(rewritten(limited(in), resources, needed), content);
        }
        to.setItem(COSName.CONTENTS, content);
        to.setItem(COSName.RESOURCES, needed);
        return made;
    }

    private COSStream stream() {
        return copy.getDocument().createCOSStream();
    }

    private static byte[] limited(InputStream in) throws NotCopied, IOException {
        byte[] bytes = in.readNBytes(CONTENT_BYTES_MAX + 1);
        if (bytes.length > CONTENT_BYTES_MAX) {
            throw NotCopied.unfit("a page draws more than " + (CONTENT_BYTES_MAX >> 20) + " MiB");
        }
        return bytes;
    }

    private static void write(List<Object> tokens, COSStream to) throws IOException {
        try (OutputStream out = to.createOutputStream(COSName.FLATE_DECODE)) {
            new ContentStreamWriter(out).writeTokens(tokens);
        }
    }

    /**
     * Content without marks, and what it names.
     *
     * @param resources where its names are looked up
     * @param needed is filled with what it names
     */
    private List<Object> rewritten(byte[] content, COSDictionary resources, COSDictionary needed)
            throws NotCopied, IOException {
        List<Object> kept = new ArrayList<>();
        List<COSBase> operands = new ArrayList<>();
        for (Object token : new PDFStreamParser(content).parse()) {
            if (!(token instanceof Operator operator)) {
                operands.add(token instanceof COSBase base ? base : COSNull.NULL);
                continue;
            }
            if (DRAWING.contains(operator.getName()) && need(operator, operands, resources, needed)) {
                kept.addAll(operands);
                kept.add(operator);
            }
            operands.clear();
        }
        for (String space : DEFAULT_SPACES) {
            need("ColorSpace", COSName.getPDFName(space), resources, needed);
        }
        return kept;
    }

    /** @return false if it draws something that is not there */
    private boolean need(Operator operator, List<COSBase> operands, COSDictionary resources, COSDictionary needed)
            throws NotCopied, IOException {
        COSBase last = operands.isEmpty() ? COSNull.NULL : operands.getLast();
        COSBase first = operands.isEmpty() ? COSNull.NULL : operands.getFirst();
        return switch (operator.getName()) {
            case OperatorName.DRAW_OBJECT -> need("XObject", last, resources, needed);
            case OperatorName.SET_FONT_AND_SIZE -> need("Font", first, resources, needed);
            case OperatorName.SET_GRAPHICS_STATE_PARAMS -> need("ExtGState", last, resources, needed);
            case OperatorName.SHADING_FILL -> need("Shading", last, resources, needed);
            case OperatorName.STROKING_COLORSPACE, OperatorName.NON_STROKING_COLORSPACE ->
                (last instanceof COSName name && PLAIN_SPACES.contains(name))
                        || need("ColorSpace", last, resources, needed);
            case OperatorName.STROKING_COLOR_N, OperatorName.NON_STROKING_COLOR_N ->
                !(last instanceof COSName) || need("Pattern", last, resources, needed);
            case OperatorName.BEGIN_INLINE_IMAGE -> {
                COSDictionary image = operator.getImageParameters();
                if (image != null
                        && image.getDictionaryObject(COSName.CS, COSName.COLORSPACE) instanceof COSName space) {
                    boolean _ = need("ColorSpace", space, resources, needed);
                }
                yield true;
            }
            default -> true;
        };
    }

    private boolean need(String kind, COSBase name, COSDictionary resources, COSDictionary needed)
            throws NotCopied, IOException {
        COSName category = COSName.getPDFName(kind);
        COSDictionary from = resources.getCOSDictionary(category);
        if (!(name instanceof COSName named) || from == null || from.getDictionaryObject(named) == null) {
            return false;
        }
        COSDictionary to = needed.getCOSDictionary(category);
        if (to == null) {
            to = new COSDictionary();
            needed.setItem(category, to);
        }
        if (!to.containsKey(named)) {
            to.setItem(named, copied(from.getDictionaryObject(named), resources));
        }
        return !(to.getDictionaryObject(named) instanceof COSNull) && to.getDictionaryObject(named) != null;
    }

    /** What was copied from: the streams that the pages so far draw with, but for their own content. */
    List<COSStream> sources() {
        return known.keySet().stream()
                .filter(COSStream.class::isInstance)
                .map(COSStream.class::cast)
                .toList();
    }

    /** How a note looks. */
    COSBase look(COSStream form) throws NotCopied, IOException {
        COSBase before = known.get(form);
        return before == null ? content(form, new COSDictionary()) : before;
    }

    COSBase copied(COSBase base) throws NotCopied, IOException {
        return copied(base, new COSDictionary());
    }

    /** @param around the resources of what draws it, which a form without its own has */
    private COSBase copied(COSBase given, COSDictionary around) throws NotCopied, IOException {
        COSBase base = given instanceof COSObject reference ? reference.getObject() : given;
        if (base == null) {
            return COSNull.NULL;
        }
        COSBase before = known.get(base);
        if (before != null) {
            return before;
        }
        if (depth > DEPTH_MAX || known.size() > OBJECTS_MAX) {
            throw NotCopied.unfit("its pages are built of too many objects");
        }
        depth++;
        try {
            return switch (base) {
                case COSStream stream -> streamed(stream, around);
                case COSDictionary dictionary -> dictionary(dictionary, around);
                case COSArray array -> array(array, around);
                default -> base;
            };
        } finally {
            depth--;
        }
    }

    private COSBase array(COSArray array, COSDictionary around) throws NotCopied, IOException {
        COSArray made = new COSArray();
        known.put(array, made);
        for (int i = 0; i < array.size(); i++) {
            made.add(copied(array.get(i), around));
        }
        return made;
    }

    private COSBase dictionary(COSDictionary from, COSDictionary around) throws NotCopied, IOException {
        COSDictionary made = new COSDictionary();
        known.put(from, made);
        entries(from, made, around);
        if (COSName.TYPE3.equals(from.getCOSName(COSName.SUBTYPE)) && from.containsKey(COSName.CHAR_PROCS)) {
            glyphs(from, made, around);
        }
        COSDictionary colorants = from.getCOSDictionary(COSName.COLORANTS);
        if (colorants != null) {
            COSDictionary all = new COSDictionary();
            for (COSName name : colorants.keySet()) {
                all.setItem(name, copied(colorants.getItem(name), around));
            }
            made.setItem(COSName.COLORANTS, all);
        }
        return made;
    }

    private void entries(COSDictionary from, COSDictionary to, COSDictionary around) throws NotCopied, IOException {
        for (Map.Entry<COSName, COSBase> entry : from.entrySet()) {
            if (DRAWN.contains(entry.getKey().getName())) {
                to.setItem(entry.getKey(), copied(entry.getValue(), around));
            }
        }
    }

    /** Glyphs of a Type 3 font are little pages. */
    private void glyphs(COSDictionary from, COSDictionary made, COSDictionary around) throws NotCopied, IOException {
        COSDictionary own = from.getCOSDictionary(COSName.RESOURCES);
        COSDictionary needed = new COSDictionary();
        COSDictionary drawn = new COSDictionary();
        made.setItem(COSName.CHAR_PROCS, drawn);
        made.setItem(COSName.RESOURCES, needed);
        COSDictionary procedures = from.getCOSDictionary(COSName.CHAR_PROCS);
        for (COSName glyph : procedures == null ? Set.<COSName>of() : procedures.keySet()) {
            if (procedures.getDictionaryObject(glyph) instanceof COSStream stream) {
                COSStream content = stream();
                try (InputStream in = stream.createInputStream()) {
                    write(rewritten(limited(in), own == null ? around : own, needed), content);
                }
                drawn.setItem(glyph, content);
            }
        }
    }

    private COSBase streamed(COSStream from, COSDictionary around) throws NotCopied, IOException {
        boolean form = COSName.FORM.equals(from.getCOSName(COSName.SUBTYPE));
        if (form || from.getInt(COSName.PATTERN_TYPE, 0) == 1) {
            return content(from, around);
        }
        if (COSName.PS.equals(from.getCOSName(COSName.SUBTYPE))) {
            return COSNull.NULL;
        }
        COSStream made = stream();
        known.put(from, made);
        try (InputStream in = from.createRawInputStream();
                OutputStream out = made.createRawOutputStream()) {
            in.transferTo(out);
        }
        entries(from, made, around);
        return made;
    }

    /** A form or a tiling pattern. */
    private COSBase content(COSStream from, COSDictionary around) throws NotCopied, IOException {
        COSStream made = stream();
        known.put(from, made);
        COSDictionary own = from.getCOSDictionary(COSName.RESOURCES);
        COSDictionary needed = new COSDictionary();
        try (InputStream in = from.createInputStream()) {
            write(rewritten(limited(in), own == null ? around : own, needed), made);
        }
        COSBase filter = made.getItem(COSName.FILTER);
        entries(from, made, around);
        // What it is packed with now, not what it was packed with.
        made.removeItem(COSName.DECODE_PARMS);
        made.setItem(COSName.FILTER, filter);
        made.setItem(COSName.RESOURCES, needed);
        return made;
    }
}
