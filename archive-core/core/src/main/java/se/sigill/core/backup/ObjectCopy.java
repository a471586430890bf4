package se.sigill.core.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.sigill.core.disk.Durable;
import se.sigill.core.disk.Trees;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonReader;
import se.sigill.core.record.RecordId;
import se.sigill.core.store.FileContentStore;

/**
 * Copies sealed objects as of one version each. What the version consists of is read from its own inventory, which
 * never changes, so that a version added meanwhile does no harm.
 */
final class ObjectCopy {
    private static final String INVENTORY = "inventory.json";
    private static final String SIDECAR = "inventory.json.sha512";

    /** What became of an object. */
    enum Outcome {
        COPIED,
        /** The copy had it already. */
        KEPT,
        /** The original does not have that version. */
        MISSING,
        /** The original's bytes are not those that were sealed; the copy has no such version. */
        DAMAGED
    }

    private final Path from;
    private final Path to;
    private final Path incoming;
    private final FileTree files;

    /** @param incoming a folder on the copy's file system, for what is not yet whole */
    ObjectCopy(Path from, Path to, Path incoming, FileTree files) {
        this.from = from;
        this.to = to;
        this.incoming = incoming;
        this.files = files;
    }

    /** Copies what makes a folder an OCFL root. */
    void root() throws IOException {
        Durable.createDirectories(to);
        files.mirror(from.resolve("extensions"), to.resolve("extensions"));
        for (String name : List.of("ocfl_layout.json", "0=ocfl_1.1")) {
            if (Files.exists(from.resolve(name)) && !Files.exists(to.resolve(name))) {
                files.copy(from.resolve(name), to.resolve(name));
            }
        }
        Durable.forceDirectory(to);
    }

    Outcome copy(RecordId id, Content.Version version) throws IOException {
        String place = FileContentStore.placeOf(id);
        Path source = from.resolve(place);
        Path target = to.resolve(place);
        byte[] sidecar = (version.inventory() + "  " + INVENTORY + "\n").getBytes(StandardCharsets.US_ASCII);
        if (Files.exists(target.resolve(SIDECAR))
                && Arrays.equals(Files.readAllBytes(target.resolve(SIDECAR)), sidecar)) {
            return Outcome.KEPT;
        }
        byte[] inventory;
        try {
            inventory =
                    Files.readAllBytes(source.resolve("v" + version.number()).resolve(INVENTORY));
        } catch (NoSuchFileException e) {
            return Outcome.MISSING;
        }
        if (!HexFormat.of().formatHex(FileTree.sha512().digest(inventory)).equals(version.inventory())) {
            return Outcome.DAMAGED;
        }
        Trees.delete(incoming);
        int have = versions(target);
        Outcome outcome = fill(source, version.number(), inventory, have);
        if (outcome == Outcome.COPIED) {
            place(target, version.number(), have, inventory, sidecar);
        }
        Trees.delete(incoming);
        return outcome;
    }

    /**
     * {@link #copy}; if the version is not there, the newest earlier one, so that what there is can be read.
     *
     * @return what became of the version asked for
     */
    Outcome copyNewest(RecordId id, Content.Version version) throws IOException {
        Outcome outcome = copy(id, version);
        Path source = from.resolve(FileContentStore.placeOf(id));
        for (int v = version.number() - 1; outcome == Outcome.MISSING && v > 0; v--) {
            Path inventory = source.resolve("v" + v).resolve(INVENTORY);
            if (Files.exists(inventory)) {
                String digest = HexFormat.of().formatHex(FileTree.sha512().digest(Files.readAllBytes(inventory)));
                Outcome earlier = copy(id, new Content.Version(v, digest));
                return earlier == Outcome.COPIED ? Outcome.MISSING : earlier;
            }
        }
        return outcome;
    }

    /** How many versions of an object the copy has; without its root inventory it has none. */
    private static int versions(Path object) {
        int have = 0;
        while (Files.exists(object.resolve(SIDECAR)) && Files.isDirectory(object.resolve("v" + (have + 1)))) {
            have++;
        }
        return have;
    }

    /**
     * Builds the versions after those there are, whole and durable, in the incoming folder. All that is read of the
     * original is read here: it may be disposed of meanwhile, and then nothing of the copy was touched.
     */
    private Outcome fill(Path source, int number, byte[] inventory, int have) throws IOException {
        try {
            for (Map.Entry<String, String> file : manifest(inventory).entrySet()) {
                if (number(file.getKey()) > have) {
                    Path target = incoming.resolve(file.getKey());
                    Durable.createDirectories(target.resolveSibling(".").normalize());
                    if (!files.copy(source.resolve(file.getKey()), target).equals(file.getValue())) {
                        return Outcome.DAMAGED;
                    }
                }
            }
            for (int v = have + 1; v <= number; v++) {
                Path version = incoming.resolve("v" + v);
                Durable.createDirectories(version);
                for (String name : List.of(INVENTORY, SIDECAR)) {
                    files.copy(source.resolve("v" + v).resolve(name), version.resolve(name));
                }
            }
            return Outcome.COPIED;
        } catch (NoSuchFileException | JsonException e) {
            return Outcome.DAMAGED;
        }
    }

    private void place(Path target, int number, int have, byte[] inventory, byte[] sidecar) throws IOException {
        for (int v = have + 1; v <= number; v++) {
            for (Path directory : FileTree.all(incoming.resolve("v" + v))) {
                if (Files.isDirectory(directory)) {
                    Durable.forceDirectory(directory);
                }
            }
        }
        Durable.createDirectories(target);
        if (have == 0) {
            Durable.replace(
                    target.resolve("0=ocfl_object_1.1"), "ocfl_object_1.1\n".getBytes(StandardCharsets.US_ASCII));
        }
        for (int v = have + 1; v <= number; v++) {
            Trees.delete(target.resolve("v" + v));
            Durable.move(incoming.resolve("v" + v), target.resolve("v" + v));
        }
        Durable.replace(target.resolve(INVENTORY), inventory);
        // Last: it is what says that the object is whole. If we stop before it, the next backup does it again.
        Durable.replace(target.resolve(SIDECAR), sidecar);
    }

    /** Content path to SHA-512. @throws JsonException if the bytes are no inventory */
    private static Map<String, String> manifest(byte[] inventory) {
        Map<String, String> manifest = new TreeMap<>();
        Json.Obj digests = JsonReader.parse(inventory).asObject().object("manifest");
        for (String digest : new ArrayList<>(digests.members().keySet())) {
            for (Json path : digests.array(digest)) {
                String text = path.asText();
                // The digest of the inventory stands in a signed act, and yet nothing may be written outside.
                if (!text.matches("v[1-9][0-9]*/content/.+") || ("/" + text + "/").contains("/../")) {
                    throw new JsonException("a content path leads out of the object");
                }
                manifest.put(text, digest);
            }
        }
        return manifest;
    }

    private static int number(String contentPath) {
        return Integer.parseInt(contentPath.substring(1, contentPath.indexOf('/')));
    }

    /** Deletes an object from the copy. @return false if it was not there */
    boolean delete(RecordId id) throws IOException {
        Path object = to.resolve(FileContentStore.placeOf(id));
        boolean there = Files.isDirectory(object);
        if (there) {
            // The sidecar first: an object without it is never taken for a whole one.
            Files.deleteIfExists(object.resolve(SIDECAR));
            Trees.delete(object);
            Durable.forceDirectory(object.resolveSibling(".").normalize());
        }
        return there;
    }
}
