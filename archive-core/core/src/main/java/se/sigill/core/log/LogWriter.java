package se.sigill.core.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.sigill.core.ArchiveException;
import se.sigill.core.disk.Durable;
import se.sigill.core.failpoint.Failpoint;
import se.sigill.core.store.Lease;
import se.sigill.core.tlog.Checkpoint;
import se.sigill.core.tlog.SignedNote;
import se.sigill.core.tlog.Tile;
import se.sigill.core.tlog.TreeEdge;
import se.sigill.core.tlog.TreeHash;

/**
 * The only code that writes below a log's folder, for the log itself and for its shipped copy: it knows the order of
 * writing ({@code docs/formats/log.md} §5) and no keys. Holds the lock from {@link #open} to {@link #close}.
 *
 * <p>One thread at a time. After an {@link IOException} the writer must be closed: what the disk kept is not known.
 */
public final class LogWriter implements AutoCloseable {
    private final LogFolder folder;
    private final Lease lock;
    private final TreeEdge edge;
    /** Folders that have got names which are not yet durable, in the order of their making. */
    private final Set<Path> unforced = new LinkedHashSet<>();

    private List<TreeEdge.Filled> partial;
    private @Nullable FileChannel acts;

    private LogWriter(LogFolder folder, Lease lock, TreeEdge edge) {
        this.folder = folder;
        this.lock = lock;
        this.edge = edge;
        this.partial = edge.partial();
    }

    /**
     * Takes the lock, makes what a stop left behind fit the checkpoint, and forces it to disk. Without a checkpoint the
     * log is empty: whatever acts are there were never committed.
     *
     * @param beyondMax acts after the checkpoint that may be cut off; more are a sign that the checkpoint is an old one
     * @param guard looks at the head before anything is changed, and throws if this log must not be opened
     * @throws ArchiveException.Locked if another writer has it
     * @throws ArchiveException.Damaged if acts are missing, or do not give the root in the checkpoint
     */
    public static LogWriter open(LogFolder folder, long beyondMax, Consumer<Optional<Head>> guard) throws IOException {
        // Recovery makes these names durable where it finds no checkpoint, whoever made the folders.
        Files.createDirectories(folder.root());
        Lease lock = Lease.take(
                folder.lock(),
                "Another process is writing this archive (" + folder.lock()
                        + " is locked). Use the running server, or stop it first with: sigill stop");
        try {
            Optional<Head> head = folder.head();
            guard.accept(head);
            return new LogWriter(folder, lock, new LogRecovery(folder, beyondMax).recover(head));
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Acts appended, committed or not. */
    public long size() {
        return edge.size();
    }

    /** Root over the acts appended. */
    public TreeHash root() {
        return edge.root();
    }

    /** Writes lines after the last one. They are nothing before {@link #commit}. */
    public void append(List<LogLine> lines) throws IOException {
        int done = 0;
        while (done < lines.size()) {
            long file = edge.size() / LogFolder.ACTS_A_FILE;
            int room = (int) (LogFolder.ACTS_A_FILE - edge.size() % LogFolder.ACTS_A_FILE);
            List<LogLine> fitting = lines.subList(done, Math.min(lines.size(), done + room));
            write(file, fitting);
            done += fitting.size();
        }
    }

    private void write(long file, List<LogLine> lines) throws IOException {
        if (acts == null) {
            acts = openActs(file);
        }
        StringBuilder text = new StringBuilder();
        for (LogLine line : lines) {
            text.append(line.at(edge.size()));
            for (TreeEdge.Filled full : edge.append(line.leaf())) {
                writeFull(full);
            }
        }
        ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            acts.write(bytes);
        }
        if (edge.size() % LogFolder.ACTS_A_FILE == 0) {
            acts.force(true);
            closeActs();
        }
    }

    private FileChannel openActs(long file) throws IOException {
        Path path = folder.acts(file);
        if (edge.size() % LogFolder.ACTS_A_FILE != 0) {
            return FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        }
        Files.createDirectories(LogFolder.parent(path));
        newName(path);
        return FileChannel.open(
                path, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /**
     * A full tile is not forced at once: the next start computes all that lie under a partial tile again and writes
     * them anew if they are lost. Once the tile above them is full nobody looks at them any more, so then they have
     * to be safe.
     */
    private void writeFull(TreeEdge.Filled full) throws IOException {
        Path path = folder.tile(full.tile());
        Files.createDirectories(LogFolder.parent(path));
        Files.write(path, full.bytes());
        if (full.tile().level() > 0) {
            forceTile(full.tile());
        }
        if (full.tile().level() == 1) {
            for (int i = 0; i < Tile.WIDTH; i++) {
                forceTile(new Tile(0, full.tile().index() * Tile.WIDTH + i, Tile.WIDTH));
            }
        }
    }

    private void forceTile(Tile tile) throws IOException {
        Durable.force(folder.tile(tile));
        newName(folder.tile(tile));
    }

    /** All folders on the way are forced: one that is there may be from a process that was killed before it did so. */
    private void newName(Path path) {
        Path at = path;
        do {
            at = LogFolder.parent(at);
            unforced.add(at);
        } while (!at.equals(folder.root()));
    }

    /** Keeps a checkpoint for ever; durable with the next {@link #commit}, and so never missing when it is needed. */
    public void keep(SignedNote note) throws IOException {
        Files.createDirectories(folder.kept());
        Durable.replace(folder.kept(Checkpoint.of(note).size()), note.bytes());
        unforced.add(folder.root());
    }

    /**
     * Makes what was appended durable, then this note the head. On return it has happened.
     *
     * @throws ArchiveException.Damaged if the note is not about exactly the acts appended; nothing was committed
     */
    public void commit(SignedNote note) throws IOException {
        Checkpoint checkpoint = Checkpoint.of(note);
        if (checkpoint.size() != edge.size() || !checkpoint.root().equals(edge.root())) {
            throw new ArchiveException.Damaged(LogFinding.FORKED.id() + ": the checkpoint of " + checkpoint.size()
                    + " acts is not that of the acts in " + folder.root());
        }
        if (acts != null) {
            acts.force(true);
        }
        for (Path directory : unforced) {
            Durable.forceDirectory(directory);
        }
        unforced.clear();
        List<TreeEdge.Filled> now = edge.partial();
        writePartial(now);
        // If we stop here, nothing has happened: the next start cuts the acts off.
        Failpoint.LOG_BEFORE_CHECKPOINT.reached();
        Durable.replace(folder.checkpoint(), note.bytes());
        // If we stop here, it has happened; the tiles below are of no use to anybody.
        Failpoint.LOG_AFTER_CHECKPOINT.reached();
        deletePartial(now);
        partial = now;
    }

    private void writePartial(List<TreeEdge.Filled> tiles) throws IOException {
        for (TreeEdge.Filled tile : tiles) {
            if (!partial.contains(tile)) {
                Path path = folder.tile(tile.tile());
                Files.createDirectories(LogFolder.parent(path));
                Files.write(path, tile.bytes());
            }
        }
    }

    private void deletePartial(List<TreeEdge.Filled> now) throws IOException {
        for (TreeEdge.Filled old : partial) {
            if (now.stream().noneMatch(tile -> tile.tile().equals(old.tile()))) {
                Path path = folder.tile(old.tile());
                Files.deleteIfExists(path);
                if (now.stream()
                        .noneMatch(tile -> tile.tile().full().equals(old.tile().full()))) {
                    Files.deleteIfExists(LogFolder.parent(path));
                }
            }
        }
    }

    /**
     * Puts these lines in the place of an acts file; durable on return. For erasure only: each line has the index and
     * the entry of the one it replaces.
     */
    void rewrite(long file, List<LogEntry> entries) throws IOException {
        closeActs();
        StringBuilder text = new StringBuilder();
        entries.forEach(entry -> text.append(entry.line()).append('\n'));
        Durable.replace(folder.acts(file), text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Makes an acts file of a copy like that of its original where disposal has erased lines; durable on return.
     *
     * @throws ArchiveException.Damaged if the original's entries are not those of the copy; nothing was written
     */
    public void follow(long file, LogFolder original) throws IOException {
        long from = file * LogFolder.ACTS_A_FILE;
        long to = Math.min(edge.size(), from + LogFolder.ACTS_A_FILE);
        try (var ours = LogReader.open(folder).entries(from, to);
                var theirs = LogReader.open(original).entries(from, to)) {
            List<LogEntry> entries = theirs.toList();
            if (!ours.map(LogEntry::commitment)
                    .toList()
                    .equals(entries.stream().map(LogEntry::commitment).toList())) {
                throw new ArchiveException.Damaged(LogFinding.FORKED.id() + ": acts file " + file
                        + " of the copy is not that of the log, apart from erasures.");
            }
            rewrite(file, entries);
        } catch (UncheckedIOException e) {
            throw new IOException(e);
        }
    }

    private void closeActs() throws IOException {
        if (acts != null) {
            acts.close();
            acts = null;
        }
    }

    /** Lets go of the files and the lock. What was appended and not committed is cut off at the next start. */
    @Override
    public void close() throws IOException {
        try {
            closeActs();
        } finally {
            lock.close();
        }
    }
}
