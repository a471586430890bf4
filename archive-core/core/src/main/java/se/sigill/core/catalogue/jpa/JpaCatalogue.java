package se.sigill.core.catalogue.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Table;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.sigill.core.ArchiveException;
import se.sigill.core.catalogue.ActFold;
import se.sigill.core.catalogue.Adoption;
import se.sigill.core.catalogue.AuditRound;
import se.sigill.core.catalogue.Catalogue;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.catalogue.Counts;
import se.sigill.core.catalogue.DiaryNumberKey;
import se.sigill.core.catalogue.Disposal;
import se.sigill.core.catalogue.Gap;
import se.sigill.core.catalogue.Restoration;
import se.sigill.core.disposal.Hold;
import se.sigill.core.failpoint.Failpoint;
import se.sigill.core.log.Act;
import se.sigill.core.log.RequestAct;
import se.sigill.core.project.IndexedAct;
import se.sigill.core.record.RecordId;

/** The catalogue on a relational database. Each call has an entity manager of its own; any thread may read. */
final class JpaCatalogue implements Catalogue {
    private static final String NAME = "catalogue";
    /**
     * So many ids stand in one question. Derby looks each up in the table's index; with many more it reads the whole
     * table instead (measured: 3 µs an id with 20 of them, 25 µs with 50, and growing with the table).
     */
    private static final int IDS_MAX = 20;
    /** As many as somebody who works through a queue or a list comes back to. */
    private static final int LATELY_MAX = 500;

    private final EntityManagerFactory factory;
    private final ActFold fold;
    private final Runnable afterClose;
    /** Every look at the archive asks for the rules, and their tables are long. */
    private final Remembered<List<Adoption>> adopted = new Remembered<>();

    private final ReadLately<CatalogueRecord> records = new ReadLately<>(LATELY_MAX);
    private final ReadLately<List<IndexedAct>> requests = new ReadLately<>(LATELY_MAX);

    JpaCatalogue(EntityManagerFactory factory, ActFold fold, Runnable afterClose) {
        this.factory = factory;
        this.fold = fold;
        this.afterClose = afterClose;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public long cursor() {
        return ask(em -> Optional.ofNullable(em.find(CursorRow.class, NAME))
                .map(c -> c.nextAct)
                .orElse(0L));
    }

    @Override
    public void apply(List<IndexedAct> acts, long nextCursor) {
        prepare(acts, nextCursor).run();
    }

    @Override
    public Runnable prepare(List<IndexedAct> acts, long nextCursor) {
        ActFold.Batch batch = fold.read(acts);
        return () -> {
            try {
                write(em -> write(em, batch, nextCursor));
            } finally {
                forget(acts);
            }
        };
    }

    /** What was read before these were written; whoever waits for them to be written reads it no more. */
    private void forget(List<IndexedAct> acts) {
        Set<String> ofRecords = new HashSet<>();
        Set<String> ofRequests = new HashSet<>();
        for (IndexedAct each : acts) {
            switch (each.act()) {
                case RequestAct act -> ofRequests.add(act.record().value());
                case Act.OfRecord act -> ofRecords.add(act.record().value());
                case Act.Adopted _ -> adopted.forget();
                default -> {}
            }
        }
        records.forget(ofRecords);
        // A request that is disposed of is one no more.
        ofRequests.addAll(ofRecords);
        requests.forget(ofRequests);
    }

    private static void write(EntityManager em, ActFold.Batch batch, long nextCursor) {
        batch.write(new JpaRows(em));
        // The cursor is in the transaction of the rows: a stop leaves both or neither.
        CursorRow cursor = Optional.ofNullable(em.find(CursorRow.class, NAME)).orElseGet(CursorRow::new);
        cursor.name = NAME;
        cursor.nextAct = nextCursor;
        em.merge(cursor);
        Failpoint.CATALOGUE_BEFORE_COMMIT.reached();
    }

    @Override
    public void reset() {
        // A table of many rows is emptied in no time, and its file with what was deleted before goes too.
        write(em -> Tables.ALL.forEach(table -> em.createNativeQuery(
                        "TRUNCATE TABLE " + table.getAnnotation(Table.class).name())
                .executeUpdate()));
        adopted.forget();
        records.forgetAll();
        requests.forgetAll();
    }

    @Override
    public Optional<CatalogueRecord> find(RecordId id) {
        return findAll(List.of(id)).stream().findFirst();
    }

    @Override
    public List<CatalogueRecord> findAll(Collection<RecordId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<String> wanted =
                ids.stream().map(RecordId::value).distinct().sorted().toList();
        Map<String, CatalogueRecord> found = records.get(wanted, this::readAll);
        return wanted.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .toList();
    }

    private Map<String, CatalogueRecord> readAll(List<String> wanted) {
        return ask(em -> {
            Map<String, CatalogueRecord> found = new HashMap<>();
            inParts(wanted, some -> {
                List<RecordRow> rows = em.createQuery("SELECT r FROM RecordRow r WHERE r.id IN :ids", RecordRow.class)
                        .setParameter("ids", some)
                        .getResultList();
                whole(rows, new Belonging(em, "r.recordId IN :ids", Map.of("ids", some)))
                        .forEach(record -> found.put(record.id().value(), record));
            });
            return found;
        });
    }

    private static void inParts(List<String> ids, Consumer<List<String>> reading) {
        for (int from = 0; from < ids.size(); from += IDS_MAX) {
            reading.accept(ids.subList(from, Math.min(from + IDS_MAX, ids.size())));
        }
    }

    @Override
    public List<CatalogueRecord> page(String after, int limit) {
        return ask(em -> {
            List<RecordRow> rows = em.createQuery(
                            "SELECT r FROM RecordRow r WHERE r.id > :after ORDER BY r.id", RecordRow.class)
                    .setParameter("after", after)
                    .setMaxResults(limit)
                    .getResultList();
            String last = rows.isEmpty() ? after : rows.getLast().id;
            return whole(
                    rows,
                    new Belonging(
                            em, "r.recordId > :after AND r.recordId <= :last", Map.of("after", after, "last", last)));
        });
    }

    /** Which rows of the other tables belong to the records asked for. */
    private record Belonging(EntityManager em, String where, Map<String, Object> parameters) {
        <R extends RowOfRecord> List<R> rows(Class<R> type) {
            TypedQuery<R> query = em.createQuery("SELECT r FROM " + type.getSimpleName() + " r WHERE " + where, type);
            parameters.forEach(query::setParameter);
            return query.getResultList();
        }

        /** Of one table, by record and in the order of the acts. */
        <R extends RowOfRecord, V> Map<String, List<V>> values(Class<R> type, Function<R, V> value) {
            Map<String, List<V>> values = new HashMap<>();
            rows(type).stream().sorted(Comparator.comparingLong(row -> row.act)).forEach(row -> values.computeIfAbsent(
                            row.recordId, k -> new ArrayList<>())
                    .add(value.apply(row)));
            return values;
        }
    }

    /** Puts records together from their rows in all tables. */
    private static List<CatalogueRecord> whole(List<RecordRow> rows, Belonging rest) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var versions = rest.values(VersionRow.class, VersionRow::toValue);
        var gaps = rest.values(GapRow.class, GapRow::toValue);
        var holds = rest.values(HoldRow.class, HoldRow::toValue);
        var restrictions = rest.values(RestrictionRow.class, RestrictionRow::toValue);
        var assessments = rest.values(AssessmentRow.class, AssessmentRow::toValue);
        var overrides = rest.values(OverrideRow.class, OverrideRow::toValue);
        return rows.stream()
                .map(r -> new CatalogueRecord(
                        r.toDescription(),
                        r.authority,
                        r.classCode,
                        versions.getOrDefault(r.id, List.of()),
                        gaps.getOrDefault(r.id, List.of()),
                        holds.getOrDefault(r.id, List.of()),
                        restrictions.getOrDefault(r.id, List.of()),
                        assessments.getOrDefault(r.id, List.of()),
                        overrides.getOrDefault(r.id, List.of())))
                .toList();
    }

    @Override
    public Map<String, RecordId> findBySource(String system, Collection<String> externalIds) {
        List<String> ids = externalIds.stream().distinct().toList();
        Map<String, RecordId> found = new HashMap<>();
        inParts(ids, some -> {
            Map<String, String> idOfKey = new HashMap<>();
            some.forEach(id -> idOfKey.put(RecordRow.sourceKey(system, id), id));
            List<Object[]> rows = ask(em -> em.createQuery(
                            "SELECT r.sourceKey, r.id FROM RecordRow r WHERE r.sourceKey IN :keys ORDER BY r.sealedAct",
                            Object[].class)
                    .setParameter("keys", idOfKey.keySet())
                    .getResultList());
            for (Object[] row : rows) {
                found.put(idOfKey.getOrDefault((String) row[0], ""), new RecordId((String) row[1]));
            }
        });
        return found;
    }

    @Override
    public List<RecordId> findByDiaryNumber(String diaryNumber) {
        String key = DiaryNumberKey.of(diaryNumber);
        if (key.isEmpty()) {
            return List.of();
        }
        return ask(em -> em
                .createQuery("SELECT r.id FROM RecordRow r WHERE r.diaryKey = :key ORDER BY r.id", String.class)
                .setParameter("key", key)
                .setMaxResults(PAGE_MAX)
                .getResultList()
                .stream()
                .map(RecordId::new)
                .toList());
    }

    @Override
    public Optional<Disposal> findDisposal(RecordId id) {
        return ask(em -> em
                .createQuery("SELECT d FROM DisposalRow d WHERE d.recordId = :id ORDER BY d.act", DisposalRow.class)
                .setParameter("id", id.value())
                .getResultList()
                .stream()
                .reduce((first, last) -> last)
                .map(DisposalRow::toValue));
    }

    @Override
    public List<Gap> openGaps(long afterAct, int limit) {
        return ask(em -> em
                .createQuery(
                        "SELECT g FROM GapRow g WHERE g.closedAct = -1 AND g.act > :after ORDER BY g.act", GapRow.class)
                .setParameter("after", afterAct)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(GapRow::toValue)
                .toList());
    }

    @Override
    public List<Gap> openGapsWaitingFor(String engine, long afterAct, int limit) {
        return ask(em -> em
                .createQuery(
                        "SELECT g FROM GapRow g WHERE g.closedAct = -1 AND g.waitsFor = :engine AND g.act > :after"
                                + " ORDER BY g.act",
                        GapRow.class)
                .setParameter("engine", engine)
                .setParameter("after", afterAct)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(GapRow::toValue)
                .toList());
    }

    @Override
    public List<Adoption> adopted() {
        return adopted.get(
                () -> ask(em -> em
                        .createQuery("SELECT a FROM AdoptionRow a ORDER BY a.kind, a.name", AdoptionRow.class)
                        .getResultList()
                        .stream()
                        .map(AdoptionRow::toValue)
                        .toList()));
    }

    @Override
    public Map<RecordId, List<IndexedAct>> requestActs(Collection<RecordId> of) {
        List<String> wanted = of.stream().map(RecordId::value).distinct().toList();
        Map<RecordId, List<IndexedAct>> acts = new HashMap<>();
        requests.get(wanted, this::readRequests).forEach((id, each) -> acts.put(new RecordId(id), each));
        return acts;
    }

    private Map<String, List<IndexedAct>> readRequests(List<String> wanted) {
        Map<String, List<IndexedAct>> acts = new HashMap<>();
        inParts(
                wanted,
                some -> acts.putAll(acts("a.recordId IN :ids", some).stream()
                        .collect(Collectors.groupingBy(
                                each -> ((Act.OfRecord) each.act()).record().value(),
                                Collectors.toUnmodifiableList()))));
        return acts;
    }

    @Override
    public List<IndexedAct> releasesOf(RecordId record) {
        return acts("a.releasedOf IN :ids", List.of(record.value()));
    }

    private List<IndexedAct> acts(String where, List<String> ids) {
        return ask(em -> em
                .createQuery("SELECT a FROM RequestActRow a WHERE " + where + " ORDER BY a.act", RequestActRow.class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .map(RequestActRow::toValue)
                .toList());
    }

    @Override
    public List<IndexedAct> incidentActs() {
        return ask(
                em -> em
                        .createQuery("SELECT a FROM IncidentActRow a ORDER BY a.act", IncidentActRow.class)
                        .getResultList()
                        .stream()
                        .map(IncidentActRow::toValue)
                        .toList());
    }

    @Override
    public List<RecordId> openRequests() {
        return ask(em -> ids(requests(em, "r.closedAct = -1 ORDER BY r.arrivedAt, r.act")));
    }

    @Override
    public List<RecordId> requestsSince(Instant arrived, long afterAct, int limit) {
        return ask(em -> ids(requests(em, "r.arrivedAt >= :since AND r.act > :after ORDER BY r.act")
                .setParameter("since", arrived)
                .setParameter("after", afterAct)
                .setMaxResults(limit)));
    }

    private static TypedQuery<String> requests(EntityManager em, String where) {
        return em.createQuery("SELECT r.recordId FROM RequestRow r WHERE " + where, String.class);
    }

    private static List<RecordId> ids(TypedQuery<String> query) {
        return query.getResultList().stream().map(RecordId::new).toList();
    }

    @Override
    public List<Restoration> restorationsNotAccepted() {
        return ask(em -> em
                .createQuery(
                        "SELECT r FROM RestorationRow r WHERE r.acceptedAct = -1 ORDER BY r.act", RestorationRow.class)
                .getResultList()
                .stream()
                .map(RestorationRow::toValue)
                .toList());
    }

    @Override
    public Optional<AuditRound> lastAudit() {
        return ask(em -> em.createQuery("SELECT a FROM AuditRow a", AuditRow.class).getResultList().stream()
                .findFirst()
                .map(AuditRow::toValue));
    }

    @Override
    public Counts counts() {
        return ask(em -> new Counts(
                count(em, "RecordRow r"),
                count(em, "VersionRow r"),
                count(em, "GapRow r WHERE r.closedAct = " + Gap.OPEN),
                count(em, "HoldRow r WHERE r.liftedAct = " + Hold.STANDS),
                count(em, "RestrictionRow r WHERE r.liftedAct = -1"),
                count(em, "DisposalRow r")));
    }

    private static long count(EntityManager em, String from) {
        return em.createQuery("SELECT COUNT(r) FROM " + from, Long.class).getSingleResult();
    }

    @Override
    public void close() {
        factory.close();
        afterClose.run();
    }

    private <T> T ask(Function<EntityManager, T> question) {
        try (EntityManager em = factory.createEntityManager()) {
            return question.apply(em);
        } catch (PersistenceException e) {
            throw failed(e);
        }
    }

    private void write(Consumer<EntityManager> work) {
        try (EntityManager em = factory.createEntityManager()) {
            em.getTransaction().begin();
            try {
                work.accept(em);
                em.getTransaction().commit();
            } finally {
                if (em.getTransaction().isActive()) {
                    em.getTransaction().rollback();
                }
            }
        } catch (PersistenceException e) {
            throw failed(e);
        }
    }

    private static ArchiveException failed(PersistenceException e) {
        return new ArchiveException.StorageFailed(
                "The catalogue's database refused. Look at db/derby.log; the catalogue can be made anew:"
                        + " delete the folder db and run: sigill rebuild",
                e);
    }
}
