package se.sigill.app.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import se.sigill.core.ArchiveException;
import se.sigill.core.access.ProvisionCatalogue;
import se.sigill.core.archive.PackageContent;
import se.sigill.core.catalogue.AdoptedRules;
import se.sigill.core.log.Act;
import se.sigill.core.project.IndexedAct;
import se.sigill.core.record.RecordId;
import se.sigill.formats.Extractor;
import se.sigill.ingest.delivery.DeliveryPlan;
import se.sigill.ingest.delivery.DeliveryReader;
import se.sigill.ingest.delivery.DeliveryWords;
import se.sigill.ingest.delivery.ZipLimits;
import se.sigill.ingest.pipeline.ExtractionCache;
import se.sigill.ingest.pipeline.Packaging;
import se.sigill.ingest.pipeline.Reading;
import se.sigill.ingest.pipeline.TakingIn;
import se.sigill.ingest.spool.Deposit;
import se.sigill.ingest.spool.Receipt;

/** The first lane from a path to the commit: receives deliveries, and takes in what was received. */
public final class Depositing implements AutoCloseable {
    private final OpenArchive archive;
    private final TakingIn takingIn;
    /** Deliveries received here and not taken in yet, and how long the log was before each. */
    private final Map<String, Long> claimed = new ConcurrentHashMap<>();

    /** @param extractor reads the files; the caller closes it after this */
    public Depositing(OpenArchive archive, Extractor extractor) {
        this.archive = archive;
        ExtractionCache cache = new ExtractionCache(archive.home().work().resolve("cache"), Engines.names());
        Packaging packaging = new Packaging(
                archive.clock(),
                archive.archive().surroundings().random(),
                archive.config().archive().zone(),
                archive.config().archive().authority(),
                PackageContent.SOFTWARE_VERSION);
        TakingIn.Limits limits = new TakingIn.Limits(
                archive.config().ingest().batchRecordsMax(),
                archive.config().ingest().batchBytesMax());
        this.takingIn = new TakingIn(
                archive.spool(),
                new Reading(extractor, cache),
                packaging,
                new KernelCommitter(archive, archive.delivered()),
                limits);
    }

    /** First durable moment: the receipt. */
    public Deposit receive(Path source, String system) {
        return receive(source, system, "");
    }

    /** @param authority whose records those are that name none; empty: nobody's, and only the operator sees them */
    public Deposit receive(Path source, String system, String authority) {
        DeliveryPlan plan = plan(source);
        long before = archive.archive().log().head().size();
        Deposit deposit = archive.spool()
                .deposit(authority.isBlank() ? plan : plan.ofAuthority(authority), system, archive.actor());
        if (deposit instanceof Deposit.Received(Receipt receipt)) {
            archive.lane().claim(receipt.delivery());
            claimed.put(receipt.delivery(), before);
        }
        return deposit;
    }

    private DeliveryPlan plan(Path source) {
        Clock clock = archive.clock().withZone(archive.config().archive().zone());
        DeliveryReader reader = new DeliveryReader(
                ZipLimits.ORDINARY,
                () -> words(archive.rules(), archive.today()),
                archive.config().archive().mailDomains(),
                clock);
        try {
            return reader.read(source);
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed(
                    "the delivery " + source + " cannot be read; nothing was received", e);
        }
    }

    private static DeliveryWords words(AdoptedRules rules, LocalDate today) {
        ProvisionCatalogue provisions = rules.access().provisions();
        return new DeliveryWords(
                provisions::knows,
                provision -> provisions.valid(provision, today).isPresent(),
                code -> rules.plan().find(code).isPresent());
    }

    /** Second durable moment: the commit; on return the records of the delivery can be found. */
    public TakingIn.Taken takeIn(String delivery) {
        return archive.lane()
                .alone(() ->
                        archive.spool().waiting().contains(delivery) ? takeInNow(delivery) : takenMeanwhile(delivery));
    }

    /** Somebody who takes in what waits may be quicker than whoever has just received it: the log says what became. */
    private TakingIn.Taken takenMeanwhile(String delivery) {
        long from = claimed.getOrDefault(delivery, 0L);
        long head = archive.archive().log().head().size();
        Map<String, RecordId> records = new HashMap<>();
        for (IndexedAct act : new LogActs(archive.archive().log().reader()).read(from, head)) {
            if (act.act() instanceof Act.Sealed sealed && sealed.delivery().equals(delivery)) {
                records.put(sealed.item(), sealed.record());
            }
        }
        letGo(delivery);
        archive.catchUp();
        return new TakingIn.Taken(delivery, Map.copyOf(records));
    }

    private TakingIn.Taken takeInNow(String delivery) {
        TakingIn.Taken taken = takingIn.run(delivery);
        archive.delivered().forget(delivery);
        letGo(delivery);
        archive.catchUp();
        return taken;
    }

    private void letGo(String delivery) {
        archive.lane().release(delivery);
        claimed.remove(delivery);
    }

    /** Takes in what an earlier stop left in the spool, but for what somebody else here takes in. */
    public List<TakingIn.Taken> takeInWaiting() {
        return archive.spool().waiting().stream()
                .map(delivery -> archive.lane().alone(() -> takeInLeft(delivery)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<TakingIn.Taken> takeInLeft(String delivery) {
        boolean left =
                !archive.lane().isClaimed(delivery) && archive.spool().waiting().contains(delivery);
        return left ? Optional.of(takeInNow(delivery)) : Optional.empty();
    }

    /** False if a second copy of the log is configured and has not got everything yet. */
    public Optional<Boolean> shipped() {
        return archive.shipping().map(status -> archive.archive().log().awaitShipped());
    }

    @Override
    public void close() {
        List.copyOf(claimed.keySet()).forEach(this::letGo);
        takingIn.close();
    }
}
