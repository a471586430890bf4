package se.sigill.core.catalogue.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import se.sigill.core.catalogue.Disposal;
import se.sigill.core.record.RecordId;

/** What is left of a record that was disposed of. */
@Entity
@Table(name = "disposal")
class DisposalRow extends RowOfRecord {
    @Column(name = "disposed_at")
    Instant at = Instant.EPOCH;

    @Column(name = "actor")
    String actor = "";

    @Column(name = "second_person")
    String second = "";

    @Lob
    @Column(name = "authority")
    String authority = "";

    @Lob
    @Column(name = "reason")
    String reason = "";

    static DisposalRow of(Disposal d) {
        DisposalRow row = new DisposalRow();
        row.act = d.act();
        row.recordId = d.record().value();
        row.at = d.at();
        row.actor = Clip.to(Clip.TEXT, d.actor());
        row.second = Clip.to(Clip.TEXT, d.second());
        row.authority = d.authority();
        row.reason = d.reason();
        return row;
    }

    Disposal toValue() {
        return new Disposal(act, new RecordId(recordId), at, actor, second, authority, reason);
    }
}
