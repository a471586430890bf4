package se.sigill.core.tlog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Tiles in a folder of files. A partial tile that has gone while the log grew is read from the front of the full one
 * or of a wider one: a log only ever adds to a tile.
 */
public final class TileFolder implements TileSource {
    private final Path log;

    /** @param log the folder that holds {@code tile/} */
    public TileFolder(Path log) {
        this.log = log;
    }

    @Override
    public byte[] read(Tile tile) throws IOException {
        try {
            return read(tile, tile);
        } catch (NoSuchFileException e) {
            if (tile.isFull()) {
                throw e;
            }
            return readWider(tile);
        }
    }

    private byte[] readWider(Tile tile) throws IOException {
        for (int width = Tile.WIDTH; width > tile.width(); width--) {
            Tile wider = new Tile(tile.level(), tile.index(), width);
            if (Files.exists(log.resolve(wider.path()))) {
                return read(wider, tile);
            }
        }
        // The writer may have replaced it by a wider one and that by the full one while we looked.
        return read(tile.full(), tile);
    }

    private byte[] read(Tile stored, Tile wanted) throws IOException {
        try (InputStream in = Files.newInputStream(log.resolve(stored.path()))) {
            byte[] bytes = in.readNBytes(wanted.sizeBytes());
            if (bytes.length != wanted.sizeBytes()) {
                throw new IOException("tile " + stored.path() + " is cut off at " + bytes.length + " bytes");
            }
            return bytes;
        }
    }
}
