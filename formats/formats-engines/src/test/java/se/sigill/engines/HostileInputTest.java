package se.sigill.engines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.formats.Extraction;
import se.sigill.formats.FileInput;
import se.sigill.formats.FormatFinding;
import se.sigill.formats.worker.WorkerFormats;

/** Files made to harm: each gives a finding, leaks nothing, and the worker goes on. */
class HostileInputTest {
    private static final String CANARY = "kanariefågel";

    @TempDir
    Path folder;

    @Test
    void stopsAtAZipThatUnpacksToGigabytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            byte[] zeros = new byte[1 << 20];
            zip.putNextEntry(new ZipEntry("bomb.txt"));
            for (int i = 0; i < 600; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }

        assertTrue(finds(extract("bomb.zip", bytes.toByteArray()), FormatFinding.BOMB));
    }

    @Test
    void stopsAtZipsInZipsInZips() throws IOException {
        byte[] inner = "innerst".getBytes(StandardCharsets.UTF_8);
        String name = "a.txt";
        for (int i = 0; i < 12; i++) {
            inner = TestEngines.zip(Map.of(name, inner));
            name = "a.zip";
        }

        assertTrue(finds(extract("nest.zip", inner), FormatFinding.DEPTH_LIMIT));
    }

    @Test
    void readsNoFileThatADocumentNames() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), CANARY);
        String doctype = "<!DOCTYPE d [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>";
        byte[] docx = TestEngines.docx(doctype, TestEngines.paragraph("före &x; efter"));

        Extraction read = extract("xxe.docx", docx);

        assertFalse(read.text().toString().contains(CANARY));
        assertTrue(finds(read, FormatFinding.DAMAGED) || !read.text().parts().isEmpty());
    }

    @Test
    void readsNoFileThatXmlNames() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), CANARY);
        String xml = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><d>&x;</d>";

        assertFalse(extract("xxe.xml", xml).text().toString().contains(CANARY));
    }

    @Test
    void opensNoConnection() throws IOException {
        try (ServerSocket trap = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + trap.getLocalPort() + "/x";
            extract("a.html", "<img src='" + address + "'><link rel=stylesheet href='" + address + "'>");
            extract("a.xml", "<?xml version=\"1.0\"?><!DOCTYPE d SYSTEM \"" + address + "\"><d>t</d>");
            extract("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'><image href='" + address + "'/></svg>");

            trap.setSoTimeout(200);
            assertTrue(nobodyCame(trap));
        }
    }

    private static boolean nobodyCame(ServerSocket trap) throws IOException {
        try (var socket = trap.accept()) {
            return !socket.isConnected();
        } catch (SocketTimeoutException e) {
            return true;
        }
    }

    @Test
    void survivesABillionLaughs() throws IOException {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a0 \"haha\">");
        for (int i = 1; i < 12; i++) {
            xml.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        xml.append("]><d>&a11;</d>");

        Extraction read = extract("laughs.xml", xml.toString());

        assertTrue(read.text().length() < 6_000_000);
        assertFalse(read.findings().isEmpty());
    }

    @Test
    void keepsWhatATruncatedDocumentIs() throws IOException {
        byte[] whole = TestEngines.docx(TestEngines.paragraph("text ".repeat(5_000)));

        Extraction read = extract("kort.docx", Arrays.copyOf(whole, whole.length / 2));

        assertTrue(finds(read, FormatFinding.DAMAGED), read.findings().toString());
    }

    @Test
    void saysThatAFolderHoldsNoSignatures() throws IOException {
        try (WorkerFormats formats = WorkerFormats.start(
                TestEngines.settings().withSignatures(Files.createDirectory(folder.resolve("none"))))) {
            Path file = Files.writeString(folder.resolve("a.txt"), "text");

            assertEquals(
                    FormatFinding.SIGNATURES_UNUSABLE,
                    formats.identify(FileInput.of(file)).findings().getFirst().code());
        }
    }

    @Test
    void namesAContainerWhoseFormatTheSignatureFileLacks() throws IOException {
        String mime = "application/vnd.oasis.opendocument.spreadsheet";
        String urn = "urn:oasis:names:tc:opendocument:xmlns:";
        String manifest = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest:manifest xmlns:manifest=\"" + urn
                + "manifest:1.0\" manifest:version=\"1.3\"><manifest:file-entry manifest:full-path=\"/\""
                + " manifest:version=\"1.3\" manifest:media-type=\"" + mime + "\"/></manifest:manifest>";
        String content = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content xmlns:office=\"" + urn
                + "office:1.0\" office:version=\"1.3\"><office:body/></office:document-content>";
        byte[] sheet = TestEngines.zip(Map.of(
                "mimetype", mime.getBytes(StandardCharsets.UTF_8),
                "META-INF/manifest.xml", manifest.getBytes(StandardCharsets.UTF_8),
                "content.xml", content.getBytes(StandardCharsets.UTF_8)));

        Extraction read = extract("blad.ods", sheet);

        assertEquals(mime, read.identification().mime());
        assertFalse(read.identification().puid().isEmpty());
        assertFalse(finds(read, FormatFinding.ENGINE_FAILED), read.findings().toString());
    }

    @Test
    void namesAnEmptyFile() throws IOException {
        assertTrue(finds(extract("tom.txt", ""), FormatFinding.EMPTY_FILE));
    }

    @Test
    void readsAMailWithoutHeaderAndOneThatBreaksOff() throws IOException {
        Extraction none = extract("utan.eml", "bara text utan huvud\n");
        Extraction torn = extract("av.eml", """
                From: a@example.se
                To: b@example.se
                Subject: x
                Date: Tue, 3 Mar 2026 09:12:00 +0100
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=q

                --q

                halva bre""");

        assertTrue(none.text().toString().contains("bara text utan huvud"));
        assertTrue(torn.text().toString().contains("halva bre"));
        assertTrue(finds(torn, FormatFinding.DAMAGED), torn.findings().toString());
    }

    @Test
    void capsALongTextAndSaysSo() throws IOException {
        Extraction read = extract("lång.txt", "rad med text\n".repeat(500_000));

        assertTrue(finds(read, FormatFinding.TEXT_LIMIT));
        assertTrue(read.text().length() <= 5_000_000);
    }

    @Test
    void readsMoreEntitiesThanTheJdkAllowsByItself() throws IOException {
        String body = "<d>" + "a &amp; b\n".repeat(150_000) + "slutord</d>";

        Extraction read = extract("amp.xml", "<?xml version=\"1.0\"?>" + body);

        assertTrue(read.text().toString().contains("slutord"), read.findings().toString());
    }

    private Extraction extract(String name, String content) throws IOException {
        return extract(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a file, and then a sound one: the worker must be whole. */
    private Extraction extract(String name, byte[] content) throws IOException {
        Extraction read = TestEngines.shared().extract(FileInput.of(Files.write(folder.resolve(name), content)));
        Path sound = Files.writeString(folder.resolve("sund.txt"), "allt är väl");
        assertEquals(
                "allt är väl",
                TestEngines.shared()
                        .extract(FileInput.of(sound))
                        .text()
                        .parts()
                        .getFirst()
                        .pages()
                        .getFirst()
                        .text());
        return read;
    }

    private static boolean finds(Extraction read, FormatFinding code) {
        return read.findings().stream().anyMatch(finding -> finding.code() == code);
    }
}
