package se.sigill.ingest.delivery;

import java.util.Locale;
import java.util.Optional;

/** How a document became official: received (inkommen), dispatched (expedierad) or drawn up (upprättad); TF 2:9-10. */
public enum Direction {
    RECEIVED,
    DISPATCHED,
    DRAWN_UP;

    /** Reads a clerk's word, Swedish or English; empty if it is none that is known. */
    public static Optional<Direction> of(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "inkommen", "inkommande", "inkommet", "in", "i", "received", "incoming" -> Optional.of(RECEIVED);
            case "utgående", "utgaende", "expedierad", "skickad", "ut", "u", "sent", "outgoing", "out", "dispatched" ->
                Optional.of(DISPATCHED);
            case "upprättad", "upprattad", "intern", "internt", "internal", "drawn up", "drawn_up", "drawn-up" ->
                Optional.of(DRAWN_UP);
            default -> Optional.empty();
        };
    }
}
