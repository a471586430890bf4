package se.sigill.engines.withhold;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.tika.config.TikaConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.finding.Finding;
import se.sigill.engines.droid.FormatRecogniser;
import se.sigill.engines.mail.MailReader;
import se.sigill.engines.part.PartTree;
import se.sigill.engines.part.Recogniser;
import se.sigill.engines.tika.TikaReader;
import se.sigill.formats.FileInput;
import se.sigill.formats.FormatFinding;
import se.sigill.formats.part.PartCopy;
import se.sigill.formats.part.Withholding.What;

/** A PDF without some of its pages: the others look as they did, and nothing in the file tells of those that went. */
class PdfInPartTest {
    private static final String WORDS = "Sidan 2 är utelämnad enligt OSL 26:1.\nSe beslutet i ärende BEG 2026-1.";
    private static final TikaConfig TIKA = TikaReader.config();
    private static final Recogniser RECOGNISER =
            FormatRecogniser.open(Optional.empty(), TikaReader.mediaTypes(TIKA))::identify;
    private static final CopyMaker.Reading READING =
            file -> PartTree.extract(file, RECOGNISER, List.of(new MailReader(), new TikaReader(TIKA)));

    @TempDir
    Path folder;

    private Path source = Path.of("");

    @BeforeEach
    void write() throws IOException {
        source = PdfSample.write(folder.resolve("bygglov.pdf"));
    }

    @Test
    void leavesOutAPageAndWhateverTellsOfIt() throws IOException {
        try (PDDocument copy = Loader.loadPDF(made(2).toFile())) {
            assertEquals(3, copy.getNumberOfPages());
            assertEquals(WORDS, text(copy, 2));
            assertTrue(text(copy, 1).contains(PdfSample.FIRST));
            String all = everything(copy);
            assertTrue(all.contains("bryggan"), "what is drawn can be seen so");
            for (String word : PdfSample.SECRET.split(" ")) {
                assertFalse(word.length() > 3 && all.contains(word), word);
            }
            assertFalse(all.contains("skilsm") || all.contains("flickan") || all.contains("alert"));
            assertEquals(
                    List.of(COSName.PAGES, COSName.TYPE, COSName.VERSION),
                    copy.getDocumentCatalog().getCOSObject().keySet().stream()
                            .sorted()
                            .toList());
        }
    }

    @Test
    void givesEachPageWhatItDrawsAndNoMore() throws IOException {
        try (PDDocument copy = Loader.loadPDF(made(2).toFile())) {
            assertEquals(List.of("Logga", "Ram"), drawn(copy.getPage(0)));
            assertEquals(List.of("Ram"), drawn(copy.getPage(2)));
            assertFalse(everything(copy).contains("BDC"), "no marks");
            List<String> notes = new ArrayList<>();
            for (var note : copy.getPage(0).getAnnotations()) {
                notes.add(note.getSubtype() + " " + note.getContents());
            }
            assertEquals(List.of("Link null", "Text Jfr ritningen"), notes);
        }
    }

    @Test
    void drawsWhatStaysAsItWas() throws IOException {
        Path copy = made(2);
        for (int page : new int[] {0, 2}) {
            assertArrayEquals(pixels(source, page), pixels(copy, page), "page " + page);
        }
        assertArrayEquals(Files.readAllBytes(made(2)), Files.readAllBytes(copy), "the same order, the same bytes");
    }

    @Test
    void refusesWhatIsEncryptedSignedOrHasNoSuchPage() throws IOException {
        assertEquals(FormatFinding.COPY_TARGET, refused(what(4)).code());
        try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(source))) {
            pdf.addSignature(new PDSignature());
            pdf.save(source.toFile());
        }
        assertEquals(FormatFinding.COPY_SIGNED, refused(what(2)).code());
        for (String password : new String[] {"hemligt", ""}) {
            PdfSample.write(source);
            try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(source))) {
                pdf.protect(new StandardProtectionPolicy("agare", password, new AccessPermission()));
                pdf.save(source.toFile());
            }
            assertEquals(FormatFinding.COPY_ENCRYPTED, refused(what(2)).code(), password);
        }
        Files.writeString(source, "%PDF-1.7 och sedan ingenting");
        assertEquals(FormatFinding.COPY_UNFIT, refused(what(1)).code());
    }

    @Test
    void refusesALayerThatIsNotShown() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(source))) {
            COSDictionary shown = new COSDictionary();
            shown.setItem(COSName.BASE_STATE, COSName.OFF);
            COSDictionary layers = new COSDictionary();
            layers.setItem(COSName.D, shown);
            pdf.getDocumentCatalog().getCOSObject().setItem(COSName.OCPROPERTIES, layers);
            pdf.save(source.toFile());
        }
        Finding why = refused(what(2));
        assertEquals(FormatFinding.COPY_UNFIT, why.code());
        assertTrue(why.message().contains("layers"), why.message());
    }

    @Test
    void aMakerThatLeavesSomethingInIsNotBelieved() throws IOException {
        assertEquals(
                FormatFinding.COPY_RESIDUE,
                search((pdf, words, free, out) -> pdf.save(out.toFile())).code());
        assertEquals("page 1", search(changed(copy -> PdfSample.hide(copy, 0))).where());
        assertEquals(
                FormatFinding.COPY_UNFIT,
                search(changed(copy -> copy.getDocumentInformation().setTitle("Om")))
                        .code(),
                "metadata");
        assertEquals(
                FormatFinding.COPY_RESIDUE,
                search(changed(copy -> {
                            COSStream hidden = copy.getDocument().createCOSStream();
                            try (var out = hidden.createOutputStream(COSName.FLATE_DECODE)) {
                                out.write(PdfSample.SECRET.getBytes(StandardCharsets.UTF_16BE));
                            }
                            copy.getPage(2).getCOSObject().setItem(COSName.getPDFName("X"), hidden);
                        }))
                        .code(),
                "a packed stream that nothing draws");
        assertEquals(
                FormatFinding.COPY_RESIDUE,
                search((pdf, words, free, out) -> {
                            COSBase photo = pdf.getPage(1)
                                    .getResources()
                                    .getXObject(COSName.getPDFName("Foto"))
                                    .getCOSObject();
                            PdfCopy.make(pdf, words, free, out);
                            try (PDDocument copy = Loader.loadPDF(Files.readAllBytes(out))) {
                                copy.getPage(0).getCOSObject().setItem(COSName.getPDFName("X"), photo);
                                copy.save(out.toFile());
                            }
                        })
                        .code(),
                "an image");
        assertEquals(
                "page 3 reads otherwise in the copy",
                search(changed(copy -> copy.removePage(2), copy -> copy.addPage(new PDPage())))
                        .message());
    }

    @Test
    void aMailMakerThatLeavesSomethingInIsNotBelieved() throws IOException {
        Path mail = Files.writeString(folder.resolve("brev.eml"), """
                From: a@example.se
                Subject: Hej
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=y

                --y

                Se bilagan.
                --y
                Content-Type: text/plain; name=flickan.txt
                Content-Disposition: attachment

                Flickan bor hos mormor i Kvarnåkersgården sedan skilsmässan.
                --y--
                """);
        What what = new What.Parts(new TreeMap<>(Map.of("2", "Bilaga 1 är utelämnad.")));
        Path target = folder.resolve("kopia.eml");
        FileInput input = FileInput.of(mail);
        assertInstanceOf(PartCopy.Made.class, new CopyMaker(READING).make(input, what, target));
        CopyMaker forgetful = new CopyMaker(READING, (bytes, words) -> bytes, PdfCopy::make);
        CopyMaker careless = new CopyMaker(
                READING,
                (bytes, words) -> (new String(MailCopy.of(bytes, words), StandardCharsets.UTF_8) + "flickan.txt\n")
                        .getBytes(StandardCharsets.UTF_8),
                PdfCopy::make);
        for (CopyMaker maker : List.of(forgetful, careless)) {
            PartCopy.NotMade not = assertInstanceOf(PartCopy.NotMade.class, maker.make(input, what, target));
            assertEquals(FormatFinding.COPY_RESIDUE, not.why().code());
        }
    }

    private interface Change {
        void on(PDDocument copy) throws IOException;
    }

    private static CopyMaker.PdfMaking changed(Change... changes) {
        return (pdf, words, free, out) -> {
            PdfCopy.make(pdf, words, free, out);
            try (PDDocument copy = Loader.loadPDF(Files.readAllBytes(out))) {
                for (Change change : changes) {
                    change.on(copy);
                }
                copy.save(out.toFile());
            }
        };
    }

    private Finding search(CopyMaker.PdfMaking maker) throws IOException {
        PartCopy copy = new CopyMaker(READING, MailCopy::of, maker)
                .make(FileInput.of(source), what(2), folder.resolve("kopia.pdf"));
        return assertInstanceOf(PartCopy.NotMade.class, copy).why();
    }

    private static What what(int page) {
        return new What.Pages(new TreeMap<>(Map.of(page, WORDS)));
    }

    private Path made(int page) throws IOException {
        Path target = Files.createTempDirectory(folder, "ut").resolve("kopia.pdf");
        PartCopy copy = new CopyMaker(READING).make(FileInput.of(source), what(page), target);
        return assertInstanceOf(PartCopy.Made.class, copy, copy.toString()).file();
    }

    private Finding refused(What what) throws IOException {
        Path target = folder.resolve("kopia.pdf");
        PartCopy copy = new CopyMaker(READING).make(FileInput.of(source), what, target);
        assertFalse(Files.exists(target));
        return assertInstanceOf(PartCopy.NotMade.class, copy).why();
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf).strip();
    }

    private static List<String> drawn(PDPage page) {
        List<String> names = new ArrayList<>();
        page.getResources().getXObjectNames().forEach(name -> names.add(name.getName()));
        return names.stream().sorted().toList();
    }

    private static int[] pixels(Path file, int page) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            PDFRenderer renderer = new PDFRenderer(pdf);
            // A note that tells of the page that went is not there any more.
            renderer.setAnnotationsFilter(_ -> false);
            BufferedImage image = renderer.renderImage(page);
            return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        }
    }

    /** Every string and every stream of every object in the file, whether or not anything leads to it. */
    private static String everything(PDDocument pdf) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (COSObjectKey key : pdf.getDocument().getXrefTable().keySet()) {
            COSBase object = pdf.getDocument().getObjectFromPool(key).getObject();
            PdfObjects objects = PdfObjects.under(object);
            for (COSString string : objects.strings()) {
                all.writeBytes((string.getString() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            for (COSStream stream : objects.streams()) {
                try (InputStream in = stream.createInputStream()) {
                    in.transferTo(all);
                }
            }
        }
        return all.toString(StandardCharsets.UTF_8);
    }
}
