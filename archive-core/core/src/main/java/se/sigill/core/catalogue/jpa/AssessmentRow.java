package se.sigill.core.catalogue.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.LocalDate;
import se.sigill.core.access.Assessment;
import se.sigill.core.record.RecordId;

/** A person's word about a record. */
@Entity
@Table(name = "assessment")
class AssessmentRow extends RowOfRecord {
    @Column(name = "is_open")
    short open;

    @Column(name = "publishable")
    short publishable;

    @Column(name = "assessed_by")
    String assessedBy = "";

    @Column(name = "assessed_on")
    String assessedOn = "";

    @Lob
    @Column(name = "reason")
    String reason = "";

    static AssessmentRow of(RecordId id, Assessment a) {
        AssessmentRow row = new AssessmentRow();
        row.act = a.act();
        row.recordId = id.value();
        row.open = (short) (a.open() ? 1 : 0);
        row.publishable = (short) (a.publishable() ? 1 : 0);
        row.assessedBy = Clip.to(Clip.TEXT, a.assessedBy());
        row.assessedOn = a.assessedOn().toString();
        row.reason = a.reason();
        return row;
    }

    Assessment toValue() {
        return new Assessment(act, open != 0, publishable != 0, assessedBy, LocalDate.parse(assessedOn), reason);
    }
}
