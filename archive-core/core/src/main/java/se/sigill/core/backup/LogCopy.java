package se.sigill.core.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.sigill.core.ArchiveException;
import se.sigill.core.log.Head;
import se.sigill.core.log.LogEntry;
import se.sigill.core.log.LogFinding;
import se.sigill.core.log.LogFolder;
import se.sigill.core.log.LogLine;
import se.sigill.core.log.LogReader;
import se.sigill.core.log.LogWriter;
import se.sigill.core.tlog.SignedNote;

/** Brings a copy of a log up to a head of the original, line by line as they are stored. */
final class LogCopy {
    /** Lines held in memory at a time. */
    private static final int CHUNK = 1024;

    private LogCopy() {}

    /**
     * Opens the copy, which may be new.
     *
     * @throws ArchiveException.Damaged if it is ahead of the head or of another archive; nothing was changed
     */
    static LogWriter open(LogFolder copy, Head head) throws IOException {
        // A copy that was stopped while it caught up has any number of acts beyond its checkpoint.
        return LogWriter.open(copy, Long.MAX_VALUE, old -> refuseOther(copy, old, head));
    }

    /** @throws ArchiveException.Damaged if the copy cannot be an earlier state of the log with that head */
    static void refuseOther(LogFolder copy, Optional<Head> old, Head head) {
        if (old.isPresent() && !old.get().archive().equals(head.archive())) {
            throw new ArchiveException.Damaged(LogFinding.ORIGIN.id() + ": " + copy.root()
                    + " holds the log of another archive. Name another directory.");
        }
        if (old.isPresent() && old.get().epoch() > head.epoch()) {
            throw new ArchiveException.Damaged(LogFinding.SHORTENED.id() + ": " + copy.root()
                    + " has acts of this archive after a restore (epoch "
                    + old.get().epoch() + "), and here is what"
                    + " was before it (epoch " + head.epoch() + "). Two archives must not go on. If the restored one is"
                    + " a rehearsal, end it, and name an empty directory here as log.ship-to; if it took the place of"
                    + " this one, leave this one as it is.");
        }
        if (old.isPresent() && old.get().size() > head.size()) {
            throw new ArchiveException.Damaged(LogFinding.SHORTENED.id() + ": the copy at " + copy.root() + " has "
                    + old.get().size() + " acts and the log only " + head.size()
                    + ". The log has lost acts. Stop, and run sigill restore with this copy; or, if it was restored "
                    + "without it, name an empty directory.");
        }
    }

    /** @throws ArchiveException.Damaged if the copy is not the beginning of the log */
    static void refuseFork(LogReader log, Head head, LogFolder copy) throws IOException {
        Optional<Head> old = copy.head();
        if (old.isPresent()
                && !log.root(old.get().size(), head)
                        .equals(old.get().checkpoint().root())) {
            throw new ArchiveException.Damaged(LogFinding.FORKED.id() + ": " + copy.root()
                    + " is another history of this log. Keep both, and compare them with receipts.");
        }
    }

    /** Appends what is missing, then makes this head the copy's. On return it is durable. */
    static void bring(LogReader log, LogWriter copy, LogFolder folder, Head head) throws IOException {
        try (Stream<LogEntry> entries = log.entries(copy.size(), head.size())) {
            List<LogLine> chunk = new ArrayList<>();
            for (LogEntry entry : (Iterable<LogEntry>) entries::iterator) {
                chunk.add(LogLine.of(entry));
                if (chunk.size() == CHUNK) {
                    copy.append(chunk);
                    chunk.clear();
                }
            }
            copy.append(chunk);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        keep(log.folder(), copy, folder, head.size());
        if (!folder.head().equals(Optional.of(head))) {
            copy.commit(head.note());
        }
    }

    private static void keep(LogFolder log, LogWriter copy, LogFolder folder, long size) throws IOException {
        if (!Files.isDirectory(log.kept())) {
            return;
        }
        try (var kept = Files.newDirectoryStream(log.kept(), "[0-9]*")) {
            for (Path file : kept) {
                String name = file.getFileName().toString();
                boolean due = name.matches("[0-9]{1,18}") && Long.parseLong(name) <= size;
                if (due && !Files.exists(folder.kept(Long.parseLong(name)))) {
                    copy.keep(SignedNote.parse(Files.readAllBytes(file)));
                }
            }
        }
    }

    /**
     * Erases in the copy what has been erased in the log. An erased line is always shorter than it was, so files of the
     * same length are erased alike.
     *
     * @return how many acts files were made alike
     */
    static int followErasures(LogReader log, LogWriter copy, LogFolder folder) throws IOException {
        int followed = 0;
        long files = (copy.size() + LogFolder.ACTS_A_FILE - 1) / LogFolder.ACTS_A_FILE;
        for (long file = 0; file < files; file++) {
            boolean last = file == files - 1;
            boolean alike = last
                    ? lines(log, file, copy.size()).equals(lines(LogReader.open(folder), file, copy.size()))
                    : Files.size(log.folder().acts(file)) == Files.size(folder.acts(file));
            if (!alike) {
                copy.follow(file, log.folder());
                followed++;
            }
        }
        return followed;
    }

    private static List<LogEntry> lines(LogReader log, long file, long size) {
        long from = file * LogFolder.ACTS_A_FILE;
        try (Stream<LogEntry> entries = log.entries(from, Math.min(size, from + LogFolder.ACTS_A_FILE))) {
            return entries.toList();
        }
    }
}
