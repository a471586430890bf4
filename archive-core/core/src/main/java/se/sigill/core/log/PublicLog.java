package se.sigill.core.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import se.sigill.core.ArchiveException;
import se.sigill.core.proof.PublishedEntry;
import se.sigill.core.record.RecordId;
import se.sigill.core.tlog.Checkpoint;
import se.sigill.core.tlog.NoteKey;
import se.sigill.core.tlog.NoteSigner;
import se.sigill.core.tlog.SignedNote;

/**
 * The public log, open for writing: an entry for each file that anyone may have, or might once
 * ({@code docs/formats/public-log.md}). Opened for one piece of work and closed after it; its lock is in its folder.
 *
 * <p>A head is signed by the log key in force and has the origin of the archive log's epoch: where either has changed
 * since, opening keeps the old head and signs the same tree anew. For one thread.
 */
public final class PublicLog implements AutoCloseable {
    /** Entries made durable under one head; at most so many may lie beyond it after a stop. */
    public static final int BATCH_MAX = ArchiveLog.GROUP_ACTS_MAX;

    private final LogFolder folder;
    private final LogWriter writer;
    private final Signing signing;

    private PublicLog(LogFolder folder, LogWriter writer, Signing signing) {
        this.folder = folder;
        this.writer = writer;
        this.signing = signing;
    }

    /**
     * Who signs.
     *
     * @param archive its name
     * @param epoch of its log
     * @param signer the log key in force
     * @param earlier the log keys before it; asked for only where the head is not by the signer
     */
    public record Signing(String archive, int epoch, NoteSigner signer, Supplier<List<NoteKey>> earlier) {
        String origin() {
            return LogForm.PUBLIC.origin(archive, epoch);
        }

        /** Whether a new head would say this one's size and root in the same words and under the same key. */
        public boolean isOf(Head head) {
            return head.checkpoint().origin().equals(origin())
                    && !head.note().verifiedBy(List.of(signer.key())).isEmpty();
        }
    }

    /** A file to be named. @param leaf SHA-256 of its leaf text, hexadecimal */
    public record Published(RecordId record, String leaf) {}

    /**
     * Opens the log, and makes it if there is none.
     *
     * @param floor entries that somebody has seen: with fewer it is refused
     * @throws ArchiveException.Locked if it is open already
     * @throws ArchiveException.KeyTrouble if no log key of the archive has signed its head
     * @throws ArchiveException.Damaged if it is another archive's, of a later epoch, shorter than the floor, or its
     *     entries do not give the signed root; nothing was changed
     */
    public static PublicLog open(Path log, Signing signing, long floor) {
        LogFolder folder = new LogFolder(log, LogForm.PUBLIC);
        try {
            LogWriter writer = LogWriter.open(folder, BATCH_MAX, head -> guard(folder, head, signing, floor));
            try {
                PublicLog open = new PublicLog(folder, writer, signing);
                open.renew();
                return open;
            } catch (IOException | RuntimeException e) {
                writer.close();
                throw e;
            }
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    private static void guard(LogFolder folder, Optional<Head> head, Signing signing, long floor) {
        long size = head.map(Head::size).orElse(0L);
        if (size < floor) {
            throw new ArchiveException.Damaged(LogFinding.SHORTENED.id() + ": the public log has " + size
                    + " entries, but the open zone was told of " + floor
                    + ". Nothing was changed. Put the right archive/log-public back, or run: sigill restore");
        }
        if (head.isEmpty()) {
            return;
        }
        if (!head.get().archive().equals(signing.archive()) || head.get().epoch() > signing.epoch()) {
            throw new ArchiveException.Damaged(LogFinding.ORIGIN.id() + ": " + folder.root() + " is the log of \""
                    + head.get().checkpoint().origin() + "\", and here is \"" + signing.origin() + "\".");
        }
        boolean ours = !head.get()
                        .note()
                        .verifiedBy(List.of(signing.signer().key()))
                        .isEmpty()
                || !head.get().note().verifiedBy(signing.earlier().get()).isEmpty();
        if (!ours) {
            throw new ArchiveException.KeyTrouble("The head of the public log " + folder.root()
                    + " is signed by no log key of this archive; see: sigill keys show");
        }
    }

    /** A log without entries has a head too: else nobody could tell a lost head from a log that was never begun. */
    private void renew() throws IOException {
        Optional<Head> head = folder.head();
        if (head.isEmpty() || !signing.isOf(head.get())) {
            if (head.isPresent() && head.get().size() > 0) {
                writer.keep(head.get().note());
            }
            commit();
        }
    }

    private void commit() throws IOException {
        SignedNote note =
                new Checkpoint(signing.origin(), writer.size(), writer.root()).sign(List.of(signing.signer()));
        writer.commit(note);
    }

    /** The head as it is now. */
    public Head head() {
        return LogReader.open(folder).head();
    }

    /**
     * Adds entries, in an order that tells nothing: by their hashes, in which random salts are.
     *
     * @param files none of which the log has; what is named twice gets two entries
     * @throws ArchiveException.StorageFailed if it is not known whether all are there; open the log anew to see
     */
    public void add(Collection<Published> files, RandomGenerator random) {
        List<LogLine> lines = files.stream()
                .map(file -> LogLine.of(
                        LogForm.PUBLIC, PublishedEntry.text(file.record().value(), file.leaf()), random))
                .sorted(Comparator.comparing(line -> line.leaf().hex()))
                .toList();
        try {
            for (int from = 0; from < lines.size(); from += BATCH_MAX) {
                writer.append(lines.subList(from, Math.min(lines.size(), from + BATCH_MAX)));
                commit();
            }
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    private static ArchiveException failed(LogFolder folder, IOException e) {
        return new ArchiveException.StorageFailed(
                "The public log at " + folder.root() + " could not be written; check the disk.", e);
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }
}
