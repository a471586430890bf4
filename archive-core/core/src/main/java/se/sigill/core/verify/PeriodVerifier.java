package se.sigill.core.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.sigill.core.finding.FindingCode;
import se.sigill.core.keys.Identity;
import se.sigill.core.keys.TrustFile;
import se.sigill.core.proof.Sha;
import se.sigill.core.seal.Leaf;
import se.sigill.core.seal.Pem;
import se.sigill.core.seal.Period;
import se.sigill.core.seal.PeriodFolder;
import se.sigill.core.seal.Reading;
import se.sigill.core.seal.SealFinding;
import se.sigill.core.seal.SealFormats;
import se.sigill.core.seal.SparseTree;

/** Checks the files of one period by themselves: forms, sums, tree, signature, time-stamp. Not what the log says. */
final class PeriodVerifier {
    /** Clocks of different machines may differ by this much. */
    static final Duration CLOCK_SLACK = Duration.ofMinutes(10);

    private static final List<String> SUMMED = List.of(
            PeriodFolder.CHECKPOINT,
            PeriodFolder.PERIOD,
            PeriodFolder.ROOT,
            PeriodFolder.SIGNATURE,
            PeriodFolder.SEAL_CHAIN);
    private static final List<String> STAMP_SUMMED = List.of(PeriodFolder.STAMP, PeriodFolder.STAMP_CHAIN);

    private final SealFormats formats;
    private final FindingSink sink;
    private final Signers signers;
    /** Places of the present period about which something was said. */
    private final Set<String> told = new HashSet<>();
    /** Files of the present period that are not what their sums say. */
    private final Set<String> unlike = new TreeSet<>();

    PeriodVerifier(SealFormats formats, FindingSink sink, Signers signers) {
        this.formats = formats;
        this.sink = sink;
        this.signers = signers;
    }

    /**
     * A period whose {@code period.json} can be read; the rest may still be wrong.
     *
     * @param leaves empty if they cannot be read or do not lead to the root
     * @param checkpoint empty if it is not the one that was sealed
     */
    record Read(Period period, Optional<List<Leaf>> leaves, Optional<byte[]> checkpoint) {}

    /** Empty if it cannot be read at all. */
    Optional<Read> verify(Path folder) throws IOException {
        String where = "evidence/" + folder.getFileName();
        told.clear();
        unlike.clear();
        Map<String, byte[]> files =
                files(folder, where, SUMMED, Set.of(PeriodFolder.LEAVES, PeriodFolder.STAMP_FOLDER));
        Optional<Period> period = verifyPeriod(files, folder, where);
        Optional<List<Leaf>> read = leaves(folder, where);
        if (period.isEmpty()) {
            return Optional.empty();
        }
        if (unlike.contains(where + "/" + PeriodFolder.PERIOD)) {
            tell(SealFinding.FILE_CHANGED, where + "/" + PeriodFolder.PERIOD, "it is not what SHA256SUMS says");
            return Optional.empty();
        }
        Optional<List<Leaf>> leaves = read.filter(l -> verifyTree(period.get(), l, where));
        Optional<byte[]> checkpoint = Optional.ofNullable(files.get(PeriodFolder.CHECKPOINT))
                .filter(c -> leaves.isPresent() && verifyCheckpointLeaf(leaves.get(), c, where));
        Instant proved = verifyStamp(period.get(), folder, where);
        verifySignature(period.get(), files, proved, where);
        tellUnlike();
        return Optional.of(new Read(period.get(), leaves, checkpoint));
    }

    /**
     * Where everything else about a file holds, it is the sums that were changed, or a byte that nothing depends on.
     */
    private void tellUnlike() {
        for (String place : unlike) {
            if (!told.contains(place)) {
                String sums = place.substring(0, place.lastIndexOf('/') + 1) + PeriodFolder.SUMS;
                tell(SealFinding.FILE_CHANGED, sums, "it or " + place + " is not as it was written");
            }
        }
    }

    /** Reads the small files of a folder that has sums, and tells what is missing, changed or too much. */
    private Map<String, byte[]> files(Path folder, String where, List<String> names, Set<String> others)
            throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        Map<String, String> sums = sums(folder, names, where);
        for (String name : names) {
            Optional<byte[]> bytes = PeriodFolder.small(folder.resolve(name));
            if (bytes.isEmpty()) {
                tell(SealFinding.FILE_MISSING, where + "/" + name, "the file is missing");
                continue;
            }
            files.put(name, bytes.get());
            String sum = HexFormat.of().formatHex(Sha.sha256(bytes.get()));
            if (sums.containsKey(name) && !sum.equals(sums.get(name))) {
                unlike.add(where + "/" + name);
            }
        }
        TreeSet<String> known = new TreeSet<>(names);
        known.addAll(others);
        known.add(PeriodFolder.SUMS);
        try (var entries = Files.list(folder)) {
            entries.map(p -> String.valueOf(p.getFileName()))
                    .filter(name -> !known.contains(name))
                    .sorted()
                    .forEach(name -> tell(SealFinding.FILE_EXTRA, where + "/" + name, "it does not belong here"));
        }
        return files;
    }

    /** The sums by name; empty if the file is missing or has another form, which is told. */
    private Map<String, String> sums(Path folder, List<String> names, String where) throws IOException {
        Optional<byte[]> bytes = PeriodFolder.small(folder.resolve(PeriodFolder.SUMS));
        if (bytes.isEmpty()) {
            tell(SealFinding.FILE_MISSING, where + "/" + PeriodFolder.SUMS, "the file is missing");
            return Map.of();
        }
        Map<String, String> sums = new HashMap<>();
        StringBuilder exact = new StringBuilder();
        for (String line :
                new String(bytes.get(), StandardCharsets.UTF_8).lines().toList()) {
            String[] parts = line.split("  ", 2);
            if (parts.length == 2 && parts[0].matches("[0-9a-f]{64}")) {
                sums.put(parts[1], parts[0]);
            }
        }
        names.stream().sorted().forEach(n -> exact.append(sums.getOrDefault(n, ""))
                .append("  ")
                .append(n)
                .append('\n'));
        if (!Arrays.equals(exact.toString().getBytes(StandardCharsets.UTF_8), bytes.get())) {
            tell(SealFinding.FORM, where + "/" + PeriodFolder.SUMS, "the sums are not those of the period's files");
        }
        return sums;
    }

    private Optional<Period> verifyPeriod(Map<String, byte[]> files, Path folder, String where) {
        byte[] bytes = files.get(PeriodFolder.PERIOD);
        if (bytes == null) {
            return Optional.empty();
        }
        Optional<Period> period = Period.parse(bytes);
        if (period.isEmpty()) {
            tell(SealFinding.FORM, where + "/" + PeriodFolder.PERIOD, "it is not in its form");
        } else if (!period.get().id().equals(String.valueOf(folder.getFileName()))) {
            tell(SealFinding.SWAPPED, where, "here lies period " + period.get().id());
            return Optional.empty();
        }
        return period;
    }

    private Optional<List<Leaf>> leaves(Path folder, String where) throws IOException {
        if (!Files.isRegularFile(folder.resolve(PeriodFolder.LEAVES))) {
            tell(SealFinding.FILE_MISSING, where + "/" + PeriodFolder.LEAVES, "the file is missing");
            return Optional.empty();
        }
        Optional<List<Leaf>> leaves = PeriodFolder.leaves(folder);
        if (leaves.isEmpty()) {
            tell(SealFinding.FORM, where + "/" + PeriodFolder.LEAVES, "a line is not in its form or not in its order");
        }
        return leaves;
    }

    private boolean verifyTree(Period period, List<Leaf> leaves, String where) {
        if (leaves.size() != period.leaves()) {
            tell(
                    SealFinding.TREE_BROKEN,
                    where + "/" + PeriodFolder.LEAVES,
                    leaves.size() + " leaves, but " + period.leaves() + " were sealed");
            return false;
        }
        if (!Arrays.equals(SparseTree.of(leaves, period.seedBytes()).root(), period.rootHash())) {
            tell(
                    SealFinding.TREE_BROKEN,
                    where + "/" + PeriodFolder.LEAVES,
                    "the leaves do not lead to the root that was sealed");
            return false;
        }
        return true;
    }

    private boolean verifyCheckpointLeaf(List<Leaf> leaves, byte[] checkpoint, String where) {
        String digest = HexFormat.of().formatHex(Sha.sha512().digest(checkpoint));
        boolean sealed = leaves.stream()
                .anyMatch(l -> l instanceof Leaf.Standing s
                        && s.file().equals(Leaf.CHECKPOINT)
                        && s.text().sha512().equals(digest));
        if (!sealed) {
            tell(
                    SealFinding.LEAF_DIFFERS,
                    where + "/" + PeriodFolder.CHECKPOINT,
                    "the checkpoint is not the one that was sealed");
        }
        return sealed;
    }

    private void verifySignature(Period period, Map<String, byte[]> files, Instant proved, String where) {
        byte[] root = files.get(PeriodFolder.ROOT);
        byte[] signature = files.get(PeriodFolder.SIGNATURE);
        if (root == null || signature == null) {
            return;
        }
        if (!Arrays.equals(root, period.statement().bytes())) {
            tell(SealFinding.FORM, where + "/" + PeriodFolder.ROOT, "it is not the statement of this period");
        }
        switch (formats.readSignature(root, signature)) {
            case Reading.Broken(String why) ->
                tell(SealFinding.SIGNATURE_BROKEN, where + "/" + PeriodFolder.SIGNATURE, "it does not hold: " + why);
            case Reading.Holds holds -> {
                signers.saw(
                        TrustFile.Kind.SEAL,
                        Identity.fingerprint(holds.chain().getFirst()),
                        proved,
                        where + "/" + PeriodFolder.SIGNATURE);
                if (!holds.at().equals(period.sealed())) {
                    tell(
                            SealFinding.BACKDATED,
                            where + "/" + PeriodFolder.PERIOD,
                            "signed at " + holds.at() + ", but it says " + period.sealed());
                }
                byte[] chain = files.get(PeriodFolder.SEAL_CHAIN);
                if (chain != null && !Arrays.equals(chain, Pem.bytes(holds.chain()))) {
                    tell(SealFinding.FORM, where + "/" + PeriodFolder.SEAL_CHAIN, "not the signature's certificates");
                }
            }
        }
    }

    /** The time that is proved, or, without a time-stamp that holds, the one that is said. */
    private Instant verifyStamp(Period period, Path folder, String where) throws IOException {
        Path stamp = folder.resolve(PeriodFolder.STAMP_FOLDER);
        String at = where + "/" + PeriodFolder.STAMP_FOLDER;
        if (!Files.isDirectory(stamp)) {
            tell(SealFinding.UNSTAMPED, where, "signed, but without a time-stamp yet");
            return period.sealed();
        }
        Map<String, byte[]> files = files(stamp, at, STAMP_SUMMED, Set.of());
        byte[] token = files.get(PeriodFolder.STAMP);
        if (token == null) {
            return period.sealed();
        }
        return switch (formats.readTimeStamp(period.rootHash(), token)) {
            case Reading.Broken(String why) -> {
                tell(SealFinding.TIMESTAMP_BROKEN, at + "/" + PeriodFolder.STAMP, "it does not hold: " + why);
                yield period.sealed();
            }
            case Reading.Holds holds -> {
                verifyStampTime(period, files, holds, at);
                yield holds.at();
            }
        };
    }

    private void verifyStampTime(Period period, Map<String, byte[]> files, Reading.Holds holds, String at) {
        signers.sawStamp(holds, at + "/" + PeriodFolder.STAMP);
        if (holds.at().isBefore(period.sealed().minus(CLOCK_SLACK))) {
            tell(
                    SealFinding.BACKDATED,
                    at + "/" + PeriodFolder.STAMP,
                    "stamped at " + holds.at() + ", before it was sealed at " + period.sealed());
        }
        byte[] chain = files.get(PeriodFolder.STAMP_CHAIN);
        if (chain != null && !Arrays.equals(chain, Pem.bytes(holds.chain()))) {
            tell(SealFinding.FORM, at + "/" + PeriodFolder.STAMP_CHAIN, "not the certificates of the time-stamp");
        }
    }

    private void tell(FindingCode code, String where, String message) {
        told.add(where);
        sink.add(code, where, message);
    }
}
