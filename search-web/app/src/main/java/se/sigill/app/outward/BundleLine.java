package se.sigill.app.outward;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.sigill.core.bundle.BundleWriter;
import se.sigill.core.bundle.LogGrowth;
import se.sigill.core.bundle.Manifest;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.disk.Changes;
import se.sigill.core.disk.Durable;
import se.sigill.core.disk.Trees;
import se.sigill.core.fact.PublicEntry;
import se.sigill.core.tlog.NoteSigner;

/**
 * Makes bundles, each following the one before, and writes down in the ledger what stands after each: both durable, the
 * bundle first. A stop leaves at most one bundle that nothing stands for; it is made again. For one thread.
 */
final class BundleLine implements AutoCloseable {
    /** Entries in one bundle: a withdrawal behind a large one does not wait long. */
    private static final int ENTRIES_MAX = 100;

    /** Bytes after which a bundle takes no further entry. */
    private static final long BYTES_ENOUGH = 64L << 20;

    /** As long as this the zone may stand without a word from inside. */
    private static final Duration FRESH = Duration.ofHours(24);

    private final Path folder;
    private final String origin;
    private final NoteSigner signer;
    private final Clock clock;
    private final Cutting cutting;
    private final Ledger ledger;
    private Instant since;
    private final List<PublicEntry> put = new ArrayList<>();
    private final List<String> remove = new ArrayList<>();
    /** Of which records the bundle that is being made speaks. */
    private final Set<String> ids = new HashSet<>();

    private final Consumer<Path> sent;
    private final Changes changes;
    private @Nullable BundleWriter writer;
    private int made;
    private int puts;
    private int removes;

    /**
     * @param since the hour in which what is not in the public log began to wait for it
     * @param sent takes each bundle once it stands: the zone need not wait for the last one
     */
    BundleLine(
            Path folder,
            String origin,
            NoteSigner signer,
            Clock clock,
            Cutting cutting,
            Ledger ledger,
            Instant since,
            Consumer<Path> sent)
            throws IOException {
        this.sent = sent;
        this.folder = folder;
        this.origin = origin;
        this.signer = signer;
        this.clock = clock;
        this.cutting = cutting;
        this.ledger = ledger;
        this.since = since;
        this.changes = Changes.before(folder);
    }

    /** An entry, and whether the public log has all that it gives. */
    record Made(PublicEntry entry, boolean logged) {}

    /** Makes an entry, with what goes with it put into the bundle; empty if it cannot be made. */
    interface Making {
        Optional<Made> into(BundleWriter bundle) throws IOException;
    }

    /** @return false if it could not be made; what was told before stands then */
    boolean put(String id, String fingerprint, Making making) throws IOException {
        endIfHas(id);
        Optional<Made> made = making.into(writer());
        if (made.isEmpty()) {
            return false;
        }
        ids.add(id);
        put.add(made.get().entry());
        ledger.tell(id, fingerprint, made.get().logged());
        endIfFull();
        return true;
    }

    void remove(String id) throws IOException {
        endIfHas(id);
        ids.add(id);
        remove.add(id);
        ledger.forget(id);
        endIfFull();
    }

    /**
     * Ends the line.
     *
     * @param cursor index of the first act that was not looked at
     * @param evenIfEmpty whether to make a bundle although nothing has changed
     */
    void finish(long cursor, String day, boolean evenIfEmpty) throws IOException {
        if (evenIfEmpty
                || cutting.isAhead(ledger.standing().log())
                || !ledger.standing().complete()
                || isBegun()) {
            end(true);
        } else {
            abandon();
        }
        stand(cursor, day, true);
    }

    /** Ends the line before everything was looked at: what is told so far goes out. */
    void pause() throws IOException {
        // One that begins anew makes its first bundle in any case: the zone forgets by it what it had.
        if (isBegun() || ledger.standing().manifest().isEmpty()) {
            end(ledger.standing().complete());
        } else {
            abandon();
        }
        Standing now = ledger.standing();
        stand(now.cursor(), now.day(), now.complete());
    }

    /** The log was cut: what is not in it after this began to wait then. */
    void waitsSince(Instant then) {
        since = then;
    }

    private boolean isBegun() {
        return !put.isEmpty() || !remove.isEmpty();
    }

    private void stand(long cursor, String day, boolean complete) throws IOException {
        Standing now = ledger.standing();
        ledger.write(new Standing(
                now.epoch(), now.number(), now.manifest(), now.made(), cursor, day, complete, now.log(), since()));
    }

    private Instant since() {
        return ledger.unlogged().isEmpty() ? Instant.EPOCH : since;
    }

    int bundles() {
        return made;
    }

    int puts() {
        return puts;
    }

    int removes() {
        return removes;
    }

    private Path making() {
        return folder.resolve(".making");
    }

    private BundleWriter writer() throws IOException {
        BundleWriter writing = writer;
        if (writing == null) {
            Trees.delete(making());
            writing = BundleWriter.in(making());
            writer = writing;
        }
        return writing;
    }

    /** A bundle speaks of each record once. */
    private void endIfHas(String id) throws IOException {
        if (ids.contains(id)) {
            end(ledger.standing().complete());
        }
    }

    private void endIfFull() throws IOException {
        long bytes = writer().files().values().stream().mapToLong(size -> size).sum();
        if (put.size() + remove.size() >= ENTRIES_MAX || bytes >= BYTES_ENOUGH) {
            end(ledger.standing().complete());
        }
    }

    private void end(boolean complete) throws IOException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Standing standing = ledger.standing();
        BundleWriter writing = writer();
        LogGrowth growth = cutting.growth(standing.log(), writing);
        Manifest manifest = new Manifest(
                origin,
                standing.epoch(),
                standing.number() + 1,
                standing.manifest(),
                now,
                now.plus(FRESH),
                standing.manifest().isEmpty(),
                complete,
                put,
                remove,
                growth,
                new TreeMap<>(writing.files()));
        writing.finish(manifest, signer);
        force(making());
        Path bundle = folder.resolve(OutsideHome.name(manifest.epoch(), manifest.number()));
        Durable.move(making(), bundle);
        ledger.write(new Standing(
                manifest.epoch(),
                manifest.number(),
                manifest.digest(),
                now,
                standing.cursor(),
                standing.day(),
                complete,
                cutting.now(growth, standing.log()),
                since()));
        sent.accept(bundle);
        made++;
        puts += put.size();
        removes += remove.size();
        ids.clear();
        put.clear();
        remove.clear();
        writer = null;
    }

    private void abandon() throws IOException {
        Trees.delete(making());
        writer = null;
    }

    private void force(Path bundle) throws IOException {
        try (Stream<Path> walk = Files.walk(bundle)) {
            walk.forEach(changes::add);
        }
        changes.force();
    }

    @Override
    public void close() {
        changes.close();
    }
}
