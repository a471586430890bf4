package se.sigill.core.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import se.sigill.core.json.JsonException;
import se.sigill.core.log.Act;
import se.sigill.core.log.LogEntry;
import se.sigill.core.log.LogFinding;
import se.sigill.core.proof.Sha;
import se.sigill.core.record.RecordId;
import se.sigill.core.seal.Coverage;
import se.sigill.core.seal.Leaf;
import se.sigill.core.seal.Period;
import se.sigill.core.seal.PeriodFolder;
import se.sigill.core.seal.SealFinding;
import se.sigill.core.seal.SealItem;
import se.sigill.core.tlog.Checkpoint;
import se.sigill.core.tlog.SignedNote;
import se.sigill.core.tlog.TlogFormatException;
import se.sigill.core.tlog.TreeHash;

/** Checks that the periods cover what the log committed: ranges, sealed checkpoints, a leaf for every file. */
final class EvidenceVerifier {
    private final Path archive;
    private final Path evidence;
    private final FindingSink sink;
    private final PeriodVerifier periods;
    private final LogCheck.Standing log;
    /** Periods in order; empty where one cannot be read. */
    private final List<Optional<Period>> read = new ArrayList<>();
    /** Acts that a period left out and none has sealed since. */
    private final Set<Long> left = new TreeSet<>();

    EvidenceVerifier(Path archive, FindingSink sink, PeriodVerifier periods, LogCheck.Standing log) {
        this.log = log;
        this.archive = archive;
        this.evidence = archive.resolve("evidence");
        this.sink = sink;
        this.periods = periods;
    }

    /** Sizes of the log at which a sealed checkpoint states its root. */
    static Set<Long> sealedSizes(Path evidence) throws IOException {
        Set<Long> sizes = new TreeSet<>();
        for (Path folder : PeriodFolder.all(evidence)) {
            PeriodFolder.small(folder.resolve(PeriodFolder.CHECKPOINT))
                    .flatMap(EvidenceVerifier::checkpoint)
                    .ifPresent(c -> sizes.add(c.size()));
        }
        return sizes;
    }

    void verify(LogFacts facts) throws IOException {
        verifyNothingElse();
        for (Path folder : PeriodFolder.all(evidence)) {
            Optional<PeriodVerifier.Read> period = periods.verify(folder);
            if (period.isPresent()) {
                verifyAgainstLog(period.get(), facts);
            }
            read.add(period.map(PeriodVerifier.Read::period));
        }
        verifyRanges(facts);
    }

    /**
     * The size that a file was sealed with; looked up only for files whose bytes are wrong.
     *
     * @param act log index of the act that sealed the version
     */
    static OptionalLong sealedSize(Path evidence, long act, String reference) {
        try {
            for (Path folder : PeriodFolder.all(evidence)) {
                Optional<Period> period = PeriodFolder.period(folder);
                if (period.isPresent() && period.get().coverage().seals(act)) {
                    return PeriodFolder.leaves(folder).stream()
                            .flatMap(List::stream)
                            .filter(l ->
                                    l instanceof Leaf.Standing s && s.file().equals(reference))
                            .mapToLong(l -> ((Leaf.Standing) l).sizeBytes())
                            .findFirst();
                }
            }
        } catch (IOException e) {
            return OptionalLong.empty();
        }
        return OptionalLong.empty();
    }

    private void verifyNothingElse() throws IOException {
        if (!Files.isDirectory(evidence)) {
            return;
        }
        try (var entries = Files.list(evidence)) {
            for (Path entry : (Iterable<Path>) entries.sorted()::iterator) {
                String name = String.valueOf(entry.getFileName());
                if (name.startsWith(".")) {
                    sink.add(SealFinding.LEFTOVER, "evidence/" + name, "unfinished work of a sealing that was stopped");
                } else if (!PeriodFolder.isName(name) || !Files.isDirectory(entry)) {
                    sink.add(SealFinding.STRAY, "evidence/" + name, "it is no period");
                }
            }
        }
    }

    private void verifyAgainstLog(PeriodVerifier.Read period, LogFacts facts) throws IOException {
        String where = "evidence/" + period.period().id();
        period.checkpoint().ifPresent(bytes -> verifyCheckpoint(period.period(), bytes, facts, where));
        if (period.leaves().isEmpty()) {
            return;
        }
        Map<String, Leaf.Standing> leaves = new HashMap<>();
        for (Leaf leaf : period.leaves().get()) {
            switch (leaf) {
                case Leaf.Standing s -> leaves.put(s.file(), s);
                case Leaf.Erased e -> verifyErased(e, facts, where);
            }
        }
        leaves.remove(Leaf.CHECKPOINT);
        Coverage coverage = period.period().coverage();
        facts.acts(coverage.first(), Math.min(coverage.end(), facts.size()), entry -> {
            if (entry instanceof LogEntry.Kept kept) {
                verifyAct(kept, period.period(), leaves, where);
            }
        });
        for (long late : coverage.late()) {
            if (!left.remove(late)) {
                sink.add(
                        SealFinding.RANGE,
                        where + "/" + PeriodFolder.PERIOD,
                        "it seals act " + late + " late, which no earlier period left out");
            }
            facts.acts(late, Math.min(late + 1, facts.size()), entry -> {
                if (entry instanceof LogEntry.Kept kept) {
                    verifyContent(kept, leaves, where);
                }
            });
        }
        left.addAll(coverage.left());
        if (facts.isComplete() && period.period().end() <= facts.size()) {
            leaves.values()
                    .forEach(leaf -> sink.add(
                            SealFinding.LEAF_UNKNOWN,
                            where + "/" + PeriodFolder.LEAVES,
                            "no act of the period speaks of " + leaf.file()));
        }
    }

    private void verifyCheckpoint(Period period, byte[] bytes, LogFacts facts, String where) {
        Optional<Checkpoint> checkpoint = checkpoint(bytes);
        String at = where + "/" + PeriodFolder.CHECKPOINT;
        if (checkpoint.isEmpty()) {
            sink.add(SealFinding.FORM, at, "it is no checkpoint");
            return;
        }
        Checkpoint sealed = checkpoint.get();
        if (!sealed.origin().equals(period.origin()) || period.end() > sealed.size()) {
            sink.add(SealFinding.FORM, where + "/" + PeriodFolder.PERIOD, "it does not fit the checkpoint beside it");
        }
        if (sealed.size() > facts.size()) {
            if (!log.signed()) {
                return;
            }
            sink.add(
                    LogFinding.SHORTENED,
                    "log/checkpoint",
                    "the log has " + facts.size() + " acts, it had " + sealed.size() + " when " + where
                            + " was sealed");
            return;
        }
        Optional<TreeHash> root = facts.rootAt(sealed.size());
        if (log.intact()
                && facts.isComplete()
                && root.isPresent()
                && !root.get().equals(sealed.root())) {
            sink.add(
                    LogFinding.FORKED, at, "the log's first " + sealed.size() + " acts are not those that were sealed");
        }
    }

    private void verifyErased(Leaf.Erased leaf, LogFacts facts, String where) {
        boolean ordered = leaf.erased() >= facts.size()
                || facts.records().values().stream().anyMatch(r -> r.disposedBy() == leaf.erased());
        if (!ordered && facts.isComplete()) {
            sink.add(
                    SealFinding.LEAF_UNKNOWN,
                    where + "/" + PeriodFolder.LEAVES,
                    "the leaf at place " + leaf.place() + " is erased, but act " + leaf.erased()
                            + " disposed of nothing");
        }
    }

    private void verifyAct(LogEntry.Kept kept, Period period, Map<String, Leaf.Standing> leaves, String where) {
        try {
            verifyTime(kept.act().at(), kept.index(), period, where);
        } catch (JsonException | IllegalArgumentException e) {
            // The log's own verification names the act.
            return;
        }
        if (period.coverage().seals(kept.index())) {
            verifyContent(kept, leaves, where);
        }
    }

    private void verifyContent(LogEntry.Kept kept, Map<String, Leaf.Standing> leaves, String where) {
        try {
            switch (kept.act()) {
                case Act.Sealed a -> verifyVersion(a.record(), a.version(), a.inventory(), leaves, where);
                case Act.RenditionAdded a -> verifyVersion(a.record(), a.version(), a.inventory(), leaves, where);
                default -> {}
            }
        } catch (JsonException | IllegalArgumentException e) {
            // The log's own verification names the act.
            return;
        }
    }

    private void verifyTime(Instant at, long index, Period period, String where) {
        boolean late = at.isAfter(period.sealed().plus(PeriodVerifier.CLOCK_SLACK));
        boolean early = !read.isEmpty()
                && read.getLast()
                        .map(p -> at.isBefore(p.sealed().minus(PeriodVerifier.CLOCK_SLACK)))
                        .orElse(false);
        if (late || early) {
            sink.add(
                    SealFinding.BACKDATED,
                    where + "/" + PeriodFolder.PERIOD,
                    "act " + index + " says " + at
                            + (late ? ", after the time it was sealed at" : ", before the period")
                            + " before this one was sealed");
        }
    }

    /** Every file that the version added has its leaf. An inventory that is wrong was told of with its object. */
    private void verifyVersion(
            RecordId record, int version, String inventoryDigest, Map<String, Leaf.Standing> leaves, String where) {
        Path file = archive.resolve("ocfl")
                .resolve(StoreVerifier.place(record))
                .resolve("v" + version)
                .resolve("inventory.json");
        Optional<InventoryFile> inventory = Optional.empty();
        try {
            if (Files.isRegularFile(file)) {
                byte[] bytes = Files.readAllBytes(file);
                boolean right =
                        HexFormat.of().formatHex(Sha.sha512().digest(bytes)).equals(inventoryDigest);
                inventory = right ? InventoryFile.parse(bytes) : Optional.empty();
            }
        } catch (IOException e) {
            inventory = Optional.empty();
        }
        if (inventory.isEmpty()) {
            leaves.keySet().removeIf(f -> f.startsWith(record.value() + "/v" + version + "/"));
            return;
        }
        String prefix = "v" + version + "/content/";
        for (Map.Entry<String, String> entry : inventory.get().manifest().entrySet()) {
            if (!entry.getKey().startsWith(prefix)) {
                continue;
            }
            String reference =
                    SealItem.reference(record, version, entry.getKey().substring(prefix.length()));
            Leaf.Standing leaf = leaves.remove(reference);
            if (leaf == null) {
                sink.add(
                        SealFinding.FILE_UNPROVEN,
                        where + "/" + PeriodFolder.LEAVES,
                        "there is no leaf for " + reference);
            } else if (!leaf.text().sha512().equals(entry.getValue())) {
                sink.add(
                        SealFinding.LEAF_DIFFERS,
                        where + "/" + PeriodFolder.LEAVES,
                        "the leaf of " + reference + " speaks of another file than the inventory");
            }
        }
    }

    private void verifyRanges(LogFacts facts) {
        long next = 0;
        boolean known = true;
        for (Optional<Period> each : read) {
            if (each.isPresent() && known && each.get().first() != next) {
                sink.add(
                        SealFinding.RANGE,
                        "evidence/" + each.get().id(),
                        "it begins with act " + each.get().first() + ", but act " + next + " was to follow");
            }
            known = each.isPresent();
            next = each.map(Period::end).orElse(next);
        }
        for (long each : left) {
            facts.acts(each, Math.min(each + 1, facts.size()), entry -> {
                // What was disposed of meanwhile needs no seal any more.
                if (entry instanceof LogEntry.Kept) {
                    sink.add(SealFinding.LEFT_OUT, "log:" + each, "the version that this act committed is not sealed");
                }
            });
        }
        if (known && next < facts.size()) {
            long waiting = facts.size() - next;
            String acts = waiting == 1 ? "1 act is" : waiting + " acts are";
            sink.add(SealFinding.UNSEALED, "evidence", acts + " committed, but not yet sealed");
        }
    }

    private static Optional<Checkpoint> checkpoint(byte[] bytes) {
        try {
            return Optional.of(Checkpoint.of(SignedNote.parse(bytes)));
        } catch (TlogFormatException e) {
            return Optional.empty();
        }
    }
}
