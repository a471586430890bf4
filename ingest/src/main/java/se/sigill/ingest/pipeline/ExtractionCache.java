package se.sigill.ingest.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import se.sigill.core.ArchiveException;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonReader;
import se.sigill.core.json.JsonWriter;
import se.sigill.core.store.Digests;
import se.sigill.formats.Extraction;
import se.sigill.formats.worker.Wire;

/**
 * What was costly to read, so that a run after a stop need not read it again: one file below {@code work/cache/} for
 * each digest, name and tool. It may be deleted at any time; nothing in it is forced to disk, and what cannot be
 * read counts as not there.
 */
public final class ExtractionCache {
    /** Reading a smaller file costs less than writing and reading its cache. */
    private static final long COSTLY_FROM_BYTES = 1L << 20;

    private final Path folder;
    private final String tools;

    /** @param tools engines, versions and parameters: another text, another cache */
    public ExtractionCache(Path folder, String tools) {
        this.folder = folder;
        this.tools = tools;
    }

    Optional<Extraction> find(Received item) {
        if (!isCostly(item)) {
            return Optional.empty();
        }
        try {
            Path file = file(item);
            return Files.exists(file)
                    ? Optional.of(Wire.extraction(
                            JsonReader.parse(Files.readAllBytes(file)).asObject()))
                    : Optional.empty();
        } catch (IOException | JsonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    void keep(Received item, Extraction extraction) {
        // What failed is tried again: the next run may have more time or memory.
        boolean isWorthKeeping = isCostly(item) && !extraction.parts().isEmpty();
        if (!isWorthKeeping) {
            return;
        }
        Path file = file(item);
        try {
            Files.createDirectories(folder);
            Path temporary = file.resolveSibling(file.getFileName() + ".new");
            Files.write(temporary, JsonWriter.bytes(Wire.write(extraction)));
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    void forget(Received item) {
        if (!isCostly(item)) {
            return;
        }
        try {
            Files.deleteIfExists(file(item));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static boolean isCostly(Received item) {
        return item.item().digests().sizeBytes() >= COSTLY_FROM_BYTES;
    }

    private Path file(Received item) {
        String key = item.item().digests().sha512() + "\n" + item.item().name() + "\n" + tools;
        return folder.resolve(Digests.of(key.getBytes(StandardCharsets.UTF_8)).sha256() + ".json");
    }

    private static ArchiveException failed(IOException e) {
        return new ArchiveException.StorageFailed("work/cache/ could not be written; check the disk and run again", e);
    }
}
