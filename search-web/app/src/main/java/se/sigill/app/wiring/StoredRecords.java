package se.sigill.app.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import se.sigill.core.ArchiveException;
import se.sigill.core.aip.RecordPackage;
import se.sigill.core.catalogue.RecordReader;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.record.RecordId;
import se.sigill.core.record.RecordJson;
import se.sigill.core.store.ContentStore;
import se.sigill.core.text.ExtractedText;
import se.sigill.core.text.TextFile;

/** Descriptions and texts as they lie in the packages. */
public final class StoredRecords implements RecordReader {
    private final ContentStore store;

    public StoredRecords(ContentStore store) {
        this.store = store;
    }

    @Override
    public Optional<RecordDescription> read(RecordId id, int version) {
        return bytes(id, version, RecordPackage.RECORD).map(RecordJson::read);
    }

    /** The text that was read from the original; empty if the record is gone or nothing could be read. */
    public ExtractedText text(RecordId id, int version) {
        return bytes(id, version, RecordPackage.TEXT).map(TextFile::read).orElse(ExtractedText.EMPTY);
    }

    private Optional<String> bytes(RecordId id, int version, String path) {
        Optional<InputStream> file = store.open(id, version, path);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = file.get()) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed(path + " of record " + id + " cannot be read", e);
        }
    }
}
