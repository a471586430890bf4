package se.sigill.core.catalogue;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.sigill.core.project.IndexedAct;
import se.sigill.core.project.Projection;
import se.sigill.core.record.RecordId;

/**
 * The catalogue: a projection that can be asked. Every list has a stable order, the same after a rebuild.
 *
 * <p>Throws {@link se.sigill.core.ArchiveException.StorageFailed} when its technology fails. Nothing asked here is
 * filtered by rights: whoever shows it asks {@link se.sigill.core.access.Access} first.
 */
public interface Catalogue extends Projection, AutoCloseable {
    /** The most records or gaps that one call returns. */
    int PAGE_MAX = 500;

    /** The record; empty if it is unknown or disposed of. */
    Optional<CatalogueRecord> find(RecordId id);

    /**
     * The records of these ids that there are, by id: one question for many.
     *
     * @param ids at most {@link #PAGE_MAX}
     */
    List<CatalogueRecord> findAll(Collection<RecordId> ids);

    /**
     * Records by id, those after the given one.
     *
     * @param after an id, or empty text for the beginning
     * @param limit 1 to {@link #PAGE_MAX}
     */
    List<CatalogueRecord> page(String after, int limit);

    /**
     * The records that a source system delivered under these ids, by id; an id without a record is left out. Where the
     * system gives no ids, the id is {@code <digest of what was delivered>#<path>}, so that this also recognises a
     * redelivery. If there are several records of an id, the one sealed last: an earlier one
     * stands beside it only where its content was gone.
     */
    Map<String, RecordId> findBySource(String system, Collection<String> externalIds);

    /** The records with the registration number (diarienummer), by id; case and spaces do not count. At most a page. */
    List<RecordId> findByDiaryNumber(String diaryNumber);

    /** What is left of a record that was disposed of; empty if it was not. */
    Optional<Disposal> findDisposal(RecordId id);

    /**
     * Gaps that are open, in the order of their acts, those after the given act.
     *
     * @param afterAct the index of a gap, or -1 for the beginning
     * @param limit 1 to {@link #PAGE_MAX}
     */
    List<Gap> openGaps(long afterAct, int limit);

    /** As {@link #openGaps}, only those that wait for the given engine. */
    List<Gap> openGapsWaitingFor(String engine, long afterAct, int limit);

    /** The latest document of every kind and name, by kind and then by name. */
    List<Adoption> adopted();

    /** What happened to a request, in order; empty if the record is no request. */
    default List<IndexedAct> requestActs(RecordId request) {
        return requestActs(List.of(request)).getOrDefault(request, List.of());
    }

    /** The same of several; those that are no requests are not in it. @param requests at most {@link #PAGE_MAX} */
    Map<RecordId, List<IndexedAct>> requestActs(Collection<RecordId> requests);

    /** Requests that are open or of which an appeal is, in the order in which they came in. */
    List<RecordId> openRequests();

    /**
     * Requests that came in on or after the instant, in the order in which they were registered.
     *
     * @param afterAct the act by which the last one of the page before was registered, or -1 for the beginning: any
     *     number of them may have come in at one instant
     * @param limit 1 to {@link #PAGE_MAX}
     */
    List<RecordId> requestsSince(Instant arrived, long afterAct, int limit);

    /** What was handed out of a record to those who asked, in order. */
    List<IndexedAct> releasesOf(RecordId record);

    /** What happened to incidents of all records, in order: {@link se.sigill.core.incident.Incident#of}. */
    List<IndexedAct> incidentActs();

    /** Restores for which no archivist has answered yet, in order; while there is one, nothing opens by itself. */
    List<Restoration> restorationsNotAccepted();

    /** The latest round of checking. */
    Optional<AuditRound> lastAudit();

    Counts counts();

    /** Releases what it holds. What is committed stays. */
    @Override
    void close();
}
