package se.sigill.app.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import se.sigill.core.ArchiveException;
import se.sigill.core.archive.Archive;
import se.sigill.core.archive.Surroundings;
import se.sigill.core.backup.LogShipping;
import se.sigill.core.backup.ShippingStatus;
import se.sigill.core.catalogue.AdoptedRules;
import se.sigill.core.catalogue.Catalogue;
import se.sigill.core.catalogue.RecordReader;
import se.sigill.core.catalogue.RulesInForce;
import se.sigill.core.config.ArchiveConfig;
import se.sigill.core.config.Home;
import se.sigill.core.keys.KeyName;
import se.sigill.core.keys.KeyRing;
import se.sigill.core.keys.Passphrase;
import se.sigill.core.log.LogSettings;
import se.sigill.core.project.Projector;
import se.sigill.core.record.RecordId;
import se.sigill.core.store.FileContentStore;
import se.sigill.core.store.Lease;
import se.sigill.ingest.spool.FileSpoolDisk;
import se.sigill.ingest.spool.KnownItems;
import se.sigill.ingest.spool.Spool;
import se.sigill.ingest.spool.SpoolSettings;
import se.sigill.ingest.spool.Witness;
import se.sigill.search.SearchIndex;

/**
 * What an open archive consists of, whoever works in it: opens and closes the parts in their order, and brings the
 * projections up. One for each process that has the archive. Safe for threads.
 */
final class Workings implements AutoCloseable {
    /** Room that a delivery leaves on the disk for the log and the store to commit it. */
    private static final long FREE_BYTES_MIN = 64L << 20;

    private static final System.Logger LOG = System.getLogger(Workings.class.getName());

    private static final Duration SHIP_RETRY = Duration.ofSeconds(1);

    private final Lease lease;
    private final Archive archive;
    private final Catalogue catalogue;
    private final SearchIndex index;
    private final Optional<LogShipping> shipping;
    private final RulesInForce rules;
    private final Projector projector;
    private final IndexProjection indexed;
    private final Follower follower = new Follower(this::catchUp);
    private final Spool spool;
    private final DeliveredItems delivered;
    private final LostRecords lost;
    private final Lane lane = new Lane();
    private final ReentrantLock evidence = new ReentrantLock(true);
    private final Map<Class<?>, Object> kept = new HashMap<>();
    private final boolean madeAnew;
    private volatile long caughtUpTo;

    private Workings(
            Lease lease,
            Archive archive,
            Catalogue catalogue,
            SearchIndex index,
            StoredRecords records,
            Optional<LogShipping> shipping) {
        this.lease = lease;
        this.archive = archive;
        this.catalogue = catalogue;
        this.index = index;
        this.shipping = shipping;
        this.madeAnew = catalogue.cursor() == 0 && index.cursor().position() == 0;
        this.rules = new RulesInForce(catalogue);
        this.indexed = new IndexProjection(index, catalogue, rules, records, this::today);
        this.projector = new Projector(new LogActs(archive.log().reader()), List.of(catalogue, indexed));
        this.spool = Spool.open(home().spool(), new FileSpoolDisk(), spoolSettings());
        this.delivered = DeliveredItems.of(archive.log().reader(), archive.store(), spool.waiting());
        this.lost = LostRecords.of(archive.log().reader(), delivered.lost());
    }

    /** @throws ArchiveException as {@link Archive#open} */
    static Workings open(Surroundings in, BiFunction<Home, RecordReader, Catalogue> catalogues) {
        Home home = in.home();
        if (!home.exists()) {
            throw OpenArchive.noArchive(home);
        }
        Closing closing = new Closing();
        Lease lease = closing.later(lease(home));
        try {
            return open(lease, in, catalogues, closing);
        } catch (RuntimeException e) {
            closing.close();
            throw e;
        }
    }

    /**
     * Before anything is opened and until all is closed. The database's own lock is not enough: Derby deletes its lock
     * file at its end, and two processes that start in that moment may both have the database.
     */
    private static Lease lease(Home home) {
        try {
            Files.createDirectories(home.run());
            return Lease.take(
                    home.run().resolve("lock"),
                    "another process works on the archive in " + home.root() + "; wait until it has ended");
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed(
                    home.run() + " cannot be written: is the disk full or read-only, is the home somebody else's?", e);
        }
    }

    private static Workings open(
            Lease lease, Surroundings in, BiFunction<Home, RecordReader, Catalogue> catalogues, Closing closing) {
        Home home = in.home();
        KeyRing keys = KeyRing.open(home.keys(), passphrase(in.config()));
        KeyCare.finish(home, keys, in.clock().instant());
        FileContentStore store = FileContentStore.open(
                home.ocfl(), home.work(), in.config().ingest().syncThreads());
        StoredRecords records = new StoredRecords(store);
        Catalogue catalogue = closing.later(catalogues.apply(home, records));
        SearchIndex index =
                closing.later(Projections.index(home, in.config().search().timeMax()));
        Optional<LogShipping> shipping =
                in.config().log().shipTo().map(second -> closing.later(new LogShipping(second, SHIP_RETRY)));
        Archive archive = closing.later(Archive.open(in, keys, store, settings(in, catalogue, index, shipping)));
        int erased = Disposing.disposer(archive).finish();
        Workings open = new Workings(lease, archive, catalogue, index, records, shipping);
        closing.later(open.follower);
        open.catchUp();
        open.indexed.passTime();
        if (erased > 0) {
            index.expungeDeletes();
        }
        return open;
    }

    private static LogSettings settings(
            Surroundings in, Catalogue catalogue, SearchIndex index, Optional<LogShipping> shipping) {
        long floor = Math.max(catalogue.cursor(), index.cursor().position());
        LogSettings settings = LogSettings.of(in.random()).notBelow(floor);
        return shipping.isPresent() ? settings.following(shipping.get()) : settings;
    }

    /** The passphrase that the configuration names, or none. */
    static Passphrase passphrase(ArchiveConfig config) {
        return config.keys().passphraseFile().map(Passphrase::fromFile).orElseGet(Passphrase::none);
    }

    /** Brings catalogue and index up to the checkpoint. Whoever finds them there waits for nobody. */
    void catchUp() {
        if (!isLevel()) {
            bringUp();
        }
    }

    private synchronized void bringUp() {
        long head = archive.log().head().size();
        if (caughtUpTo < head) {
            projector.catchUp();
            caughtUpTo = head;
        }
    }

    /** Whether catalogue and index have come as far as the log is at this moment. */
    boolean isLevel() {
        return caughtUpTo >= archive.log().head().size();
    }

    /** Makes anew in the index what a new day changes; on the same day nothing. For who stays open over night. */
    synchronized void passTime() {
        indexed.passTime();
    }

    /** {@link #catchUp} in the background; whoever asks the projections for what was just committed calls that. */
    void catchUpSoon() {
        follower.soon();
    }

    /** Makes catalogue and index anew. @return how many log entries were read, for each of the two */
    synchronized long rebuild() {
        // Before, not after: what is committed meanwhile may have come too late for it.
        long head = archive.log().head().size();
        long passed = projector.rebuild();
        caughtUpTo = head;
        return passed;
    }

    /** Whether this opening has made catalogue and index anew already, because there were none. */
    boolean madeAnew() {
        return madeAnew;
    }

    Archive archive() {
        return archive;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    AdoptedRules rules() {
        return rules.now();
    }

    SearchIndex index() {
        return index;
    }

    Spool spool() {
        return spool;
    }

    /** What the log has of deliveries that wait. */
    DeliveredItems delivered() {
        return delivered;
    }

    /** What must hold for records that take the place of lost ones. */
    LostRecords lost() {
        return lost;
    }

    /** Who takes which delivery in. */
    Lane lane() {
        return lane;
    }

    /** Does it while nobody else here writes to the evidence: two who seal at once would seal the same acts twice. */
    <T> T aloneAtEvidence(Supplier<T> work) {
        evidence.lock();
        try {
            return work.get();
        } finally {
            evidence.unlock();
        }
    }

    /**
     * The one thing of this type that is kept beside the archive while it is open; made when first asked for. What is
     * made may ask for others meanwhile.
     */
    <T> T kept(Class<T> type, Supplier<T> maker) {
        synchronized (kept) {
            Object found = kept.get(type);
            if (found == null) {
                found = maker.get();
                kept.put(type, found);
            }
            return type.cast(found);
        }
    }

    Optional<ShippingStatus> shipping() {
        return shipping.map(LogShipping::status);
    }

    private Home home() {
        return archive.surroundings().home();
    }

    private ArchiveConfig config() {
        return archive.surroundings().config();
    }

    private Clock clock() {
        return archive.surroundings().clock();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock().instant(), config().archive().zone());
    }

    private SpoolSettings spoolSettings() {
        return new SpoolSettings(
                config().ingest().syncThreads(),
                FREE_BYTES_MIN,
                this::known,
                () -> new Witness(
                        archive.log().head().note().toString(), archive.keys().fingerprint(KeyName.SEAL)),
                clock(),
                archive.surroundings().random());
    }

    private Map<String, KnownItems.Known> known(String system, Collection<String> externalIds) {
        catchUp();
        Map<String, RecordId> records = catalogue.findBySource(system, externalIds);
        Map<RecordId, String> originals = new HashMap<>();
        List<RecordId> ids = List.copyOf(new TreeSet<>(records.values()));
        for (int from = 0; from < ids.size(); from += Catalogue.PAGE_MAX) {
            catalogue
                    .findAll(ids.subList(from, Math.min(from + Catalogue.PAGE_MAX, ids.size())))
                    .forEach(entry -> entry.description()
                            .original()
                            .ifPresent(original -> originals.put(entry.id(), original.sha256())));
        }
        Map<String, KnownItems.Known> known = new HashMap<>();
        // A record whose content is gone is not known: what is delivered again takes its place.
        records.forEach((externalId, id) -> Optional.ofNullable(originals.get(id))
                .ifPresent(sha256 -> known.put(externalId, new KnownItems.Known(id.value(), sha256))));
        return known;
    }

    @Override
    public void close() {
        try (lease) {
            closeAll();
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("the lock of the home cannot be let go", e);
        }
    }

    private void closeAll() {
        follower.close();
        if (shipping.isPresent() && !archive.log().awaitShipped()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "shipping-late lag={0}",
                    shipping.get().status().lag());
        }
        archive.close();
        shipping.ifPresent(LogShipping::close);
        index.close();
        catalogue.close();
    }
}
