package se.sigill.engines.withhold;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/** The objects that can be reached from somewhere in a PDF. */
final class PdfObjects {
    private static final int BYTES_MAX = 64 << 20;

    private static final Set<String> PAGES = Set.of("Page", "Pages", "Catalog", "StructElem", "StructTreeRoot");

    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<COSStream> streams = new ArrayList<>();
    private final List<COSString> strings = new ArrayList<>();

    /** Everything. */
    static PdfObjects under(COSBase root) {
        PdfObjects objects = new PdfObjects();
        objects.walk(root, false);
        return objects;
    }

    /** What is there without what it leads to among the pages. */
    static PdfObjects within(COSBase root) {
        PdfObjects objects = new PdfObjects();
        objects.walk(root, true);
        return objects;
    }

    /** What a page draws and what lies on it, not what these lead to. */
    void add(PDPage page) {
        COSDictionary from = page.getCOSObject();
        for (COSName name : List.of(COSName.CONTENTS, COSName.ANNOTS, COSName.GROUP, COSName.THUMB)) {
            walk(from.getItem(name), true);
        }
        if (page.getResources() != null) {
            walk(page.getResources().getCOSObject(), true);
        }
    }

    private void walk(@Nullable COSBase root, boolean within) {
        Deque<COSBase> waiting = new ArrayDeque<>();
        push(waiting, root);
        while (!waiting.isEmpty()) {
            COSBase base = waiting.pop();
            if (!seen.add(base)) {
                continue;
            }
            switch (base) {
                case COSObject reference -> push(waiting, reference.getObject());
                case COSString string -> strings.add(string);
                case COSArray array -> array.forEach(each -> push(waiting, each));
                case COSDictionary dictionary -> {
                    boolean outside =
                            within && PAGES.contains(String.valueOf(dictionary.getNameAsString(COSName.TYPE)));
                    if (!outside) {
                        if (dictionary instanceof COSStream stream) {
                            streams.add(stream);
                        }
                        for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
                            push(waiting, entry.getValue());
                        }
                    }
                }
                default -> {
                    // Numbers and names lead nowhere.
                }
            }
        }
    }

    private static void push(Deque<COSBase> waiting, @Nullable COSBase base) {
        if (base != null) {
            waiting.push(base);
        }
    }

    List<COSStream> streams() {
        return streams;
    }

    List<COSString> strings() {
        return strings;
    }

    static boolean isImage(COSStream stream) {
        return COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE));
    }

    static byte[] raw(COSStream stream) throws IOException {
        try (InputStream in = stream.createRawInputStream()) {
            return in.readAllBytes();
        }
    }

    /** Unpacked; an image as it is, for its packing is a format of its own. @throws NotCopied if it is too much */
    static byte[] content(COSStream stream) throws NotCopied, IOException {
        if (isImage(stream)) {
            return raw(stream);
        }
        byte[] bytes;
        try (InputStream in = stream.createInputStream()) {
            bytes = in.readNBytes(BYTES_MAX + 1);
        }
        if (bytes.length > BYTES_MAX) {
            throw NotCopied.unfit("it unpacks to too much");
        }
        return bytes;
    }
}
