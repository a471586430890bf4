package se.sigill.zone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.sigill.core.bundle.BundleFinding;
import se.sigill.core.bundle.BundleReader;
import se.sigill.core.bundle.Manifest;
import se.sigill.core.disk.Changes;
import se.sigill.core.disk.Durable;
import se.sigill.core.disk.Trees;
import se.sigill.core.finding.Finding;
import se.sigill.core.tlog.Checkpoint;
import se.sigill.core.tlog.NoteKey;
import se.sigill.core.tlog.SignedNote;
import se.sigill.core.tlog.Tile;
import se.sigill.core.tlog.TileFolder;
import se.sigill.core.tlog.TlogFormatException;
import se.sigill.core.tlog.TreeEdge;
import se.sigill.core.tlog.TreeHash;

/**
 * The public log as it lies here: a signed checkpoint and its tiles. It only ever grows; what a bundle brings of it is
 * believed when it is the tree that is here, grown. Reading is safe for any number of threads beside one that writes.
 */
final class PublicTree {
    private static final String CHECKPOINT = "checkpoint";

    private final Path log;

    /** @param log the folder, which may be absent */
    PublicTree(Path log) {
        this.log = log;
    }

    private static final class Unfit extends Exception {
        private static final long serialVersionUID = 1;

        Unfit(String message) {
            super(message);
        }
    }

    /** The signed checkpoint; empty if nothing was ever cut. */
    Optional<byte[]> checkpoint() throws IOException {
        try {
            return Optional.of(Files.readAllBytes(log.resolve(CHECKPOINT)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** A tile as it is now, or as it was at a smaller width; empty if the tree has none there. */
    Optional<byte[]> tile(Tile tile) throws IOException {
        try {
            return Optional.of(new TileFolder(log).read(tile));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * Why what a bundle brings of the log is not to be taken; empty if it may be, or it brings nothing.
     *
     * @param keys that may sign the log
     */
    Optional<Finding> against(Path bundle, Manifest manifest, Collection<NoteKey> keys) throws IOException {
        if (manifest.log().isNone()) {
            return Optional.empty();
        }
        try {
            Checkpoint brought = signed(bundle, manifest, keys);
            if (!isHere(bundle, manifest)) {
                check(bundle, manifest, brought);
            }
            return Optional.empty();
        } catch (Unfit | TlogFormatException e) {
            return Optional.of(Finding.of(
                    BundleFinding.LOG,
                    "bundle " + manifest.epoch() + "/" + manifest.number(),
                    "the public log that it brings is not the one that is here, grown: " + e.getMessage()));
        }
    }

    private static Checkpoint signed(Path bundle, Manifest manifest, Collection<NoteKey> keys)
            throws IOException, Unfit {
        SignedNote note = SignedNote.parse(
                Files.readAllBytes(BundleReader.file(bundle, manifest.log().checkpoint())));
        if (note.verifiedBy(keys).isEmpty()) {
            throw new Unfit("no key of the ring has signed its checkpoint");
        }
        Checkpoint checkpoint = Checkpoint.of(note);
        if (!checkpoint.origin().equals(manifest.origin() + "/sigill/public/epoch-" + manifest.epoch())) {
            throw new Unfit("its origin is " + checkpoint.origin());
        }
        return checkpoint;
    }

    /** Whether the checkpoint is here already: the tiles were made safe before it was. */
    private boolean isHere(Path bundle, Manifest manifest) throws IOException {
        byte[] brought =
                Files.readAllBytes(BundleReader.file(bundle, manifest.log().checkpoint()));
        return checkpoint().filter(here -> Arrays.equals(here, brought)).isPresent();
    }

    /** One that cannot be read counts as none: then only a whole log can take its place. */
    private Optional<Checkpoint> here() throws IOException {
        try {
            return checkpoint().map(bytes -> Checkpoint.of(SignedNote.parse(bytes)));
        } catch (TlogFormatException e) {
            return Optional.empty();
        }
    }

    private void check(Path bundle, Manifest manifest, Checkpoint brought) throws IOException, Unfit {
        Optional<Checkpoint> here = here();
        // A restored archive begins an epoch, and with it another log: nothing here binds it.
        Optional<Checkpoint> binding = here.filter(old -> old.origin().equals(brought.origin()));
        Set<String> tiles = manifest.log().tiles().keySet();
        boolean whole = tiles.equals(paths(0, brought.size()));
        long from = whole ? 0 : binding.map(Checkpoint::size).orElse(0L);
        if (binding.filter(old -> old.size() > brought.size()).isPresent()) {
            throw new Unfit("it has " + brought.size() + " entries, and here are "
                    + binding.get().size());
        }
        if (!whole && !tiles.equals(paths(from, brought.size()))) {
            throw new Unfit("it does not bring exactly the tiles that are new");
        }
        TreeEdge edge = edge(from);
        compareHere(edge, binding);
        while (edge.size() < brought.size()) {
            grow(edge, bundle, manifest, brought.size(), binding);
        }
        for (TreeEdge.Filled partial : edge.partial()) {
            compare(bundle, manifest, partial);
        }
        if (!edge.root().equals(brought.root())) {
            throw new Unfit("its tiles do not give the root in its checkpoint");
        }
    }

    private static Set<String> paths(long from, long to) {
        return Tile.added(from, to).stream().map(Tile::path).collect(Collectors.toSet());
    }

    private TreeEdge edge(long size) throws IOException, Unfit {
        try {
            return TreeEdge.read(size, new TileFolder(log));
        } catch (NoSuchFileException e) {
            throw new Unfit("a tile that was here is gone");
        }
    }

    private static void compareHere(TreeEdge edge, Optional<Checkpoint> binding) throws Unfit {
        boolean other = binding.filter(here -> here.size() == edge.size())
                .filter(here -> !here.root().equals(edge.root()))
                .isPresent();
        if (other) {
            throw new Unfit("its first " + edge.size() + " entries are others");
        }
    }

    /** Appends the leaves of one tile, and compares what becomes full by them. */
    private static void grow(TreeEdge edge, Path bundle, Manifest manifest, long size, Optional<Checkpoint> binding)
            throws IOException, Unfit {
        Tile tile = Tile.in(size, 0, edge.size() / Tile.WIDTH);
        byte[] bytes = bytes(bundle, manifest, tile);
        for (int at = (int) (edge.size() % Tile.WIDTH); at < tile.width(); at++) {
            TreeHash leaf = TreeHash.of(bytes, at * TreeHash.SIZE_BYTES, TreeHash.SIZE_BYTES);
            for (TreeEdge.Filled full : edge.append(leaf)) {
                compare(bundle, manifest, full);
            }
            compareHere(edge, binding);
        }
    }

    private static void compare(Path bundle, Manifest manifest, TreeEdge.Filled expected) throws IOException, Unfit {
        // A partial tile that has not grown does not come again.
        boolean comes = manifest.log().tile(expected.tile()).isPresent();
        if (comes && !Arrays.equals(bytes(bundle, manifest, expected.tile()), expected.bytes())) {
            throw new Unfit("the tile " + expected.tile().path() + " is not that of its tree");
        }
    }

    private static byte[] bytes(Path bundle, Manifest manifest, Tile tile) throws IOException, Unfit {
        Optional<String> digest = manifest.log().tile(tile);
        byte[] bytes = digest.isEmpty() ? new byte[0] : Files.readAllBytes(BundleReader.file(bundle, digest.get()));
        if (bytes.length != tile.sizeBytes()) {
            throw new Unfit("the tile " + tile.path() + " is not there, or of another length");
        }
        return bytes;
    }

    /** Writes the tiles that come. To be forced before {@link #show}: a checkpoint promises its tiles. */
    void write(Path bundle, Manifest manifest, Changes changes) throws IOException {
        if (manifest.log().isNone() || isHere(bundle, manifest)) {
            return;
        }
        Optional<Checkpoint> here = here();
        Checkpoint brought = brought(bundle, manifest);
        if (here.filter(old -> old.origin().equals(brought.origin())).isEmpty()) {
            Files.deleteIfExists(log.resolve(CHECKPOINT));
            Trees.delete(log.resolve("tile"));
        }
        for (Map.Entry<String, String> tile : manifest.log().tiles().entrySet()) {
            String path = tile.getKey();
            Path target = log.resolve(path);
            Path folder = log.resolve(path.substring(0, path.lastIndexOf('/')));
            Durable.createDirectories(folder);
            Path writing = target.resolveSibling(target.getFileName() + Durable.TEMPORARY_SUFFIX);
            Files.copy(BundleReader.file(bundle, tile.getValue()), writing, StandardCopyOption.REPLACE_EXISTING);
            Files.move(writing, target, StandardCopyOption.ATOMIC_MOVE);
            changes.add(target);
            changes.add(folder);
        }
    }

    /** Makes the checkpoint that comes the one that is here; durable on return. Doing it again is harmless. */
    void show(Path bundle, Manifest manifest) throws IOException {
        if (manifest.log().isNone()) {
            return;
        }
        long old = here().map(Checkpoint::size).orElse(0L);
        Durable.createDirectories(log);
        Durable.replace(
                log.resolve(CHECKPOINT),
                Files.readAllBytes(BundleReader.file(bundle, manifest.log().checkpoint())));
        // Whoever asks for a narrower tile is given the front of the wider one.
        Set<String> now = paths(0, brought(bundle, manifest).size());
        for (Tile tile : Tile.added(0, old)) {
            if (!tile.isFull() && !now.contains(tile.path())) {
                Files.deleteIfExists(log.resolve(tile.path()));
            }
        }
    }

    private static Checkpoint brought(Path bundle, Manifest manifest) throws IOException {
        return Checkpoint.of(SignedNote.parse(
                Files.readAllBytes(BundleReader.file(bundle, manifest.log().checkpoint()))));
    }
}
