package se.sigill.core.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import se.sigill.core.ArchiveException;
import se.sigill.core.disk.Durable;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonWriter;
import se.sigill.core.record.RecordId;

/**
 * Names in the storage root: OCFL 1.1 §4 with extension 0004, SHA-256, two tuples of two digits. So {@code
 * urn:sigill:…} lies in {@code ab/cd/abcd…}, and at most 256 × 256 directories are shared by all objects.
 */
record StoreLayout(Path root) {
    static final String NAMASTE = "0=ocfl_object_1.1";
    static final byte[] NAMASTE_CONTENT = "ocfl_object_1.1\n".getBytes(StandardCharsets.US_ASCII);
    static final String INVENTORY = "inventory.json";
    static final String SIDECAR = "inventory.json.sha512";
    static final String CONTENT = "content";
    private static final String ROOT_NAMASTE = "0=ocfl_1.1";
    private static final byte[] ROOT_NAMASTE_CONTENT = "ocfl_1.1\n".getBytes(StandardCharsets.US_ASCII);
    private static final String LAYOUT = "ocfl_layout.json";
    private static final String EXTENSION = "0004-hashed-n-tuple-storage-layout";

    /** The object's directory relative to the root, for example {@code 3c/0f/3c0ff4240c1e…}. */
    static String place(RecordId id) {
        byte[] urn = id.urn().getBytes(StandardCharsets.UTF_8);
        String hash = HexFormat.of().formatHex(Hashing.digest("SHA-256").digest(urn));
        return hash.substring(0, 2) + "/" + hash.substring(2, 4) + "/" + hash;
    }

    Path objectDirectory(RecordId id) {
        return root.resolve(place(id));
    }

    Path versionDirectory(RecordId id, int version) {
        return objectDirectory(id).resolve("v" + version);
    }

    /** Creates what makes a directory a storage root, if it is not there yet. Durable on return. */
    void create() throws IOException {
        Path namaste = root.resolve(ROOT_NAMASTE);
        if (Files.exists(namaste)) {
            return;
        }
        Path extension = root.resolve("extensions").resolve(EXTENSION);
        Durable.createDirectories(extension);
        Durable.replace(extension.resolve("config.json"), config());
        Durable.replace(root.resolve(LAYOUT), layout());
        // Last, because the check above takes this name for a sign that the rest is there.
        Durable.replace(namaste, ROOT_NAMASTE_CONTENT);
    }

    /** A power cut while the root was created may have left a name of a temporary file beside the right one. */
    void deleteTemporaries() throws IOException {
        for (String name : List.of(ROOT_NAMASTE, LAYOUT)) {
            Files.deleteIfExists(root.resolve(name + Durable.TEMPORARY_SUFFIX));
        }
    }

    /** @throws ArchiveException.Damaged if the root is of another kind than this program writes */
    void check() throws IOException {
        Path config = root.resolve("extensions").resolve(EXTENSION).resolve("config.json");
        boolean ours = holds(root.resolve(ROOT_NAMASTE), ROOT_NAMASTE_CONTENT)
                && holds(root.resolve(LAYOUT), layout())
                && holds(config, config());
        if (!ours) {
            throw new ArchiveException.Damaged("archive/ocfl is not a storage root of Sigill: " + ROOT_NAMASTE
                    + " or the configuration of its layout is missing or different. Restore it from a backup.");
        }
    }

    private static boolean holds(Path file, byte[] content) throws IOException {
        return Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content);
    }

    private static byte[] config() {
        return json(Json.object()
                .with("extensionName", EXTENSION)
                .with("digestAlgorithm", "sha256")
                .with("tupleSize", 2)
                .with("numberOfTuples", 2)
                .with("shortObjectRoot", false));
    }

    private static byte[] layout() {
        return json(Json.object()
                .with("extension", EXTENSION)
                .with("description", "SHA-256 of the object id, two tuples of two digits, then the whole digest"));
    }

    private static byte[] json(Json value) {
        return JsonWriter.pretty(value).getBytes(StandardCharsets.UTF_8);
    }
}
