package se.sigill.core.catalogue.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import se.sigill.core.disposal.Hold;
import se.sigill.core.record.RecordId;

/** A hold, standing or lifted. */
@Entity
@Table(name = "disposal_hold")
class HoldRow extends RowOfRecord {
    @Lob
    @Column(name = "reason")
    String reason = "";

    @Column(name = "placed_by")
    String placedBy = "";

    @Column(name = "placed_at")
    Instant placedAt = Instant.EPOCH;

    @Column(name = "lifted_act")
    long liftedAct = Hold.STANDS;

    static HoldRow of(Hold h) {
        HoldRow row = new HoldRow();
        row.act = h.act();
        row.recordId = h.record().value();
        row.reason = h.reason();
        row.placedBy = Clip.to(Clip.TEXT, h.placedBy());
        row.placedAt = h.placedAt();
        return row;
    }

    Hold toValue() {
        return new Hold(act, new RecordId(recordId), reason, placedBy, placedAt, liftedAct);
    }
}
