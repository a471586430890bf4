package se.sigill.app.request;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.ArchiveException;
import se.sigill.core.aip.Premis;
import se.sigill.core.aip.RecordPackage;
import se.sigill.core.archive.NewFile;
import se.sigill.core.archive.NewVersion;
import se.sigill.core.archive.PackageContent;
import se.sigill.core.disk.Durable;
import se.sigill.core.log.Act;
import se.sigill.core.record.Direction;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.FileRole;
import se.sigill.core.record.FormatId;
import se.sigill.core.record.PartFact;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.record.RecordId;
import se.sigill.core.record.Source;
import se.sigill.core.store.Digests;
import se.sigill.core.text.ExtractedText;
import se.sigill.core.text.TextPage;
import se.sigill.core.text.TextPart;
import se.sigill.formats.Identification;
import se.sigill.formats.part.PartCopy;

/**
 * Records that the archive makes itself: their bytes are its own, so no worker need read them, and they are committed
 * together with the acts that speak of them, all or none.
 */
final class OwnRecords implements AutoCloseable {
    /** The source system of such records. */
    static final String SYSTEM = "sigill";

    private static final String TEXT_NAME = "Plain Text File";
    private static final String MADE_HERE = "made by Sigill";

    private final OpenArchive archive;
    private final List<Path> written = new ArrayList<>();

    OwnRecords(OpenArchive archive) {
        this.archive = archive;
    }

    /**
     * What is said of a record.
     *
     * @param source the id under which it is recognised if it is made twice
     */
    record Facts(
            RecordId id,
            String title,
            String diaryNumber,
            String date,
            Direction direction,
            String recordType,
            String authority,
            String classCode,
            String source) {}

    /** A text in UTF-8. */
    NewVersion text(Facts facts, String name, String text, List<Act.OfRecord> alongside) {
        FormatId format = new FormatId("x-fmt/111", "text/plain", TEXT_NAME, MADE_HERE);
        return version(facts, name, text.getBytes(StandardCharsets.UTF_8), format, text, alongside);
    }

    /** Any file of a known format. @param text what is read in it, for search */
    NewVersion version(
            Facts facts, String name, byte[] content, FormatId format, String text, List<Act.OfRecord> alongside) {
        FileFact file = file(name, Digests.of(content), format, List.of());
        TextPart part = new TextPart("0", name, format.mime(), List.of(new TextPage(0, text)));
        return version(
                facts,
                new NewFile(file, laid(facts.id(), content)),
                new ExtractedText(List.of(part)),
                Premis.EventType.INGESTION,
                MADE_HERE,
                alongside);
    }

    /**
     * A copy in part, linked from where it lies.
     *
     * @param how from what and by leaving out what, for the provenance; without what is secret
     */
    NewVersion made(Facts facts, String name, PartCopy.Made copy, String how, List<Act.OfRecord> alongside)
            throws IOException {
        Identification id = copy.read().identification();
        List<PartFact> parts = copy.read().parts().stream()
                .filter(part -> !part.path().equals("0"))
                .map(part -> new PartFact(
                        part.path(),
                        part.name(),
                        new FormatId(part.puid(), part.mime(), "", id.basis()),
                        part.sizeBytes(),
                        part.sha256()))
                .toList();
        FormatId format = new FormatId(id.puid(), id.mime(), id.name(), id.basis());
        FileFact file = file(name, Digests.of(copy.file()), format, parts);
        ExtractedText text = new ExtractedText(copy.read().text().parts().stream()
                .map(part -> part.path().equals("0") ? new TextPart("0", name, part.mime(), part.pages()) : part)
                .toList());
        Durable.force(copy.file());
        return version(
                facts,
                new NewFile(file, copy.file()),
                text,
                Premis.EventType.REDACTION,
                how + ", " + copy.madeBy(),
                alongside);
    }

    private static FileFact file(String name, Digests digests, FormatId format, List<PartFact> parts) {
        return new FileFact(
                RecordPackage.dataPath(FileRole.ORIGINAL, name),
                name,
                FileRole.ORIGINAL,
                digests.sizeBytes(),
                digests.sha256(),
                digests.sha512(),
                format,
                "",
                "",
                parts);
    }

    private NewVersion version(
            Facts facts,
            NewFile file,
            ExtractedText text,
            Premis.EventType event,
            String how,
            List<Act.OfRecord> alongside) {
        RecordDescription description = new RecordDescription(
                facts.id(),
                1,
                "document",
                facts.title(),
                facts.diaryNumber(),
                facts.date(),
                facts.direction(),
                facts.recordType(),
                facts.authority(),
                "",
                facts.diaryNumber(),
                facts.classCode(),
                new Source(SYSTEM, facts.source(), "", file.fact().name(), ""),
                archive.clock().instant(),
                List.of(file.fact()));
        Premis.Agent agent = Premis.Agent.software("sigill", "Sigill", PackageContent.SOFTWARE_VERSION);
        Premis.Event made = new Premis.Event(
                event,
                archive.clock().instant(),
                how,
                "success",
                "",
                List.of("sigill"),
                List.of(file.fact().path()));
        return new NewVersion(description, List.of(file), text, List.of(made), List.of(agent), alongside);
    }

    /** The bytes as a file that can be linked into the store. */
    private Path laid(RecordId id, byte[] content) {
        try {
            Path folder = archive.home().work().resolve("requests");
            Durable.createDirectories(folder);
            Path file = folder.resolve("." + id + ".bytes");
            Durable.replace(file, content);
            written.add(file);
            return file;
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("a record of the archive's own could not be written", e);
        }
    }

    /** All of them or none. Known to catalogue and index on return. */
    void commit(List<NewVersion> versions) {
        archive.archive().commit(versions, archive.actor());
        archive.catchUp();
    }

    /** Takes away what was written beside the store; a stop leaves it, and the next use of the same id replaces it. */
    @Override
    public void close() {
        try {
            for (Path file : written) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
