package se.sigill.engines.withhold;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/**
 * A PDF of three pages whose second must go, and which tells of it wherever a PDF can: shared resources, a form in a
 * form, an image, outline, attached file, tags, metadata, script, notes on other pages, and an earlier version.
 */
final class PdfSample {
    /** Words of the second page; none of them stands on another. */
    static final String SECRET = "Flickan bor hos mormor i Kvarnaakersgaarden";

    static final String FIRST = "Bygglov för bryggan vid kvarnen";
    static final String THIRD = "Beslut om avgift";
    private static final PDRectangle SIZE = PDRectangle.A5;

    private final PDDocument pdf = new PDDocument();
    private final PDFont font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    private final PDResources shared = new PDResources();

    private PdfSample() {}

    /** Saved, then changed and saved behind what was there: the earlier second page is still in the file. */
    static Path write(Path file) throws IOException {
        PdfSample sample = new PdfSample();
        try (PDDocument pdf = sample.pdf) {
            sample.fill();
            pdf.save(file.toFile());
        }
        try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(file));
                OutputStream out = Files.newOutputStream(file)) {
            COSDictionary page = pdf.getPage(1).getCOSObject();
            page.setString(COSName.getPDFName("PieceInfoText"), SECRET + " enligt grannen");
            page.setNeedToBeUpdated(true);
            pdf.saveIncremental(out);
        }
        return file;
    }

    private void fill() throws IOException {
        PDFormXObject inner = form("BT /F1 9 Tf 1 0 0 1 0 20 Tm (" + SECRET + " igen) Tj ET");
        inner.getResources().put(COSName.getPDFName("F1"), font);
        PDFormXObject outer = form("q /Inre Do Q");
        outer.getResources().put(COSName.getPDFName("Inre"), inner);
        PDFormXObject frame = form("0 0 1 RG 5 5 80 30 re S");
        shared.put(COSName.getPDFName("F1"), font);
        shared.put(COSName.getPDFName("Ytter"), outer);
        shared.put(COSName.getPDFName("Ram"), frame);
        shared.put(COSName.getPDFName("Foto"), noise(1));
        shared.put(COSName.getPDFName("Logga"), noise(2));
        page(FIRST, "/Ram Do q 60 0 0 60 200 60 cm /Logga Do Q");
        page(SECRET, "/Ytter Do q 60 0 0 60 200 60 cm /Foto Do Q q 60 0 0 60 60 60 cm /Logga Do Q");
        page(THIRD, "/Ram Do");
        // Resources that every page inherits.
        pdf.getPages().getCOSObject().setItem(COSName.RESOURCES, shared);
        beside();
        tags();
        notes();
    }

    private PDFormXObject form(String content) throws IOException {
        PDFormXObject form = new PDFormXObject(pdf);
        form.setBBox(new PDRectangle(0, 0, 400, 60));
        form.setResources(new PDResources());
        try (OutputStream out = form.getStream().createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content.getBytes(StandardCharsets.ISO_8859_1));
        }
        return form;
    }

    private PDImageXObject noise(long seed) throws IOException {
        BufferedImage image = new BufferedImage(30, 30, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(seed);
        for (int i = 0; i < 900; i++) {
            image.setRGB(i % 30, i / 30, random.nextInt(1 << 24));
        }
        return LosslessFactory.createFromImage(pdf, image);
    }

    private void page(String text, String more) throws IOException {
        PDPage page = new PDPage(SIZE);
        page.getCOSObject().removeItem(COSName.RESOURCES);
        pdf.addPage(page);
        String content = "/P <</MCID 0 /ActualText (" + text + ")>> BDC BT /F1 12 Tf 40 500 Td (" + text
                + ") Tj ET EMC q " + more + " Q";
        PDStream stream = new PDStream(pdf);
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content.getBytes(StandardCharsets.ISO_8859_1));
        }
        page.setContents(stream);
    }

    private void beside() throws IOException {
        pdf.getDocumentInformation().setTitle("Om flickan: " + SECRET);
        pdf.getDocumentInformation().setCustomMetadataValue("Egen", SECRET);
        PDMetadata xmp = new PDMetadata(pdf);
        xmp.importXMPMetadata(("<x>" + SECRET + "</x>").getBytes(StandardCharsets.UTF_8));
        pdf.getDocumentCatalog().setMetadata(xmp);
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(SECRET);
        item.setDestination(pdf.getPage(1));
        PDDocumentOutline outline = new PDDocumentOutline();
        outline.addLast(item);
        pdf.getDocumentCatalog().setDocumentOutline(outline);
        pdf.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('" + SECRET + "')"));
        PDEmbeddedFile attached = new PDEmbeddedFile(
                pdf, new ByteArrayInputStream((SECRET + " bifogat").getBytes(StandardCharsets.UTF_8)));
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile("flickan.txt");
        file.setEmbeddedFile(attached);
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of("flickan.txt", file));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        pdf.getDocumentCatalog().setNames(names);
    }

    private void tags() {
        PDStructureTreeRoot root = new PDStructureTreeRoot();
        PDStructureElement element = new PDStructureElement(StandardStructureTypes.P, root);
        element.setActualText(SECRET);
        element.setAlternateDescription(SECRET);
        element.setPage(pdf.getPage(1));
        root.appendKid(element);
        pdf.getDocumentCatalog().setStructureTreeRoot(root);
    }

    private void notes() throws IOException {
        PDAnnotationLink within = new PDAnnotationLink();
        PDActionGoTo action = new PDActionGoTo();
        PDPageFitDestination destination = new PDPageFitDestination();
        destination.setPage(pdf.getPage(1));
        action.setDestination(destination);
        within.setAction(action);
        within.setRectangle(new PDRectangle(40, 490, 100, 20));
        PDAnnotationLink out = new PDAnnotationLink();
        PDActionURI address = new PDActionURI();
        address.setURI("https://kommun.example/bryggan");
        out.setAction(address);
        out.setRectangle(new PDRectangle(40, 400, 100, 20));
        PDAnnotationText telling = note("Jfr sidan 2: " + SECRET);
        PDAnnotationText plain = note("Jfr ritningen");
        pdf.getPage(0).setAnnotations(List.<PDAnnotation>of(within, out, telling, plain));
        pdf.getPage(1).setAnnotations(List.<PDAnnotation>of(note("Hemlig anteckning om skilsmässan")));
        pdf.getPage(0).getCOSObject().setItem(COSName.getPDFName("PieceInfo"), new COSString(SECRET));
    }

    private static PDAnnotationText note(String text) {
        PDAnnotationText note = new PDAnnotationText();
        note.setContents(text);
        note.setRectangle(new PDRectangle(300, 500, 20, 20));
        return note;
    }

    /** A page with the same text drawn where nobody sees it: white, and under a picture. */
    static void hide(PDDocument pdf, int page) throws IOException {
        try (PDPageContentStream content =
                new PDPageContentStream(pdf, pdf.getPage(page), PDPageContentStream.AppendMode.APPEND, true, true)) {
            content.setNonStrokingColor(Color.WHITE);
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.COURIER), 1);
            content.newLineAtOffset(10, 10);
            content.showText(SECRET);
            content.endText();
        }
    }
}
