package se.sigill.core.log;

import java.nio.charset.StandardCharsets;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonReader;
import se.sigill.core.tlog.SignedNote;
import se.sigill.core.tlog.TlogFormatException;

/**
 * A checkpoint that was kept outside the archive: on a receipt, in a letter, by a source system.
 *
 * @param where the place it comes from, as the reader knows it; findings name it
 */
public record Anchor(String where, SignedNote note) {
    /**
     * Reads what was kept: a checkpoint as it is, or a receipt, whose {@code checkpoint} it is then.
     *
     * @throws TlogFormatException if the bytes are neither
     */
    public static Anchor of(String where, byte[] bytes) {
        boolean receipt = bytes.length > 0 && bytes[0] == '{';
        if (!receipt) {
            return new Anchor(where, SignedNote.parse(bytes));
        }
        try {
            String note = JsonReader.parse(bytes).asObject().text("checkpoint");
            return new Anchor(where, SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)));
        } catch (JsonException e) {
            throw new TlogFormatException("a receipt without a checkpoint: " + e.getMessage());
        }
    }
}
