package se.sigill.core.aip;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes indented XML through StAX: prefixes as given, attributes in the order of the calls. For one thread. */
final class XmlOut {
    private record Open(boolean hasChildren) {}

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter out;
    private final Deque<Open> open = new ArrayDeque<>();

    XmlOut() {
        try {
            out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a writer into memory", e);
        }
        text.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /** Opens an element; attributes are name and value in turn. */
    XmlOut start(String name, String... attributes) {
        try {
            if (!open.isEmpty()) {
                open.pop();
                open.push(new Open(true));
                newLine(open.size());
            }
            out.writeStartElement(name);
            for (int i = 0; i < attributes.length; i += 2) {
                out.writeAttribute(attributes[i], clean(attributes[i + 1]));
            }
            open.push(new Open(false));
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing into memory", e);
        }
    }

    XmlOut end() {
        try {
            if (open.pop().hasChildren()) {
                newLine(open.size());
            }
            out.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing into memory", e);
        }
    }

    /** An element with nothing but attributes. */
    XmlOut empty(String name, String... attributes) {
        return start(name, attributes).end();
    }

    /** An element with text. */
    XmlOut text(String name, String value, String... attributes) {
        start(name, attributes);
        try {
            out.writeCharacters(clean(value));
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing into memory", e);
        }
        return end();
    }

    /** The document as UTF-8, with a line feed at its end. */
    byte[] bytes() {
        try {
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing into memory", e);
        }
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void newLine(int depth) throws XMLStreamException {
        out.writeCharacters("\n" + "  ".repeat(depth));
    }

    /** Replaces what XML 1.0 cannot carry. */
    private static String clean(String value) {
        if (value.codePoints().allMatch(XmlOut::isChar)) {
            return value;
        }
        StringBuilder clean = new StringBuilder();
        value.codePoints().forEach(c -> clean.appendCodePoint(isChar(c) ? c : 0xfffd));
        return clean.toString();
    }

    private static boolean isChar(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xd7ff)
                || (c >= 0xe000 && c <= 0xfffd)
                || c >= 0x10000;
    }
}
