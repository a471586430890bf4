package se.sigill.core.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.sigill.core.ArchiveException;
import se.sigill.core.aip.RecordPackage;
import se.sigill.core.finding.Finding;
import se.sigill.core.json.JsonException;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.record.RecordId;
import se.sigill.core.record.RecordJson;
import se.sigill.core.seal.SealFinding;
import se.sigill.core.seal.SealItem;
import se.sigill.core.store.ContentStore;
import se.sigill.core.store.Digests;
import se.sigill.core.store.Inventory;

/**
 * Lists what a seal has to cover of a version, if it still is what its act says: a seal must not make true what changed
 * between commit and seal.
 *
 * <p>The act pins the inventory, the inventory every file. Metadata and text are read again; of data files, which may
 * be large, the digests that were taken when they came in are sealed, and {@code check} reads their bytes.
 */
public final class SealContent {
    private final ContentStore store;

    public SealContent(ContentStore store) {
        this.store = store;
    }

    /** What was found of a version. */
    public sealed interface Found {
        /** Every file that the version added. */
        record Whole(List<SealItem> items) implements Found {
            public Whole {
                items = List.copyOf(items);
            }
        }

        /** It must not be sealed as it lies there now. */
        record Unfit(Finding why) implements Found {}
    }

    /** @param inventory SHA-512 of the version's inventory, as its act has it */
    public Found of(RecordId id, int version, String inventory) {
        String where = id + "/v" + version;
        try {
            Optional<String> found = store.inventoryDigest(id, version);
            if (found.isEmpty()) {
                return unfit(SealFinding.CONTENT_MISSING, where, "the version is not in the store");
            }
            return found.get().equals(inventory)
                    ? compared(id, version)
                    : unfit(SealFinding.CONTENT_DAMAGED, where, "the inventory is not the one that its act names");
        } catch (ArchiveException.Damaged e) {
            return unfit(SealFinding.CONTENT_DAMAGED, where, "the version is not whole: " + e.getMessage());
        } catch (ArchiveException.StorageFailed | IOException e) {
            return unfit(SealFinding.CONTENT_DAMAGED, where, "a file of the version is missing or cannot be read");
        } catch (JsonException | IllegalArgumentException e) {
            return unfit(SealFinding.CONTENT_DAMAGED, where + "/" + RecordPackage.RECORD, "it describes no record");
        }
    }

    private Found compared(RecordId id, int version) throws IOException {
        String where = id + "/v" + version;
        Inventory inventory = store.inventory(id, version).orElseThrow();
        String folder = "v" + version + "/content/";
        List<SealItem> items = new ArrayList<>();
        Map<String, FileFact> described = described(inventory);
        for (Map.Entry<String, String> file : inventory.manifest().entrySet()) {
            if (file.getKey().startsWith(folder)) {
                String path = file.getKey().substring(folder.length());
                Digests digests = digests(inventory, path, described);
                if (!digests.sha512().equals(file.getValue())) {
                    String message = "it is not the file that the inventory names";
                    return unfit(SealFinding.CONTENT_DAMAGED, where + "/" + path, message);
                }
                items.add(new SealItem(id, version, path, digests.sizeBytes(), digests.sha256(), digests.sha512()));
            }
        }
        return new Found.Whole(items);
    }

    private Map<String, FileFact> described(Inventory inventory) throws IOException {
        try (InputStream in = open(inventory, RecordPackage.RECORD)) {
            // What it says is believed only because its own digest is compared with the inventory below.
            RecordDescription record = RecordJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return record.files().stream().collect(Collectors.toMap(FileFact::path, Function.identity(), (a, b) -> a));
        }
    }

    private Digests digests(Inventory inventory, String path, Map<String, FileFact> described) throws IOException {
        FileFact fact = described.get(path);
        // Opened in either case: it must be there.
        try (InputStream in = open(inventory, path)) {
            return fact == null ? Digests.of(in) : new Digests(fact.sizeBytes(), fact.sha256(), fact.sha512());
        }
    }

    private InputStream open(Inventory inventory, String path) {
        return store.open(inventory, path)
                .orElseThrow(() -> new ArchiveException.Damaged("its inventory has no " + path));
    }

    private static Found unfit(SealFinding code, String where, String message) {
        return new Found.Unfit(Finding.of(code, where, message));
    }
}
