package se.sigill.app.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import se.sigill.core.ArchiveException;
import se.sigill.core.archive.Archive;
import se.sigill.core.archive.Surroundings;
import se.sigill.core.backup.LogShipping;
import se.sigill.core.backup.ShippingStatus;
import se.sigill.core.catalogue.AdoptedRules;
import se.sigill.core.catalogue.Catalogue;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.catalogue.RecordReader;
import se.sigill.core.config.ArchiveConfig;
import se.sigill.core.config.ConfigReader;
import se.sigill.core.config.Home;
import se.sigill.core.finding.Finding;
import se.sigill.core.keys.KeyName;
import se.sigill.core.keys.KeyRing;
import se.sigill.core.keys.Passphrase;
import se.sigill.core.log.Actor;
import se.sigill.core.log.LogSettings;
import se.sigill.core.project.Projector;
import se.sigill.core.record.RecordId;
import se.sigill.core.store.FileContentStore;
import se.sigill.core.store.Lease;
import se.sigill.core.store.StoreFinding;
import se.sigill.ingest.spool.FileSpoolDisk;
import se.sigill.ingest.spool.KnownItems;
import se.sigill.ingest.spool.Spool;
import se.sigill.ingest.spool.SpoolSettings;
import se.sigill.ingest.spool.Witness;
import se.sigill.search.SearchIndex;

/**
 * An archive with its projections, open for work and caught up with its log. Opening finishes or takes back what a stop
 * left behind; nobody has to lay a hand on it.
 */
public final class OpenArchive implements AutoCloseable {
    /** Room that a delivery leaves on the disk for the log and the store to commit it. */
    private static final long FREE_BYTES_MIN = 64L << 20;

    private static final System.Logger LOG = System.getLogger(OpenArchive.class.getName());

    private static final Duration SHIP_RETRY = Duration.ofSeconds(1);

    private final Lease lease;
    private final Archive archive;
    private final Catalogue catalogue;
    private final SearchIndex index;
    private final Optional<LogShipping> shipping;
    private final Projector projector;
    private final IndexProjection indexed;
    private final Follower follower = new Follower(this::catchUp);
    private final Spool spool;
    private final DeliveredItems delivered;
    private final LostRecords lost;
    private final boolean madeAnew;
    private volatile long caughtUpTo;

    private OpenArchive(
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
        this.indexed = new IndexProjection(index, catalogue, records, this::today);
        this.projector = new Projector(new LogActs(archive.log().reader()), List.of(catalogue, indexed));
        this.spool = Spool.open(home().spool(), new FileSpoolDisk(), spoolSettings());
        this.delivered = DeliveredItems.of(archive.log().reader(), archive.store(), spool.waiting());
        this.lost = LostRecords.of(archive.log().reader(), delivered.lost());
    }

    /** Opens with the system's clock. @throws ArchiveException as {@link Archive#open} */
    public static OpenArchive open(Home home) {
        return open(new Surroundings(home, ConfigReader.read(home.config()), Clock.systemUTC(), new SecureRandom()));
    }

    /** @throws ArchiveException as {@link Archive#open} */
    public static OpenArchive open(Surroundings in) {
        return open(in, Projections::catalogue);
    }

    /** The same with another catalogue. */
    static OpenArchive open(Surroundings in, BiFunction<Home, RecordReader, Catalogue> catalogues) {
        Home home = in.home();
        if (!home.exists()) {
            throw noArchive(home);
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

    /** What to tell where no archive is. */
    public static ArchiveException noArchive(Home home) {
        return new ArchiveException.NoArchive(
                "there is no archive in " + home.root() + "; make one with: sigill init --home " + home.root());
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

    private static OpenArchive open(
            Lease lease, Surroundings in, BiFunction<Home, RecordReader, Catalogue> catalogues, Closing closing) {
        Home home = in.home();
        KeyRing keys = KeyRing.open(home.keys(), passphrase(in.config()));
        KeyCare.finish(home, keys);
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
        OpenArchive open = new OpenArchive(lease, archive, catalogue, index, records, shipping);
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

    /** Brings catalogue and index up to the checkpoint. */
    public synchronized void catchUp() {
        long head = archive.log().head().size();
        if (caughtUpTo < head) {
            projector.catchUp();
            caughtUpTo = head;
        }
    }

    /** Whether catalogue and index have come as far as the log is at this moment. */
    public boolean isLevel() {
        return caughtUpTo >= archive.log().head().size();
    }

    /** Makes anew in the index what a new day changes; on the same day nothing. For who stays open over night. */
    public synchronized void passTime() {
        indexed.passTime();
    }

    /** {@link #catchUp} in the background; whoever asks the projections for what was just committed calls that. */
    void catchUpSoon() {
        follower.soon();
    }

    /** Makes catalogue and index anew. @return how many log entries were read, for each of the two */
    public synchronized long rebuild() {
        // Before, not after: what is committed meanwhile may have come too late for it.
        long head = archive.log().head().size();
        long passed = projector.rebuild();
        caughtUpTo = head;
        return passed;
    }

    /** Whether this opening has made catalogue and index anew already, because there were none. */
    public boolean madeAnew() {
        return madeAnew;
    }

    public Archive archive() {
        return archive;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public SearchIndex index() {
        return index;
    }

    /** Deliveries received and not yet finished. */
    public Spool spool() {
        return spool;
    }

    /** What this opening found and did about an earlier stop, and somebody should know: told once. */
    public List<Finding> atStart() {
        List<Finding> findings = new ArrayList<>(spool.halfReceived());
        archive.recovered()
                .missing()
                .forEach(version -> findings.add(Finding.of(
                        StoreFinding.CONTENT_MISSING,
                        version.id() + "/v" + version.version(),
                        "the log has the version and the store does not")));
        return findings;
    }

    /** What the log has of deliveries that wait. */
    DeliveredItems delivered() {
        return delivered;
    }

    /** What must hold for records that take the place of lost ones. */
    LostRecords lost() {
        return lost;
    }

    /** The second copy of the log, if one is configured. */
    public Optional<ShippingStatus> shipping() {
        return shipping.map(LogShipping::status);
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

    /** The record, if there is one and the acting user may know of it: nobody is to tell the two apart. */
    public Optional<CatalogueRecord> find(String id) {
        return (RecordId.isId(id) ? catalogue.find(new RecordId(id)) : Optional.<CatalogueRecord>empty())
                .filter(entry -> sight().rights(entry).exists());
    }

    /** @throws ArchiveException.Refused if there is no such record, or none that the acting user may know of */
    public CatalogueRecord record(String id) {
        return find(id).orElseThrow(() -> new ArchiveException.Refused("there is no record " + id));
    }

    public Home home() {
        return archive.surroundings().home();
    }

    public ArchiveConfig config() {
        return archive.surroundings().config();
    }

    public Clock clock() {
        return archive.surroundings().clock();
    }

    /** The day it is where the archive is. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock().instant(), config().archive().zone());
    }

    /** The plan and the provisions in force. */
    public AdoptedRules rules() {
        return AdoptedRules.of(catalogue);
    }

    /** The operating-system user, who acts in every act made from here. */
    public Actor actor() {
        return Sight.actor();
    }

    /** What the acting user may see, by the rules as they are now. */
    public Sight sight() {
        return Sight.of(catalogue, today(), config().archive().authority());
    }

    /** The index labels that the acting user may read. */
    public Set<String> labels(boolean asPublic) {
        return sight().labels(asPublic);
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
