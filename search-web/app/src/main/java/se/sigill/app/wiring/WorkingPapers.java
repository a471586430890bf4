package se.sigill.app.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import se.sigill.core.ArchiveException;
import se.sigill.core.disk.Durable;
import se.sigill.core.disk.Trees;
import se.sigill.core.disposal.Place;
import se.sigill.core.record.RecordId;

/**
 * What {@code work/} may keep of a record that is disposed of: texts in the cache, projections that were put aside, and
 * versions of it that were taken back. All of it can be made anew or was never true, so it goes.
 */
final class WorkingPapers implements Place {
    private final Path work;

    WorkingPapers(Path work) {
        this.work = work;
    }

    @Override
    public void erase(RecordId record, Collection<Long> acts, long disposal) {
        try {
            // Named by digests of what was read, not by records: whatever is in it is computed again.
            for (Path each : entries(work.resolve("cache"))) {
                delete(each);
            }
            for (Path each : entries(work.resolve("undone"))) {
                String name = String.valueOf(each.getFileName());
                if (name.startsWith("db-") || name.startsWith("index-")) {
                    delete(each);
                } else {
                    deleteUndone(each, record);
                }
            }
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed(
                    "working papers of record " + record + " could not be deleted; the next start does it", e);
        }
    }

    /** A batch that was taken back before it was moved in keeps its staging folder, so one level more is looked at. */
    private static void deleteUndone(Path batch, RecordId record) throws IOException {
        for (Path undone : entries(batch)) {
            if (isOf(undone, record)) {
                delete(undone);
            } else {
                for (Path staged : entries(undone)) {
                    if (isOf(staged, record)) {
                        delete(staged);
                    }
                }
            }
        }
    }

    private static boolean isOf(Path path, RecordId record) {
        return String.valueOf(path.getFileName()).startsWith(record.value());
    }

    private static List<Path> entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    private static void delete(Path tree) throws IOException {
        Trees.delete(tree);
        Durable.forceDirectory(tree.resolveSibling(".").normalize());
    }
}
