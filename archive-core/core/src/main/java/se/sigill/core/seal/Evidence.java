package se.sigill.core.seal;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import se.sigill.core.ArchiveException;
import se.sigill.core.disk.Durable;
import se.sigill.core.proof.FileProof;
import se.sigill.core.proof.LeafText;
import se.sigill.core.proof.PublicProof;
import se.sigill.core.proof.TreePath;
import se.sigill.core.record.RecordId;

/**
 * What has been sealed: finds the period of a log entry and proves files of it. Remembers which periods there are, and
 * those opened last as long as there is memory. Safe for many threads; {@link #erase} only under the archive's writer
 * lock.
 */
public final class Evidence {
    /**
     * To open one reads all its leaves. Who answers a request proves file after file of a few; who tells of everything
     * comes to all of them in no order.
     */
    private static final int OPENED_MAX = 64;

    private final Periods all;
    private final SealFormats formats;
    /** The one that was asked for last stands last. */
    private final SequencedMap<String, SoftReference<OpenPeriod>> opened = new LinkedHashMap<>();

    /** @param folder {@code archive/evidence}; may be absent */
    public Evidence(Path folder, SealFormats formats) {
        this(new Periods(folder), formats);
    }

    public Evidence(Periods all, SealFormats formats) {
        this.all = all;
        this.formats = formats;
    }

    /** All periods in the order of sealing. @throws ArchiveException.Damaged if one cannot be read */
    public List<Period> periods() {
        try {
            List<Period> periods = new ArrayList<>();
            for (Periods.Known each : all.all()) {
                periods.add(known(each));
            }
            return periods;
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("the evidence folder could not be read", e);
        }
    }

    /** How far sealing has come. @throws ArchiveException as {@link #periods} */
    public Reach reach() {
        return Reach.of(periods().stream().map(Period::coverage).toList());
    }

    /** The period that seals what a log entry committed; empty if it is not sealed yet. */
    public Optional<Period> periodOf(long index) {
        return periods().stream().filter(p -> p.coverage().seals(index)).findFirst();
    }

    /** Whether the period has its time-stamp; only then its files can be proved. */
    public boolean isStamped(Period period) {
        return all.isStamped(all.folder().resolve(period.id()));
    }

    /** Loads a period to prove files of it. @throws ArchiveException.Damaged if it does not hang together */
    public OpenPeriod open(Period period) {
        synchronized (opened) {
            SoftReference<OpenPeriod> before = opened.remove(period.id());
            OpenPeriod open = before == null ? null : before.get();
            if (open == null) {
                open = read(period);
            }
            opened.putLast(period.id(), new SoftReference<>(open));
            if (opened.size() > OPENED_MAX) {
                opened.pollFirstEntry();
            }
            return open;
        }
    }

    private OpenPeriod read(Period period) {
        Path at = all.folder().resolve(period.id());
        try {
            LeafTable leaves = new LeafTable(at);
            SparseTree tree = leaves.read()
                    .orElseThrow(() -> new ArchiveException.Damaged(
                            "leaves of period " + period.id() + " cannot be read; run sigill verify"))
                    .build(period.seedBytes());
            return new OpenPeriod(at, period, leaves, tree);
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("period " + period.id() + " could not be read", e);
        }
    }

    /**
     * Erases what the leaves of a record's files tell: salt, digests and path. The hashes stay, so the tree holds.
     * Doing it again changes nothing.
     *
     * @param indexes log indexes of the acts that sealed the record's versions
     * @param disposal log index of the disposal act
     */
    public void erase(RecordId record, Collection<Long> indexes, long disposal) {
        List<Period> periods = periods().stream()
                .filter(p -> indexes.stream().anyMatch(p.coverage()::seals))
                .toList();
        try {
            for (Period period : periods) {
                erase(all.folder().resolve(period.id()), record, disposal);
            }
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed(
                    "leaves of record " + record + " could not be erased; dispose again", e);
        }
    }

    private static void erase(Path period, RecordId record, long disposal) throws IOException {
        String prefix = record.value() + "/";
        List<Leaf> leaves = PeriodFolder.leaves(period)
                .orElseThrow(() -> new ArchiveException.Damaged(
                        "leaves of period " + period.getFileName() + " cannot be read; run sigill verify"));
        List<Leaf> after = leaves.stream()
                .map(leaf -> leaf instanceof Leaf.Standing s && s.file().startsWith(prefix)
                        ? new Leaf.Erased(s.place(), java.util.HexFormat.of().formatHex(s.hash()), disposal)
                        : leaf)
                .toList();
        if (after.equals(leaves)) {
            return;
        }
        // Beside the period and hidden: a stop leaves the old leaves in place and the next sealing clears this.
        Path hidden = period.resolveSibling("." + period.getFileName() + "." + PeriodFolder.LEAVES);
        Files.deleteIfExists(hidden);
        Sealer.writeLeaves(hidden, after);
        Durable.move(hidden, period.resolve(PeriodFolder.LEAVES));
    }

    /** Periods of {@code archive/evidence} that cover entries a log of this size does not have, in order. */
    public static List<Period> beyond(Path evidence, long size) throws IOException {
        List<Period> beyond = new ArrayList<>();
        for (Periods.Known each : new Periods(evidence).all()) {
            Period period = known(each);
            if (period.end() > size) {
                beyond.add(period);
            }
        }
        return beyond;
    }

    private static Period known(Periods.Known each) {
        return each.period()
                .orElseThrow(() -> new ArchiveException.Damaged(
                        "period.json of " + each.folder().getFileName() + " cannot be read; run sigill verify"));
    }

    /** A period with its tree in memory, for proving many of its files. Safe for threads, which come one by one. */
    public final class OpenPeriod {
        private final Path at;
        private final Period period;
        private final LeafTable leaves;
        private final SparseTree tree;

        private OpenPeriod(Path at, Period period, LeafTable leaves, SparseTree tree) {
            this.at = at;
            this.period = period;
            this.leaves = leaves;
            this.tree = tree;
            if (!java.util.Arrays.equals(tree.root(), period.rootHash())) {
                throw new ArchiveException.Damaged(
                        "the leaves of period " + period.id() + " do not lead to its root; run sigill verify");
            }
        }

        /** What the tree says of one file; empty if the period does not hold it. */
        public Optional<LeafText> leaf(String reference) {
            return standing(reference).map(Leaf.Standing::text);
        }

        private synchronized Optional<Leaf.Standing> standing(String reference) {
            try {
                return leaves.find(reference);
            } catch (IOException e) {
                throw new ArchiveException.StorageFailed("period " + period.id() + " could not be read", e);
            }
        }

        /**
         * The proof of one file; empty if the period does not hold it or waits for its time-stamp.
         *
         * @param reference as {@link SealItem#reference}
         */
        public Optional<FileProof> prove(String reference) {
            Optional<Leaf.Standing> found = standing(reference);
            if (found.isEmpty() || !PeriodFolder.isStamped(at)) {
                return Optional.empty();
            }
            Leaf.Standing leaf = found.get();
            TreePath path = tree.path(leaf.place());
            Path stamp = at.resolve(PeriodFolder.STAMP_FOLDER);
            try {
                byte[] token = Files.readAllBytes(stamp.resolve(PeriodFolder.STAMP));
                return Optional.of(new FileProof(
                        leaf.text(),
                        path,
                        formats.evidenceRecord(leaf.hash(), path, token),
                        period.statement(),
                        Files.readAllBytes(at.resolve(PeriodFolder.SIGNATURE)),
                        Files.readAllBytes(at.resolve(PeriodFolder.SEAL_CHAIN)),
                        token,
                        Files.readAllBytes(stamp.resolve(PeriodFolder.STAMP_CHAIN)),
                        new PublicProof.None()));
            } catch (IOException e) {
                throw new ArchiveException.StorageFailed("period " + period.id() + " could not be read", e);
            }
        }
    }
}
