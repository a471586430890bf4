package se.sigill.core.catalogue;

import se.sigill.core.access.Assessment;
import se.sigill.core.access.Restriction;
import se.sigill.core.access.SecrecyOverride;
import se.sigill.core.disposal.Hold;
import se.sigill.core.log.IncidentAct;
import se.sigill.core.log.RequestAct;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.record.RecordId;

/**
 * The rows of a catalogue as {@link ActFold} writes them, within one transaction. Every technology implements these and
 * knows nothing of acts. What refers to a row that is not there, or that belongs to
 * another record, does nothing.
 */
public interface CatalogueRows {
    boolean hasRecord(RecordId id);

    void addRecord(RecordDescription description, String authority, String classCode, long sealedAct);

    /** Replaces the description of a record that is there. */
    void describe(RecordDescription description);

    void addVersion(RecordId id, Version version);

    void addGap(Gap gap);

    void closeGap(RecordId id, long gap, long byAct, boolean accepted, String reason);

    void addHold(Hold hold);

    void liftHold(RecordId id, long hold, long byAct);

    void addRestriction(RecordId id, Restriction restriction);

    void liftRestriction(RecordId id, long restriction, long byAct);

    void addAssessment(RecordId id, Assessment assessment);

    void addOverride(RecordId id, SecrecyOverride override);

    /** Keeps an act of a request with the request's record. */
    void addRequestAct(long index, RequestAct act);

    /** Keeps an act of an incident with the record whose content got out. */
    void addIncidentAct(long index, IncidentAct act);

    /** Removes the record and all its rows, and keeps the disposal. */
    void dispose(Disposal disposal);

    /** Puts the document in the place of an earlier one of the same kind and name. */
    void adopt(Adoption adoption);

    void addRestoration(Restoration restoration);

    void acceptRestoration(long restoration, long byAct);

    /** Puts the round in the place of an earlier one. */
    void setLastAudit(AuditRound round);
}
