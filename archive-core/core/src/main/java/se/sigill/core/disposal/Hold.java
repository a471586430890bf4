package se.sigill.core.disposal;

import java.time.Instant;
import se.sigill.core.json.Json;
import se.sigill.core.record.RecordId;

/**
 * A hold (gallringsspärr): while it stands the record is not disposed of.
 *
 * @param act the index of the act that placed it; its name
 * @param liftedBy the index of the act that lifted it, {@link #STANDS} while it stands
 */
public record Hold(long act, RecordId record, String reason, String placedBy, Instant placedAt, long liftedBy) {
    /** The index of no act. */
    public static final long STANDS = -1;

    public boolean stands() {
        return liftedBy == STANDS;
    }

    /** This hold as lifted by the given act. */
    public Hold lift(long byAct) {
        return new Hold(act, record, reason, placedBy, placedAt, byAct);
    }

    /** The stable JSON form; {@code liftedBy} only if it was lifted. */
    public Json toJson() {
        Json.Obj json = Json.object()
                .with("act", act)
                .with("reason", reason)
                .with("placedBy", placedBy)
                .with("placedAt", placedAt.toString());
        return stands() ? json : json.with("liftedBy", liftedBy);
    }
}
