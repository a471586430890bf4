package se.sigill.app.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads back what the forms write, by code that shares nothing with them. */
final class Reading {
    private static final Pattern OBJECT = Pattern.compile("([0-9]{10}) 00000 n ");
    private static final Pattern STREAM = Pattern.compile("/Length ([0-9]+) /Filter /FlateDecode >>\nstream\n");
    private static final Pattern STRING = Pattern.compile("\\(((?:[^()\\\\]|\\\\.)*)\\) Tj");

    private Reading() {}

    /** Part name to bytes, in file order. */
    static Map<String, byte[]> zip(byte[] file) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    /** All character data of a well-formed document, a blank after each element. */
    static String xml(byte[] document) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(document));
        StringBuilder text = new StringBuilder();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamReader.CHARACTERS) {
                text.append(reader.getText());
            } else if (event == XMLStreamReader.END_ELEMENT) {
                text.append(' ');
            }
        }
        return text.toString();
    }

    /** The text of each page of one of our PDFs, after its cross-reference table has been checked. */
    static List<String> pdfPages(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int start = Integer.parseInt(text.substring(text.lastIndexOf("startxref") + 10, text.lastIndexOf("%%EOF"))
                .strip());
        if (!text.startsWith("xref\n", start)) {
            throw new AssertionError("startxref does not lead to the table");
        }
        Matcher objects = OBJECT.matcher(text.substring(start));
        for (int number = 1; objects.find(); number++) {
            if (!text.startsWith(number + " 0 obj\n", Integer.parseInt(objects.group(1)))) {
                throw new AssertionError("the table leads past object " + number);
            }
        }
        List<String> pages = new ArrayList<>();
        Matcher streams = STREAM.matcher(text);
        while (streams.find()) {
            int length = Integer.parseInt(streams.group(1));
            String content = new String(inflate(file, streams.end(), length), FileForm.WINDOWS_1252);
            if (!text.startsWith("\nendstream", streams.end() + length)) {
                throw new AssertionError("a stream's length is wrong");
            }
            StringBuilder page = new StringBuilder();
            STRING.matcher(content).results().forEach(line -> page.append(line.group(1))
                    .append('\n'));
            pages.add(page.toString());
        }
        return pages;
    }

    private static byte[] inflate(byte[] file, int offset, int length) {
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(file, offset, length);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[4096];
            while (!inflater.finished()) {
                out.write(buffer, 0, inflater.inflate(buffer));
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new AssertionError(e);
        }
    }

    /** The content of a message's attachments. */
    static List<byte[]> attachments(byte[] message) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        List<byte[]> attachments = new ArrayList<>();
        for (String part : text.split("\r\n--", -1)) {
            if (part.contains("Content-Disposition: attachment")) {
                attachments.add(Base64.getMimeDecoder().decode(part.substring(part.indexOf("\r\n\r\n"))));
            }
        }
        return attachments;
    }
}
