package se.sigill.core.catalogue.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import se.sigill.core.catalogue.Version;
import se.sigill.core.record.RecordId;

/** A committed version. */
@Entity
@Table(name = "record_version")
class VersionRow extends RowOfRecord {
    @Column(name = "version_number")
    int version;

    @Column(name = "committed_at")
    Instant at = Instant.EPOCH;

    @Column(name = "inventory_sha512")
    String inventory = "";

    @Column(name = "file_role")
    String role = "";

    static VersionRow of(RecordId id, Version v) {
        VersionRow row = new VersionRow();
        row.act = v.act();
        row.recordId = id.value();
        row.version = v.version();
        row.at = v.at();
        row.inventory = Clip.to(128, v.inventory());
        row.role = v.role();
        return row;
    }

    Version toValue() {
        return new Version(version, act, at, inventory, role);
    }
}
