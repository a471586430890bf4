package se.sigill.formats;

import java.nio.file.Path;

/**
 * A file to look at.
 *
 * @param path where it lies; absolute or relative to this process; only read
 * @param name the name it was delivered under: its extension counts when the content says nothing
 */
public record FileInput(Path path, String name) {

    /** The file under its own name. */
    public static FileInput of(Path path) {
        Path last = path.getFileName();
        return new FileInput(path, last == null ? "" : last.toString());
    }
}
