package se.sigill.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a server cannot read for a while: a folder stands in its place. */
final class Unreadable {
    private Unreadable() {}

    static void during(Path file, Runnable visit) {
        Path aside = file.resolveSibling(file.getFileName() + ".aside");
        try {
            Files.move(file, aside);
            Files.createDirectory(file);
            try {
                visit.run();
            } finally {
                Files.delete(file);
                Files.move(aside, file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
