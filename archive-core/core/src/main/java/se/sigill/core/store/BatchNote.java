package se.sigill.core.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import se.sigill.core.ArchiveException;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonReader;
import se.sigill.core.json.JsonWriter;
import se.sigill.core.record.RecordId;

/**
 * The note {@code work/batch-ID} or {@code work/erase-ID}: what is about to be changed in the store, written before the
 * first byte.
 *
 * @param erase true: the objects are being removed, their act is committed
 */
record BatchNote(String id, boolean erase, List<VersionRef> versions) {
    static final String BATCH = "batch-";
    static final String ERASE = "erase-";
    private static final String FORMAT = "sigill/batch/1";

    BatchNote {
        versions = List.copyOf(versions);
    }

    String fileName() {
        return (erase ? ERASE : BATCH) + id;
    }

    byte[] write() {
        Json.Obj json = Json.object()
                .with("format", FORMAT)
                .with("id", id)
                .with("what", erase ? "erase" : "store")
                .with(
                        "versions",
                        Json.array(versions.stream().map(this::version).toList()));
        return JsonWriter.pretty(json).getBytes(StandardCharsets.UTF_8);
    }

    private Json version(VersionRef ref) {
        return Json.object()
                .with("id", ref.id().value())
                .with("version", ref.version())
                .with("staging", Staging.NAME + "/" + id + "/" + ref.id())
                .with("final", StoreLayout.place(ref.id()));
    }

    static BatchNote read(Path file) throws IOException {
        try {
            Json.Obj json = JsonReader.parse(Files.readAllBytes(file)).asObject();
            if (!json.text("format").equals(FORMAT)) {
                throw new JsonException("the format is not " + FORMAT);
            }
            List<VersionRef> versions = json.array("versions").stream()
                    .map(Json::asObject)
                    .map(v -> new VersionRef(new RecordId(v.text("id")), Math.toIntExact(v.integer("version"))))
                    .toList();
            return new BatchNote(json.text("id"), json.text("what").equals("erase"), versions);
        } catch (JsonException | IllegalArgumentException | ArithmeticException e) {
            // A note is written beside and renamed, so a half one cannot be left by a stop: somebody or the disk did
            // it.
            throw new ArchiveException.Damaged(
                    "the note work/" + file.getFileName() + " cannot be read; restore it from the last backup"
                            + " or ask the archivist to move it away and run check",
                    e);
        }
    }
}
