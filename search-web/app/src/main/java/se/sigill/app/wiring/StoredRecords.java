package se.sigill.app.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import se.sigill.core.ArchiveException;
import se.sigill.core.aip.RecordPackage;
import se.sigill.core.catalogue.RecordReader;
import se.sigill.core.json.JsonException;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.record.RecordId;
import se.sigill.core.record.RecordJson;
import se.sigill.core.store.ContentStore;
import se.sigill.core.text.ExtractedText;
import se.sigill.core.text.TextFile;

/**
 * Descriptions and texts as they lie in the packages. A damaged one counts as gone: one bad file must not keep the
 * whole archive from opening. {@code check} and {@code verify} name it, and once it is brought back {@code rebuild}
 * reads it.
 */
public final class StoredRecords implements RecordReader {
    private static final System.Logger LOG = System.getLogger(StoredRecords.class.getName());

    private final ContentStore store;

    public StoredRecords(ContentStore store) {
        this.store = store;
    }

    @Override
    public Optional<RecordDescription> read(RecordId id, int version) {
        return read(id, version, RecordPackage.RECORD, RecordJson::read);
    }

    /** The text that was read from the original; empty if the record is gone or nothing could be read. */
    public ExtractedText text(RecordId id, int version) {
        return read(id, version, RecordPackage.TEXT, TextFile::read).orElse(ExtractedText.EMPTY);
    }

    private <T> Optional<T> read(RecordId id, int version, String path, Function<String, T> form) {
        Optional<String> text = bytes(id, version, path);
        try {
            return text.map(form);
        } catch (IllegalArgumentException | JsonException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "package-damaged record={0} version={1} file={2}",
                    id.value(),
                    Integer.toString(version),
                    path);
            return Optional.empty();
        }
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
