package se.sigill.core.catalogue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.sigill.core.access.AccessState;
import se.sigill.core.disposal.Hold;
import se.sigill.core.log.Act;
import se.sigill.core.log.IncidentAct;
import se.sigill.core.log.RequestAct;
import se.sigill.core.project.IndexedAct;
import se.sigill.core.record.Direction;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.record.RecordId;
import se.sigill.core.record.Source;

/**
 * What each act means for the rows of the catalogue: the one place that knows, for every technology.
 *
 * <p>Of a record that has several versions in one batch only the newest description is read.
 */
public final class ActFold {
    private static final String GONE = "(the content is gone)";

    private final RecordReader reader;

    public ActFold(RecordReader reader) {
        this.reader = reader;
    }

    /** A batch of acts, with what the packages say of its records. Reads them; knows nothing of the rows. */
    public Batch read(List<IndexedAct> acts) {
        Map<RecordId, Integer> newest = new HashMap<>();
        Set<RecordId> disposed = new HashSet<>();
        for (IndexedAct entry : acts) {
            switch (entry.act()) {
                case Act.Sealed a -> newest.merge(a.record(), a.version(), Math::max);
                case Act.RenditionAdded a -> newest.merge(a.record(), a.version(), Math::max);
                case Act.Disposed a -> disposed.add(a.record());
                default -> {}
            }
        }
        // Many small files, so several are read at a time.
        Map<RecordId, RecordDescription> descriptions = newest.entrySet().parallelStream()
                .filter(each -> !disposed.contains(each.getKey()))
                .flatMap(each -> reader.read(each.getKey(), each.getValue()).stream())
                .collect(Collectors.toConcurrentMap(RecordDescription::id, description -> description));
        return new Batch(acts, disposed, descriptions);
    }

    /** What a batch of acts has to write. */
    public static final class Batch {
        private final List<IndexedAct> acts;
        private final Set<RecordId> disposed;
        private final Map<RecordId, RecordDescription> descriptions;

        private Batch(List<IndexedAct> acts, Set<RecordId> disposed, Map<RecordId, RecordDescription> descriptions) {
            this.acts = acts;
            this.disposed = disposed;
            this.descriptions = descriptions;
        }

        /** Writes it, in order. */
        public void write(CatalogueRows rows) {
            for (IndexedAct entry : acts) {
                switch (entry.act()) {
                    case Act.Disposed a -> rows.dispose(disposal(entry.index(), a));
                    case Act.Sealed a
                    when !disposed.contains(a.record()) ->
                        seal(entry.index(), a, descriptions.getOrDefault(a.record(), gone(a)), rows);
                    case Act.OfRecord a
                    when !disposed.contains(a.record()) && rows.hasRecord(a.record()) ->
                        ofRecord(entry.index(), a, descriptions, rows);
                    case Act.OfRecord _ -> {}
                    default -> ofArchive(entry.index(), entry.act(), rows);
                }
            }
        }
    }

    private static void seal(long index, Act.Sealed a, RecordDescription description, CatalogueRows rows) {
        rows.addRecord(description, a.authority(), a.classCode(), index);
        rows.addVersion(a.record(), new Version(a.version(), index, a.at(), a.inventory(), "original"));
    }

    private static RecordDescription gone(Act.Sealed a) {
        return new RecordDescription(
                a.record(),
                a.version(),
                "document",
                GONE,
                "",
                "",
                Direction.UNKNOWN,
                "",
                a.authority(),
                "",
                "",
                a.classCode(),
                new Source(a.system(), a.externalId(), a.delivery(), a.item(), ""),
                a.at(),
                List.of());
    }

    private static void ofRecord(
            long index, Act.OfRecord act, Map<RecordId, RecordDescription> descriptions, CatalogueRows rows) {
        switch (act) {
            case Act.RenditionAdded a -> {
                rows.addVersion(
                        a.record(),
                        new Version(
                                a.version(),
                                index,
                                a.at(),
                                a.inventory(),
                                a.role().word()));
                RecordDescription description = descriptions.get(a.record());
                if (description != null && a.version() == description.version()) {
                    rows.describe(description);
                }
            }
            case Act.Restricted a -> rows.addRestriction(a.record(), AccessState.restriction(index, a));
            case Act.RestrictionLifted a -> rows.liftRestriction(a.record(), a.restriction(), index);
            case Act.Assessed a -> rows.addAssessment(a.record(), AccessState.assessment(index, a));
            case Act.Overridden a -> rows.addOverride(a.record(), AccessState.override(index, a));
            case Act.GapOpened a -> rows.addGap(gap(index, a));
            case Act.GapClosed a -> rows.closeGap(a.record(), a.gap(), index, a.accepted(), a.reason());
            case Act.HoldPlaced a ->
                rows.addHold(new Hold(index, a.record(), a.reason(), a.actor().text(), a.at(), Hold.STANDS));
            case Act.HoldLifted a -> rows.liftHold(a.record(), a.hold(), index);
            case RequestAct a -> rows.addRequestAct(index, a);
            case IncidentAct a -> rows.addIncidentAct(index, a);
            case Act.Sealed _, Act.Disposed _, Act.Viewed _ -> {}
        }
    }

    private static void ofArchive(long index, Act act, CatalogueRows rows) {
        switch (act) {
            case Act.Adopted a ->
                rows.adopt(new Adoption(
                        index,
                        a.kind(),
                        a.name(),
                        a.version(),
                        a.sha256(),
                        a.document(),
                        a.at(),
                        a.actor().text()));
            case Act.Audited a ->
                rows.setLastAudit(
                        new AuditRound(index, a.at(), a.round(), a.objects(), a.files(), a.bytes(), a.faults()));
            case Act.Restored a ->
                rows.addRestoration(new Restoration(index, a.at(), a.lostFrom(), a.lostTo(), a.reason(), Gap.OPEN));
            case Act.RestoreAccepted a -> rows.acceptRestoration(a.restored(), index);
            case Act.Founded _, Act.KeyRotated _, Act.Rejected _, Act.OfRecord _ -> {}
        }
    }

    private static Gap gap(long index, Act.GapOpened a) {
        return new Gap(index, a.record(), a.code(), a.where(), a.message(), a.waitsFor(), a.at(), Gap.OPEN, false, "");
    }

    private static Disposal disposal(long index, Act.Disposed a) {
        return new Disposal(
                index, a.record(), a.at(), a.actor().text(), a.second().text(), a.authority(), a.reason());
    }
}
