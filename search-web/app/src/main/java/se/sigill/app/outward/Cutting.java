package se.sigill.app.outward;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.archive.LogKeys;
import se.sigill.core.bundle.BundleWriter;
import se.sigill.core.bundle.LogGrowth;
import se.sigill.core.log.Head;
import se.sigill.core.log.LogReader;
import se.sigill.core.log.PublicLog;
import se.sigill.core.log.PublishedFiles;
import se.sigill.core.proof.LeafText;
import se.sigill.core.proof.PublicProof;
import se.sigill.core.proof.Sha;
import se.sigill.core.record.RecordId;
import se.sigill.core.tlog.NoteKey;
import se.sigill.core.tlog.Tile;
import se.sigill.core.tlog.TileFolder;

/**
 * The public log as the inside has it: what stands in it, and what is cut into it. Cuts are made at the turn of the
 * hour and all at once, so that nobody outside can tell which act made the log grow. For one thread.
 */
final class Cutting {
    private final OpenArchive archive;
    private final PublishedFiles files;

    Cutting(OpenArchive archive) {
        this.archive = archive;
        this.files = new PublishedFiles(archive.home().publicLog());
    }

    /**
     * How much of the log the zone was told.
     *
     * @param size entries
     * @param checkpoint digest of the checkpoint; empty if it was told nothing
     */
    record Told(long size, String checkpoint) {
        static final Told NOTHING = new Told(0, "");
    }

    /** The beginning of the hour: what began to wait in one before it is due. */
    static Instant hour(Instant now) {
        return now.truncatedTo(ChronoUnit.HOURS);
    }

    /** The key that signs the log. */
    NoteKey key() {
        return signing().signer().key();
    }

    /** Why files stand in the log as it is now. */
    Proving proving() {
        return new Proving(files.proving(signing()));
    }

    /** @param log one head of it */
    record Proving(PublishedFiles.Proving log) {
        /** None if the file does not stand in it, or not yet under the key and the epoch in force. */
        PublicProof of(RecordId record, LeafText leaf) {
            Optional<PublicProof.Logged> proof = log.proof(named(record, leaf));
            return proof.isPresent() ? proof.get() : new PublicProof.None();
        }
    }

    /** Whether the log has it already. */
    boolean has(PublicLog.Published file) {
        return files.has(file);
    }

    /**
     * Puts these into the log, in one batch.
     *
     * @param due what it has not yet
     * @param told what the log must have at least
     */
    void cut(List<PublicLog.Published> due, Told told) {
        archive.aloneAtEvidence(() -> {
            try (PublicLog log = PublicLog.open(files.root(), signing(), told.size())) {
                log.add(due, archive.archive().surroundings().random());
            }
            return due.size();
        });
    }

    /** Whether the log has a head that the zone was not told of. */
    boolean isAhead(Told told) {
        return files.head()
                .filter(head -> head.size() > 0)
                .filter(head -> !digest(head.note().bytes()).equals(told.checkpoint()))
                // One of an earlier epoch or key is not told: the next cut signs it anew.
                .filter(head -> signing().isOf(head))
                .isPresent();
    }

    /** What was told once a bundle brought {@link #growth}. */
    Told now(LogGrowth growth, Told before) {
        return growth.isNone() ? before : new Told(files.head().map(Head::size).orElse(0L), growth.checkpoint());
    }

    /** What the zone has not of the log, put into the bundle. @throws IOException if a tile is not there */
    LogGrowth growth(Told told, BundleWriter bundle) throws IOException {
        if (!isAhead(told)) {
            return LogGrowth.NONE;
        }
        Head head = files.head().orElseThrow();
        TileFolder stored = new TileFolder(files.root());
        SortedMap<String, String> tiles = new TreeMap<>();
        for (Tile tile : Tile.added(told.size(), head.size())) {
            tiles.put(tile.path(), bundle.add(stored.read(tile)));
        }
        return new LogGrowth(bundle.add(head.note().bytes()), tiles);
    }

    private PublicLog.Signing signing() {
        LogReader log = archive.archive().log().reader();
        Head head = archive.archive().log().head();
        return new PublicLog.Signing(
                head.archive(),
                head.epoch(),
                LogKeys.signer(archive.archive().keys(), head.archive()),
                () -> LogKeys.all(log));
    }

    static PublicLog.Published named(RecordId record, LeafText leaf) {
        return new PublicLog.Published(record, HexFormat.of().formatHex(leaf.hash()));
    }

    private static String digest(byte[] bytes) {
        return HexFormat.of().formatHex(Sha.sha256(bytes));
    }
}
