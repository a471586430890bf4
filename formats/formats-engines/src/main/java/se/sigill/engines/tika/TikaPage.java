package se.sigill.engines.tika;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.sax.ToXMLContentHandler;
import org.apache.tika.sax.WriteOutContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import se.sigill.formats.FileInput;

/**
 * A document's structure as Tika's XHTML, with its pictures beside it.
 *
 * @param xhtml headings, paragraphs, lists, tables; pictures as {@code embedded:NAME}
 * @param pictures {@code data:} addresses by NAME
 */
public record TikaPage(String xhtml, Map<String, String> pictures) {
    private static final int PICTURE_BYTES_MAX = 8 << 20;
    private static final int PICTURES_BYTES_MAX = 32 << 20;

    public TikaPage {
        pictures = Map.copyOf(pictures);
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it is damaged, encrypted or larger than a rendition can be; the message says which
     */
    public static TikaPage of(FileInput file, TikaConfig tika) throws IOException {
        OfficeParserConfig office = new OfficeParserConfig();
        // The object models know styles and lists, which the streaming parsers do not tell.
        office.setUseSAXDocxExtractor(false);
        office.setUseSAXPptxExtractor(false);
        Pictures pictures = new Pictures();
        ParseContext context = new ParseContext();
        context.set(OfficeParserConfig.class, office);
        context.set(EmbeddedDocumentExtractor.class, pictures);
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, file.name());
        ToXMLContentHandler xhtml = new ToXMLContentHandler();
        try (TikaInputStream in = TikaInputStream.get(file.path())) {
            ContentHandler limited = new WriteOutContentHandler(xhtml, 2_000_000);
            new AutoDetectParser(tika).parse(in, limited, metadata, context);
        } catch (TikaException | SAXException | RuntimeException | StackOverflowError e) {
            throw new IOException(e.getClass().getSimpleName(), e);
        }
        return new TikaPage(xhtml.toString(), pictures.found);
    }

    private static final class Pictures implements EmbeddedDocumentExtractor {
        private final Map<String, String> found = new HashMap<>();
        private int left = PICTURES_BYTES_MAX;

        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return !type(metadata).isEmpty();
        }

        private static String type(Metadata metadata) {
            String name = String.valueOf(metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY))
                    .toLowerCase(Locale.ROOT);
            if (name.endsWith(".png")) {
                return "image/png";
            }
            if (name.endsWith(".jpg") || name.endsWith(".jpeg")) {
                return "image/jpeg";
            }
            return name.endsWith(".gif") ? "image/gif" : "";
        }

        @Override
        public void parseEmbedded(InputStream in, ContentHandler handler, Metadata metadata, boolean outputHtml)
                throws IOException {
            String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
            byte[] bytes = in.readNBytes(Math.min(left, PICTURE_BYTES_MAX) + 1);
            if (name != null && bytes.length <= Math.min(left, PICTURE_BYTES_MAX)) {
                left -= bytes.length;
                String data = "data:" + type(metadata) + ";base64,"
                        + Base64.getEncoder().encodeToString(bytes);
                found.putIfAbsent(name, data);
            }
        }
    }
}
