package se.sigill.ingest.spool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonReader;
import se.sigill.core.json.JsonWriter;

/** The folder of one delivery and the order in which its files come and go. */
final class DeliveryFolder {
    private static final String MANIFEST = "manifest.json";
    private static final String RECEIPT = "receipt.json";
    private static final String FINDINGS = "findings.json";
    private static final String COMMITTED = "committed";

    private final SpoolDisk disk;
    private final Path root;
    private final Path folder;

    DeliveryFolder(SpoolDisk disk, Path root, String delivery) {
        this.disk = disk;
        this.root = root;
        this.folder = root.resolve(delivery);
    }

    Path path() {
        return folder;
    }

    String delivery() {
        return String.valueOf(folder.getFileName());
    }

    /** Whether it has a manifest, which makes a delivery received. */
    boolean isReceived() {
        return Files.exists(folder.resolve(MANIFEST));
    }

    boolean hasReceipt() {
        return Files.exists(folder.resolve(RECEIPT));
    }

    /** Whether all sound items are committed, and only quarantine is left. */
    boolean isCommitted() {
        return Files.exists(folder.resolve(COMMITTED));
    }

    boolean isEmpty() throws IOException {
        return list(folder).isEmpty();
    }

    void create() throws IOException {
        disk.createFolder(folder);
        disk.createFolder(folder.resolve(Intake.FILES));
        disk.createFolder(folder.resolve(Intake.QUARANTINE));
    }

    void forceNames() throws IOException {
        disk.forceFolder(folder.resolve(Intake.FILES));
        disk.forceFolder(folder.resolve(Intake.QUARANTINE));
    }

    /** Moves the bytes of items that were found wanting after they were taken. */
    void quarantine(List<SpoolItem> before, List<SpoolItem> after) throws IOException {
        boolean moved = false;
        for (int i = 0; i < before.size(); i++) {
            boolean isNew = after.get(i).status() == SpoolItem.Status.QUARANTINED
                    && before.get(i).status() != SpoolItem.Status.QUARANTINED;
            if (isNew) {
                disk.move(
                        folder.resolve(before.get(i).file()),
                        folder.resolve(after.get(i).file()));
                moved = true;
            }
        }
        if (moved) {
            disk.forceFolder(folder.resolve(Intake.QUARANTINE));
        }
    }

    Manifest manifest() throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(MANIFEST));
        return ManifestJson.fromJson(JsonReader.parse(bytes).asObject());
    }

    void put(Manifest manifest) throws IOException {
        disk.replace(folder.resolve(FINDINGS), pretty(findings(manifest)));
        disk.replace(folder.resolve(MANIFEST), JsonWriter.bytes(ManifestJson.toJson(manifest)));
    }

    void put(Receipt receipt) throws IOException {
        disk.replace(folder.resolve(RECEIPT), pretty(receipt.toJson()));
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

    /** Leaves what waits in quarantine, and lets go of the bytes that the archive has. */
    void commit() throws IOException {
        disk.replace(folder.resolve(COMMITTED), new byte[0]);
        // If we stop here, the next start finds the mark and drops what is left.
        dropSound();
    }

    /**
     * Deletes the bytes of every item that is not in quarantine: once they are records, a disposal of these must leave
     * no copy here. May be stopped and called again.
     */
    void dropSound() throws IOException {
        Path files = folder.resolve(Intake.FILES);
        if (Files.isDirectory(files)) {
            deleteWithin(files);
            disk.delete(files);
            disk.forceFolder(folder);
        }
    }

    /** Takes back what was not acknowledged: a receipt that was written and not given must not stand. */
    void abandon() throws IOException {
        if (Files.exists(folder)) {
            disk.delete(folder.resolve(RECEIPT));
            clear();
        }
    }

    /**
     * Removes the folder, its manifest first and its receipt last. What has neither was never answered for; what has
     * only a receipt was, and is committed: the next start clears the rest of it and has nothing to tell.
     */
    void clear() throws IOException {
        disk.delete(folder.resolve(MANIFEST));
        disk.forceFolder(folder);
        for (Path each : list(folder)) {
            if (Files.isDirectory(each)) {
                deleteWithin(each);
                disk.delete(each);
            } else if (!each.endsWith(RECEIPT)) {
                disk.delete(each);
            }
        }
        disk.forceFolder(folder);
        disk.delete(folder.resolve(RECEIPT));
        disk.delete(folder);
        disk.forceFolder(root);
    }

    private void deleteWithin(Path inner) throws IOException {
        for (Path file : list(inner)) {
            disk.delete(file);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> each = Files.list(folder)) {
            return each.sorted().toList();
        }
    }
}
