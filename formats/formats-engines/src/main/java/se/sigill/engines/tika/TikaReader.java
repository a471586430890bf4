package se.sigill.engines.tika;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.ZeroByteFileException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import se.sigill.engines.part.OpenPart;
import se.sigill.engines.part.PartContent;
import se.sigill.engines.part.PartReader;
import se.sigill.engines.part.PartTree;
import se.sigill.engines.part.TextBudget;
import se.sigill.formats.FormatFinding;
import se.sigill.formats.Identification;

/** Reads every format that Tika has a parser for; pages where the format has them. */
public final class TikaReader implements PartReader {
    /** Deeper chains of causes are circles. */
    private static final int CAUSES_MAX = 20;

    private static final Set<String> SHEETS = Set.of(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/vnd.ms-excel");

    private static final Set<Identification.Method> SURE =
            Set.of(Identification.Method.CONTAINER, Identification.Method.SIGNATURE);

    private static final Set<String> OFFICE_AND_PDF = Set.of(
            "application/pdf",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/vnd.oasis.opendocument.presentation");

    private final AutoDetectParser parser;
    private final PDFParserConfig pdf = new PDFParserConfig();
    private final OfficeParserConfig office = new OfficeParserConfig();

    public TikaReader(TikaConfig tika) {
        this.parser = new TableParser(tika);
        pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        pdf.setExtractInlineImages(false);
        // Words in reading order of the content stream; sorting by position breaks columns apart.
        pdf.setSortByPosition(false);
        pdf.setExtractBookmarksText(false);
        // Streaming parsers: a fraction of the memory and time of the object models.
        office.setUseSAXDocxExtractor(true);
        office.setUseSAXPptxExtractor(true);
        office.setExtractMacros(false);
        office.setIncludeHeadersAndFooters(true);
    }

    /** The one configuration, from this package's resource. */
    public static TikaConfig config() {
        try (InputStream in = TikaReader.class.getResourceAsStream("tika-config.xml")) {
            return new TikaConfig(in);
        } catch (IOException | TikaException | SAXException e) {
            throw new IllegalStateException("tika-config.xml cannot be read", e);
        }
    }

    public static MediaTypes mediaTypes(TikaConfig tika) {
        return new MediaTypes(tika);
    }

    @Override
    public boolean reads(String mime) {
        return !mime.equals(Identification.MIME_UNKNOWN);
    }

    @Override
    public PartContent read(OpenPart part, PartTree tree) throws IOException {
        Metadata metadata = new Metadata();
        if (!part.name().isEmpty()) {
            metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, part.name());
        }
        PageHandler handler = new PageHandler(
                tree.sink().text(), SHEETS.contains(part.identification().mime()));
        Identification id = part.identification();
        if (SURE.contains(id.method()) && OFFICE_AND_PDF.contains(id.mime())) {
            // Known by its bytes: Tika need not open the container once more to find out.
            metadata.set(TikaCoreProperties.CONTENT_TYPE_USER_OVERRIDE, id.mime());
        }
        parse(part, tree, handler, metadata);
        PartContent content = new PartContent(handler.pages(), TikaFacts.of(metadata));
        tellIfPictureOnly(part, tree, content);
        return content;
    }

    private static void tellIfPictureOnly(OpenPart part, PartTree tree, PartContent content) {
        boolean pages = part.identification().mime().equals("application/pdf");
        if (pages && content.pages().stream().allMatch(page -> page.text().isBlank())) {
            tree.sink().find(FormatFinding.TEXT_NONE, part.path(), "no page has text");
        }
    }

    /** Parses a part; what is wrong with it goes to the sink. */
    void parse(OpenPart part, PartTree tree, ContentHandler handler, Metadata metadata) throws IOException {
        ParseContext context = new ParseContext();
        context.set(PDFParserConfig.class, pdf);
        context.set(OfficeParserConfig.class, office);
        Embedded embedded = new Embedded(part, tree);
        context.set(EmbeddedDocumentExtractor.class, embedded);
        try (TikaInputStream in = TikaInputStream.get(part.file())) {
            parser.parse(in, handler, metadata, context);
        } catch (EncryptedDocumentException e) {
            tree.sink().find(FormatFinding.ENCRYPTED, part.path(), "the file is encrypted");
        } catch (ZeroByteFileException e) {
            tree.sink().find(FormatFinding.EMPTY_FILE, part.path(), "the part has 0 bytes");
        } catch (TikaException | SAXException | IOException | RuntimeException | StackOverflowError e) {
            tell(part, tree, e);
        }
    }

    private static void tell(OpenPart part, PartTree tree, Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof TextBudget.Spent) {
                // The sink tells it once for the whole file.
                return;
            }
            if (t instanceof EncryptedDocumentException) {
                tree.sink().find(FormatFinding.ENCRYPTED, part.path(), "the file is encrypted");
                return;
            }
            if (String.valueOf(t.getMessage()).contains("bomb")) {
                tree.sink().find(FormatFinding.BOMB, part.path(), "the parser suspects a bomb and stopped");
                return;
            }
        }
        FormatFinding code = part.path().equals(PartTree.ROOT) ? FormatFinding.DAMAGED : FormatFinding.PART_DAMAGED;
        // The outermost says only that it was Tika; the innermost names the fault, without a word of the content.
        Throwable cause = failure;
        for (int depth = 0; cause.getCause() != null && depth < CAUSES_MAX; depth++) {
            cause = cause.getCause();
        }
        String kind = cause.getClass().getSimpleName();
        tree.sink().find(code, part.path(), "the parser stopped (" + kind + "); what it read until then is kept");
    }

    /** What is inside goes to the tree, except the pictures and thumbnails that office files are full of. */
    private record Embedded(OpenPart part, PartTree tree) implements EmbeddedDocumentExtractor {

        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            String type = String.valueOf(metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE));
            return switch (type) {
                case "INLINE", "THUMBNAIL", "METADATA", "FONT", "RENDERING", "VERSION" -> false;
                default -> !picture(metadata);
            };
        }

        private boolean picture(Metadata metadata) {
            String mime = part.identification().mime();
            boolean container = mime.contains("zip")
                    || mime.contains("tar")
                    || mime.contains("compress")
                    || mime.startsWith("message/")
                    || mime.contains("outlook")
                    || mime.contains("mbox");
            return !container
                    && String.valueOf(metadata.get(Metadata.CONTENT_TYPE)).startsWith("image/");
        }

        @Override
        public void parseEmbedded(InputStream in, ContentHandler handler, Metadata metadata, boolean outputHtml)
                throws IOException {
            String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
            tree.open(part, part.nextChild(), name == null ? "" : name, in);
        }
    }

    /** Metadata under our names, from Tika's. */
    private static final class TikaFacts {
        private TikaFacts() {}

        static SortedMap<String, String> of(Metadata metadata) {
            SortedMap<String, String> facts = new TreeMap<>();
            Names.ALL.forEach((ours, theirs) -> {
                for (String name : theirs) {
                    String value = String.join("\n", metadata.getValues(name)).strip();
                    if (!value.isEmpty()) {
                        facts.putIfAbsent(ours, value.length() > 2_000 ? value.substring(0, 2_000) : value);
                    }
                }
            });
            return facts;
        }
    }
}
