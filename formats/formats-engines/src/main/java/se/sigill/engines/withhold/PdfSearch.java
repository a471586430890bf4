package se.sigill.engines.withhold;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import se.sigill.core.text.TextPage;
import se.sigill.core.text.TextPart;
import se.sigill.engines.part.PartTree;
import se.sigill.formats.Extraction;

/** Looks in the copy of a PDF for what was left out of it, and whether what is kept says what it said. */
final class PdfSearch {
    /** What the root of a PDF needs that has nothing but pages. */
    private static final Set<String> ROOT = Set.of("Type", "Pages", "Version");

    /** A trailer that leads to nothing but the pages; the rest describes a table of objects. */
    private static final Set<String> TRAILER =
            Set.of("Root", "Size", "ID", "Type", "W", "Index", "Length", "Filter", "DecodeParms");

    private final Residue residue = new Residue();
    /** The words of each page as it must be. */
    private final List<List<String>> pages = new ArrayList<>();

    private final Set<String> streams = new HashSet<>();
    private final Set<String> shown = new HashSet<>();

    private PdfSearch() {}

    /** @param words what stands in the place of each page */
    static PdfSearch of(PDDocument before, SortedMap<Integer, String> words) throws NotCopied, IOException {
        PdfSearch search = new PdfSearch();
        List<String> kept = new ArrayList<>();
        PdfObjects gone = new PdfObjects();
        try (PDDocument nowhere = new PDDocument()) {
            // Pages may share resources: what one draws with is told by its content alone.
            PdfDrawing drawing = new PdfDrawing(nowhere);
            PdfNotes notes = new PdfNotes(drawing, _ -> true);
            for (int i = 1; i <= before.getNumberOfPages(); i++) {
                String text = PdfText.of(before, i);
                PDPage page = before.getPage(i - 1);
                if (words.containsKey(i)) {
                    search.residue.leaveOut(text);
                    gone.add(page);
                    search.pages.add(PdfText.words(words.getOrDefault(i, "")));
                } else {
                    kept.add(text);
                    notes.put(page, drawing.page(page));
                    search.pages.add(PdfText.words(text));
                }
            }
            gone.strings().stream().map(COSString::getString).forEach(search.residue::leaveOut);
            search.leaveOutTheRest(before);
            kept.forEach(search.residue::keep);
            words.values().forEach(search.residue::keep);
            search.leaveOut(gone);
            search.keep(drawing.sources());
        }
        for (int i = 1; i <= before.getNumberOfPages(); i++) {
            if (!words.containsKey(i)) {
                try (InputStream content = before.getPage(i - 1).getContents()) {
                    search.shown.removeAll(PdfText.shown(content.readAllBytes()));
                }
            }
        }
        return search;
    }

    /** What belongs to no page goes as a whole: what the file says of itself, its outline, attached files. */
    private void leaveOutTheRest(PDDocument before) throws NotCopied, IOException {
        COSDictionary trailer = before.getDocument().getTrailer();
        COSDictionary root = before.getDocumentCatalog().getCOSObject();
        List<COSBase> rest = new ArrayList<>();
        for (COSBase each : new COSBase[] {
            trailer.getDictionaryObject(COSName.INFO),
            root.getDictionaryObject(COSName.OUTLINES),
            root.getDictionaryObject(COSName.NAMES)
        }) {
            if (each != null) {
                rest.add(each);
            }
        }
        for (COSBase each : rest) {
            PdfObjects objects = PdfObjects.within(each);
            objects.strings().stream().map(COSString::getString).forEach(residue::leaveOut);
            for (COSStream stream : objects.streams()) {
                streams.add(digest(PdfObjects.content(stream)));
            }
        }
    }

    private void leaveOut(PdfObjects gone) throws NotCopied, IOException {
        for (COSStream stream : gone.streams()) {
            byte[] content = PdfObjects.content(stream);
            if (content.length > 0) {
                streams.add(digest(content));
            }
            if (PdfObjects.isImage(stream)) {
                residue.leaveOut(content);
            } else if (isContent(stream)) {
                shown.addAll(PdfText.shown(content));
            }
        }
    }

    private void keep(List<COSStream> stays) throws NotCopied, IOException {
        for (COSStream stream : stays) {
            byte[] content = PdfObjects.content(stream);
            streams.remove(digest(content));
            if (PdfObjects.isImage(stream)) {
                residue.keep(content);
            } else if (isContent(stream)) {
                shown.removeAll(PdfText.shown(content));
            }
        }
    }

    /** Content of a page has no name of its kind; a form and a pattern have. */
    private static boolean isContent(COSStream stream) {
        boolean form =
                COSName.FORM.equals(stream.getCOSName(COSName.SUBTYPE)) || stream.containsKey(COSName.PATTERN_TYPE);
        return form
                || (!stream.containsKey(COSName.SUBTYPE)
                        && !stream.containsKey(COSName.TYPE)
                        && !stream.containsKey(COSName.LENGTH1)
                        && !stream.containsKey(COSName.N)
                        && !stream.containsKey(COSName.FUNCTION_TYPE));
    }

    /** Whether a note on a page that is kept says nothing of a page that is not. */
    boolean isFree(String text) {
        return residue.inText(text).isEmpty();
    }

    /** @param read what was read in the copy @throws NotCopied if something is there, or something else than was */
    void look(PDDocument copy, Path file, Extraction read) throws NotCopied, IOException {
        if (copy.getNumberOfPages() != pages.size()) {
            throw NotCopied.unfit("the copy has another number of pages");
        }
        for (int i = 1; i <= pages.size(); i++) {
            String text = PdfText.of(copy, i);
            found("page " + i, residue.inText(text));
            if (!PdfText.words(text).equals(pages.get(i - 1))) {
                throw NotCopied.unfit("page " + i + " reads otherwise in the copy");
            }
        }
        for (TextPart part : read.text().parts()) {
            for (TextPage page : part.pages()) {
                found("page " + page.number(), residue.inText(page.text()));
            }
        }
        nothingButPages(copy);
        PdfObjects objects = PdfObjects.under(copy.getDocument().getTrailer());
        for (COSString string : objects.strings()) {
            found("", residue.inSyntax(string.getString()));
        }
        for (COSStream stream : objects.streams()) {
            stream(stream);
        }
        found("", residue.inBytes(Files.readAllBytes(file)));
    }

    private static void nothingButPages(PDDocument copy) throws NotCopied {
        Set<String> names = new HashSet<>();
        copy.getDocumentCatalog().getCOSObject().keySet().forEach(name -> names.add(name.getName()));
        names.removeAll(ROOT);
        Set<String> trailer = new HashSet<>();
        copy.getDocument().getTrailer().keySet().forEach(name -> trailer.add(name.getName()));
        trailer.removeAll(TRAILER);
        if (!names.isEmpty() || !trailer.isEmpty()) {
            throw NotCopied.unfit("the copy has more than pages");
        }
    }

    private void stream(COSStream stream) throws NotCopied, IOException {
        byte[] content = PdfObjects.content(stream);
        if (streams.contains(digest(content))) {
            throw NotCopied.residue("", Residue.Kind.BYTES);
        }
        found("", residue.inBytes(content));
        if (isContent(stream) && PdfText.shown(content).stream().anyMatch(shown::contains)) {
            throw NotCopied.residue("", Residue.Kind.WORDS);
        }
    }

    private static void found(String where, Optional<Residue.Kind> kind) throws NotCopied {
        if (kind.isPresent()) {
            throw NotCopied.residue(where, kind.get());
        }
    }

    private static String digest(byte[] bytes) {
        return HexFormat.of().formatHex(PartTree.sha256().digest(bytes));
    }
}
