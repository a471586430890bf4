package se.sigill.core.seal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.sigill.core.ArchiveException;
import se.sigill.core.disk.Durable;
import se.sigill.core.finding.Finding;
import se.sigill.core.keys.Identity;
import se.sigill.core.proof.LeafText;
import se.sigill.core.proof.Sha;

/**
 * Seals periods below {@code archive/evidence/}: tree, signature, time-stamp.
 *
 * <p>One sealer at a time works on an evidence folder; the caller holds the archive's writer lock. A period appears
 * whole or not at all; a time-stamp that does not come is asked for again with every sealing.
 */
public final class Sealer {
    private static final int SALT_BYTES = 32;

    private final Periods periods;
    private final Path evidence;
    private final SealFormats formats;
    private final Identity identity;
    private final TimeStampSource timeStamps;
    private final Clock clock;
    private final SecureRandom random;

    /** @param periods of the folder {@code archive/evidence}; made when it is not there */
    public Sealer(
            Periods periods,
            SealFormats formats,
            Identity identity,
            TimeStampSource timeStamps,
            Clock clock,
            SecureRandom random) {
        this.periods = periods;
        this.evidence = periods.folder();
        this.formats = formats;
        this.identity = identity;
        this.timeStamps = timeStamps;
        this.clock = clock;
        this.random = random;
    }

    /**
     * A period that was sealed.
     *
     * @param findings that it waits for its time-stamp, if so; nothing else
     */
    public record Outcome(Period period, List<Finding> findings) {}

    /**
     * Seals one period and asks for every time-stamp that is missing. When it returns, the period is durable.
     *
     * @throws ArchiveException.StorageFailed if the disk refused; nothing but a hidden folder is left behind
     */
    public Outcome seal(SealOrder order) {
        try {
            Durable.createDirectories(evidence);
            clearLeftovers();
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            byte[] seed = bytes(32);
            List<Leaf> leaves = plant(order);
            byte[] root = SparseTree.of(leaves, seed).root();
            Period period = new Period(
                    Period.newId(now, random),
                    order.origin(),
                    order.coverage(),
                    now,
                    leaves.size(),
                    HexFormat.of().formatHex(seed),
                    HexFormat.of().formatHex(root));
            write(period, leaves, order.checkpoint());
            return new Outcome(period, closeGaps());
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("the period could not be sealed; it will be sealed next time", e);
        }
    }

    /**
     * Asks for every time-stamp that is missing, the oldest first, until the authority does not answer.
     *
     * @return a finding for each period that still waits
     */
    public List<Finding> closeGaps() {
        List<Finding> open = new ArrayList<>();
        String silent = "";
        try {
            for (Periods.Known each : periods.all()) {
                Path folder = each.folder();
                if (periods.isStamped(folder)) {
                    continue;
                }
                if (silent.isEmpty()) {
                    silent = stamp(each);
                }
                if (!silent.isEmpty()) {
                    open.add(Finding.of(
                            SealFinding.UNSTAMPED,
                            "evidence/" + folder.getFileName(),
                            "signed, but without a time-stamp yet: " + silent));
                }
            }
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("time-stamps could not be added; they will be next time", e);
        }
        return open;
    }

    private List<Leaf> plant(SealOrder order) {
        int count = order.items().size() + 1;
        byte[] salts = bytes(count * SALT_BYTES);
        BitSet taken = new BitSet(SparseTree.PLACES);
        List<Leaf> leaves = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int place = random.nextInt(SparseTree.PLACES);
            // At most half of the places are taken, so this ends after two tries on average.
            while (taken.get(place)) {
                place = random.nextInt(SparseTree.PLACES);
            }
            taken.set(place);
            String salt = HexFormat.of().formatHex(salts, i * SALT_BYTES, (i + 1) * SALT_BYTES);
            leaves.add(
                    i == 0
                            ? new Leaf.Standing(
                                    place,
                                    checkpointText(salt, order.checkpoint()),
                                    order.checkpoint().length,
                                    Leaf.CHECKPOINT)
                            : leaf(place, salt, order.items().get(i - 1)));
        }
        leaves.sort(Comparator.comparingInt(Leaf::place));
        return leaves;
    }

    private static Leaf leaf(int place, String salt, SealItem item) {
        return new Leaf.Standing(
                place, new LeafText(salt, item.sha256(), item.sha512()), item.sizeBytes(), item.reference());
    }

    private static LeafText checkpointText(String salt, byte[] checkpoint) {
        HexFormat hex = HexFormat.of();
        return new LeafText(
                salt,
                hex.formatHex(Sha.sha256(checkpoint)),
                hex.formatHex(Sha.sha512().digest(checkpoint)));
    }

    private void write(Period period, List<Leaf> leaves, byte[] checkpoint) throws IOException {
        byte[] statement = period.statement().bytes();
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(PeriodFolder.PERIOD, period.bytes());
        files.put(PeriodFolder.CHECKPOINT, checkpoint);
        files.put(PeriodFolder.ROOT, statement);
        byte[] signature = formats.sign(identity, statement, period.sealed());
        // A signature that cannot be read back is worth nothing; a wrong key pair shows here, not in ten years.
        if (!(formats.readSignature(statement, signature) instanceof Reading.Holds holds)) {
            throw new ArchiveException.KeyTrouble(
                    "the seal key does not belong to its certificate; run sigill keys show");
        }
        files.put(PeriodFolder.SIGNATURE, signature);
        files.put(PeriodFolder.SEAL_CHAIN, Pem.bytes(holds.chain()));
        Path hidden = evidence.resolve("." + period.id());
        Files.createDirectory(hidden);
        writeLeaves(hidden.resolve(PeriodFolder.LEAVES), leaves);
        appear(files, hidden, evidence.resolve(period.id()));
    }

    static void writeLeaves(Path file, List<Leaf> leaves) throws IOException {
        try (OutputStream out = new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), 1 << 16)) {
            for (Leaf leaf : leaves) {
                out.write(leaf.line().getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
        }
        Durable.force(file);
    }

    /** Empty if the stamp is there now, else why not. */
    private String stamp(Periods.Known unstamped) throws IOException {
        Optional<Period> period = unstamped.period();
        if (period.isEmpty()) {
            return "period.json cannot be read; run sigill verify";
        }
        return switch (timeStamps.stamp(period.get().rootHash())) {
            case TimeStampSource.Unanswered(String why) -> why;
            case TimeStampSource.Stamped(byte[] token) -> {
                keep(unstamped.folder(), period.get(), token);
                yield "";
            }
        };
    }

    private void keep(Path folder, Period period, byte[] token) throws IOException {
        if (!(formats.readTimeStamp(period.rootHash(), token) instanceof Reading.Holds holds)) {
            throw new IllegalStateException(timeStamps.name() + " passed on a stamp that does not hold");
        }
        Path hidden = evidence.resolve("." + period.id() + "." + PeriodFolder.STAMP_FOLDER);
        clear(hidden);
        Files.createDirectory(hidden);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(PeriodFolder.STAMP, token);
        files.put(PeriodFolder.STAMP_CHAIN, Pem.bytes(holds.chain()));
        appear(files, hidden, folder.resolve(PeriodFolder.STAMP_FOLDER));
    }

    /** Writes the files and their sums into a hidden folder, which then gets its name. */
    private static void appear(Map<String, byte[]> files, Path hidden, Path name) throws IOException {
        files.put(PeriodFolder.SUMS, PeriodFolder.sums(files));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Durable.create(hidden.resolve(file.getKey()), file.getValue());
        }
        Durable.forceDirectory(hidden);
        // If we stop here, the next sealing clears the hidden folder; after the rename the files are all there.
        Durable.move(hidden, name);
    }

    private void clearLeftovers() throws IOException {
        List<Path> leftovers;
        try (var entries = Files.list(evidence)) {
            leftovers = entries.filter(p -> p.getFileName().toString().startsWith("."))
                    .toList();
        }
        for (Path leftover : leftovers) {
            clear(leftover);
        }
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.deleteIfExists(folder);
            return;
        }
        List<Path> files;
        try (var entries = Files.list(folder)) {
            files = entries.toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(folder);
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
