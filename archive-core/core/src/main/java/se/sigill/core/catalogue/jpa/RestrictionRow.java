package se.sigill.core.catalogue.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.LocalDate;
import se.sigill.core.access.Restriction;
import se.sigill.core.access.RestrictionCategory;
import se.sigill.core.access.Target;
import se.sigill.core.record.RecordId;

/**
 * A restriction; its end is stored nowhere. Days are text, because a clock may start before any database's
 * calendar.
 */
@Entity
@Table(name = "restriction")
class RestrictionRow extends RowOfRecord {
    private static final long NOT_LIFTED = -1;

    @Column(name = "target")
    String target = "";

    @Column(name = "category")
    String category = "";

    @Column(name = "provision")
    String provision = "";

    @Lob
    @Column(name = "reason")
    String reason = "";

    @Column(name = "authority")
    String authority = "";

    @Column(name = "marked_by")
    String markedBy = "";

    @Column(name = "marked_on")
    String markedOn = "";

    @Column(name = "clock_start")
    String clockStart = "";

    @Column(name = "existence_secret")
    short existenceSecret;

    @Column(name = "lifted_act")
    long liftedAct = NOT_LIFTED;

    static RestrictionRow of(RecordId id, Restriction r) {
        RestrictionRow row = new RestrictionRow();
        row.act = r.act();
        row.recordId = id.value();
        row.target = r.target().text();
        row.category = r.category().name();
        row.provision = Clip.to(200, r.provision());
        row.reason = r.reason();
        row.authority = Clip.to(Clip.TEXT, r.authority());
        row.markedBy = Clip.to(Clip.TEXT, r.markedBy());
        row.markedOn = r.markedOn().toString();
        row.clockStart = r.clockStart().toString();
        row.existenceSecret = (short) (r.existenceSecret() ? 1 : 0);
        row.lift(r.liftedBy());
        return row;
    }

    void lift(long byAct) {
        if (liftedAct == NOT_LIFTED && byAct != Restriction.NEVER) {
            liftedAct = byAct;
        }
    }

    Restriction toValue() {
        return new Restriction(
                act,
                Target.parse(target),
                RestrictionCategory.valueOf(category),
                provision,
                reason,
                authority,
                markedBy,
                LocalDate.parse(markedOn),
                LocalDate.parse(clockStart),
                existenceSecret != 0,
                liftedAct == NOT_LIFTED ? Restriction.NEVER : liftedAct);
    }
}
