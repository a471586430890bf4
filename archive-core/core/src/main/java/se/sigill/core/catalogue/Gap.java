package se.sigill.core.catalogue;

import java.time.Instant;
import se.sigill.core.json.Json;
import se.sigill.core.record.RecordId;

/**
 * Something missing that somebody must close or accept.
 *
 * @param act the index of the act that opened it; its name
 * @param waitsFor the engine whose appearance closes it, empty if none can
 * @param closedBy the index of the act that closed it, {@link #OPEN} while it is open
 * @param accepted whether it was closed by accepting that it stays
 * @param closeReason why; empty while open
 */
public record Gap(
        long act,
        RecordId record,
        String code,
        String where,
        String message,
        String waitsFor,
        Instant openedAt,
        long closedBy,
        boolean accepted,
        String closeReason) {

    /** The index of no act. */
    public static final long OPEN = -1;

    public boolean isOpen() {
        return closedBy == OPEN;
    }

    /** This gap as closed by the given act. */
    public Gap close(long byAct, boolean asAccepted, String reason) {
        return new Gap(act, record, code, where, message, waitsFor, openedAt, byAct, asAccepted, reason);
    }

    Json toJson() {
        Json.Obj json = Json.object()
                .with("act", act)
                .with("code", code)
                .with("where", where)
                .with("message", message)
                .with("waitsFor", waitsFor)
                .with("openedAt", openedAt.toString());
        return isOpen()
                ? json
                : json.with("closedBy", closedBy).with("accepted", accepted).with("reason", closeReason);
    }
}
