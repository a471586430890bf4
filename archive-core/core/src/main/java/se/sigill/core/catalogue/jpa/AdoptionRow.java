package se.sigill.core.catalogue.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import se.sigill.core.catalogue.Adoption;

/** A document in force. */
@Entity
@Table(name = "adoption")
class AdoptionRow {
    @Id
    @Column(name = "act")
    long act;

    @Column(name = "kind")
    String kind = "";

    @Column(name = "name")
    String name = "";

    @Column(name = "document_version")
    String version = "";

    @Column(name = "sha256")
    String sha256 = "";

    @Lob
    @Column(name = "document")
    String document = "";

    @Column(name = "adopted_at")
    Instant at = Instant.EPOCH;

    @Column(name = "actor")
    String actor = "";

    static AdoptionRow of(Adoption a) {
        AdoptionRow row = new AdoptionRow();
        row.act = a.act();
        row.kind = Clip.to(200, a.kind());
        row.name = Clip.to(Clip.TEXT, a.name());
        row.version = Clip.to(Clip.TEXT, a.version());
        row.sha256 = Clip.to(64, a.sha256());
        row.document = a.document();
        row.at = a.at();
        row.actor = Clip.to(Clip.TEXT, a.actor());
        return row;
    }

    Adoption toValue() {
        return new Adoption(act, kind, name, version, sha256, document, at, actor);
    }
}
