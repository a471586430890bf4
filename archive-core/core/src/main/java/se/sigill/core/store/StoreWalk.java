package se.sigill.core.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.sigill.core.finding.Finding;
import se.sigill.core.json.JsonException;
import se.sigill.core.record.RecordId;

/** Walks the storage root in the order of names, one tuple directory in memory at a time. Writes nothing. */
final class StoreWalk {
    private static final Set<String> ROOT_FILES = Set.of("0=ocfl_1.1", "ocfl_layout.json", "extensions");

    private final StoreLayout layout;

    StoreWalk(StoreLayout layout) {
        this.layout = layout;
    }

    Stream<ContentStore.StoredObject> objects() {
        return tuples(layout.root())
                .flatMap(this::tuples)
                .flatMap(second -> entries(second).filter(p -> name(p).matches("[0-9a-f]{64}")))
                .map(object -> new ContentStore.StoredObject(place(object), idOf(object)));
    }

    List<Finding> orphans(Map<RecordId, Integer> versions, Set<RecordId> noted) throws IOException {
        List<Finding> findings = new ArrayList<>();
        Map<String, Integer> versionsByPlace = new HashMap<>();
        versions.forEach((id, version) -> versionsByPlace.put(StoreLayout.place(id), version));
        Set<String> notedPlaces = noted.stream().map(StoreLayout::place).collect(Collectors.toSet());
        for (Path first : Disk.entries(layout.root())) {
            if (isTuple(first)) {
                for (Path second : Disk.entries(first)) {
                    if (isTuple(second)) {
                        inTuple(second, versionsByPlace, notedPlaces, findings);
                    } else {
                        findings.add(unknown(second));
                    }
                }
            } else if (!ROOT_FILES.contains(name(first))) {
                findings.add(unknown(first));
            }
        }
        return findings;
    }

    private void inTuple(Path tuple, Map<String, Integer> versions, Set<String> noted, List<Finding> findings)
            throws IOException {
        for (Path object : Disk.entries(tuple)) {
            String place = place(object);
            if (!name(object).matches("[0-9a-f]{64}") || !Files.isDirectory(object)) {
                findings.add(unknown(object));
            } else if (!noted.contains(place)) {
                Integer version = versions.get(place);
                if (version == null) {
                    findings.add(orphan(object));
                } else if (Files.exists(object.resolve("v" + (version + 1)))) {
                    findings.add(Finding.of(
                            StoreFinding.ORPHAN_VERSION,
                            place,
                            "there is a version after v" + version + ", the newest" + " that an act names"));
                }
            }
        }
    }

    private Finding orphan(Path object) {
        Optional<RecordId> id = idOf(object);
        return id.isEmpty()
                ? Finding.of(
                        StoreFinding.UNREADABLE_INVENTORY,
                        place(object),
                        "an object that no act names, and its inventory cannot be read")
                : Finding.of(StoreFinding.ORPHAN, place(object), "no act and no note names the object " + id.get());
    }

    private Finding unknown(Path path) {
        return Finding.of(StoreFinding.UNKNOWN_FILE, place(path), "neither an object nor a directory of the layout");
    }

    private Stream<Path> tuples(Path directory) {
        return entries(directory).filter(StoreWalk::isTuple);
    }

    private static boolean isTuple(Path path) {
        return name(path).matches("[0-9a-f]{2}") && Files.isDirectory(path);
    }

    private static Stream<Path> entries(Path directory) {
        return Disk.call("listing the store", () -> Disk.entries(directory)).stream();
    }

    private static Optional<RecordId> idOf(Path object) {
        try {
            return Optional.of(InventoryJson.read(Files.readAllBytes(object.resolve(StoreLayout.INVENTORY)))
                    .id());
        } catch (IOException | UncheckedIOException | JsonException e) {
            return Optional.empty();
        }
    }

    private String place(Path path) {
        return layout.root().relativize(path).toString();
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
