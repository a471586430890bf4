package se.sigill.app.wiring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import se.sigill.core.access.Access;
import se.sigill.core.access.RecordFacts;
import se.sigill.core.catalogue.AdoptedRules;
import se.sigill.core.catalogue.Catalogue;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.catalogue.RulesInForce;
import se.sigill.core.failpoint.Failpoint;
import se.sigill.core.log.Act;
import se.sigill.core.log.IncidentAct;
import se.sigill.core.log.RequestAct;
import se.sigill.core.project.Ahead;
import se.sigill.core.project.IndexedAct;
import se.sigill.core.project.Projection;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.record.RecordId;
import se.sigill.core.text.ExtractedText;
import se.sigill.search.IndexCursor;
import se.sigill.search.IndexDocument;
import se.sigill.search.SearchIndex;

/**
 * The staff index as a projection. Stands behind the catalogue in the projector's list: what an act touched is read
 * from there as it is now, with its text from the package, and put into the index whole.
 *
 * <p>The day on which labels were computed is kept with the cursor: on a later day those whose answer time has
 * changed are put anew, and an act that changes the rules puts every record anew that may be concerned.
 */
final class IndexProjection implements Projection {
    private static final int GROUP = 200;
    /** So many acts that are nothing to the index are passed again after a stop, at most. */
    private static final int PASSED_MAX = 5_000;

    private final SearchIndex index;
    private final Catalogue catalogue;
    private final RulesInForce rules;
    private final StoredRecords records;
    private final Supplier<LocalDate> today;
    /** The disk has the index up to here at least. */
    private long durable;

    IndexProjection(
            SearchIndex index,
            Catalogue catalogue,
            RulesInForce rules,
            StoredRecords records,
            Supplier<LocalDate> today) {
        this.index = index;
        this.catalogue = catalogue;
        this.rules = rules;
        this.records = records;
        this.today = today;
        this.durable = index.cursor().position();
    }

    @Override
    public String name() {
        return "index";
    }

    @Override
    public long cursor() {
        return index.cursor().position();
    }

    @Override
    public void resume() {
        index.revive();
        durable = Math.min(durable, index.cursor().position());
    }

    @Override
    public void reset() {
        index.clear();
        durable = 0;
    }

    @Override
    public void apply(List<IndexedAct> acts, long nextCursor) {
        Set<RecordId> touched = new LinkedHashSet<>();
        boolean others = false;
        for (IndexedAct act : acts) {
            switch (act.act()) {
                // What is done with a request, and who has looked, is not searched for and opens or closes nothing.
                case RequestAct _, IncidentAct _, Act.Viewed _ -> {}
                case Act.OfRecord of -> touched.add(of.record());
                case Act.Adopted _, Act.Restored _, Act.RestoreAccepted _ -> others = true;
                default -> {}
            }
        }
        LocalDate day = today.get();
        IndexCursor cursor = new IndexCursor(nextCursor, day.toString());
        boolean nothing = touched.isEmpty() && !others && index.cursor().note().equals(cursor.note());
        if (nothing && nextCursor - durable <= PASSED_MAX) {
            index.pass(cursor);
            return;
        }
        Labelling labelling = new Labelling(rules.now(), day);
        if (others && index.size() > 0) {
            // Only what is in the index can be out of date.
            putAll(labelling, _ -> true);
        } else {
            putStale(labelling);
        }
        put(labelling, touched);
        Failpoint.INDEX_BEFORE_COMMIT.reached();
        commit(cursor);
    }

    private void commit(IndexCursor cursor) {
        index.commit(cursor);
        durable = cursor.position();
    }

    /** Makes an empty index from the catalogue: each record once, not once an act, and one commit for all. */
    @Override
    public void leap(long end) {
        if (catalogue.cursor() != end) {
            return;
        }
        LocalDate day = today.get();
        Labelling labelling = new Labelling(rules.now(), day);
        putAll(labelling, _ -> true);
        Failpoint.INDEX_BEFORE_COMMIT.reached();
        commit(new IndexCursor(end, day.toString()));
    }

    /** Puts those records anew whose answer has changed because days have passed. Commits if there was anything. */
    void passTime() {
        resume();
        LocalDate day = today.get();
        String before = index.cursor().note();
        if (!before.isEmpty() && !before.equals(day.toString())) {
            putStale(new Labelling(rules.now(), day));
            commit(new IndexCursor(index.cursor().position(), day.toString()));
        }
    }

    private void putStale(Labelling labelling) {
        String before = index.cursor().note();
        if (index.size() == 0
                || before.isEmpty()
                || before.equals(labelling.day().toString())) {
            return;
        }
        LocalDate then = LocalDate.parse(before);
        putAll(labelling, entry -> labelling.changedSince(entry, then));
    }

    private void putAll(Labelling labelling, java.util.function.Predicate<CatalogueRecord> wanted) {
        List<CatalogueRecord> page = catalogue.page("", GROUP);
        while (!page.isEmpty()) {
            // The database works for one thread at a time: it finds the next page while this one is put.
            String last = page.getLast().id().value();
            try (Ahead<List<CatalogueRecord>> next = Ahead.begin(() -> catalogue.page(last, GROUP))) {
                putRecords(labelling, page.stream().filter(wanted).toList());
                page = next.get();
            }
        }
    }

    private void put(Labelling labelling, Set<RecordId> ids) {
        List<RecordId> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += GROUP) {
            List<RecordId> group = all.subList(from, Math.min(from + GROUP, all.size()));
            List<CatalogueRecord> found = catalogue.findAll(group);
            putRecords(labelling, found);
            Set<RecordId> gone = new HashSet<>(group);
            found.forEach(entry -> gone.remove(entry.id()));
            if (!gone.isEmpty()) {
                index.delete(gone.stream().map(RecordId::value).toList());
            }
        }
    }

    private void putRecords(Labelling labelling, List<CatalogueRecord> entries) {
        if (!entries.isEmpty()) {
            // A text that is too long to be indexed whole opened a gap when it was taken in.
            index.put(entries.parallelStream()
                    .map(entry -> document(entry, labelling))
                    .toList());
        }
    }

    private IndexDocument document(CatalogueRecord entry, Labelling labelling) {
        RecordDescription d = entry.description();
        ExtractedText text = records.text(d.id(), d.version());
        List<IndexDocument.Page> pages = new ArrayList<>();
        text.parts().forEach(part -> part.pages()
                .forEach(page -> pages.add(new IndexDocument.Page(
                        part.path(), part.path().equals("0") ? "" : part.name(), page.number(), page.text()))));
        return new IndexDocument(
                d.id().value(),
                d.title(),
                d.diaryNumber(),
                d.date(),
                year(d.date()),
                d.recordType(),
                d.authority(),
                d.counterparty(),
                d.caseNumber(),
                "",
                d.classCode(),
                d.files().stream().map(IndexProjection::format).distinct().toList(),
                d.direction().word(),
                List.of(),
                pages,
                labelling.labels(entry),
                labelling.quoted(entry));
    }

    private static String format(FileFact file) {
        return file.format().name().isEmpty()
                ? file.format().mime()
                : file.format().name();
    }

    private static int year(String date) {
        return date.length() < 4 ? 0 : Integer.parseInt(date.substring(0, 4));
    }

    /** The rules in force and the day they are asked for. */
    private record Labelling(AdoptedRules rules, LocalDate day) {
        Set<String> labels(CatalogueRecord entry) {
            return rules.labels(entry, day);
        }

        /** Showing what is guarded is an act, and a search makes none: it names the record and does not quote it. */
        boolean quoted(CatalogueRecord entry) {
            return !rules.guarded(entry, day);
        }

        boolean changedSince(CatalogueRecord entry, LocalDate then) {
            if (day.isBefore(then)) {
                // The clock was put back; what a later day allowed may not be allowed yet.
                return true;
            }
            RecordFacts facts = entry.facts(rules.plan());
            Access access = rules.access();
            return access.nextChange(facts, then).filter(d -> !d.isAfter(day)).isPresent();
        }
    }
}
