package se.sigill.ingest.spool;

import java.time.Instant;

/** Where one delivery stands, for {@code status}. Counts are of items. */
public record DeliveryStatus(
        String delivery, String system, Instant receivedAt, State state, int waiting, int quarantined, int known) {

    /** The steps of a delivery (domain: mottagen, i karantän, godkänd). */
    public enum State {
        /** Mottagen: acknowledged, and the pipeline has work to do. */
        RECEIVED,
        /** Karantän: all sound items are committed; a person must decide about the others. */
        QUARANTINED,
        /** Godkänd: nothing is left to do; the folder goes. */
        DONE
    }
}
