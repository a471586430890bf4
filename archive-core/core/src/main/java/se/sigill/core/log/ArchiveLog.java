package se.sigill.core.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import se.sigill.core.ArchiveException;
import se.sigill.core.tlog.NoteSigner;

/**
 * The archive log, open for writing: the one place where something becomes true.
 *
 * <p>{@link #append} returns when its acts are on disk under a signed checkpoint, and only then. Appends of many
 * threads that wait at the same time are made durable together: one fsync, one signature. All writing is done by one
 * thread of the log's own, so that an interrupted caller closes no file.
 *
 * <p>After a write that failed the log takes nothing more until it is opened anew: what the disk kept is not known.
 * What was acknowledged is never in doubt. Safe for use by many threads.
 */
public final class ArchiveLog implements AutoCloseable {
    /** Acts in one append, and in one group; at most so many may lie beyond a checkpoint after a stop. */
    public static final int GROUP_ACTS_MAX = 65_536;

    private final LogSettings settings;
    private final LogReader reader;
    private final LogCommitter committer;

    private ArchiveLog(LogSettings settings, LogReader reader, LogCommitter committer) {
        this.settings = settings;
        this.reader = reader;
        this.committer = committer;
    }

    /**
     * Makes a new log whose first act is this one.
     *
     * @throws ArchiveException.Refused if there is a log already, or the act names another log key
     */
    public static ArchiveLog found(Path log, Act.Founded first, NoteSigner signer, LogSettings settings) {
        if (!first.logKey().equals(signer.key().toString())) {
            throw new ArchiveException.Refused("The first act of a log names the key that signs it.");
        }
        return start(log, settings, new Begin.Found(first, signer));
    }

    /**
     * Opens a log for writing.
     *
     * @throws ArchiveException.NoArchive if there is none
     * @throws ArchiveException.Locked if another writer has it
     * @throws ArchiveException.KeyTrouble if the head is not signed by this key
     * @throws ArchiveException.Damaged if acts are missing, do not give the signed root, or are fewer than the floor or
     *     the second copy have seen; nothing was changed
     */
    public static ArchiveLog open(Path log, NoteSigner signer, LogSettings settings) {
        return start(log, settings, new Begin.Open(signer));
    }

    /**
     * Opens a restored log and begins its next epoch; on return the acts are in it.
     *
     * @param rotated empty, or the act that replaces a log key that is lost; then the signer is the new key
     */
    public static ArchiveLog beginEpoch(
            Path log, Act.Restored restored, List<Act.KeyRotated> rotated, NoteSigner signer, LogSettings settings) {
        List<Act> acts = new ArrayList<>();
        acts.add(restored);
        acts.addAll(rotated);
        return start(log, settings, new Begin.Epoch(acts, signer));
    }

    private static ArchiveLog start(Path log, LogSettings settings, Begin begin) {
        LogFolder folder = new LogFolder(log);
        try {
            LogWriter writer = LogWriter.open(folder, GROUP_ACTS_MAX, head -> guard(folder, head, settings, begin));
            try {
                LogState state = LogState.begin(folder, writer, begin, settings);
                LogReader reader = LogReader.open(folder.root());
                settings.follower().opened(reader);
                return new ArchiveLog(settings, reader, LogCommitter.start(state));
            } catch (IOException | RuntimeException e) {
                writer.close();
                throw e;
            }
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("The log at " + folder.root() + " cannot be opened.", e);
        }
    }

    private static void guard(LogFolder folder, Optional<Head> head, LogSettings settings, Begin begin) {
        begin.guard(folder, head);
        long size = head.map(Head::size).orElse(0L);
        if (size < settings.floor()) {
            throw new ArchiveException.Damaged(LogFinding.SHORTENED.id() + ": the log has " + size
                    + " acts, but a projection has seen " + settings.floor()
                    + ". Nothing was changed. Put the right log back, or run: sigill restore");
        }
        settings.follower().opening(head);
    }

    /**
     * Adds acts, all or none, one after the other.
     *
     * @throws ArchiveException.StorageFailed if it is not known whether they are there; open the log anew to see
     * @throws ArchiveException.Refused if there are none, too many, or one that has its own method
     */
    public Appended append(List<? extends Act> acts) {
        return committer.append(lines(acts));
    }

    /** {@link #append}, and waits for the second copy: for restrictions, withdrawals and disposals. */
    public Appended appendShipped(List<? extends Act> acts) {
        Appended appended = append(acts);
        Appended.Shipped shipped = Appended.Shipped.NOT_CONFIGURED;
        if (settings.follower().configured()) {
            boolean there = settings.follower().await(appended.next(), settings.shipLimit());
            shipped = there ? Appended.Shipped.DONE : Appended.Shipped.LATE;
        }
        return new Appended(appended.first(), appended.count(), appended.head(), shipped);
    }

    private List<LogLine> lines(List<? extends Act> acts) {
        if (acts.isEmpty() || acts.size() > GROUP_ACTS_MAX) {
            throw new ArchiveException.Refused(
                    "An append has 1 to " + GROUP_ACTS_MAX + " acts, not " + acts.size() + ".");
        }
        List<LogLine> lines = new ArrayList<>(acts.size());
        for (Act act : acts) {
            refuseSpecial(act);
            lines.add(LogLine.of(act, settings.random()));
        }
        return lines;
    }

    private static void refuseSpecial(Act act) {
        boolean logKey = act instanceof Act.KeyRotated rotated && rotated.key().equals("log");
        if (logKey || act instanceof Act.Founded || act instanceof Act.Restored) {
            throw new ArchiveException.Refused("An act " + act.getClass().getSimpleName()
                    + " changes how the log is signed and is not appended like others.");
        }
    }

    /**
     * Replaces the log key. The checkpoint that covers the act is signed by both keys and kept for ever; if the old key
     * is compromised, by the new one alone.
     *
     * @throws ArchiveException.Refused if the act does not name these two keys
     */
    public Appended rotate(Act.KeyRotated act, NoteSigner next) {
        return committer.run(state -> state.rotate(act, next));
    }

    /**
     * Erases acts, for ever. Only {@code core.disposal} calls this.
     *
     * @param indexes of the acts; one that is erased already is left as it is
     * @param disposal index of the act {@link Act.Disposed} that orders it
     * @throws ArchiveException.Refused if there is no such act, or an index is not below it; nothing was erased
     */
    public void erase(Collection<Long> indexes, long disposal) {
        SortedSet<Long> sorted = new TreeSet<>(indexes);
        committer.run(state -> state.erase(sorted, disposal));
    }

    /** True when the second copy has the log as it is now, erasures included, or there is no second copy. */
    public boolean awaitShipped() {
        return settings.follower().await(head().size(), settings.shipLimit());
    }

    /** The head of the last commit. */
    public Head head() {
        return committer.head();
    }

    public LogReader reader() {
        return reader;
    }

    /** Finishes what is waiting, then lets go of the files and the lock. */
    @Override
    public void close() {
        committer.close();
    }
}
