package se.sigill.app.wiring;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import se.sigill.core.ArchiveException;
import se.sigill.core.archive.Archive;
import se.sigill.core.archive.Surroundings;
import se.sigill.core.backup.ShippingStatus;
import se.sigill.core.catalogue.AdoptedRules;
import se.sigill.core.catalogue.Catalogue;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.catalogue.RecordReader;
import se.sigill.core.config.ArchiveConfig;
import se.sigill.core.config.ConfigReader;
import se.sigill.core.config.Home;
import se.sigill.core.finding.Finding;
import se.sigill.core.log.Actor;
import se.sigill.core.record.RecordId;
import se.sigill.core.store.StoreFinding;
import se.sigill.ingest.spool.Spool;
import se.sigill.search.SearchIndex;

/**
 * An archive with its projections, open for work and caught up with its log, as one user has it. Opening finishes or
 * takes back what a stop left behind; nobody has to lay a hand on it.
 *
 * <p>Who opens is the operator, and closes at the end. {@link #as} gives the same archive to another user: who acts in
 * every act made from there, and what is seen, is that user's.
 */
public final class OpenArchive implements AutoCloseable {
    private final Workings workings;
    private final User user;
    private final boolean owner;

    private OpenArchive(Workings workings, User user, boolean owner) {
        this.workings = workings;
        this.user = user;
        this.owner = owner;
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
        return new OpenArchive(Workings.open(in, catalogues), User.operator(), true);
    }

    /** The same archive for another user. Closing what is returned does nothing: this one stays open. */
    public OpenArchive as(User other) {
        return new OpenArchive(workings, other, false);
    }

    /** What to tell where no archive is. */
    public static ArchiveException noArchive(Home home) {
        return new ArchiveException.NoArchive(
                "there is no archive in " + home.root() + "; make one with: sigill init --home " + home.root());
    }

    /** Brings catalogue and index up to the checkpoint. */
    public void catchUp() {
        workings.catchUp();
    }

    /** Whether catalogue and index have come as far as the log is at this moment. */
    public boolean isLevel() {
        return workings.isLevel();
    }

    /** Makes anew in the index what a new day changes; on the same day nothing. For who stays open over night. */
    public void passTime() {
        workings.passTime();
    }

    /** {@link #catchUp} in the background; whoever asks the projections for what was just committed calls that. */
    void catchUpSoon() {
        workings.catchUpSoon();
    }

    /** Makes catalogue and index anew. @return how many log entries were read, for each of the two */
    public long rebuild() {
        return workings.rebuild();
    }

    /** Whether this opening has made catalogue and index anew already, because there were none. */
    public boolean madeAnew() {
        return workings.madeAnew();
    }

    public Archive archive() {
        return workings.archive();
    }

    public Catalogue catalogue() {
        return workings.catalogue();
    }

    public SearchIndex index() {
        return workings.index();
    }

    /** Deliveries received and not yet finished. */
    public Spool spool() {
        return workings.spool();
    }

    /** What this opening found and did about an earlier stop, and somebody should know: told once. */
    public List<Finding> atStart() {
        List<Finding> findings = new ArrayList<>(spool().halfReceived());
        archive()
                .recovered()
                .missing()
                .forEach(version -> findings.add(Finding.of(
                        StoreFinding.CONTENT_MISSING,
                        version.id() + "/v" + version.version(),
                        "the log has the version and the store does not")));
        return findings;
    }

    DeliveredItems delivered() {
        return workings.delivered();
    }

    LostRecords lost() {
        return workings.lost();
    }

    /** Does it while nobody else here writes to the evidence or the public log. */
    public <T> T aloneAtEvidence(Supplier<T> work) {
        return workings.aloneAtEvidence(work);
    }

    Lane lane() {
        return workings.lane();
    }

    /**
     * The one thing of this type that is kept beside the archive while it is open, whichever user asks.
     *
     * @param maker makes it, for the user who asks first
     */
    public <T> T kept(Class<T> type, Function<OpenArchive, T> maker) {
        return workings.kept(type, () -> maker.apply(this));
    }

    /** The second copy of the log, if one is configured. */
    public Optional<ShippingStatus> shipping() {
        return workings.shipping();
    }

    /** The record, if there is one and the acting user may know of it: nobody is to tell the two apart. */
    public Optional<CatalogueRecord> find(String id) {
        return (RecordId.isId(id) ? catalogue().find(new RecordId(id)) : Optional.<CatalogueRecord>empty())
                .filter(entry -> sight().rights(entry).exists());
    }

    /** @throws ArchiveException.Refused if there is no such record, or none that the acting user may know of */
    public CatalogueRecord record(String id) {
        return find(id).orElseThrow(() -> new ArchiveException.Refused("there is no record " + id));
    }

    public Home home() {
        return archive().surroundings().home();
    }

    public ArchiveConfig config() {
        return archive().surroundings().config();
    }

    public Clock clock() {
        return archive().surroundings().clock();
    }

    /** The day it is where the archive is. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock().instant(), config().archive().zone());
    }

    /** The plan and the provisions in force. */
    public AdoptedRules rules() {
        return workings.rules();
    }

    /** Who acts in every act made from here. */
    public Actor actor() {
        return user.actor();
    }

    /** What the acting user may see, by the rules as they are now. */
    public Sight sight() {
        return Sight.of(user, catalogue(), rules(), today(), config().archive().authority());
    }

    /** The index labels that the acting user may read. */
    public Set<String> labels(boolean asPublic) {
        return sight().labels(asPublic);
    }

    @Override
    public void close() {
        if (owner) {
            workings.close();
        }
    }
}
