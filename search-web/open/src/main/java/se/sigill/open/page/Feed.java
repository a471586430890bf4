package se.sigill.open.page;

import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import se.sigill.core.fact.PublicEntry;
import se.sigill.look.Language;
import se.sigill.search.Hit;
import se.sigill.search.SearchRequest;
import se.sigill.zone.Zone;

/** The latest entries of the public register as an Atom feed (RFC 4287). The same state gives the same bytes. */
public final class Feed {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final int SIZE = 50;

    /** Of an entry that has no date. */
    private static final String NO_DAY = "1970-01-01";

    private Feed() {}

    public static String of(Zone zone, Surround around) {
        Language l = around.language();
        List<EntryLine> entries = zone
                .search()
                .search(new SearchRequest(
                        "", List.of(), Zone.labels(), SearchRequest.Order.NEWEST, SIZE, Optional.empty()))
                .hits()
                .stream()
                .map(Hit::id)
                .flatMap(id -> zone.find(id).stream())
                .map((PublicEntry entry) -> EntryLine.of(entry, l))
                .toList();
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement("feed");
            out.writeDefaultNamespace(ATOM);
            out.writeAttribute("xml:lang", l.code());
            element(out, "title", l.say("Diariet – ", "The register – ") + around.authority());
            element(out, "id", "urn:sigill:register:" + l.code());
            element(
                    out,
                    "updated",
                    stamp(entries.isEmpty() ? NO_DAY : entries.getFirst().date()));
            for (EntryLine entry : entries) {
                entry(out, entry, l);
            }
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a feed cannot be written to memory", e);
        }
    }

    private static void entry(XMLStreamWriter out, EntryLine entry, Language l) throws XMLStreamException {
        out.writeStartElement("entry");
        element(out, "title", entry.shown() ? entry.title() : entry.title() + " – " + entry.why());
        element(out, "id", "urn:sigill:" + entry.id());
        out.writeStartElement("link");
        out.writeAttribute("href", Addresses.record(l, entry.id()));
        out.writeEndElement();
        element(out, "updated", stamp(entry.date()));
        out.writeStartElement("author");
        element(out, "name", entry.authority().isBlank() ? "–" : entry.authority());
        out.writeEndElement();
        element(out, "summary", entry.facts());
        out.writeEndElement();
    }

    private static void element(XMLStreamWriter out, String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(text.replaceAll("[\\p{Cntrl}&&[^\\t\\n\\r]]", " "));
        out.writeEndElement();
    }

    private static String stamp(String date) {
        return (date.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}.*") ? date.substring(0, 10) : NO_DAY) + "T00:00:00Z";
    }
}
