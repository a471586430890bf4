package se.sigill.core.catalogue.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import se.sigill.core.log.RequestAct;

/** A request, for lists of them; everything else is computed from its acts. */
@Entity
@Table(name = "archive_request")
class RequestRow extends RowOfRecord {
    static final long OPEN = -1;

    @Column(name = "arrived_at")
    Instant arrivedAt = Instant.EPOCH;

    @Column(name = "closed_act")
    long closedAct = OPEN;

    static RequestRow of(long index, RequestAct.Requested requested) {
        RequestRow row = new RequestRow();
        row.act = index;
        row.recordId = requested.record().value();
        row.arrivedAt = requested.arrived();
        return row;
    }
}
