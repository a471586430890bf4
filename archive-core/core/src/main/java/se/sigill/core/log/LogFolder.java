package se.sigill.core.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import se.sigill.core.ArchiveException;
import se.sigill.core.tlog.SignedNote;
import se.sigill.core.tlog.Tile;
import se.sigill.core.tlog.TlogFormatException;

/**
 * Where things lie in a log's folder ({@code docs/formats/log.md}).
 *
 * @param root the folder, {@code archive/log} or {@code archive/log-public}
 * @param form which of the two logs it is
 */
public record LogFolder(Path root, LogForm form) {
    /** Acts in a full file: as many as hashes in a tile. */
    public static final int ACTS_A_FILE = Tile.WIDTH;

    public LogFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** The folder of the archive's log. */
    public LogFolder(Path root) {
        this(root, LogForm.ARCHIVE);
    }

    public Path checkpoint() {
        return root.resolve("checkpoint");
    }

    public Path lock() {
        return root.resolve("lock");
    }

    public Path acts() {
        return root.resolve("acts");
    }

    /** The acts file of that number; it holds the acts from {@code file * 256}. */
    public Path acts(long file) {
        return acts().resolve(Tile.number(file));
    }

    public Path tile(Tile tile) {
        return root.resolve(tile.path());
    }

    public Path tiles() {
        return root.resolve("tile");
    }

    /** The tile that a file below {@link #tiles} is. @throws se.sigill.core.tlog.TlogFormatException if it is none */
    public Tile tile(Path file) {
        return Tile.parse(root.relativize(file).toString());
    }

    public Path kept() {
        return root.resolve("kept");
    }

    /** The kept checkpoint of that size. */
    public Path kept(long size) {
        return kept().resolve(Long.toString(size));
    }

    /** The folder a file lies in. */
    static Path parent(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("a root directory lies in no folder");
        }
        return parent;
    }

    /**
     * The head as it is on disk now, empty if there is no log. Its signature is not checked.
     *
     * @throws ArchiveException.Damaged if the file is no checkpoint of such a log
     */
    public Optional<Head> head() throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(checkpoint());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        try {
            return Optional.of(Head.of(SignedNote.parse(bytes), form));
        } catch (TlogFormatException e) {
            throw new ArchiveException.Damaged(
                    LogFinding.CHECKPOINT_BROKEN.id() + ": " + checkpoint() + " is no checkpoint: " + e.getMessage(),
                    e);
        }
    }
}
