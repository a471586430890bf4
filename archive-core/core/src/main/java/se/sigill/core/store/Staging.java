package se.sigill.core.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import se.sigill.core.ArchiveException;

/**
 * Builds one version of one object whole in its staging folder; the caller forces what it names and moves it.
 *
 * <p>Version 1: the object directory. Later: the version directory and beside it the two files that will replace those
 * in the object's root. The inventory is one file with two names: the root's is only ever replaced, never written to.
 */
final class Staging {
    static final String NAME = "staging";

    /** What was built: everything that must be forced before it may be moved. */
    record Staged(ObjectVersion version, Path directory, List<Path> files, List<Path> directories, Promoted promoted) {}

    private final Path batchDirectory;

    /** @param batchDirectory {@code work/staging/BATCH} */
    Staging(Path batchDirectory) {
        this.batchDirectory = batchDirectory;
    }

    /** Creates the folder and the declaration file that all objects of the batch share by link; forces nothing. */
    Path prepare() throws IOException {
        Files.createDirectories(batchDirectory);
        Path namaste = batchDirectory.resolve(StoreLayout.NAMASTE);
        Files.write(namaste, StoreLayout.NAMASTE_CONTENT);
        return namaste;
    }

    Path directory(ObjectVersion version) {
        return batchDirectory.resolve(version.id().value());
    }

    Staged build(ObjectVersion version, Optional<Inventory> before) throws IOException {
        Path object = directory(version);
        Path versionDirectory = object.resolve("v" + version.version());
        Path content = versionDirectory.resolve(StoreLayout.CONTENT);
        List<Path> files = new ArrayList<>();
        Set<Path> directories = new HashSet<>(List.of(object, versionDirectory));
        List<String> copied = new ArrayList<>();
        Files.createDirectories(versionDirectory);

        SortedMap<String, String> manifest =
                new TreeMap<>(before.map(Inventory::manifest).orElseGet(TreeMap::new));
        SortedMap<String, String> state =
                new TreeMap<>(before.map(Inventory::files).orElseGet(java.util.Map::of));
        for (VersionFile file : version.files()) {
            state.put(file.path(), file.digests().sha512());
            boolean heldBefore = before.isPresent()
                    && before.get().manifest().containsValue(file.digests().sha512());
            if (heldBefore) {
                continue;
            }
            Path target = content.resolve(file.path());
            createParents(target, versionDirectory, directories);
            if (write(file, target, files)) {
                copied.add(file.path());
            }
            manifest.put(
                    "v" + version.version() + "/content/" + file.path(),
                    file.digests().sha512());
        }
        Inventory inventory = inventory(version, before, manifest, state);
        String digest = writeInventory(inventory, versionDirectory, object, files);
        if (before.isEmpty()) {
            linkOrCopy(batchDirectory.resolve(StoreLayout.NAMASTE), object.resolve(StoreLayout.NAMASTE), files);
        }
        Promoted promoted = new Promoted(version.id(), version.version(), digest, copied);
        return new Staged(version, object, files, List.copyOf(directories), promoted);
    }

    private static Inventory inventory(
            ObjectVersion version,
            Optional<Inventory> before,
            SortedMap<String, String> manifest,
            SortedMap<String, String> state) {
        SortedMap<Integer, InventoryVersion> versions =
                new TreeMap<>(before.map(Inventory::versions).orElseGet(TreeMap::new));
        versions.put(version.version(), new InventoryVersion(version.created(), version.message(), state));
        return new Inventory(version.id(), version.version(), manifest, versions);
    }

    private static String writeInventory(Inventory inventory, Path versionDirectory, Path object, List<Path> files)
            throws IOException {
        byte[] bytes = InventoryJson.write(inventory);
        String digest = Digests.of(bytes).sha512();
        Path inner = versionDirectory.resolve(StoreLayout.INVENTORY);
        Path innerSidecar = versionDirectory.resolve(StoreLayout.SIDECAR);
        files.add(Files.write(inner, bytes));
        files.add(Files.write(innerSidecar, InventoryJson.sidecar(digest)));
        linkOrCopy(inner, object.resolve(StoreLayout.INVENTORY), files);
        linkOrCopy(innerSidecar, object.resolve(StoreLayout.SIDECAR), files);
        return digest;
    }

    private static void createParents(Path file, Path top, Set<Path> directories) throws IOException {
        Path parent = file.getParent();
        if (parent == null || parent.equals(top) || directories.contains(parent)) {
            return;
        }
        createParents(parent, top, directories);
        Files.createDirectory(parent);
        directories.add(parent);
    }

    /** @return true if a file that should be linked had to be copied */
    private static boolean write(VersionFile file, Path target, List<Path> files) throws IOException {
        return switch (file.content()) {
            case VersionFile.Bytes(byte[] bytes) -> {
                files.add(Files.write(target, bytes));
                yield false;
            }
            case VersionFile.Linked(Path source) -> {
                if (Files.size(source) != file.digests().sizeBytes()) {
                    throw new ArchiveException.Damaged(
                            "a file taken in changed its size before it was stored; deposit" + " the delivery again");
                }
                yield linkOrCopy(source, target, files);
            }
        };
    }

    /**
     * A link needs no force of the bytes: they were forced under the other name. A copy does.
     *
     * @return true if copied
     */
    private static boolean linkOrCopy(Path source, Path target, List<Path> files) throws IOException {
        try {
            Files.createLink(target, source);
            return false;
        } catch (UnsupportedOperationException | FileSystemException e) {
            if (!Files.exists(source) || Files.exists(target)) {
                throw new IOException("a file could not be linked", e);
            }
            // Another file system, one without links, or one file with too many of them.
            Files.copy(source, target);
            files.add(target);
            return true;
        }
    }
}
