package se.sigill.core.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import se.sigill.core.proof.Sha;

/**
 * Checks one OCFL object against what the acts say of it. Safe for threads, an object each.
 */
final class ObjectVerifier {
    private static final String INVENTORY = "inventory.json";
    private static final String SIDECAR = "inventory.json.sha512";
    private static final String DECLARATION = "0=ocfl_object_1.1";
    private static final byte[] DECLARED = "ocfl_object_1.1\n".getBytes(StandardCharsets.US_ASCII);
    /** An inventory of 100,000 files has some 30 MB. */
    private static final long INVENTORY_BYTES_MAX = 128L << 20;

    private static final int BLOCK_BYTES = 1 << 16;
    /** Version folders are flat but for a few levels; deeper ones are not ours. */
    private static final int DEPTH_MAX = 32;

    /** The size that a file was sealed with. */
    interface SealedSize {
        /** @param reference as in a leaf, with the index of the act that sealed the version */
        OptionalLong of(long act, String reference);
    }

    private final Path store;
    private final FindingSink sink;
    private final Mismatches mismatches;
    private final SealedSize sealedSize;

    ObjectVerifier(Path store, FindingSink sink, Mismatches mismatches, SealedSize sealedSize) {
        this.store = store;
        this.sink = sink;
        this.mismatches = mismatches;
        this.sealedSize = sealedSize;
    }

    /** @param place of the object below the store's root */
    void verify(LogFacts.RecordFacts record, String place) throws IOException {
        Path object = store.resolve(place);
        String where = "ocfl/" + place;
        if (!Files.isDirectory(object)) {
            tellAbsent(record, where);
            return;
        }
        if (record.disposedBy() >= 0) {
            sink.add(VerifyFinding.NOT_GONE, where, "act " + record.disposedBy() + " disposed of it, but it is there");
            return;
        }
        Optional<String> other = otherObject(record, object);
        if (other.isPresent()) {
            sink.add(VerifyFinding.OBJECT_SWAPPED, where, "here lies the object " + other.get());
            return;
        }
        Optional<InventoryFile> newest = Optional.empty();
        for (LogFacts.VersionFact version : record.versions()) {
            newest = verifyInventory(version, object, where);
        }
        verifyRoot(record, object, where);
        if (newest.isPresent()) {
            verifyFiles(record, newest.get(), object, where);
        }
        verifyNothingElse(record, object, where);
    }

    private void tellAbsent(LogFacts.RecordFacts record, String where) {
        if (record.disposedBy() >= 0) {
            sink.add(
                    VerifyFinding.DISPOSED,
                    where,
                    "record " + record.id() + " was disposed of by act " + record.disposedBy());
        } else {
            sink.add(VerifyFinding.OBJECT_MISSING, where, "the object of record " + record.id() + " is missing");
        }
    }

    /** The id of another object, if the inventories of root and first version both name it. */
    private static Optional<String> otherObject(LogFacts.RecordFacts record, Path object) throws IOException {
        Optional<String> root = id(object.resolve(INVENTORY));
        Optional<String> first = id(object.resolve("v1").resolve(INVENTORY));
        return root.equals(first) && !root.equals(Optional.of(record.id().urn())) ? root : Optional.empty();
    }

    private static Optional<String> id(Path inventory) throws IOException {
        return inventory(inventory).flatMap(InventoryFile::parse).map(InventoryFile::id);
    }

    private Optional<InventoryFile> verifyInventory(LogFacts.VersionFact version, Path object, String where)
            throws IOException {
        Path folder = object.resolve("v" + version.version());
        String at = where + "/v" + version.version();
        if (!Files.isDirectory(folder)) {
            sink.add(VerifyFinding.VERSION_MISSING, at, "act " + version.index() + " sealed it, but it is missing");
            return Optional.empty();
        }
        Optional<byte[]> bytes = inventory(folder.resolve(INVENTORY));
        if (bytes.isEmpty()) {
            sink.add(VerifyFinding.FILE_MISSING, at + "/" + INVENTORY, "the inventory of the version is missing");
            return Optional.empty();
        }
        String digest = HexFormat.of().formatHex(Sha.sha512().digest(bytes.get()));
        Optional<InventoryFile> inventory = InventoryFile.parse(bytes.get());
        if (!digest.equals(version.inventory())) {
            sink.add(
                    VerifyFinding.INVENTORY_CHANGED,
                    at + "/" + INVENTORY,
                    "the inventory is not the one that act " + version.index() + " sealed");
            return Optional.empty();
        }
        verifySidecar(folder.resolve(SIDECAR), digest, at);
        return inventory;
    }

    private void verifySidecar(Path sidecar, String digest, String at) throws IOException {
        if (!Files.isRegularFile(sidecar)) {
            sink.add(VerifyFinding.FILE_MISSING, at + "/" + SIDECAR, "the sidecar is missing");
        } else if (!Arrays.equals(
                small(sidecar), (digest + "  " + INVENTORY + "\n").getBytes(StandardCharsets.US_ASCII))) {
            sink.add(VerifyFinding.SIDECAR, at + "/" + SIDECAR, "the sidecar does not name the inventory's digest");
        }
    }

    /** The root's inventory must be that of the newest version. */
    private void verifyRoot(LogFacts.RecordFacts record, Path object, String where) throws IOException {
        if (!Files.isRegularFile(object.resolve(DECLARATION))) {
            sink.add(VerifyFinding.FILE_MISSING, where + "/" + DECLARATION, "the declaration is missing");
        } else if (!Arrays.equals(small(object.resolve(DECLARATION)), DECLARED)) {
            sink.add(VerifyFinding.DECLARATION, where + "/" + DECLARATION, "the declaration is not that of OCFL 1.1");
        }
        Optional<byte[]> bytes = inventory(object.resolve(INVENTORY));
        String digest = record.versions().getLast().inventory();
        if (bytes.isEmpty()) {
            sink.add(VerifyFinding.FILE_MISSING, where + "/" + INVENTORY, "the object's inventory is missing");
        } else if (!HexFormat.of().formatHex(Sha.sha512().digest(bytes.get())).equals(digest)) {
            sink.add(
                    VerifyFinding.ROOT_INVENTORY,
                    where + "/" + INVENTORY,
                    "the object's inventory is not that of its newest version");
        }
        verifySidecar(object.resolve(SIDECAR), digest, where);
    }

    private void verifyFiles(LogFacts.RecordFacts record, InventoryFile inventory, Path object, String where)
            throws IOException {
        Map<Integer, Long> acts = new HashMap<>();
        record.versions().forEach(v -> acts.put(v.version(), v.index()));
        for (Map.Entry<String, String> entry : inventory.manifest().entrySet()) {
            Path file = object.resolve(entry.getKey());
            String at = where + "/" + entry.getKey();
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                sink.add(VerifyFinding.FILE_MISSING, at, "the inventory names it, but it is missing");
                continue;
            }
            String actual = sha512(file);
            if (!actual.equals(entry.getValue())) {
                String[] parts = entry.getKey().split("/", 3);
                long act = acts.getOrDefault(Integer.parseInt(parts[0].substring(1)), -1L);
                OptionalLong sealed = sealedSize.of(act, record.id() + "/" + parts[0] + "/" + parts[2]);
                mismatches.add(at, entry.getValue(), actual, Files.size(file), sealed);
            }
        }
    }

    private void verifyNothingElse(LogFacts.RecordFacts record, Path object, String where) throws IOException {
        TreeSet<String> known = new TreeSet<>(List.of(INVENTORY, SIDECAR, DECLARATION));
        int newest = record.versions().getLast().version();
        for (int v = 1; v <= newest; v++) {
            known.add("v" + v + "/" + INVENTORY);
            known.add("v" + v + "/" + SIDECAR);
        }
        inventory(object.resolve("v" + newest).resolve(INVENTORY))
                .flatMap(InventoryFile::parse)
                .ifPresent(i -> known.addAll(i.manifest().keySet()));
        boolean manifestKnown = known.size() > 3 + 2 * newest;
        try (var walk = Files.walk(object, DEPTH_MAX)) {
            for (Path path : (Iterable<Path>) walk::iterator) {
                String name = object.relativize(path).toString().replace('\\', '/');
                String version = name.split("/", 2)[0];
                boolean laterVersion =
                        version.matches("v[1-9][0-9]{0,6}") && Integer.parseInt(version.substring(1)) > newest;
                if (name.equals(version) && laterVersion) {
                    sink.add(VerifyFinding.VERSION_EXTRA, where + "/" + name, "no act speaks of this version");
                } else if (!laterVersion
                        && !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                        && !known.contains(name)
                        && (manifestKnown || !name.contains("/content/"))) {
                    sink.add(VerifyFinding.FILE_EXTRA, where + "/" + name, "no inventory names this file");
                }
            }
        }
    }

    private static Optional<byte[]> inventory(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > INVENTORY_BYTES_MAX) {
            return Optional.empty();
        }
        return Optional.of(Files.readAllBytes(file));
    }

    private static byte[] small(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(4096);
        }
    }

    private static String sha512(Path file) throws IOException {
        MessageDigest digest = Sha.sha512();
        byte[] block = new byte[BLOCK_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                digest.update(block, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
