package se.sigill.core.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.sigill.core.ArchiveException;
import se.sigill.core.disk.Durable;
import se.sigill.core.tlog.Tile;
import se.sigill.core.tlog.TileFolder;
import se.sigill.core.tlog.TlogFormatException;
import se.sigill.core.tlog.TreeEdge;
import se.sigill.core.tlog.TreeHash;

/**
 * Makes a log's folder fit its checkpoint again, whatever stopped the last writer. Runs at every start, also after a
 * clean end: there is no other way to open a log for writing.
 */
final class LogRecovery {
    private static final System.Logger LOG = System.getLogger(LogRecovery.class.getName());

    private final LogFolder folder;
    private final long beyondMax;

    LogRecovery(LogFolder folder, long beyondMax) {
        this.folder = folder;
        this.beyondMax = beyondMax;
    }

    /** The edge of the tree in the checkpoint; all of it is on disk and durable. */
    TreeEdge recover(Optional<Head> head) throws IOException {
        long size = head.map(Head::size).orElse(0L);
        refuseMany(size);
        cutOff(size);
        TreeEdge edge = new TreeEdge();
        if (head.isPresent() && size > 0) {
            edge = edge(size, head.get().checkpoint().root());
        }
        deleteOthers(size);
        writePartial(edge);
        force(head);
        return edge;
    }

    /** A whole commit at most can lie beyond the checkpoint; more means that somebody put an older checkpoint there. */
    private void refuseMany(long size) throws IOException {
        long file = size / LogFolder.ACTS_A_FILE;
        long beyond = -(size % LogFolder.ACTS_A_FILE);
        while (Files.exists(folder.acts(file)) && beyond <= beyondMax) {
            try (var lines = Files.lines(folder.acts(file), StandardCharsets.ISO_8859_1)) {
                beyond += lines.count();
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            file++;
        }
        if (beyond > beyondMax) {
            throw new ArchiveException.Damaged(LogFinding.SHORTENED.id() + ": the checkpoint covers " + size
                    + " acts but far more are there. It is an old one. Put the right one back from the shipped log.");
        }
    }

    private void cutOff(long size) throws IOException {
        long file = size / LogFolder.ACTS_A_FILE;
        long rest = size % LogFolder.ACTS_A_FILE;
        if (rest != 0) {
            Path path = folder.acts(file);
            if (!Files.exists(path)) {
                throw missing(LogFinding.ACTS_MISSING, size, path);
            }
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                channel.truncate(endOfLine(path, rest, size));
            }
            file++;
        } else if (file > 0 && !Files.exists(folder.acts(file - 1))) {
            throw missing(LogFinding.ACTS_MISSING, size, folder.acts(file - 1));
        }
        while (Files.deleteIfExists(folder.acts(file))) {
            LOG.log(System.Logger.Level.INFO, "log.cut-off file={0}", file);
            file++;
        }
    }

    private long endOfLine(Path path, long lines, long size) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        long left = lines;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n' && --left == 0) {
                return i + 1L;
            }
        }
        throw missing(LogFinding.ACTS_TRUNCATED, size, path);
    }

    private static ArchiveException missing(LogFinding finding, long size, Path path) {
        return new ArchiveException.Damaged(
                finding.id() + ": the checkpoint covers " + size + " acts but not all are in " + path
                        + ". Nothing was changed. Run: sigill restore, with the shipped log or a backup.");
    }

    /** From the last acts file and full tiles, which is quick; if that is not the signed root, from all acts. */
    private TreeEdge edge(long size, TreeHash root) throws IOException {
        Optional<TreeEdge> quick = quickEdge(size);
        if (quick.isPresent() && quick.get().root().equals(root)) {
            return quick.get();
        }
        LOG.log(System.Logger.Level.WARNING, "log.tiles-made-again size={0}", size);
        TreeEdge edge = new TreeEdge();
        replay(edge, size);
        if (!edge.root().equals(root)) {
            throw new ArchiveException.Damaged(LogFinding.ROOT.id() + ": the " + size
                    + " acts do not give the root in the checkpoint. Run: sigill verify; then sigill restore.");
        }
        return edge;
    }

    private Optional<TreeEdge> quickEdge(long size) throws IOException {
        try {
            return Optional.of(TreeEdge.read(size, this::partialFromBelow));
        } catch (IOException e) {
            // A full tile is missing or cut off, or the disk fails: then reading the acts will say so.
            return Optional.empty();
        }
    }

    /** A partial tile is never trusted: its hashes come from the acts, or from the full tiles below it. */
    private byte[] partialFromBelow(Tile tile) throws IOException {
        byte[] bytes = new byte[tile.sizeBytes()];
        long first = tile.index() * Tile.WIDTH;
        TileFolder tiles = new TileFolder(folder.root());
        try (LogCursor acts = new LogCursor(folder, first, first + tile.width())) {
            for (int i = 0; i < tile.width(); i++) {
                TreeHash hash = tile.level() == 0
                        ? acts.next().leaf()
                        : Tile.root(tiles.read(new Tile(tile.level() - 1, first + i, Tile.WIDTH)));
                System.arraycopy(hash.bytes(), 0, bytes, i * TreeHash.SIZE_BYTES, TreeHash.SIZE_BYTES);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return bytes;
    }

    private void replay(TreeEdge edge, long size) throws IOException {
        try (LogCursor acts = new LogCursor(folder, 0, size)) {
            while (acts.hasNext()) {
                for (TreeEdge.Filled full : edge.append(acts.next().leaf())) {
                    Path path = folder.tile(full.tile());
                    if (!same(path, full.bytes())) {
                        Durable.createDirectories(LogFolder.parent(path));
                        Durable.replace(path, full.bytes());
                    }
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void writePartial(TreeEdge edge) throws IOException {
        for (TreeEdge.Filled tile : edge.partial()) {
            Path path = folder.tile(tile.tile());
            if (!same(path, tile.bytes())) {
                Files.createDirectories(LogFolder.parent(path));
                Files.write(path, tile.bytes());
            }
        }
    }

    /** Deletes tiles that the tree does not have. What is no tile at all stays: verification names it. */
    private void deleteOthers(long size) throws IOException {
        List<Path> files = List.of();
        if (Files.isDirectory(folder.tiles())) {
            try (Stream<Path> found = Files.walk(folder.tiles())) {
                files = found.filter(Files::isRegularFile).toList();
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        for (Path file : files) {
            if (!isOf(size, file)) {
                Files.delete(file);
                deleteIfEmpty(LogFolder.parent(file));
            }
        }
    }

    private boolean isOf(long size, Path file) {
        Tile tile;
        try {
            tile = folder.tile(file);
        } catch (TlogFormatException e) {
            return true;
        }
        long hashes = (size >> (Tile.HEIGHT * tile.level())) - tile.index() * Tile.WIDTH;
        return tile.width() == Math.min(Tile.WIDTH, hashes);
    }

    private static void deleteIfEmpty(Path directory) throws IOException {
        try {
            Files.delete(directory);
        } catch (DirectoryNotEmptyException e) {
            // Other tiles are in it.
        }
    }

    /**
     * A process that was killed may have left names in memory only. All that the checkpoint covers was forced before
     * its rename; so it is the rename itself, or the folders of a log that is just being founded:
     * {@code archive/log}.
     */
    private void force(Optional<Head> head) throws IOException {
        if (head.isPresent()) {
            Durable.forceDirectory(folder.root());
            return;
        }
        Path at = folder.root().getParent();
        for (int up = 0; up < 2 && at != null; up++) {
            Durable.forceDirectory(at);
            at = at.getParent();
        }
    }

    private static boolean same(Path path, byte[] bytes) throws IOException {
        return Files.exists(path) && Arrays.equals(Files.readAllBytes(path), bytes);
    }
}
