package se.sigill.core.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import se.sigill.core.ArchiveException;
import se.sigill.core.tlog.Checkpoint;
import se.sigill.core.tlog.NoteKey;
import se.sigill.core.tlog.NoteSigner;
import se.sigill.core.tlog.SignedNote;

/** The open log as its one thread sees it: files, key and head. Not thread-safe. */
final class LogState {
    private final LogFolder folder;
    private final LogWriter writer;
    private final LogSettings settings;
    private final String origin;

    private NoteSigner signer;
    private Head head;

    private LogState(LogFolder folder, LogWriter writer, LogSettings settings, NoteSigner signer, Head head) {
        this.folder = folder;
        this.writer = writer;
        this.settings = settings;
        this.origin = head.checkpoint().origin();
        this.signer = signer;
        this.head = head;
    }

    /** Writes the acts that a beginning has. A head with those acts is on disk on return. */
    static LogState begin(LogFolder folder, LogWriter writer, Begin begin, LogSettings settings) throws IOException {
        Optional<Head> old = folder.head();
        NoteSigner signer = begin.signer();
        if (begin.acts().isEmpty()) {
            return new LogState(folder, writer, settings, signer, old.orElseThrow());
        }
        if (old.isPresent()) {
            writer.keep(old.get().note());
        }
        writer.append(begin.acts().stream()
                .map(act -> LogLine.of(act, settings.random()))
                .toList());
        Checkpoint checkpoint = new Checkpoint(begin.origin(old), writer.size(), writer.root());
        Head first = Head.of(checkpoint.sign(List.of(signer)));
        writer.commit(first.note());
        return new LogState(folder, writer, settings, signer, first);
    }

    Head head() {
        return head;
    }

    /** Commits lines of several callers together. On return they are durable. */
    void commit(List<LogLine> lines) throws IOException {
        writer.append(lines);
        become(List.of(signer), false);
    }

    private void become(List<NoteSigner> signers, boolean keep) throws IOException {
        SignedNote note = new Checkpoint(origin, writer.size(), writer.root()).sign(signers);
        if (keep) {
            writer.keep(note);
        }
        writer.commit(note);
        head = Head.of(note);
        settings.follower().committed(head);
    }

    Appended rotate(Act.KeyRotated act, NoteSigner next) throws IOException {
        boolean named = act.key().equals("log")
                && act.oldKey().equals(signer.key().toString())
                && act.newKey().equals(next.key().toString());
        if (!named || sameKey(next.key())) {
            throw new ArchiveException.Refused(
                    "The act of a rotation names the log, its present key and the next one.");
        }
        long first = writer.size();
        writer.append(List.of(LogLine.of(act, settings.random())));
        become(act.compromisedSince().isEmpty() ? List.of(signer, next) : List.of(next), true);
        signer = next;
        return new Appended(first, 1, head, Appended.Shipped.NOT_ASKED);
    }

    private boolean sameKey(NoteKey next) {
        return next.equals(signer.key());
    }

    /** @return how many lines were erased */
    Integer erase(SortedSet<Long> indexes, long disposal) throws IOException {
        LogReader reader = LogReader.open(folder.root());
        boolean ordered = disposal < head.size()
                && reader.entry(disposal) instanceof LogEntry.Kept kept
                && kept.act() instanceof Act.Disposed;
        if (!ordered || (!indexes.isEmpty() && (indexes.first() < 0 || indexes.last() >= disposal))) {
            throw new ArchiveException.Refused(
                    "Act " + disposal + " orders no disposal of the acts named. Nothing was erased.");
        }
        int erased = 0;
        while (!indexes.isEmpty()) {
            long file = indexes.first() / LogFolder.ACTS_A_FILE;
            long end = (file + 1) * LogFolder.ACTS_A_FILE;
            erased += erase(reader, file, indexes.headSet(end), disposal);
            indexes = indexes.tailSet(end);
        }
        return erased;
    }

    private int erase(LogReader reader, long file, SortedSet<Long> indexes, long disposal) throws IOException {
        List<LogEntry> entries = new ArrayList<>();
        int erased = 0;
        long from = file * LogFolder.ACTS_A_FILE;
        try (Stream<LogEntry> lines = reader.entries(from, Math.min(head.size(), from + LogFolder.ACTS_A_FILE))) {
            for (LogEntry entry : (Iterable<LogEntry>) lines::iterator) {
                boolean goes = entry instanceof LogEntry.Kept && indexes.contains(entry.index());
                entries.add(goes ? new LogEntry.Erased(entry.index(), entry.commitment(), disposal) : entry);
                erased += goes ? 1 : 0;
            }
        }
        if (erased > 0) {
            writer.rewrite(file, entries);
            settings.follower().rewritten(file);
        }
        return erased;
    }

    void close() throws IOException {
        writer.close();
    }
}
