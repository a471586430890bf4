package se.sigill.core.catalogue.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import se.sigill.core.catalogue.AuditRound;

/** The latest round of checking. */
@Entity
@Table(name = "audit_round")
class AuditRow {
    @Id
    @Column(name = "act")
    long act;

    @Column(name = "ended_at")
    Instant at = Instant.EPOCH;

    @Column(name = "round_id")
    String round = "";

    @Column(name = "objects")
    long objects;

    @Column(name = "files")
    long files;

    @Column(name = "size_bytes")
    long bytes;

    @Column(name = "faults")
    long faults;

    static AuditRow of(AuditRound a) {
        AuditRow row = new AuditRow();
        row.act = a.act();
        row.at = a.at();
        row.round = Clip.to(200, a.round());
        row.objects = a.objects();
        row.files = a.files();
        row.bytes = a.bytes();
        row.faults = a.faults();
        return row;
    }

    AuditRound toValue() {
        return new AuditRound(act, at, round, objects, files, bytes, faults);
    }
}
