package se.sigill.open.page;

import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import se.sigill.core.fact.PublicRecord;
import se.sigill.look.Language;
import se.sigill.zone.Zone;

/**
 * What search engines are told (sitemaps.org, RFC 9309): the documents that anyone may read, and never a notice. Parts
 * go by the ids' last characters, which are random: no part tells of an order or a count but its own.
 */
public final class Sitemap {
    /** What an id ends with; a part each. */
    public static final List<String> PARTS = List.of("0123456789abcdefghjkmnpqrstvwxyz".split(""));

    private static final String SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final int DAY = "2026-11-27".length();

    private Sitemap() {}

    /** Searches are as many as there are words: they are nothing to be gathered. @param base of the site, if known */
    public static String robots(Optional<String> base) {
        return "User-agent: *\nDisallow: /sv/sok\nDisallow: /en/sok\n"
                + base.map(known -> "Sitemap: " + known + "/sitemap.xml\n").orElse("");
    }

    /** The list of all parts. */
    public static String parts(String base) {
        return written("sitemapindex", out -> {
            for (String part : PARTS) {
                out.writeStartElement("sitemap");
                element(out, "loc", base + "/sitemap/" + part + ".xml");
                out.writeEndElement();
            }
        });
    }

    /** The documents of one part. @param part one of {@link #PARTS} */
    public static String part(Zone zone, String base, String part) {
        return written("urlset", out -> {
            for (String before : PARTS) {
                for (PublicRecord record : zone.endingWith(before + part)) {
                    url(out, base + Addresses.record(Language.SV, record.id()), record.sealedAt());
                }
            }
        });
    }

    private static void url(XMLStreamWriter out, String address, String sealedAt) throws XMLStreamException {
        out.writeStartElement("url");
        element(out, "loc", address);
        element(out, "lastmod", sealedAt.substring(0, Math.min(DAY, sealedAt.length())));
        out.writeEndElement();
    }

    /** Writes what is in the outermost element. */
    private interface Content {
        void write(XMLStreamWriter out) throws XMLStreamException;
    }

    private static String written(String root, Content content) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement(root);
            out.writeDefaultNamespace(SPACE);
            content.write(out);
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a sitemap cannot be written to memory", e);
        }
    }

    private static void element(XMLStreamWriter out, String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(text);
        out.writeEndElement();
    }
}
