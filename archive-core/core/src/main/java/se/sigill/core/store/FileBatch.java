package se.sigill.core.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import se.sigill.core.ArchiveException;
import se.sigill.core.disk.Durable;
import se.sigill.core.disk.Trees;
import se.sigill.core.failpoint.Failpoint;
import se.sigill.core.record.RecordId;

/** A batch on a file system. The order of its steps is the protocol; see each line. */
final class FileBatch implements Batch {
    private final String id;
    private final FileContentStore store;
    private final Map<RecordId, ObjectVersion> versions = new LinkedHashMap<>();
    private boolean promoted;

    FileBatch(String id, FileContentStore store) {
        this.id = id;
        this.store = store;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void put(ObjectVersion version) {
        if (promoted || versions.size() == VERSIONS_MAX || versions.containsKey(version.id())) {
            throw new IllegalStateException("batch " + id + " is promoted, full, or has a version of " + version.id());
        }
        versions.put(version.id(), version);
    }

    @Override
    public List<Promoted> promote() {
        promoted = true;
        if (versions.isEmpty()) {
            return List.of();
        }
        return Disk.call("storing batch " + id, () -> {
            Map<RecordId, Inventory> before = inventoriesBefore();
            // From here on every name that may appear below the root or in staging stands in a durable note.
            Durable.replace(store.work().resolve(note().fileName()), note().write());
            Failpoint.STORE_AFTER_NOTE.reached();
            try (Barrier barrier = Barrier.before(store.work(), versions.size(), store.pool())) {
                List<Staging.Staged> staged = stage(before, barrier);
                // If we stop here, nothing below the root has changed; recovery moves the staging folder away.
                Failpoint.STORE_AFTER_STAGING.reached();
                store.place(staged, this::move, barrier);
                Failpoint.STORE_AFTER_PROMOTION.reached();
                // All names are durable. If we stop before the log's commit, recovery takes them back; after it, they
                // stay.
                return staged.stream().map(Staging.Staged::promoted).toList();
            }
        });
    }

    @Override
    public void close() {
        Failpoint.STORE_BEFORE_NOTE_GOES.reached();
        Disk.call("closing batch " + id, () -> {
            // Staging first: a staging folder without a note is a closed batch's, and recovery deletes it. If the note
            // comes back after a power cut, recovery finds all of it committed and only deletes it again.
            Trees.delete(store.stagingOf(id));
            return Files.deleteIfExists(store.work().resolve(note().fileName()));
        });
    }

    @Override
    public void undo() {
        store.locked("undoing batch " + id, () -> {
            if (Files.exists(store.work().resolve(note().fileName()))) {
                store.recovery().undo(note());
            }
            return true;
        });
    }

    private BatchNote note() {
        List<VersionRef> refs = versions.values().stream()
                .map(v -> new VersionRef(v.id(), v.version()))
                .toList();
        return new BatchNote(id, false, refs);
    }

    private Map<RecordId, Inventory> inventoriesBefore() throws IOException {
        Map<RecordId, Inventory> before = new ConcurrentHashMap<>();
        for (ObjectVersion version : versions.values()) {
            boolean taken = Files.exists(store.layout()
                    .objectDirectory(version.id())
                    .resolve(version.version() == 1 ? "." : "v" + version.version()));
            Optional<Inventory> last =
                    version.version() == 1 ? Optional.empty() : store.inventory(version.id(), version.version() - 1);
            if (taken || (version.version() > 1 && last.isEmpty())) {
                throw new ArchiveException.Damaged("version " + version.version() + " of " + version.id()
                        + (taken ? " is already in the store" : " has no version before it in the store")
                        + "; run check to see what lies there");
            }
            last.ifPresent(inventory -> before.put(version.id(), inventory));
        }
        return before;
    }

    private List<Staging.Staged> stage(Map<RecordId, Inventory> before, Barrier barrier) throws IOException {
        Staging staging = new Staging(store.stagingOf(id));
        Path namaste = staging.prepare();
        Map<RecordId, Staging.Staged> byId = new ConcurrentHashMap<>();
        store.pool()
                .each(
                        versions.values(),
                        v -> byId.put(v.id(), staging.build(v, Optional.ofNullable(before.get(v.id())))));
        List<Staging.Staged> all = versions.keySet().stream()
                .flatMap(each -> Stream.ofNullable(byId.get(each)))
                .toList();
        List<Path> files = new ArrayList<>(List.of(namaste));
        List<Path> directories = new ArrayList<>();
        for (Staging.Staged each : all) {
            files.addAll(each.files());
            directories.addAll(each.directories());
        }
        barrier.force(files, directories);
        return all;
    }

    /** Moves one version to its place and returns the directories that got a new name. */
    private Set<Path> move(Staging.Staged staged) throws IOException {
        Path object = store.layout().objectDirectory(staged.version().id());
        Failpoint.STORE_WITHIN_PROMOTION.reached();
        Set<Path> changed = new HashSet<>();
        if (staged.version().version() == 1) {
            rename(staged.directory(), object);
            changed.add(FileContentStore.parent(object));
        } else {
            // The three renames may become durable in any order. Until the last is forced the version is uncommitted,
            // and
            // undoing it makes the root's inventory that of the version before, whatever it was.
            String name = "v" + staged.version().version();
            rename(staged.directory().resolve(name), object.resolve(name));
            rename(staged.directory().resolve(StoreLayout.INVENTORY), object.resolve(StoreLayout.INVENTORY));
            rename(staged.directory().resolve(StoreLayout.SIDECAR), object.resolve(StoreLayout.SIDECAR));
            changed.add(object);
        }
        return changed;
    }

    private static void rename(Path source, Path target) throws IOException {
        Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
    }
}
