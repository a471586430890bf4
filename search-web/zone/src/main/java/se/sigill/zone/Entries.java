package se.sigill.zone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import se.sigill.core.disk.Changes;
import se.sigill.core.disk.Durable;
import se.sigill.core.disk.Trees;
import se.sigill.core.fact.PublicEntry;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonReader;
import se.sigill.core.json.JsonWriter;

/**
 * Entries on disk, one folder each, with the files that they name. Reading is safe for any number of threads beside one
 * that writes: an entry is there whole or not at all.
 */
final class Entries {
    private static final System.Logger LOG = System.getLogger(Entries.class.getName());
    private static final String ENTRY = "entry.json";

    private final Path zone;
    private final Path folder;
    private final Path gone;

    Entries(Path zone) {
        this.zone = zone;
        this.folder = zone.resolve("entries");
        this.gone = zone.resolve("gone");
    }

    /** The entry of an id; empty if there is none, or the text is no id. */
    Optional<PublicEntry> find(String id) {
        if (!PublicEntry.ID.matcher(id).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(Files.readAllBytes(place(id).resolve(ENTRY))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("an entry cannot be read", e);
        } catch (JsonException e) {
            LOG.log(System.Logger.Level.WARNING, "entry-damaged id={0}", id);
            return Optional.empty();
        }
    }

    private static PublicEntry read(byte[] bytes) {
        return PublicEntry.fromJson(JsonReader.parse(bytes).asObject());
    }

    /** Where a file lies that the entry of this id names. */
    Path blob(String id, String sha256) {
        return place(id).resolve(sha256);
    }

    /**
     * Writes an entry under a name that nobody finds. Its bytes are to be forced before {@link #show}, so that no power
     * cut leaves a name without them.
     *
     * @param blobs digest to file, which stays where it is
     */
    void write(PublicEntry entry, Map<String, Path> blobs, Changes changes) throws IOException {
        // A new shelf's own name is forced at once: of the shelves only what is in them is forced later.
        Durable.createDirectories(shelf(entry.id()));
        Path writing = hidden(entry.id());
        Trees.delete(writing);
        Files.createDirectory(writing);
        changes.add(Files.write(writing.resolve(ENTRY), JsonWriter.bytes(entry.toJson())));
        for (Map.Entry<String, Path> blob : new TreeMap<>(blobs).entrySet()) {
            changes.add(Files.copy(blob.getValue(), writing.resolve(blob.getKey())));
        }
        changes.add(writing);
    }

    /** Puts what was written in the place of an earlier one. */
    void show(String id, Changes changes) throws IOException {
        remove(id, changes);
        Files.move(hidden(id), place(id), StandardCopyOption.ATOMIC_MOVE);
        changes.add(shelf(id));
    }

    /** From here on nobody finds the entry; its bytes go with {@link #deleteGone}. An unknown id is no error. */
    void remove(String id, Changes changes) throws IOException {
        Path place = place(id);
        if (Files.exists(place)) {
            Files.createDirectories(gone);
            Files.move(place, gone.resolve(UUID.randomUUID().toString()), StandardCopyOption.ATOMIC_MOVE);
            changes.add(shelf(id));
        }
    }

    /** The same for all there are. */
    void removeAll(Changes changes) throws IOException {
        if (Files.exists(folder)) {
            Files.createDirectories(gone);
            Files.move(folder, gone.resolve(UUID.randomUUID().toString()), StandardCopyOption.ATOMIC_MOVE);
            changes.add(zone);
        }
    }

    /** Deletes what was removed. Doing it again is harmless. */
    void deleteGone() throws IOException {
        Trees.delete(gone);
    }

    /** Every entry, in no order; one that cannot be read is left out. */
    void forEach(Consumer<PublicEntry> taker) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder, 2)) {
            all.filter(path -> folder.relativize(path).getNameCount() == 2)
                    .flatMap(path -> find(path.getFileName().toString()).stream())
                    .forEach(taker);
        }
    }

    /** The entries of one shelf. @param name two characters of the alphabet of ids; the shelf may not be there */
    List<PublicEntry> shelved(String name) throws IOException {
        Path shelf = folder.resolve(name);
        try (Stream<Path> places = Files.list(shelf)) {
            return places.map(path -> path.getFileName().toString())
                    .sorted()
                    .flatMap(id -> find(id).stream())
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private Path place(String id) {
        return shelf(id).resolve(id);
    }

    private Path hidden(String id) {
        return shelf(id).resolve("." + id);
    }

    private Path shelf(String id) {
        // The last characters: the first one has but eight values.
        return folder.resolve(id.substring(id.length() - 2));
    }

    /** Names of waiting folders, sorted; those that begin with a dot are being written. */
    static List<Path> waiting(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
