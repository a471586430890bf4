package se.sigill.app.wiring;

import java.nio.file.Path;
import java.util.List;
import se.sigill.core.ArchiveException;
import se.sigill.core.log.Anchor;
import se.sigill.core.tlog.TlogFormatException;

/** Checkpoints kept outside: a checkpoint file, or a receipt that carries one. */
final class Anchors {
    /** A receipt names every item of its delivery. */
    private static final int BYTES_MAX = 64 << 20;

    private Anchors() {}

    /** @throws ArchiveException.WrongUsage naming the file that is no checkpoint */
    static List<Anchor> read(List<Path> files) {
        return files.stream().map(Anchors::read).toList();
    }

    private static Anchor read(Path file) {
        try {
            return Anchor.of(
                    String.valueOf(file.getFileName()),
                    GivenFile.bytes(file, BYTES_MAX, "no checkpoint or receipt is that large"));
        } catch (TlogFormatException e) {
            throw new ArchiveException.WrongUsage(file + " is no checkpoint and no receipt: " + e.getMessage(), e);
        }
    }
}
