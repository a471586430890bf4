package se.sigill.app.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Sight;
import se.sigill.core.access.Duty;
import se.sigill.core.catalogue.Catalogue;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.project.IndexedAct;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.Request;

/** Requests as the acting user may see them: those of an authority whose requests are the user's to answer. */
public final class RequestBook {
    private final OpenArchive archive;

    public RequestBook(OpenArchive archive) {
        this.archive = archive;
    }

    /** A request and its record. */
    public record Entry(CatalogueRecord record, Request request) {
        public String number() {
            return record.description().diaryNumber();
        }
    }

    /** Those that are open and the user's to see, oldest first. Reads roles once, records and acts many at a time. */
    public List<Entry> open() {
        Sight sight = archive.sight();
        List<RecordId> ids = archive.catalogue().openRequests();
        List<Entry> entries = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += Catalogue.PAGE_MAX) {
            List<RecordId> some = ids.subList(from, Math.min(from + Catalogue.PAGE_MAX, ids.size()));
            Map<RecordId, CatalogueRecord> records = archive.catalogue().findAll(some).stream()
                    .filter(record -> sight.has(Duty.ANSWER, record))
                    .collect(Collectors.toMap(CatalogueRecord::id, record -> record));
            Map<RecordId, List<IndexedAct>> acts = archive.catalogue().requestActs(records.keySet());
            for (RecordId id : some) {
                Optional.ofNullable(records.get(id))
                        .flatMap(record ->
                                Request.of(acts.getOrDefault(id, List.of())).map(request -> new Entry(record, request)))
                        .ifPresent(entries::add);
            }
        }
        return entries;
    }

    /** The request of this id; empty also if it is not the user's to see, and nobody can tell the two apart. */
    public Optional<Entry> find(String id) {
        return RecordId.isId(id) ? entry(new RecordId(id)).filter(this::mayAnswer) : Optional.empty();
    }

    /** Of whoever looks: for the parts that work by themselves. */
    Optional<Entry> entry(RecordId id) {
        return archive.catalogue().find(id).flatMap(record -> request(archive, id)
                .map(request -> new Entry(record, request)));
    }

    private boolean mayAnswer(Entry entry) {
        return archive.sight().has(Duty.ANSWER, entry.record());
    }

    static Optional<Request> request(OpenArchive archive, RecordId id) {
        return Request.of(archive.catalogue().requestActs(id));
    }
}
