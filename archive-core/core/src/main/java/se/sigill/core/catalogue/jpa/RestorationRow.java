package se.sigill.core.catalogue.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import se.sigill.core.catalogue.Gap;
import se.sigill.core.catalogue.Restoration;

/** A restore. */
@Entity
@Table(name = "restoration")
class RestorationRow {
    @Id
    @Column(name = "act")
    long act;

    @Column(name = "restored_at")
    Instant at = Instant.EPOCH;

    @Column(name = "lost_from")
    long lostFrom;

    @Column(name = "lost_to")
    long lostTo;

    @Lob
    @Column(name = "reason")
    String reason = "";

    @Column(name = "accepted_act")
    long acceptedAct = Gap.OPEN;

    static RestorationRow of(Restoration r) {
        RestorationRow row = new RestorationRow();
        row.act = r.act();
        row.at = r.at();
        row.lostFrom = r.lostFrom();
        row.lostTo = r.lostTo();
        row.reason = r.reason();
        return row;
    }

    Restoration toValue() {
        return new Restoration(act, at, lostFrom, lostTo, reason, acceptedAct);
    }
}
