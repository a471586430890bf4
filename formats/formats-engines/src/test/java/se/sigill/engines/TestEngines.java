package se.sigill.engines;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import se.sigill.formats.worker.WorkerFormats;
import se.sigill.formats.worker.WorkerSettings;

/** Workers on the class path of the tests, and files made on the spot. */
final class TestEngines {
    /** One set of workers for all tests: they end with the test process. */
    private static final WorkerFormats SHARED = WorkerFormats.start(settings());

    private TestEngines() {}

    static WorkerFormats shared() {
        return SHARED;
    }

    static WorkerSettings settings() {
        WorkerSettings defaults = WorkerSettings.of(Path.of("unused"));
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new WorkerSettings(
                defaults.java(),
                classPath,
                defaults.mainClass(),
                defaults.arguments(),
                1,
                1,
                defaults.heapMegabytes(),
                Duration.ofMinutes(2),
                Duration.ofMinutes(3),
                defaults.answerBytesMax(),
                defaults.jobsMax());
    }

    /** The folder of third-party corpora, if the machine has them. */
    static Optional<Path> corpora() {
        return Optional.ofNullable(System.getenv("SIGILL_CORPORA"))
                .map(Path::of)
                .filter(Files::isDirectory);
    }

    /** A zip of members by name. */
    static byte[] zip(Map<String, byte[]> members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A small Word document whose body is the XML given. */
    static byte[] docx(String body) {
        return docx("", body);
    }

    /** As above, with a document type before the root. */
    static byte[] docx(String doctype, String body) {
        String head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
        String packages = "http://schemas.openxmlformats.org/package/2006/";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                head + "<Types xmlns=\"" + packages + "content-types\"><Default Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-"
                        + "officedocument.wordprocessingml.document.main+xml\"/></Types>");
        parts.put(
                "_rels/.rels",
                head + "<Relationships xmlns=\"" + packages + "relationships\"><Relationship Id=\"r1\" Type=\"" + office
                        + "\" Target=\"word/document.xml\"/></Relationships>");
        parts.put(
                "word/document.xml",
                head + doctype + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                        + "<w:body>" + body + "</w:body></w:document>");
        Map<String, byte[]> members = new LinkedHashMap<>();
        parts.forEach((name, xml) -> members.put(name, xml.getBytes(StandardCharsets.UTF_8)));
        return zip(members);
    }

    static String paragraph(String text) {
        return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }
}
