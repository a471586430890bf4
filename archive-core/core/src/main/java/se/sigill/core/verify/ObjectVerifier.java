package se.sigill.core.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.sigill.core.finding.Finding;
import se.sigill.core.finding.FindingCode;
import se.sigill.core.proof.Sha;

/**
 * Checks one OCFL object against what the acts say of it: {@code verify} and {@code check} both use it. Writes nothing.
 * For one thread, once.
 *
 * <p>{@link #verify} looks at everything but the bytes of the files that the inventory names; those it hands back, so
 * that the caller reads them in the order and with the function that suit it. A file that cannot be read is a finding,
 * and the rest is looked at.
 */
public final class ObjectVerifier {
    private static final String INVENTORY = "inventory.json";
    private static final String SIDECAR = "inventory.json.sha512";
    private static final String DECLARATION = "0=ocfl_object_1.1";
    private static final byte[] DECLARED = "ocfl_object_1.1\n".getBytes(StandardCharsets.US_ASCII);
    /** An inventory of 100,000 files has some 30 MB. */
    private static final int INVENTORY_BYTES_MAX = 128 << 20;

    private static final int SMALL_BYTES_MAX = 4096;
    private static final Pattern CONTENT = Pattern.compile("v([1-9][0-9]{0,6})/content/(.+)", Pattern.DOTALL);
    private static final Pattern VERSION = Pattern.compile("v([1-9][0-9]{0,6})");

    private final Path archive;
    private final RecordFacts record;
    private final Consumer<Finding> sink;
    private final Path object;
    private final String where;
    private final ObjectTree tree;

    /**
     * @param archive the folder {@code archive}
     * @param sink gets the findings, in the thread that verifies
     */
    public ObjectVerifier(Path archive, RecordFacts record, Consumer<Finding> sink) {
        this.archive = archive;
        this.record = record;
        this.sink = sink;
        this.where = "ocfl/" + StoreVerifier.place(record.id());
        this.object = archive.resolve(where);
        this.tree = new ObjectTree(object, name -> tell(VerifyFinding.UNREADABLE, name, "it cannot be read"));
    }

    /** Where the object lies, from {@code ocfl/}. */
    public String where() {
        return where;
    }

    /** The files whose bytes are left to compare, by name; empty if the object is not there or another one. */
    public List<StoredFile> verify() {
        if (!Files.isDirectory(object)) {
            tellAbsent();
            return List.of();
        }
        if (record.isDisposed()) {
            tell(VerifyFinding.NOT_GONE, "", "act " + record.disposedBy() + " disposed of it, but it is there");
            return List.of();
        }
        tree.read();
        Optional<String> other = otherObject();
        if (other.isPresent()) {
            tell(VerifyFinding.OBJECT_SWAPPED, "", "here lies the object " + other.get());
            return List.of();
        }
        Optional<InventoryFile> inventory = verifyInventories();
        List<StoredFile> files = inventory.map(this::files).orElse(List.of());
        verifyNothingElse(inventory);
        return files;
    }

    /** A file whose bytes turned out to be others. @param actual SHA-512 of the bytes that were read */
    public Mismatch mismatch(StoredFile file, FileDigest.Taken actual) {
        Matcher content = CONTENT.matcher(file.name());
        OptionalLong sealed = OptionalLong.empty();
        if (content.matches() && file.act() >= 0) {
            String reference = record.id() + "/v" + content.group(1) + "/" + content.group(2);
            sealed = EvidenceVerifier.sealedSize(archive.resolve("evidence"), file.act(), reference);
        }
        return new Mismatch(file.where(), file.sha512(), actual.hex(), actual.sizeBytes(), sealed);
    }

    /** The finding for a file that could not be read. */
    public static Finding unreadable(StoredFile file, IOException e) {
        return Finding.of(VerifyFinding.UNREADABLE, file.where(), "it cannot be read: " + reason(e));
    }

    private void tellAbsent() {
        if (record.isDisposed()) {
            tell(
                    VerifyFinding.DISPOSED,
                    "",
                    "record " + record.id() + " was disposed of by act " + record.disposedBy());
        } else {
            tell(VerifyFinding.OBJECT_MISSING, "", "the object of record " + record.id() + " is missing");
        }
    }

    /** The id of another object, if the inventories of root and first version both name it. */
    private Optional<String> otherObject() {
        Optional<String> root = quietly(INVENTORY).flatMap(InventoryFile::parse).map(InventoryFile::id);
        if (root.isEmpty() || root.get().equals(record.id().urn())) {
            return Optional.empty();
        }
        Optional<String> first =
                quietly("v1/" + INVENTORY).flatMap(InventoryFile::parse).map(InventoryFile::id);
        return root.equals(first) ? root : Optional.empty();
    }

    /** The newest inventory that is what its act pins; empty if there is none. */
    private Optional<InventoryFile> verifyInventories() {
        Optional<byte[]> trusted = Optional.empty();
        boolean newest = false;
        for (VersionFact version : record.versions()) {
            Optional<byte[]> bytes = verifyInventory(version);
            newest = bytes.isPresent();
            trusted = newest ? bytes : trusted;
        }
        Optional<byte[]> root = verifyRoot();
        Optional<byte[]> chosen = newest || root.isEmpty() ? trusted : root;
        Optional<InventoryFile> inventory = chosen.flatMap(InventoryFile::parse)
                .filter(i -> i.id().equals(record.id().urn()));
        if (chosen.isPresent() && inventory.isEmpty()) {
            tell(VerifyFinding.INVENTORY_FORM, INVENTORY, "it was sealed like that, but is no inventory of the record");
        }
        return inventory;
    }

    private Optional<byte[]> verifyInventory(VersionFact version) {
        String folder = "v" + version.version();
        if (tree.isMissingFolder(folder)) {
            tell(VerifyFinding.VERSION_MISSING, folder, "act " + version.index() + " sealed it, but it is missing");
            return Optional.empty();
        }
        String name = folder + "/" + INVENTORY;
        if (tree.isMissing(name)) {
            tell(VerifyFinding.FILE_MISSING, name, "the inventory of the version is missing");
            return Optional.empty();
        }
        Optional<byte[]> bytes = read(name, INVENTORY_BYTES_MAX);
        if (bytes.isPresent() && !sha512(bytes.get()).equals(version.inventory())) {
            String message = "the inventory is not the one that act " + version.index() + " sealed";
            tell(VerifyFinding.INVENTORY_CHANGED, name, message);
            return Optional.empty();
        }
        if (bytes.isPresent()) {
            verifySidecar(folder + "/" + SIDECAR, version.inventory());
        }
        return bytes;
    }

    private void verifySidecar(String name, String digest) {
        byte[] right = (digest + "  " + INVENTORY + "\n").getBytes(StandardCharsets.US_ASCII);
        if (tree.isMissing(name)) {
            tell(VerifyFinding.FILE_MISSING, name, "the sidecar is missing");
        } else if (read(name, SMALL_BYTES_MAX)
                .filter(b -> !Arrays.equals(b, right))
                .isPresent()) {
            tell(VerifyFinding.SIDECAR, name, "the sidecar does not name the inventory's digest");
        }
    }

    /** The root's inventory must be that of the newest version; its bytes, if it is. */
    private Optional<byte[]> verifyRoot() {
        if (tree.isMissing(DECLARATION)) {
            tell(VerifyFinding.FILE_MISSING, DECLARATION, "the declaration is missing");
        } else if (read(DECLARATION, SMALL_BYTES_MAX)
                .filter(b -> !Arrays.equals(b, DECLARED))
                .isPresent()) {
            tell(VerifyFinding.DECLARATION, DECLARATION, "the declaration is not that of OCFL 1.1");
        }
        String digest = record.versions().getLast().inventory();
        verifySidecar(SIDECAR, digest);
        if (tree.isMissing(INVENTORY)) {
            tell(VerifyFinding.FILE_MISSING, INVENTORY, "the object's inventory is missing");
            return Optional.empty();
        }
        Optional<byte[]> bytes = read(INVENTORY, INVENTORY_BYTES_MAX);
        Optional<byte[]> right = bytes.filter(b -> sha512(b).equals(digest));
        if (bytes.isPresent() && right.isEmpty()) {
            String message = "the object's inventory is not that of its newest version";
            tell(VerifyFinding.ROOT_INVENTORY, INVENTORY, message);
        }
        return right;
    }

    private List<StoredFile> files(InventoryFile inventory) {
        Map<String, Long> acts = new HashMap<>();
        record.versions().forEach(v -> acts.put("v" + v.version(), v.index()));
        List<StoredFile> files = new ArrayList<>();
        for (Map.Entry<String, String> entry : inventory.manifest().entrySet()) {
            String name = entry.getKey();
            String version = name.split("/", 2)[0];
            long act = acts.getOrDefault(version, -1L);
            boolean told = act >= 0 && tree.isMissingFolder(version);
            if (tree.isMissing(name) && !told) {
                tell(VerifyFinding.FILE_MISSING, name, "the inventory names it, but it is missing");
            } else if (tree.isThere(name)) {
                files.add(new StoredFile(
                        object.resolve(name), where + "/" + name, name, entry.getValue(), tree.size(name), act));
            }
        }
        return files;
    }

    private void verifyNothingElse(Optional<InventoryFile> trusted) {
        int newest = record.versions().getLast().version();
        // One that was changed still tells which files were meant to be there.
        Optional<InventoryFile> inventory =
                trusted.or(() -> quietly("v" + newest + "/" + INVENTORY).flatMap(InventoryFile::parse));
        Set<String> known = new HashSet<>(List.of(INVENTORY, SIDECAR, DECLARATION));
        for (int v = 1; v <= newest; v++) {
            known.add("v" + v + "/" + INVENTORY);
            known.add("v" + v + "/" + SIDECAR);
        }
        inventory.ifPresent(i -> known.addAll(i.manifest().keySet()));
        for (String name : tree.names()) {
            String version = name.split("/", 2)[0];
            boolean later = isLater(version, newest);
            if (tree.isFolder(name)) {
                if (later && name.equals(version)) {
                    tell(VerifyFinding.VERSION_EXTRA, name, "no act speaks of this version");
                }
            } else if (!later && !known.contains(name) && (inventory.isPresent() || !name.contains("/content/"))) {
                tell(VerifyFinding.FILE_EXTRA, name, "no inventory names this file");
            }
        }
    }

    private static boolean isLater(String folder, int newest) {
        Matcher version = VERSION.matcher(folder);
        return version.matches() && Integer.parseInt(version.group(1)) > newest;
    }

    /** Bytes of a file that is there; longer ones are cut, which their digest shows. What cannot be read is told. */
    private Optional<byte[]> read(String name, int bytesMax) {
        if (!tree.isThere(name)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(object.resolve(name))) {
            return Optional.of(in.readNBytes(bytesMax));
        } catch (IOException e) {
            tell(VerifyFinding.UNREADABLE, name, "it cannot be read: " + reason(e));
            return Optional.empty();
        }
    }

    private Optional<byte[]> quietly(String name) {
        if (!tree.isThere(name) || tree.size(name) > INVENTORY_BYTES_MAX) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(object.resolve(name)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void tell(FindingCode code, String name, String message) {
        sink.accept(Finding.of(code, name.isEmpty() ? where : where + "/" + name, message));
    }

    /** Without file names: the place says them already. */
    private static String reason(IOException e) {
        String message = e instanceof java.nio.file.FileSystemException f ? f.getReason() : e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    private static String sha512(byte[] bytes) {
        return HexFormat.of().formatHex(Sha.sha512().digest(bytes));
    }
}
