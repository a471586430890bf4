package se.sigill.core.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import se.sigill.core.disk.Durable;
import se.sigill.core.record.RecordId;

/** Objects for tests, in the shape of a package. */
public final class Samples {
    private static final Instant CREATED = Instant.parse("2026-03-01T09:00:00Z");

    private Samples() {}

    /** Always the same id for the same number. */
    public static RecordId id(long number) {
        return RecordId.random(new Random(number));
    }

    public static VersionFile file(String path, String text) {
        return VersionFile.ofBytes(path, text.getBytes(UTF_8));
    }

    /** Version 1 with five files, the original linked from {@code directory}. */
    public static ObjectVersion first(Path directory, RecordId id) {
        try {
            Path source = directory.resolve("source-" + id);
            Durable.createDirectories(directory);
            Files.deleteIfExists(source);
            Durable.create(source, ("the original of " + id).getBytes(UTF_8));
            Durable.forceDirectory(directory);
            return new ObjectVersion(
                    id,
                    1,
                    CREATED,
                    "taken in",
                    List.of(
                            file("METS.xml", "<mets OBJID='" + id + "'/>"),
                            file("metadata/premis.xml", "<premis id='" + id + "'/>"),
                            file("metadata/record.json", "{\"id\":\"" + id + "\"}"),
                            file("metadata/text.txt", "text of " + id),
                            VersionFile.linked(
                                    "representations/original/data/Årsberättelse.txt", source, Digests.of(source))));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Version 2: three files replaced, one added. */
    public static ObjectVersion second(RecordId id) {
        return new ObjectVersion(
                id,
                2,
                CREATED.plusSeconds(60),
                "rendition added",
                List.of(
                        file("METS.xml", "<mets version='2' OBJID='" + id + "'/>"),
                        file("metadata/premis.xml", "<premis version='2' id='" + id + "'/>"),
                        file("metadata/record.json", "{\"version\":2,\"id\":\"" + id + "\"}"),
                        file("representations/preservation/data/Årsberättelse.pdf", "pdf of " + id)));
    }

    /** Version 3: one file goes back to what it was in version 1, one has the bytes of another. */
    public static ObjectVersion third(RecordId id) {
        return new ObjectVersion(
                id,
                3,
                CREATED.plusSeconds(120),
                "rendition added",
                List.of(
                        file("METS.xml", "<mets OBJID='" + id + "'/>"),
                        file("representations/content/data/Årsberättelse.pdf", "pdf of " + id)));
    }

    /** Puts these versions as one batch and closes it. */
    public static List<Promoted> store(ContentStore store, String batchId, ObjectVersion... versions) {
        Batch batch = store.open(batchId);
        for (ObjectVersion version : versions) {
            batch.put(version);
        }
        List<Promoted> promoted = batch.promote();
        batch.close();
        return promoted;
    }
}
