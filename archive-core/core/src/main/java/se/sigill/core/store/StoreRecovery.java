package se.sigill.core.store;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import se.sigill.core.disk.Durable;
import se.sigill.core.disk.Trees;
import se.sigill.core.record.RecordId;

/**
 * Finishing, undoing and erasing by notes. Each step may be stopped and done again: it looks at what is there, never at
 * how far somebody came.
 */
final class StoreRecovery {
    private static final String UNDONE = "undone";
    private static final String ERASED = "erased";

    private final FileContentStore store;

    StoreRecovery(FileContentStore store) {
        this.store = store;
    }

    ContentStore.Recovered run(ContentStore.Committed committed) throws IOException {
        List<VersionRef> finished = new ArrayList<>();
        List<VersionRef> undone = new ArrayList<>();
        List<VersionRef> missing = new ArrayList<>();
        List<RecordId> erased = new ArrayList<>();
        for (BatchNote note : notes()) {
            if (note.erase()) {
                erase(note);
                note.versions().forEach(v -> erased.add(v.id()));
                continue;
            }
            List<VersionRef> open = new ArrayList<>();
            for (VersionRef version : note.versions()) {
                if (!committed.has(version.id(), version.version())) {
                    open.add(version);
                } else if (isThere(version)) {
                    finished.add(version);
                } else {
                    missing.add(version);
                }
            }
            undone.addAll(open);
            if (open.isEmpty()) {
                finish(note);
            } else {
                undo(new BatchNote(note.id(), false, open));
            }
        }
        store.layout().deleteTemporaries();
        // A note is durable before the first byte of its staging, so what still lies there is of closed batches.
        for (Path left : Disk.entries(store.work().resolve(Staging.NAME))) {
            Trees.delete(left);
        }
        return new ContentStore.Recovered(finished, undone, missing, erased);
    }

    /** The notes that lie in {@code work/}, by name; halves that were not renamed are passed over. */
    List<BatchNote> notes() throws IOException {
        List<BatchNote> notes = new ArrayList<>();
        for (Path file : Disk.entries(store.work())) {
            String name = String.valueOf(file.getFileName());
            if (!name.startsWith(BatchNote.BATCH) && !name.startsWith(BatchNote.ERASE)) {
                continue;
            }
            if (!name.endsWith(Durable.TEMPORARY_SUFFIX)) {
                read(file).ifPresent(notes::add);
            }
        }
        return notes;
    }

    /** Empty if another process that writes has just closed the batch; whoever recovers is the only writer. */
    private static Optional<BatchNote> read(Path file) throws IOException {
        try {
            return Optional.of(BatchNote.read(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private boolean isThere(VersionRef version) {
        return Files.exists(
                store.layout().versionDirectory(version.id(), version.version()).resolve(StoreLayout.INVENTORY));
    }

    private void finish(BatchNote note) throws IOException {
        Trees.delete(store.stagingOf(note.id()));
        Files.deleteIfExists(store.work().resolve(note.fileName()));
        Durable.forceDirectory(store.work());
    }

    /** Takes back the versions this note names and moves the note after them as the last step. */
    void undo(BatchNote note) throws IOException {
        Path aside = store.work().resolve(UNDONE).resolve(note.id());
        Durable.createDirectories(aside);
        for (VersionRef version : note.versions()) {
            Path object = store.layout().objectDirectory(version.id());
            if (version.version() == 1) {
                undoObject(object, version.id(), aside);
            } else if (Files.exists(object)) {
                undoVersion(object, version, aside);
            }
        }
        undoStaging(note, aside);
        // Last: as long as the note lies in work, all of the above is done again.
        undoNote(note, aside);
    }

    private void undoObject(Path object, RecordId id, Path aside) throws IOException {
        if (Files.exists(object)) {
            Disk.setAside(object, aside, id.value());
        }
        pruneTuples(id);
    }

    private void undoStaging(BatchNote note, Path aside) throws IOException {
        Path staging = store.stagingOf(note.id());
        if (Files.exists(staging)) {
            // What was promoted must not come back here under its old name, where an erasure after this finds nothing.
            Durable.forceDirectory(staging);
            Disk.setAside(staging, aside, Staging.NAME);
        }
    }

    private void undoNote(BatchNote note, Path aside) throws IOException {
        Path file = store.work().resolve(note.fileName());
        if (Files.exists(file)) {
            Disk.setAside(file, aside, "note");
        }
    }

    private void undoVersion(Path object, VersionRef version, Path aside) throws IOException {
        Path last = object.resolve("v" + (version.version() - 1));
        // First the root, so that an OCFL tool never sees an inventory that names files which are gone.
        restore(last.resolve(StoreLayout.INVENTORY), object.resolve(StoreLayout.INVENTORY));
        restore(last.resolve(StoreLayout.SIDECAR), object.resolve(StoreLayout.SIDECAR));
        Path added = object.resolve("v" + version.version());
        if (Files.exists(added)) {
            Disk.setAside(added, aside, version.id() + "-v" + version.version());
        }
    }

    private static void restore(Path source, Path target) throws IOException {
        byte[] wanted = Files.readAllBytes(source);
        if (!Files.exists(target) || !Arrays.equals(wanted, Files.readAllBytes(target))) {
            Durable.replace(target, wanted);
        }
    }

    /** Carries out an erasure: out of the root as a whole first, so that no reader ever sees half an object. */
    void erase(BatchNote note) throws IOException {
        Path aside = store.work().resolve(ERASED);
        Durable.createDirectories(aside);
        for (VersionRef version : note.versions()) {
            Path object = store.layout().objectDirectory(version.id());
            if (Files.exists(object)) {
                // If we stop after this, the note still names it and recovery deletes what lies in work/erased.
                Disk.setAside(object, aside, version.id().value());
            }
            pruneTuples(version.id());
            for (Path batch : Disk.entries(store.work().resolve(UNDONE))) {
                deleteNamed(batch, version.id());
                for (Path staging : stagingIn(batch)) {
                    deleteNamed(staging, version.id());
                }
            }
            deleteNamed(aside, version.id());
        }
        Files.deleteIfExists(store.work().resolve(note.fileName()));
        Durable.forceDirectory(store.work());
    }

    /** What was built and not promoted before its batch was taken back. */
    private static List<Path> stagingIn(Path undone) throws IOException {
        return Disk.entries(undone).stream()
                .filter(each -> String.valueOf(each.getFileName()).startsWith(Staging.NAME) && Files.isDirectory(each))
                .toList();
    }

    private static void deleteNamed(Path directory, RecordId id) throws IOException {
        for (Path entry : Disk.entries(directory)) {
            if (String.valueOf(entry.getFileName()).startsWith(id.value())) {
                Trees.delete(entry);
                Durable.forceDirectory(directory);
            }
        }
    }

    /** OCFL forbids empty directories below the root. */
    private void pruneTuples(RecordId id) throws IOException {
        Path second = FileContentStore.parent(store.layout().objectDirectory(id));
        Path first = FileContentStore.parent(second);
        store.forgetTuples(id);
        for (Path tuple : List.of(second, first)) {
            try {
                if (Files.deleteIfExists(tuple)) {
                    Durable.forceDirectory(FileContentStore.parent(tuple));
                }
            } catch (DirectoryNotEmptyException e) {
                return;
            }
        }
    }
}
