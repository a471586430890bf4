package se.sigill.app.wiring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import se.sigill.core.ArchiveException;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonReader;
import se.sigill.core.log.Anchor;
import se.sigill.core.tlog.SignedNote;
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
            byte[] bytes = Files.readAllBytes(file);
            boolean isReceipt = bytes.length > 0 && bytes[0] == '{';
            byte[] note = isReceipt
                    ? JsonReader.parse(bytes).asObject().text("checkpoint").getBytes(StandardCharsets.UTF_8)
                    : bytes;
            return new Anchor(String.valueOf(file.getFileName()), SignedNote.parse(note));
        } catch (IOException | JsonException | TlogFormatException e) {
            throw new ArchiveException.WrongUsage(file + " is no checkpoint and no receipt: " + e.getMessage(), e);
        }
    }
}
