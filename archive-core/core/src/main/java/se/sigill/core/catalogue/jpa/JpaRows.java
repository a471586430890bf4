package se.sigill.core.catalogue.jpa;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import se.sigill.core.access.Assessment;
import se.sigill.core.access.Restriction;
import se.sigill.core.access.SecrecyOverride;
import se.sigill.core.catalogue.Adoption;
import se.sigill.core.catalogue.AuditRound;
import se.sigill.core.catalogue.CatalogueRows;
import se.sigill.core.catalogue.Disposal;
import se.sigill.core.catalogue.Gap;
import se.sigill.core.catalogue.Restoration;
import se.sigill.core.catalogue.Version;
import se.sigill.core.disposal.Hold;
import se.sigill.core.log.IncidentAct;
import se.sigill.core.log.RequestAct;
import se.sigill.core.project.IndexedAct;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.Request;

/** Writes rows within the transaction of one entity manager. */
final class JpaRows implements CatalogueRows {
    private final EntityManager em;

    JpaRows(EntityManager em) {
        this.em = em;
    }

    private <T> Optional<T> row(Class<T> type, Object key) {
        return Optional.ofNullable(em.find(type, key));
    }

    private <T extends RowOfRecord> Optional<T> row(Class<T> type, RecordId id, long act) {
        return row(type, act).filter(r -> r.recordId.equals(id.value()));
    }

    @Override
    public boolean hasRecord(RecordId id) {
        return row(RecordRow.class, id.value()).isPresent();
    }

    @Override
    public void addRecord(RecordDescription description, String authority, String classCode, long sealedAct) {
        RecordRow row = new RecordRow();
        row.describe(description);
        row.authority = Clip.to(Clip.TEXT, authority);
        row.classCode = Clip.to(Clip.TEXT, classCode);
        row.sealedAct = sealedAct;
        em.persist(row);
    }

    @Override
    public void describe(RecordDescription description) {
        row(RecordRow.class, description.id().value()).ifPresent(r -> r.describe(description));
    }

    @Override
    public void addVersion(RecordId id, Version version) {
        em.persist(VersionRow.of(id, version));
    }

    @Override
    public void addGap(Gap gap) {
        em.persist(GapRow.of(gap));
    }

    @Override
    public void closeGap(RecordId id, long gap, long byAct, boolean accepted, String reason) {
        row(GapRow.class, id, gap)
                .filter(r -> r.closedAct == Gap.OPEN)
                .ifPresent(r -> r.close(byAct, accepted, reason));
    }

    @Override
    public void addHold(Hold hold) {
        em.persist(HoldRow.of(hold));
    }

    @Override
    public void liftHold(RecordId id, long hold, long byAct) {
        row(HoldRow.class, id, hold).filter(r -> r.liftedAct == Hold.STANDS).ifPresent(r -> r.liftedAct = byAct);
    }

    @Override
    public void addRestriction(RecordId id, Restriction restriction) {
        em.persist(RestrictionRow.of(id, restriction));
    }

    @Override
    public void liftRestriction(RecordId id, long restriction, long byAct) {
        row(RestrictionRow.class, id, restriction).ifPresent(r -> r.lift(byAct));
    }

    @Override
    public void addAssessment(RecordId id, Assessment assessment) {
        em.persist(AssessmentRow.of(id, assessment));
    }

    @Override
    public void addOverride(RecordId id, SecrecyOverride override) {
        em.persist(OverrideRow.of(id, override));
    }

    @Override
    public void addRequestAct(long index, RequestAct act) {
        em.persist(RequestActRow.of(index, act));
        if (act instanceof RequestAct.Requested requested) {
            em.persist(RequestRow.of(index, requested));
        }
        switch (act) {
            case RequestAct.RequestClosed _,
                    RequestAct.Appealed _,
                    RequestAct.AppealHandled _,
                    RequestAct.CourtDecided _ -> settle(act.record(), index);
            default -> {}
        }
    }

    @Override
    public void addIncidentAct(long index, IncidentAct act) {
        em.persist(IncidentActRow.of(index, act));
    }

    /** Whether the request is over follows from all that happened to it. */
    private void settle(RecordId request, long index) {
        em.flush();
        List<IndexedAct> acts = em
                .createQuery("SELECT a FROM RequestActRow a WHERE a.recordId = :id ORDER BY a.act", RequestActRow.class)
                .setParameter("id", request.value())
                .getResultList()
                .stream()
                .map(RequestActRow::toValue)
                .toList();
        boolean open = Request.of(acts).filter(Request::holds).isPresent();
        em.createQuery("SELECT r FROM RequestRow r WHERE r.recordId = :id", RequestRow.class)
                .setParameter("id", request.value())
                .getResultList()
                .forEach(row -> row.closedAct = open ? RequestRow.OPEN : index);
    }

    @Override
    public void dispose(Disposal disposal) {
        // Of a record that a batch disposes of, the batch writes nothing else: the manager has nothing to forget.
        for (Class<?> table : Tables.OF_RECORD) {
            em.createQuery("DELETE FROM " + table.getSimpleName() + " r WHERE r.recordId = :id")
                    .setParameter("id", disposal.record().value())
                    .executeUpdate();
        }
        em.createQuery("DELETE FROM RecordRow r WHERE r.id = :id")
                .setParameter("id", disposal.record().value())
                .executeUpdate();
        em.persist(DisposalRow.of(disposal));
    }

    @Override
    public void adopt(Adoption adoption) {
        em.flush();
        em.createQuery("DELETE FROM AdoptionRow a WHERE a.kind = :kind AND a.name = :name")
                .setParameter("kind", Clip.to(200, adoption.kind()))
                .setParameter("name", Clip.to(Clip.TEXT, adoption.name()))
                .executeUpdate();
        em.persist(AdoptionRow.of(adoption));
    }

    @Override
    public void addRestoration(Restoration restoration) {
        em.persist(RestorationRow.of(restoration));
    }

    @Override
    public void acceptRestoration(long restoration, long byAct) {
        row(RestorationRow.class, restoration).ifPresent(r -> r.acceptedAct = byAct);
    }

    @Override
    public void setLastAudit(AuditRound round) {
        em.flush();
        em.clear();
        em.createQuery("DELETE FROM AuditRow a").executeUpdate();
        em.persist(AuditRow.of(round));
    }
}
