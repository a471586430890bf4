package se.sigill.core.catalogue.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How far a projection has come. */
@Entity
@Table(name = "projection_cursor")
class CursorRow {
    @Id
    @Column(name = "name")
    String name = "";

    @Column(name = "next_act")
    long nextAct;
}
