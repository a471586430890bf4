package se.sigill.engines.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Writes PDF/A-2a, which is also PDF/UA-1: tagged, with language and title, fonts embedded. */
public final class PdfWriter {
    /** What the renditions say made them. */
    public static final String ENGINE = "openhtmltopdf 1.1.65";

    private static final String FONTS = "net/sf/jasperreports/fonts/dejavu/";

    private static final int TABLE_COUNT = 4;
    private static final int TABLE_FIRST = 12;
    private static final int TABLE_ENTRY = 16;
    private static final int GSUB = 0x47535542;

    private static final String STYLE = """
            @page { size: PAPER; margin: 18mm 16mm 18mm 20mm;
              @bottom-right { content: counter(page) " (" counter(pages) ")"; font: 8pt 'DejaVu Sans' } }
            body { font: 10pt/1.35 'DejaVu Sans'; color: #000; word-wrap: break-word }
            h1 { font-size: 15pt } h2 { font-size: 12.5pt } h3, h4, h5, h6 { font-size: 11pt }
            pre, code, tt, .plain { font-family: 'DejaVu Sans Mono'; font-size: 9pt }
            pre, .plain { white-space: pre-wrap; word-wrap: break-word }
            table { border-collapse: collapse; width: 100%; -fs-table-paginate: paginate; table-layout: auto }
            table.fixed { table-layout: fixed; font-size: 8pt }
            td, th { border: 0.4pt solid #888; padding: 2pt 4pt; text-align: left; vertical-align: top;
              word-wrap: normal }
            table.fixed td, table.fixed th { word-wrap: break-word }
            table.header td, table.header th { border: none; padding: 1pt 6pt 1pt 0 }
            img { max-width: 100% }
            hr { border: none; border-top: 0.6pt solid #888 }
            .note { color: #444; font-size: 8.5pt }
            """;

    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    /** The fonts that were needed so far: unpacking one from its jar takes as long as laying out a short page. */
    private final Map<String, byte[]> faces = new HashMap<>();

    private final boolean ligatures;

    public PdfWriter() {
        this(true);
    }

    private PdfWriter(boolean ligatures) {
        this.ligatures = ligatures;
        XRLog.setLoggingEnabled(false);
    }

    /** Writes {@code fi} as two letters: who copies the text or reads it in braille gets what was given. */
    static PdfWriter withoutLigatures() {
        return new PdfWriter(false);
    }

    /**
     * Writes a document.
     *
     * @param html clean: no script, no address but {@code data:}; gets style, title and language here
     * @param title not empty
     * @param language {@code sv}
     * @throws IOException if it cannot be laid out or written; what was written is no PDF then
     */
    public void write(Document html, String title, String language, Path out) throws IOException {
        html.outputSettings().syntax(Document.OutputSettings.Syntax.xml);
        html.title(title);
        Element root = html.expectFirst("html");
        root.attr("lang", language).attr("xml:lang", language);
        html.head().appendElement("meta").attr("name", "description").attr("content", title);
        html.head().appendElement("style").append(STYLE.replace("PAPER", paper(html)));
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(out))) {
            builder(html).toStream(stream).run();
        }
    }

    /** What all our documents have in common: PDF/A-2a, PDF/UA-1, the fonts, and nothing fetched. */
    PdfRendererBuilder builder(Document html) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(colours);
        builder.useExternalResourceAccessControl(
                (uri, type) -> uri != null && uri.startsWith("data:"),
                ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useReplacementText("?");
        builder.withProducer("Sigill");
        fonts(builder);
        return builder.withW3cDocument(new W3CDom().fromJsoup(html), "");
    }

    /** Wide tables need wide paper. */
    private static String paper(Document html) {
        int columns = 0;
        for (Element row : html.select("tr")) {
            columns = Math.max(columns, row.childrenSize());
        }
        if (columns > 8) {
            html.select("table").addClass("fixed");
        }
        return columns <= 8 ? "A4" : columns <= 14 ? "A4 landscape" : "A3 landscape";
    }

    private void fonts(PdfRendererBuilder builder) {
        face(builder, "DejaVuSans.ttf", "DejaVu Sans", 400, FontStyle.NORMAL);
        face(builder, "DejaVuSans-Bold.ttf", "DejaVu Sans", 700, FontStyle.NORMAL);
        face(builder, "DejaVuSans-Oblique.ttf", "DejaVu Sans", 400, FontStyle.ITALIC);
        face(builder, "DejaVuSans-BoldOblique.ttf", "DejaVu Sans", 700, FontStyle.ITALIC);
        face(builder, "DejaVuSansMono.ttf", "DejaVu Sans Mono", 400, FontStyle.NORMAL);
        face(builder, "DejaVuSansMono-Bold.ttf", "DejaVu Sans Mono", 700, FontStyle.NORMAL);
    }

    private void face(PdfRendererBuilder builder, String file, String family, int weight, FontStyle style) {
        builder.useFont(
                () -> new ByteArrayInputStream(faces.computeIfAbsent(file, this::bytes)), family, weight, style, true);
    }

    private byte[] bytes(String file) {
        try (InputStream in = font(file)) {
            byte[] font = in.readAllBytes();
            return ligatures ? font : withoutSubstitutions(font);
        } catch (IOException e) {
            throw new UncheckedIOException("the font cannot be read from its jar", e);
        }
    }

    /** The upright face without ligatures: what is written with it is read as it was written. */
    public static byte[] plainFace() throws IOException {
        try (InputStream in = font("DejaVuSans.ttf")) {
            return withoutSubstitutions(in.readAllBytes());
        }
    }

    /** The table of glyphs that stand for several letters gets a name that nobody looks for (OpenType, font header). */
    private static byte[] withoutSubstitutions(byte[] font) {
        ByteBuffer header = ByteBuffer.wrap(font);
        int tables = header.getShort(TABLE_COUNT);
        for (int i = 0; i < tables; i++) {
            int entry = TABLE_FIRST + i * TABLE_ENTRY;
            if (header.getInt(entry) == GSUB) {
                header.putInt(entry, GSUB | 0x20202020);
            }
        }
        return font;
    }

    static InputStream font(String file) {
        InputStream in = PdfWriter.class.getClassLoader().getResourceAsStream(FONTS + file);
        if (in == null) {
            throw new IllegalStateException(file + " is not on the engines' class path");
        }
        return in;
    }
}
