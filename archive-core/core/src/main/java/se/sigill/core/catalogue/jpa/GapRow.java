package se.sigill.core.catalogue.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import se.sigill.core.catalogue.Gap;
import se.sigill.core.record.RecordId;

/** A gap, open or closed. */
@Entity
@Table(name = "gap")
class GapRow extends RowOfRecord {
    @Column(name = "code")
    String code = "";

    @Lob
    @Column(name = "place")
    String place = "";

    @Lob
    @Column(name = "message")
    String message = "";

    @Column(name = "waits_for")
    String waitsFor = "";

    @Column(name = "opened_at")
    Instant openedAt = Instant.EPOCH;

    @Column(name = "closed_act")
    long closedAct = Gap.OPEN;

    @Column(name = "accepted")
    short accepted;

    @Lob
    @Column(name = "close_reason")
    String closeReason = "";

    static GapRow of(Gap g) {
        GapRow row = new GapRow();
        row.act = g.act();
        row.recordId = g.record().value();
        row.code = Clip.to(200, g.code());
        row.place = g.where();
        row.message = g.message();
        row.waitsFor = Clip.to(200, g.waitsFor());
        row.openedAt = g.openedAt();
        return row;
    }

    void close(long byAct, boolean asAccepted, String reason) {
        closedAct = byAct;
        accepted = (short) (asAccepted ? 1 : 0);
        closeReason = reason;
    }

    Gap toValue() {
        return new Gap(
                act,
                new RecordId(recordId),
                code,
                place,
                message,
                waitsFor,
                openedAt,
                closedAct,
                accepted != 0,
                closeReason);
    }
}
