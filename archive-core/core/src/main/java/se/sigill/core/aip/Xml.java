package se.sigill.core.aip;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Makes hardened XML readers; nothing else in Sigill's own processes makes one.
 *
 * <p>A document type declaration is refused, nothing is fetched, external entities do not exist. The JDK's count of
 * entity references is switched off: it also counts {@code &amp;amp;} and refuses honest files with 100,000 of them;
 * without a DOCTYPE there is no other entity that could grow.
 */
public final class Xml {
    private Xml() {}

    /** A factory with the settings above, for readers of other packages. */
    public static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty("http://javax.xml.XMLConstants/property/accessExternalDTD", "");
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside of the file is read");
        });
        return factory;
    }

    /** Receives one start tag; the reader stands on it. */
    @FunctionalInterface
    interface OnStart {
        void element(XMLStreamReader reader) throws XMLStreamException;
    }

    /** Reads a whole document. @throws AipException if it is no well-formed XML or has a DOCTYPE */
    static void read(byte[] bytes, OnStart onStart) {
        read(new ByteArrayInputStream(bytes), onStart);
    }

    private static void read(InputStream in, OnStart onStart) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(in);
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> onStart.element(reader);
                    case XMLStreamConstants.DTD -> throw new AipException("a document type declaration is refused");
                    default -> {
                        // Text is read by those who stand on its element.
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new AipException(
                    String.format(
                            Locale.ROOT,
                            "no well-formed XML at line %d",
                            e.getLocation() == null ? 0 : e.getLocation().getLineNumber()),
                    e);
        }
    }

    /** An attribute by its local name, in whatever namespace. */
    static Optional<String> attribute(XMLStreamReader reader, String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return Optional.of(reader.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }
}
