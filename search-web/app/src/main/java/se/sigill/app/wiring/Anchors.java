package se.sigill.app.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import se.sigill.core.ArchiveException;
import se.sigill.core.log.Anchor;
import se.sigill.core.tlog.TlogFormatException;

/** Checkpoints kept outside: a checkpoint file, or a receipt that carries one. */
final class Anchors {
    private Anchors() {}

    /** @throws ArchiveException.WrongUsage naming the file that is no checkpoint */
    static List<Anchor> read(List<Path> files) {
        return files.stream().map(Anchors::read).toList();
    }

    private static Anchor read(Path file) {
        try {
            return Anchor.of(String.valueOf(file.getFileName()), Files.readAllBytes(file));
        } catch (IOException | TlogFormatException e) {
            throw new ArchiveException.WrongUsage(file + " is no checkpoint and no receipt: " + e.getMessage(), e);
        }
    }
}
