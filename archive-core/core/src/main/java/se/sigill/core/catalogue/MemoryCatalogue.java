package se.sigill.core.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.sigill.core.access.Assessment;
import se.sigill.core.access.Restriction;
import se.sigill.core.access.SecrecyOverride;
import se.sigill.core.disposal.Hold;
import se.sigill.core.log.IncidentAct;
import se.sigill.core.log.RequestAct;
import se.sigill.core.project.IndexedAct;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.Request;

/** The catalogue in memory: the twin that every other implementation must equal. For one thread. */
public final class MemoryCatalogue implements Catalogue {
    private final ActFold fold;
    private final Rows rows = new Rows();
    private long cursor;

    public MemoryCatalogue(RecordReader reader) {
        this.fold = new ActFold(reader);
    }

    @Override
    public String name() {
        return "catalogue";
    }

    @Override
    public long cursor() {
        return cursor;
    }

    @Override
    public void apply(List<IndexedAct> acts, long nextCursor) {
        fold.read(acts).write(rows);
        cursor = nextCursor;
    }

    @Override
    public void reset() {
        rows.clear();
        cursor = 0;
    }

    @Override
    public Optional<CatalogueRecord> find(RecordId id) {
        return Optional.ofNullable(rows.records.get(id)).map(Entry::toRecord);
    }

    @Override
    public List<CatalogueRecord> findAll(Collection<RecordId> ids) {
        return ids.stream().distinct().sorted().flatMap(id -> find(id).stream()).toList();
    }

    @Override
    public List<CatalogueRecord> page(String after, int limit) {
        return rows.records.values().stream()
                .filter(e -> e.description.id().value().compareTo(after) > 0)
                .limit(limit)
                .map(Entry::toRecord)
                .toList();
    }

    @Override
    public Map<String, RecordId> findBySource(String system, Collection<String> externalIds) {
        Set<String> wanted = Set.copyOf(externalIds);
        Map<String, RecordId> found = new HashMap<>();
        rows.records.values().stream()
                .filter(e -> e.description.source().system().equals(system)
                        && wanted.contains(e.description.source().externalId()))
                .sorted(Comparator.comparing(e -> e.sealedAct))
                .forEach(e -> found.put(e.description.source().externalId(), e.description.id()));
        return found;
    }

    @Override
    public List<RecordId> findByDiaryNumber(String diaryNumber) {
        String key = DiaryNumberKey.of(diaryNumber);
        return rows.records.values().stream()
                .filter(e -> !key.isEmpty()
                        && DiaryNumberKey.of(e.description.diaryNumber()).equals(key))
                .map(e -> e.description.id())
                .limit(PAGE_MAX)
                .toList();
    }

    @Override
    public Optional<Disposal> findDisposal(RecordId id) {
        return Optional.ofNullable(rows.disposals.get(id));
    }

    @Override
    public List<Gap> openGaps(long afterAct, int limit) {
        return gaps(afterAct).limit(limit).toList();
    }

    @Override
    public List<Gap> openGapsWaitingFor(String engine, long afterAct, int limit) {
        return gaps(afterAct)
                .filter(g -> g.waitsFor().equals(engine))
                .limit(limit)
                .toList();
    }

    private Stream<Gap> gaps(long afterAct) {
        return rows.records.values().stream()
                .flatMap(e -> e.gaps.stream())
                .filter(g -> g.isOpen() && g.act() > afterAct)
                .sorted(Comparator.comparing(Gap::act));
    }

    @Override
    public List<Adoption> adopted() {
        return rows.adoptions.stream()
                .sorted(Comparator.comparing(Adoption::kind).thenComparing(Adoption::name))
                .toList();
    }

    @Override
    public Map<RecordId, List<IndexedAct>> requestActs(Collection<RecordId> requests) {
        return requests.stream()
                .distinct()
                .flatMap(id -> rows.entry(id).stream())
                .filter(entry -> !entry.requestActs.isEmpty())
                .collect(Collectors.toMap(entry -> entry.description.id(), entry -> List.copyOf(entry.requestActs)));
    }

    @Override
    public List<RecordId> openRequests() {
        return requests(Instant.MIN)
                .filter(e -> Request.of(e.requestActs).filter(Request::holds).isPresent())
                .map(e -> e.description.id())
                .toList();
    }

    @Override
    public List<RecordId> requestsSince(Instant arrived, long afterAct, int limit) {
        return requests(arrived)
                .filter(e -> registered(e) > afterAct)
                .sorted(Comparator.comparing(MemoryCatalogue::registered))
                .limit(limit)
                .map(e -> e.description.id())
                .toList();
    }

    private static long registered(Entry request) {
        return request.requestActs.getFirst().index();
    }

    private Stream<Entry> requests(Instant since) {
        return rows.records.values().stream()
                .filter(e -> e.arrived().filter(at -> !at.isBefore(since)).isPresent())
                .sorted(Comparator.comparing((Entry e) -> e.arrived().orElseThrow())
                        .thenComparing(MemoryCatalogue::registered));
    }

    @Override
    public List<IndexedAct> releasesOf(RecordId record) {
        return rows.records.values().stream()
                .flatMap(e -> e.requestActs.stream())
                .filter(a -> a.act() instanceof RequestAct.Released released
                        && released.of().equals(record.value()))
                .sorted(Comparator.comparing(IndexedAct::index))
                .toList();
    }

    @Override
    public List<IndexedAct> incidentActs() {
        return rows.records.values().stream()
                .flatMap(e -> e.incidentActs.stream())
                .sorted(Comparator.comparing(IndexedAct::index))
                .toList();
    }

    @Override
    public List<Restoration> restorationsNotAccepted() {
        return rows.restorations.stream().filter(r -> !r.isAccepted()).toList();
    }

    @Override
    public Optional<AuditRound> lastAudit() {
        return rows.audits.stream().findFirst();
    }

    @Override
    public Counts counts() {
        return new Counts(
                rows.records.size(),
                sum(e -> e.versions.stream()),
                sum(e -> e.gaps.stream().filter(Gap::isOpen)),
                sum(e -> e.holds.stream().filter(Hold::stands)),
                sum(e -> e.restrictions.stream().filter(r -> !r.lifted())),
                rows.disposals.size());
    }

    private long sum(java.util.function.Function<Entry, Stream<?>> of) {
        return rows.records.values().stream()
                .mapToLong(e -> of.apply(e).count())
                .sum();
    }

    @Override
    public void close() {}

    private static final class Entry {
        private RecordDescription description;
        private final String authority;
        private final String classCode;
        private final long sealedAct;
        private final List<Version> versions = new ArrayList<>();
        private final List<Gap> gaps = new ArrayList<>();
        private final List<Hold> holds = new ArrayList<>();
        private final List<Restriction> restrictions = new ArrayList<>();
        private final List<Assessment> assessments = new ArrayList<>();
        private final List<SecrecyOverride> overrides = new ArrayList<>();
        private final List<IndexedAct> requestActs = new ArrayList<>();
        private final List<IndexedAct> incidentActs = new ArrayList<>();

        /** When the request came in; empty if this is none. */
        private Optional<Instant> arrived() {
            return requestActs.stream()
                    .map(IndexedAct::act)
                    .flatMap(a -> a instanceof RequestAct.Requested r ? Stream.of(r.arrived()) : Stream.empty())
                    .findFirst();
        }

        Entry(RecordDescription description, String authority, String classCode, long sealedAct) {
            this.description = description;
            this.authority = authority;
            this.classCode = classCode;
            this.sealedAct = sealedAct;
        }

        CatalogueRecord toRecord() {
            return new CatalogueRecord(
                    description, authority, classCode, versions, gaps, holds, restrictions, assessments, overrides);
        }
    }

    private static final class Rows implements CatalogueRows {
        private final TreeMap<RecordId, Entry> records = new TreeMap<>();
        private final TreeMap<RecordId, Disposal> disposals = new TreeMap<>();
        private final List<Adoption> adoptions = new ArrayList<>();
        private final List<Restoration> restorations = new ArrayList<>();
        private final List<AuditRound> audits = new ArrayList<>();

        void clear() {
            records.clear();
            disposals.clear();
            adoptions.clear();
            restorations.clear();
            audits.clear();
        }

        private Optional<Entry> entry(RecordId id) {
            return Optional.ofNullable(records.get(id));
        }

        @Override
        public boolean hasRecord(RecordId id) {
            return records.containsKey(id);
        }

        @Override
        public void addRecord(RecordDescription description, String authority, String classCode, long sealedAct) {
            records.put(description.id(), new Entry(description, authority, classCode, sealedAct));
        }

        @Override
        public void describe(RecordDescription description) {
            entry(description.id()).ifPresent(e -> e.description = description);
        }

        @Override
        public void addVersion(RecordId id, Version version) {
            entry(id).ifPresent(e -> e.versions.add(version));
        }

        @Override
        public void addGap(Gap gap) {
            entry(gap.record()).ifPresent(e -> e.gaps.add(gap));
        }

        @Override
        public void closeGap(RecordId id, long gap, long byAct, boolean accepted, String reason) {
            entry(id)
                    .ifPresent(e -> e.gaps.replaceAll(
                            g -> g.act() == gap && g.isOpen() ? g.close(byAct, accepted, reason) : g));
        }

        @Override
        public void addHold(Hold hold) {
            entry(hold.record()).ifPresent(e -> e.holds.add(hold));
        }

        @Override
        public void liftHold(RecordId id, long hold, long byAct) {
            entry(id).ifPresent(e -> e.holds.replaceAll(h -> h.act() == hold && h.stands() ? h.lift(byAct) : h));
        }

        @Override
        public void addRestriction(RecordId id, Restriction restriction) {
            entry(id).ifPresent(e -> e.restrictions.add(restriction));
        }

        @Override
        public void liftRestriction(RecordId id, long restriction, long byAct) {
            entry(id).ifPresent(e -> e.restrictions.replaceAll(r -> r.act() == restriction ? r.lift(byAct) : r));
        }

        @Override
        public void addAssessment(RecordId id, Assessment assessment) {
            entry(id).ifPresent(e -> e.assessments.add(assessment));
        }

        @Override
        public void addOverride(RecordId id, SecrecyOverride override) {
            entry(id).ifPresent(e -> e.overrides.add(override));
        }

        @Override
        public void addRequestAct(long index, RequestAct act) {
            entry(act.record()).ifPresent(e -> e.requestActs.add(new IndexedAct(index, act)));
        }

        @Override
        public void addIncidentAct(long index, IncidentAct act) {
            entry(act.record()).ifPresent(e -> e.incidentActs.add(new IndexedAct(index, act)));
        }

        @Override
        public void dispose(Disposal disposal) {
            records.remove(disposal.record());
            disposals.put(disposal.record(), disposal);
        }

        @Override
        public void adopt(Adoption adoption) {
            adoptions.removeIf(a -> a.kind().equals(adoption.kind()) && a.name().equals(adoption.name()));
            adoptions.add(adoption);
        }

        @Override
        public void addRestoration(Restoration restoration) {
            restorations.add(restoration);
        }

        @Override
        public void acceptRestoration(long restoration, long byAct) {
            restorations.replaceAll(r -> r.act() == restoration ? r.accept(byAct) : r);
        }

        @Override
        public void setLastAudit(AuditRound round) {
            audits.clear();
            audits.add(round);
        }
    }
}
