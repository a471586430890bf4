package se.sigill.core.catalogue.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.LocalDate;
import se.sigill.core.access.SecrecyOverride;
import se.sigill.core.record.RecordId;

/** A secrecy override. */
@Entity
@Table(name = "secrecy_override")
class OverrideRow extends RowOfRecord {
    @Column(name = "provision")
    String provision = "";

    @Lob
    @Column(name = "reason")
    String reason = "";

    @Column(name = "audience")
    String audience = "";

    @Column(name = "granted_by")
    String grantedBy = "";

    @Column(name = "valid_from")
    String from = "";

    @Column(name = "valid_until")
    String until = "";

    static OverrideRow of(RecordId id, SecrecyOverride o) {
        OverrideRow row = new OverrideRow();
        row.act = o.act();
        row.recordId = id.value();
        row.provision = Clip.to(200, o.provision());
        row.reason = o.reason();
        row.audience = Clip.to(Clip.TEXT, o.audience().text());
        row.grantedBy = Clip.to(Clip.TEXT, o.grantedBy());
        row.from = o.from().toString();
        row.until = o.until().toString();
        return row;
    }

    SecrecyOverride toValue() {
        return new SecrecyOverride(
                act,
                provision,
                reason,
                SecrecyOverride.Audience.parse(audience),
                grantedBy,
                LocalDate.parse(from),
                LocalDate.parse(until));
    }
}
