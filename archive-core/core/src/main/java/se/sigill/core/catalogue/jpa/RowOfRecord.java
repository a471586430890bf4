package se.sigill.core.catalogue.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** A row that an act made and that belongs to one record. */
@MappedSuperclass
abstract class RowOfRecord {
    @Id
    @Column(name = "act")
    long act;

    @Column(name = "record_id")
    String recordId = "";
}
