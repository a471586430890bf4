package se.sigill.core.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import se.sigill.core.ArchiveException;
import se.sigill.core.record.RecordId;

/**
 * Erases what the public log says of records that were disposed of: salt and text, for ever; the hashes stay. Reads the
 * log through once, for however many records it is asked. Only {@code core.disposal} asks. For one thread.
 */
public final class PublishedErasure {
    private final LogFolder folder;
    private final Map<String, List<Long>> places = new HashMap<>();
    private boolean read;

    /** @param log {@code archive/log-public}, which may be absent */
    public PublishedErasure(Path log) {
        this.folder = new LogFolder(log, LogForm.PUBLIC);
    }

    /**
     * Durable on return. Doing it again changes nothing.
     *
     * @param acts not needed: entries name their record
     * @param disposal index in the archive's log of the act that orders it
     */
    public void erase(RecordId record, Collection<Long> acts, long disposal) {
        try {
            if (!read) {
                read();
                read = true;
            }
            List<Long> indexes = places.remove(record.value());
            if (indexes != null) {
                erase(new HashSet<>(indexes), disposal);
            }
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed(
                    "Entries of the public log at " + folder.root() + " could not be erased; dispose again.", e);
        }
    }

    private void read() throws IOException {
        if (!Files.exists(folder.checkpoint())) {
            return;
        }
        LogReader reader = LogReader.open(folder);
        try (Stream<LogEntry> lines = reader.entries(0, reader.head().size())) {
            lines.forEach(line -> PublishedFiles.published(line)
                    .ifPresent(entry -> places.computeIfAbsent(entry.record(), _ -> new ArrayList<>(1))
                            .add(line.index())));
        }
    }

    private void erase(Set<Long> indexes, long disposal) throws IOException {
        List<Long> files = indexes.stream()
                .map(index -> index / LogFolder.ACTS_A_FILE)
                .distinct()
                .sorted()
                .toList();
        // No key is needed for this, and nothing is signed: the tree stays as it is.
        try (LogWriter writer = LogWriter.open(folder, PublicLog.BATCH_MAX, _ -> {})) {
            for (long file : files) {
                long from = file * LogFolder.ACTS_A_FILE;
                long to = Math.min(writer.size(), from + LogFolder.ACTS_A_FILE);
                try (Stream<LogEntry> lines = LogReader.open(folder).entries(from, to)) {
                    writer.rewrite(
                            file,
                            lines.map(line -> erased(line, indexes, disposal)).toList());
                }
            }
        }
    }

    private static LogEntry erased(LogEntry line, Set<Long> indexes, long disposal) {
        return line instanceof LogEntry.Kept && indexes.contains(line.index())
                ? new LogEntry.Erased(line.index(), line.commitment(), disposal)
                : line;
    }
}
