package se.sigill.core.catalogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import se.sigill.core.access.AccessState;
import se.sigill.core.access.Assessment;
import se.sigill.core.access.InformationPlan;
import se.sigill.core.access.RecordFacts;
import se.sigill.core.access.Restriction;
import se.sigill.core.access.SecrecyOverride;
import se.sigill.core.disposal.DisposalFacts;
import se.sigill.core.disposal.Hold;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.record.RecordId;

/**
 * Everything the catalogue knows of one record. All lists are in the order of the acts and hold ended things as well.
 *
 * @param description as of the newest version
 * @param authority whose record it is, as the act {@code Sealed} says
 * @param classCode its class, as the act {@code Sealed} says
 */
public record CatalogueRecord(
        RecordDescription description,
        String authority,
        String classCode,
        List<Version> versions,
        List<Gap> gaps,
        List<Hold> holds,
        List<Restriction> restrictions,
        List<Assessment> assessments,
        List<SecrecyOverride> overrides) {

    public CatalogueRecord {
        versions = List.copyOf(versions);
        gaps = List.copyOf(gaps);
        holds = List.copyOf(holds);
        restrictions = List.copyOf(restrictions);
        assessments = List.copyOf(assessments);
        overrides = List.copyOf(overrides);
    }

    public RecordId id() {
        return description.id();
    }

    /** The newest committed version. */
    public Version newest() {
        return versions.getLast();
    }

    /** What an answer about openness is computed from, under the given plan. */
    public RecordFacts facts(InformationPlan plan) {
        return new RecordFacts(authority, plan.classify(classCode), restrictions, assessments, overrides);
    }

    /**
     * What decides whether the record may be disposed of, under the given plan. The retention period counts from the
     * day of the record or, where that is not known, from the day it was received.
     *
     * @param restoreNotAccepted whether a restore lost acts and nobody has answered for it
     * @param requested whether an open request, or one with an open appeal, asks for it
     */
    public DisposalFacts disposalFacts(InformationPlan plan, boolean restoreNotAccepted, boolean requested) {
        return new DisposalFacts(id(), plan.classify(classCode), holds, day(), restoreNotAccepted, requested);
    }

    private LocalDate day() {
        try {
            return LocalDate.parse(description.date());
        } catch (DateTimeException e) {
            return AccessState.day(description.receivedAt());
        }
    }
}
