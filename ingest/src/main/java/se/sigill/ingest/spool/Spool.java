package se.sigill.ingest.spool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import se.sigill.core.ArchiveException;
import se.sigill.core.failpoint.Failpoint;
import se.sigill.core.finding.Finding;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonReader;
import se.sigill.core.json.JsonWriter;
import se.sigill.core.log.Actor;
import se.sigill.ingest.delivery.DeliveryFinding;
import se.sigill.ingest.delivery.DeliveryItem;
import se.sigill.ingest.delivery.DeliveryPlan;

/** Received deliveries on disk. Thread-safe; one process at a time, which the archive's lock sees to. */
public final class Spool {
    private static final String MANIFEST = "manifest.json";
    private static final String RECEIPT = "receipt.json";
    private static final String FINDINGS = "findings.json";
    private static final String COMMITTED = "committed";
    /** Where rejected deliveries are put aside. Nothing here deletes them. */
    private static final String REJECTED = "rejected";

    private final Path root;
    private final SpoolDisk disk;
    private final SpoolSettings settings;
    private final List<Finding> halfReceived = new ArrayList<>();
    /** System and external id of everything that waits, with who has it; guarded by itself. */
    private final Map<String, Pending> pending = new HashMap<>();

    /** Deliveries that are being received in this moment: their manifests do not count yet. */
    private final Set<String> receiving = ConcurrentHashMap.newKeySet();

    private record Pending(String delivery, String sha256) {}

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
                if (Files.exists(root.resolve(id).resolve(MANIFEST))) {
                    spool.resume(spool.manifest(id));
                } else {
                    // No manifest, so no receipt: whoever delivered was told nothing and delivers again.
                    spool.clear(root.resolve(id));
                    spool.halfReceived.add(Finding.of(
                            DeliveryFinding.HALF_RECEIVED, id, "the delivery was broken off before it was received"));
                }
            }
        } catch (IOException e) {
            throw failed(e);
        }
        return spool;
    }

    /** A manifest makes a delivery received; if we stopped before its receipt, it gets one now. */
    private void resume(Manifest manifest) throws IOException {
        if (!Files.exists(root.resolve(manifest.delivery()).resolve(RECEIPT))) {
            giveReceipt(manifest);
        }
        remember(manifest);
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
        Path folder = root.resolve(id);
        receiving.add(id);
        try {
            long bytes = plan.items().stream()
                    .mapToLong(i -> i.content().sizeBytes())
                    .sum();
            if (disk.usableBytes(root) - settings.freeBytesMin() < bytes) {
                return diskFull();
            }
            return receive(plan, system, by, folder);
        } catch (IOException e) {
            abandon(folder, e);
            if (isDiskFull(e)) {
                return diskFull();
            }
            throw failed(e);
        } finally {
            receiving.remove(id);
        }
    }

    private Deposit receive(DeliveryPlan plan, String system, Actor by, Path folder) throws IOException {
        disk.createFolder(folder);
        disk.createFolder(folder.resolve(Intake.FILES));
        disk.createFolder(folder.resolve(Intake.QUARANTINE));
        List<SpoolItem> items;
        try (ForceThreads threads = new ForceThreads(settings.threads())) {
            items = new Intake(disk, folder).take(plan.items(), threads);
        }
        disk.forceFolder(folder.resolve(Intake.FILES));
        disk.forceFolder(folder.resolve(Intake.QUARANTINE));
        synchronized (pending) {
            try {
                return acknowledge(plan, system, by, folder, items);
            } catch (IOException e) {
                // Still under the lock: nobody may take these items for received while they are taken back.
                abandon(folder, e);
                throw e;
            }
        }
    }

    /** Under the lock, so that of two deposits of the same document at the same time one is the redelivery. */
    private Deposit acknowledge(DeliveryPlan plan, String system, Actor by, Path folder, List<SpoolItem> items)
            throws IOException {
        List<String> ids = items.stream()
                .filter(item -> item.status() == SpoolItem.Status.WAITING)
                .map(SpoolItem::externalId)
                .toList();
        Map<String, KnownItems.Known> archived = settings.known().find(system, ids);
        List<SpoolItem> compared = new ArrayList<>(items.size());
        for (SpoolItem item : items) {
            compared.add(compare(item, system, folder, archived));
        }
        Manifest manifest = new Manifest(
                String.valueOf(folder.getFileName()),
                system,
                plan.label(),
                by.text(),
                settings.clock().instant(),
                compared,
                Remark.all(plan.findings()));
        Failpoint.SPOOL_BEFORE_MANIFEST.reached();
        disk.replace(folder.resolve(FINDINGS), pretty(findings(manifest)));
        disk.replace(folder.resolve(MANIFEST), JsonWriter.bytes(ManifestJson.toJson(manifest)));
        Failpoint.SPOOL_BEFORE_RECEIPT.reached();
        Receipt receipt = giveReceipt(manifest);
        Failpoint.SPOOL_AFTER_RECEIPT.reached();
        remember(manifest);
        return new Deposit.Received(receipt);
    }

    private Receipt giveReceipt(Manifest manifest) throws IOException {
        Receipt receipt = Receipt.of(manifest, settings.witness().get());
        disk.replace(root.resolve(manifest.delivery()).resolve(RECEIPT), pretty(receipt.toJson()));
        return receipt;
    }

    private SpoolItem compare(SpoolItem item, String system, Path folder, Map<String, KnownItems.Known> archived)
            throws IOException {
        if (item.status() != SpoolItem.Status.WAITING) {
            return item;
        }
        Pending waiting = pending.get(key(system, item.externalId()));
        Optional<KnownItems.Known> known = waiting == null
                ? Optional.ofNullable(archived.get(item.externalId()))
                : Optional.of(new KnownItems.Known(waiting.delivery(), waiting.sha256()));
        if (known.isEmpty()) {
            return item;
        }
        boolean isSame = known.get().sha256().isEmpty()
                || known.get().sha256().equals(item.digests().sha256());
        if (isSame) {
            Finding again = Finding.of(DeliveryFinding.REDELIVERED, item.path(), "received before");
            return item.known(known.get().record(), Remark.of(again));
        }
        String file = item.file().replace(Intake.FILES, Intake.QUARANTINE);
        disk.move(folder.resolve(item.file()), folder.resolve(file));
        disk.forceFolder(folder.resolve(Intake.QUARANTINE));
        Finding taken = Finding.of(DeliveryFinding.ID_TAKEN, item.path(), "other bytes were received under this id");
        return item.quarantined(file, Remark.of(taken));
    }

    /** The deliveries with sound items that are not committed as far as the spool knows, oldest first. */
    public List<String> waiting() {
        return all().stream()
                .filter(id -> !receiving.contains(id))
                .filter(id -> !Files.exists(root.resolve(id).resolve(COMMITTED)))
                .toList();
    }

    /** All received deliveries, oldest first. */
    public List<String> all() {
        try {
            return folders().stream()
                    .filter(id -> Files.exists(root.resolve(id).resolve(MANIFEST)))
                    .toList();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** @throws ArchiveException.Damaged if it is not there or cannot be read */
    public Manifest manifest(String delivery) {
        try {
            byte[] bytes = Files.readAllBytes(root.resolve(delivery).resolve(MANIFEST));
            return ManifestJson.fromJson(JsonReader.parse(bytes).asObject());
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
     * Says that all sound items of a delivery are committed. Its folder goes, unless items in quarantine wait in it.
     * May be stopped and called again.
     */
    public void finish(String delivery) {
        Manifest manifest = manifest(delivery);
        try {
            Failpoint.SPOOL_BEFORE_REMOVAL.reached();
            if (manifest.having(SpoolItem.Status.QUARANTINED).isEmpty()) {
                clear(root.resolve(delivery));
            } else {
                disk.replace(root.resolve(delivery).resolve(COMMITTED), new byte[0]);
            }
        } catch (IOException e) {
            throw failed(e);
        }
        synchronized (pending) {
            pending.values().removeIf(each -> each.delivery().equals(delivery));
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
        boolean isCommitted = Files.exists(root.resolve(delivery).resolve(COMMITTED));
        if (!isCommitted && !manifest(delivery).having(SpoolItem.Status.WAITING).isEmpty()) {
            throw new ArchiveException.Refused("sound documents of delivery " + delivery
                    + " wait to be taken in; do that first: sigill deposit --system NAME");
        }
    }

    /** Puts a delivery aside, whole, in {@code rejected/}; the caller has made the decision true before. */
    public void reject(String delivery) {
        mustBeRejectable(delivery);
        try {
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
            boolean isCommitted = Files.exists(root.resolve(id).resolve(COMMITTED));
            int waiting =
                    isCommitted ? 0 : manifest.having(SpoolItem.Status.WAITING).size();
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

    private void remember(Manifest manifest) {
        boolean isCommitted = Files.exists(root.resolve(manifest.delivery()).resolve(COMMITTED));
        if (isCommitted) {
            return;
        }
        synchronized (pending) {
            for (SpoolItem item : manifest.having(SpoolItem.Status.WAITING)) {
                pending.put(
                        key(manifest.system(), item.externalId()),
                        new Pending(manifest.delivery(), item.digests().sha256()));
            }
        }
    }

    private static String key(String system, String externalId) {
        return system + "\n" + externalId;
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

    private static Json findings(Manifest manifest) {
        return Json.object()
                .with(
                        "delivery",
                        Json.array(
                                manifest.remarks().stream().map(Remark::toJson).toList()))
                .with(
                        "items",
                        Json.array(manifest.items().stream()
                                .flatMap(item -> item.remarks().stream())
                                .map(Remark::toJson)
                                .toList()));
    }

    private static byte[] pretty(Json json) {
        return JsonWriter.pretty(json).getBytes(StandardCharsets.UTF_8);
    }

    /** Removes a folder, its manifest first: if we stop here, the rest is a half-received delivery. */
    private void clear(Path folder) throws IOException {
        disk.delete(folder.resolve(MANIFEST));
        disk.forceFolder(folder);
        Set<Path> folders = new HashSet<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.toList()) {
                if (Files.isDirectory(path)) {
                    folders.add(path);
                } else {
                    disk.delete(path);
                }
            }
        }
        for (Path inner : folders) {
            if (!inner.equals(folder)) {
                disk.delete(inner);
            }
        }
        disk.delete(folder);
        disk.forceFolder(root);
    }

    private void abandon(Path folder, IOException reason) {
        try {
            if (Files.exists(folder)) {
                clear(folder);
            }
        } catch (IOException e) {
            // What is left has no manifest; the next start clears it.
            reason.addSuppressed(e);
        }
    }

    private static boolean isDiskFull(IOException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("no space left") || message.contains("quota exceeded");
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
