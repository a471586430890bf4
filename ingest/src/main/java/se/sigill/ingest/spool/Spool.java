package se.sigill.ingest.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import se.sigill.core.ArchiveException;
import se.sigill.core.failpoint.Failpoint;
import se.sigill.core.finding.Finding;
import se.sigill.core.json.JsonException;
import se.sigill.core.log.Actor;
import se.sigill.ingest.delivery.DeliveryFinding;
import se.sigill.ingest.delivery.DeliveryItem;
import se.sigill.ingest.delivery.DeliveryPlan;

/** Received deliveries on disk. Thread-safe; one process at a time, which the archive's lock sees to. */
public final class Spool {
    /** Where rejected deliveries are put aside. Nothing here deletes them. */
    private static final String REJECTED = "rejected";

    private final Path root;
    private final SpoolDisk disk;
    private final SpoolSettings settings;
    private final List<Finding> halfReceived = new ArrayList<>();
    /** Guarded by itself. */
    private final Comparison comparison = new Comparison();

    /** Deliveries that are being received in this moment: their manifests do not count yet. */
    private final Set<String> receiving = ConcurrentHashMap.newKeySet();

    private Spool(Path root, SpoolDisk disk, SpoolSettings settings) {
        this.root = root;
        this.disk = disk;
        this.settings = settings;
    }

    /**
     * Opens the spool, makes its folder if there is none, and clears away what was half received.
     *
     * @throws ArchiveException.StorageFailed if the disk refuses
     * @throws ArchiveException.Damaged if a manifest cannot be read
     */
    public static Spool open(Path root, SpoolDisk disk, SpoolSettings settings) {
        Spool spool = new Spool(root, disk, settings);
        try {
            disk.createFolder(root);
            for (String id : spool.folders()) {
                spool.resume(spool.folder(id));
            }
        } catch (IOException e) {
            throw failed(e);
        }
        return spool;
    }

    /** What a stop left: a manifest makes a delivery received; without its receipt it gets one now. */
    private void resume(DeliveryFolder folder) throws IOException {
        if (!folder.isReceived()) {
            // A receipt alone, or nothing at all, is the end of a committed delivery.
            boolean isCommitted = folder.hasReceipt() || folder.isEmpty();
            folder.clear();
            if (!isCommitted) {
                // No manifest, so no receipt: whoever delivered was told nothing and delivers again.
                halfReceived.add(Finding.of(
                        DeliveryFinding.HALF_RECEIVED,
                        folder.delivery(),
                        "the delivery was broken off before it was received"));
            }
            return;
        }
        Manifest manifest = manifest(folder.delivery());
        if (!folder.hasReceipt()) {
            giveReceipt(folder, manifest);
        }
        if (folder.isCommitted()) {
            folder.dropSound();
        } else {
            synchronized (comparison) {
                comparison.remember(manifest);
            }
        }
    }

    /** What was cleared away at the start; a finding for each. */
    public List<Finding> halfReceived() {
        return List.copyOf(halfReceived);
    }

    /**
     * Receives a delivery. On return of a receipt every byte is durable; on refusal nothing is left.
     *
     * @param system the name the source system delivers under
     * @throws ArchiveException.StorageFailed if the disk fails for another reason than being full
     */
    public Deposit deposit(DeliveryPlan plan, String system, Actor by) {
        if (plan.items().stream().noneMatch(DeliveryItem::hasBytes)) {
            return new Deposit.Refused(plan.allFindings());
        }
        String id = DeliveryIds.make(settings.clock().instant(), settings.random());
        DeliveryFolder folder = folder(id);
        receiving.add(id);
        try {
            long bytes = plan.items().stream()
                    .mapToLong(i -> i.content().sizeBytes())
                    .sum();
            if (disk.usableBytes(root) - settings.freeBytesMin() < bytes) {
                return diskFull();
            }
            return receive(plan, system, by, folder);
        } catch (NoRoomException e) {
            return diskFull();
        } catch (IOException e) {
            throw failed(e);
        } finally {
            receiving.remove(id);
        }
    }

    private Deposit receive(DeliveryPlan plan, String system, Actor by, DeliveryFolder folder) throws IOException {
        try {
            folder.create();
            List<SpoolItem> items;
            try (ForceThreads threads = new ForceThreads(settings.threads())) {
                items = new Intake(disk, folder.path()).take(plan.items(), threads);
            }
            folder.forceNames();
            synchronized (comparison) {
                try {
                    return acknowledge(plan, system, by, folder, items);
                } catch (IOException e) {
                    // Still under the lock: nobody may take these items for received while they are taken back.
                    throw abandoned(folder, e);
                }
            }
        } catch (IOException e) {
            throw abandoned(folder, e);
        }
    }

    /** Under the lock, so that of two deposits of the same document at the same time one is the redelivery. */
    private Deposit acknowledge(
            DeliveryPlan plan, String system, Actor by, DeliveryFolder folder, List<SpoolItem> items)
            throws IOException {
        List<String> ids = items.stream()
                .filter(item -> item.status() == SpoolItem.Status.WAITING)
                .map(SpoolItem::externalId)
                .toList();
        Map<String, KnownItems.Known> archived = settings.known().find(system, ids);
        List<SpoolItem> compared = comparison.compare(items, system, folder.delivery(), archived);
        folder.quarantine(items, compared);
        Manifest manifest = new Manifest(
                folder.delivery(),
                system,
                plan.label(),
                by.text(),
                settings.clock().instant(),
                compared,
                Remark.all(plan.findings()));
        Failpoint.SPOOL_BEFORE_MANIFEST.reached();
        folder.put(manifest);
        Failpoint.SPOOL_BEFORE_RECEIPT.reached();
        Receipt receipt = giveReceipt(folder, manifest);
        Failpoint.SPOOL_AFTER_RECEIPT.reached();
        comparison.remember(manifest);
        return new Deposit.Received(receipt);
    }

    private Receipt giveReceipt(DeliveryFolder folder, Manifest manifest) throws IOException {
        Receipt receipt = Receipt.of(manifest, settings.witness().get());
        folder.put(receipt);
        return receipt;
    }

    /** Takes back what was received so far, and says why it was not received. */
    private IOException abandoned(DeliveryFolder folder, IOException reason) {
        if (reason instanceof NoRoomException) {
            return reason;
        }
        // Looked at first: what is taken back makes room.
        IOException why = isDiskFull(reason) ? new NoRoomException(reason) : reason;
        try {
            folder.abandon();
        } catch (IOException e) {
            // What is left has no manifest; the next start clears it.
            why.addSuppressed(e);
        }
        return why;
    }

    /** The deliveries with sound items that are not committed as far as the spool knows, oldest first. */
    public List<String> waiting() {
        return all().stream()
                .filter(id -> !receiving.contains(id))
                .filter(id -> !folder(id).isCommitted())
                .toList();
    }

    /** All received deliveries, oldest first. */
    public List<String> all() {
        try {
            return folders().stream().filter(id -> folder(id).isReceived()).toList();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** @throws ArchiveException.Damaged if it is not there or cannot be read */
    public Manifest manifest(String delivery) {
        try {
            return folder(delivery).manifest();
        } catch (IOException | JsonException e) {
            throw new ArchiveException.Damaged(
                    "the manifest of delivery " + delivery + " cannot be read; restore spool/ from a backup", e);
        }
    }

    /** Where an item's bytes lie. They are never changed; the store may link them. */
    public Path file(String delivery, SpoolItem item) {
        return root.resolve(delivery).resolve(item.file());
    }

    /**
     * Says that all sound items of a delivery are committed: their bytes go. So does its folder, unless items in
     * quarantine wait in it. May be stopped and called again.
     */
    public void finish(String delivery) {
        Manifest manifest = manifest(delivery);
        try {
            Failpoint.SPOOL_BEFORE_REMOVAL.reached();
            if (manifest.having(SpoolItem.Status.QUARANTINED).isEmpty()) {
                folder(delivery).clear();
            } else {
                folder(delivery).commit();
            }
        } catch (IOException e) {
            throw failed(e);
        }
        synchronized (comparison) {
            comparison.forget(delivery);
        }
    }

    /**
     * Whether a delivery can be put aside: it is there, and no sound item of it waits to be taken in.
     *
     * @throws ArchiveException.Refused if not, saying why
     */
    public void mustBeRejectable(String delivery) {
        if (!DeliveryIds.isId(delivery) || !all().contains(delivery)) {
            throw new ArchiveException.Refused("there is no delivery " + delivery + " in the spool");
        }
        if (!folder(delivery).isCommitted()
                && !manifest(delivery).having(SpoolItem.Status.WAITING).isEmpty()) {
            throw new ArchiveException.Refused("sound documents of delivery " + delivery
                    + " wait to be taken in; do that first: sigill deposit --system NAME");
        }
    }

    /** Puts what waits of a delivery aside in {@code rejected/}; the caller has made the decision true before. */
    public void reject(String delivery) {
        mustBeRejectable(delivery);
        try {
            folder(delivery).dropSound();
            disk.createFolder(root.resolve(REJECTED));
            disk.move(root.resolve(delivery), root.resolve(REJECTED).resolve(delivery));
            disk.forceFolder(root.resolve(REJECTED));
            disk.forceFolder(root);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Where each delivery stands, oldest first. */
    public List<DeliveryStatus> status() {
        List<DeliveryStatus> all = new ArrayList<>();
        for (String id : all()) {
            Manifest manifest = manifest(id);
            int waiting = folder(id).isCommitted()
                    ? 0
                    : manifest.having(SpoolItem.Status.WAITING).size();
            int quarantined = manifest.having(SpoolItem.Status.QUARANTINED).size();
            int known = manifest.having(SpoolItem.Status.KNOWN).size();
            DeliveryStatus.State state = waiting > 0
                    ? DeliveryStatus.State.RECEIVED
                    : quarantined > 0 ? DeliveryStatus.State.QUARANTINED : DeliveryStatus.State.DONE;
            all.add(new DeliveryStatus(
                    id, manifest.system(), manifest.receivedAt(), state, waiting, quarantined, known));
        }
        return all;
    }

    private DeliveryFolder folder(String delivery) {
        return new DeliveryFolder(disk, root, delivery);
    }

    private List<String> folders() throws IOException {
        try (Stream<Path> each = Files.list(root)) {
            return each.filter(Files::isDirectory)
                    .map(path -> String.valueOf(path.getFileName()))
                    .filter(DeliveryIds::isId)
                    .sorted()
                    .toList();
        }
    }

    /**
     * What the system says of a full disk is in the words of its language, and a quota is not seen in the bytes: so
     * both count, the English words (which the launcher asks for) and the room that is left.
     */
    private boolean isDiskFull(IOException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("no space left") || message.contains("quota exceeded")) {
            return true;
        }
        try {
            return disk.usableBytes(root) < settings.freeBytesMin();
        } catch (IOException unknown) {
            e.addSuppressed(unknown);
            return false;
        }
    }

    private static Deposit diskFull() {
        return new Deposit.Refused(
                List.of(Finding.of(DeliveryFinding.DISK_FULL, "", "there is no room for the delivery")));
    }

    private static ArchiveException failed(IOException e) {
        return new ArchiveException.StorageFailed(
                "the spool could not be read or written; nothing was acknowledged. Check the disk and deliver again.",
                e);
    }
}
