package se.sigill.core.tlog;

import java.io.IOException;

/** Where tiles come from: a folder, a web site, memory. */
@FunctionalInterface
public interface TileSource {
    /** Exactly {@link Tile#sizeBytes} bytes. @throws IOException if the tile is not there or has another length */
    byte[] read(Tile tile) throws IOException;
}
