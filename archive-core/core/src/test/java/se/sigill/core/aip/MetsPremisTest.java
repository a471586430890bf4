package se.sigill.core.aip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.store.VersionFile;

final class MetsPremisTest {
    private static List<VersionFile> files() {
        RecordDescription record = AipSamples.record();
        return RecordPackage.first(
                record, AipSamples.TEXT, AipSamples.premis(record), AipSamples.VERSION, AipSamples.RECEIVED);
    }

    private static byte[] bytes(List<VersionFile> files, String path) {
        return files.stream()
                .filter(f -> f.path().equals(path))
                .map(f -> (VersionFile.Bytes) f.content())
                .findFirst()
                .orElseThrow()
                .bytes();
    }

    @Test
    void writesTheSameBytesForTheSameRecord() {
        for (String path : List.of("METS.xml", "metadata/premis.xml", "metadata/record.json", "metadata/text.txt")) {
            assertArrayEquals(bytes(files(), path), bytes(files(), path));
        }
    }

    @Test
    void metsNamesAllOtherFilesWithTheirDigests() {
        MetsXml.Read mets = MetsXml.read(bytes(files(), "METS.xml"));

        assertEquals("urn:sigill:" + AipSamples.ID, mets.objectId());
        assertEquals(
                List.of("metadata/record.json", "metadata/text.txt", "metadata/premis.xml", AipSamples.ORIGINAL),
                mets.files().stream().map(MetsXml.NamedFile::path).toList());
        for (VersionFile file : files()) {
            assertTrue(file.path().equals("METS.xml")
                    || mets.files().stream()
                            .anyMatch(f -> f.checksum().equals(file.digests().sha512())
                                    && f.sizeBytes() == file.digests().sizeBytes()));
        }
    }

    @Test
    void premisReadsBackAsWritten() {
        Premis premis = AipSamples.premis(AipSamples.record());

        PremisXml.Read read = PremisXml.read(PremisXml.write(premis));

        assertEquals(premis, read.with(premis.files()));
        assertEquals(
                premis.files().getFirst().sha256(), read.objects().getFirst().sha256());
    }

    @Test
    void refusesAnEventWithoutAnAgent() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Premis.Event(
                        Premis.EventType.INGESTION, AipSamples.RECEIVED, "", "success", "", List.of(), List.of("x")));
    }

    @Test
    void replacesWhatXmlCannotCarry() {
        byte[] xml = new XmlOut().text("a", "x\u0000\u000b\ud800y<&>").bytes();

        assertEquals(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a>x\ufffd\ufffd\ufffdy&lt;&amp;&gt;</a>\n",
                new String(xml, UTF_8));
    }

    @Test
    void refusesADocumentTypeDeclaration() {
        String xml = "<!DOCTYPE mets [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><mets OBJID='&a;'/>";

        assertThrows(AipException.class, () -> MetsXml.read(xml.getBytes(UTF_8)));
    }

    @Test
    void readsMoreThanAHundredThousandAmpersands() {
        String xml = "<mets OBJID='a'><note>" + "&amp;".repeat(120_000) + "</note></mets>";

        assertEquals("a", MetsXml.read(xml.getBytes(UTF_8)).objectId());
    }

    @Test
    void refusesWhatIsNoMetsAndNoPremis() {
        for (String xml : List.of("", "<mets", "<other/>", "<mets><file/></mets>")) {
            assertThrows(AipException.class, () -> MetsXml.read(xml.getBytes(UTF_8)), xml);
        }
        assertThrows(AipException.class, () -> PremisXml.read("<mets/>".getBytes(UTF_8)));
        assertThrows(
                AipException.class,
                () -> PremisXml.read("<premis><object type='file'><size>1</size></object></premis>".getBytes(UTF_8)));
    }
}
