package se.sigill.core.inbox;

import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;

/**
 * What it costs (avgiftsförordningen 1992:191, or the municipality's tariff).
 *
 * @param amountOre in öre, 1/100 krona
 * @param text how it is counted, in the requester's language; may be empty
 * @param accepted whether the requester has said yes
 */
public record BoxFee(long amountOre, String text, boolean accepted) {
    /** Nothing is charged, and nothing is said of it. */
    public static final BoxFee NONE = new BoxFee(0, "", false);

    private static final int TEXT_MAX = 2_000;
    /** A million kronor: more is a mistake. */
    private static final long AMOUNT_ORE_MAX = 100_000_000;

    /** @throws IllegalArgumentException if the amount is out of bounds or the text no text */
    public BoxFee {
        Texts.words("text", text, TEXT_MAX);
        if (amountOre < 0 || amountOre > AMOUNT_ORE_MAX) {
            throw new IllegalArgumentException("a fee has 0 to " + AMOUNT_ORE_MAX + " öre");
        }
    }

    public boolean isNone() {
        return equals(NONE);
    }

    Json.Obj toJson() {
        return Json.object().with("ore", amountOre).with("text", text).with("accepted", accepted);
    }

    /** @throws JsonException if it is not exactly of its form */
    static BoxFee fromJson(Json.Obj json) {
        Fields fields = new Fields(json);
        long amountOre = fields.integer("ore");
        String text = fields.text("text", TEXT_MAX);
        boolean accepted = fields.bool("accepted");
        fields.end();
        return Fields.checked(() -> new BoxFee(amountOre, text, accepted));
    }
}
