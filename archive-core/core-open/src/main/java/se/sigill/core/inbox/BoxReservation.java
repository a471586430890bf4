package se.sigill.core.inbox;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.proof.Sha;

/**
 * The conditions under which an item is handed out (förbehåll, OSL 10 kap. 14 §).
 *
 * @param text in the requester's language
 * @param accepted whether the requester has agreed; before that the item has no files
 */
public record BoxReservation(String text, boolean accepted) {
    private static final int TEXT_MAX = 10_000;

    /** @throws IllegalArgumentException if the text is none */
    public BoxReservation {
        Texts.words("text", text, TEXT_MAX);
        if (text.isBlank()) {
            throw new IllegalArgumentException("a reservation has a text");
        }
    }

    /** SHA-256 of the text, by which a form says which words were read. */
    public String digest() {
        return HexFormat.of().formatHex(Sha.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    Json.Obj toJson() {
        return Json.object().with("text", text).with("accepted", accepted);
    }

    /** @throws JsonException if it is not exactly of its form */
    static BoxReservation fromJson(Json.Obj json) {
        Fields fields = new Fields(json);
        String text = fields.text("text", TEXT_MAX);
        boolean accepted = fields.bool("accepted");
        fields.end();
        return Fields.checked(() -> new BoxReservation(text, accepted));
    }

    @Override
    public String toString() {
        return "BoxReservation[" + (accepted ? "accepted" : "not accepted") + ", text hidden]";
    }
}
