package se.sigill.core.aip;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import se.sigill.core.record.Direction;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.FileRole;
import se.sigill.core.record.FormatId;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.record.RecordId;
import se.sigill.core.record.Source;
import se.sigill.core.store.ContentStore;
import se.sigill.core.store.Digests;
import se.sigill.core.store.ObjectVersion;
import se.sigill.core.store.Samples;
import se.sigill.core.store.VersionFile;

/** The one record that {@code docs/formats/package.md} shows, in two versions. */
public final class AipSamples {
    public static final RecordId ID = new RecordId("3t8n0v6xq5wz2k9m4c7jrh1dpe");
    public static final Instant RECEIVED = Instant.parse("2026-03-02T08:15:00Z");
    public static final Instant RENDERED = Instant.parse("2026-03-02T08:16:30Z");
    public static final String VERSION = "0.1.0";
    static final String ORIGINAL_TEXT = "Remiss av översiktsplan\n\nSvar senast den 1 juni.\n";
    static final String TEXT =
            "@sigill/text/1\n@part {\"path\":\"0\",\"name\":\"Remiss översiktsplan.txt\",\"mime\":\"text/plain\"}\n@page 0\n"
                    + ORIGINAL_TEXT + "\n";
    static final FormatId PLAIN = new FormatId("x-fmt/111", "text/plain", "Plain Text File", "PRONOM V100/20240501");
    static final FormatId PDF = new FormatId("fmt/476", "application/pdf", "Acrobat PDF/A", "PRONOM V100/20240501");
    static final String ORIGINAL = RecordPackage.dataPath(FileRole.ORIGINAL, "Remiss översiktsplan.txt");
    static final String RENDITION = RecordPackage.dataPath(FileRole.PRESERVATION, "Remiss översiktsplan.pdf");

    private AipSamples() {}

    static FileFact fact(String path, FileRole role, FormatId format, byte[] bytes, String of) {
        Digests d = Digests.of(bytes);
        String name = path.substring(path.lastIndexOf('/') + 1);
        String by = of.isEmpty() ? "" : "openhtmltopdf 1.1.65";
        return new FileFact(path, name, role, d.sizeBytes(), d.sha256(), d.sha512(), format, of, by, List.of());
    }

    public static RecordDescription record() {
        return new RecordDescription(
                ID,
                1,
                "document",
                "Remiss av översiktsplan <utkast> & bilaga",
                "KS 2026/123",
                "2026-03-01",
                Direction.RECEIVED,
                "Remiss",
                "Kommunstyrelsen",
                "Länsstyrelsen Skåne",
                "KS 2026/123",
                "2.4.1",
                new Source("diariet", "doc-4711", "20260302T081500Z-7k3q", "remiss.txt", ""),
                RECEIVED,
                List.of(fact(ORIGINAL, FileRole.ORIGINAL, PLAIN, ORIGINAL_TEXT.getBytes(UTF_8), "")));
    }

    static Premis premis(RecordDescription record) {
        Premis.Agent sigill = Premis.Agent.software("sigill", "Sigill", VERSION);
        Premis.Agent droid = Premis.Agent.software("droid", "DROID", "6.8.0");
        return new Premis(
                record.id().urn(),
                record.files(),
                List.of(
                        event(Premis.EventType.INGESTION, RECEIVED, "received in delivery", "sigill", ID.urn()),
                        event(
                                Premis.EventType.MESSAGE_DIGEST_CALCULATION,
                                RECEIVED,
                                "SHA-256 and SHA-512 in one pass",
                                "sigill",
                                ORIGINAL),
                        event(
                                Premis.EventType.FORMAT_IDENTIFICATION,
                                RECEIVED,
                                "PRONOM V100/20240501",
                                "droid",
                                ORIGINAL)),
                List.of(sigill, droid));
    }

    static Premis.Event event(Premis.EventType type, Instant at, String detail, String agent, String object) {
        return new Premis.Event(type, at, detail, "success", "", List.of(agent), List.of(object));
    }

    /** Stores version 1 and 2 as two batches. */
    public static void store(ContentStore store, Path directory) throws IOException {
        Path source = directory.resolve("remiss.txt");
        Files.createDirectories(directory);
        Files.writeString(source, ORIGINAL_TEXT);
        List<VersionFile> first =
                new ArrayList<>(RecordPackage.first(record(), TEXT, premis(record()), VERSION, RECEIVED));
        first.add(VersionFile.linked(ORIGINAL, source, Digests.of(source)));
        Samples.store(store, "b1", new ObjectVersion(ID, 1, RECEIVED, "taken in", first));

        byte[] pdf = "%PDF-1.7 stands for a rendition".getBytes(UTF_8);
        RecordDescription next = record().withRendition(fact(RENDITION, FileRole.PRESERVATION, PDF, pdf, ORIGINAL));
        Premis premis = PremisXml.read(PremisXml.write(premis(record())))
                .with(record().files())
                .next(
                        next.files(),
                        List.of(event(Premis.EventType.NORMALIZATION, RENDERED, "to PDF/A-2a", "sigill", RENDITION)),
                        List.of());
        List<VersionFile> second =
                new ArrayList<>(RecordPackage.next(next, Digests.of(TEXT.getBytes(UTF_8)), premis, VERSION, RENDERED));
        second.add(VersionFile.ofBytes(RENDITION, pdf));
        Samples.store(store, "b2", new ObjectVersion(ID, 2, RENDERED, "rendition added", second));
    }
}
