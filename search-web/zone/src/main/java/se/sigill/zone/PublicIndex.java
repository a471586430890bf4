package se.sigill.zone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import se.sigill.core.ArchiveException;
import se.sigill.core.bundle.ZoneHead;
import se.sigill.core.disk.Trees;
import se.sigill.core.fact.Notice;
import se.sigill.core.fact.PublicEntry;
import se.sigill.core.fact.PublicFile;
import se.sigill.core.fact.PublicRecord;
import se.sigill.core.text.ExtractedText;
import se.sigill.core.text.TextFile;
import se.sigill.search.IndexCursor;
import se.sigill.search.IndexDocument;
import se.sigill.search.SearchFinding;
import se.sigill.search.SearchIndex;
import se.sigill.search.SearchReader;
import se.sigill.search.lucene.LuceneSearch;

/** The index of the zone: its own words alone, made of entries and their texts. One that is lost is made again. */
final class PublicIndex implements AutoCloseable {
    /** The only label there is: whatever is in this index may be found by anyone. */
    static final Set<String> LABELS = Set.of("open");

    private static final int GROUP = 200;

    private final Entries entries;
    private final SearchIndex index;

    private PublicIndex(Entries entries, SearchIndex index) {
        this.entries = entries;
        this.index = index;
    }

    /** @throws ArchiveException.Locked if another process applies bundles to this zone */
    static PublicIndex open(Path folder, Entries entries, Duration budget) throws IOException {
        return switch (LuceneSearch.open(folder, budget)) {
            case LuceneSearch.Opened<SearchIndex>(SearchIndex index) -> new PublicIndex(entries, index);
            case LuceneSearch.Unusable<SearchIndex>(var why) -> {
                if (why.code() == SearchFinding.LOCKED) {
                    throw new ArchiveException.Locked(
                            "another process works on the open zone; stop it first, or wait until it has ended");
                }
                Trees.delete(folder);
                if (LuceneSearch.open(folder, budget) instanceof LuceneSearch.Opened<SearchIndex>(SearchIndex index)) {
                    yield new PublicIndex(entries, index);
                }
                throw new ArchiveException.Damaged("the public index cannot be opened: " + why);
            }
        };
    }

    SearchReader reader() {
        return index;
    }

    void put(Collection<PublicEntry> some) {
        if (!some.isEmpty()) {
            index.put(some.stream().map(this::document).toList());
        }
    }

    void delete(Collection<String> ids) {
        index.delete(ids);
    }

    void clear() {
        index.clear();
    }

    /** Durable when it returns, and visible. */
    void commit(ZoneHead head) {
        index.commit(new IndexCursor(head.number(), note(head)));
    }

    /** Goes on where the disk refused something before. Before a bundle, never amid one. */
    void revive() {
        index.revive();
    }

    /** Takes out of the files what was deleted. */
    void expunge() {
        index.expungeDeletes();
    }

    /** Makes the index anew unless it stands where the head does. */
    void bringTo(ZoneHead head) throws IOException {
        IndexCursor cursor = index.cursor();
        if (cursor.position() == head.number() && cursor.note().equals(note(head))) {
            return;
        }
        index.clear();
        List<PublicEntry> group = new ArrayList<>();
        entries.forEach(entry -> {
            group.add(entry);
            if (group.size() == GROUP) {
                put(group);
                group.clear();
            }
        });
        put(group);
        commit(head);
    }

    private static String note(ZoneHead head) {
        return head.epoch() + " " + head.manifest();
    }

    private IndexDocument document(PublicEntry entry) {
        return switch (entry) {
            case PublicRecord record -> document(record);
            // Nothing but what the notice itself says.
            case Notice n ->
                new IndexDocument(
                        n.id(),
                        "",
                        n.diaryNumber(),
                        n.date(),
                        year(n.date()),
                        "",
                        n.authority(),
                        "",
                        "",
                        "",
                        "",
                        List.of(),
                        "",
                        List.of(n.why().word()),
                        List.of(),
                        LABELS,
                        true);
        };
    }

    private IndexDocument document(PublicRecord r) {
        List<IndexDocument.Page> pages = new ArrayList<>();
        text(r).parts().forEach(part -> part.pages()
                .forEach(page -> pages.add(new IndexDocument.Page(
                        part.path(), part.path().equals("0") ? "" : part.name(), page.number(), page.text()))));
        return new IndexDocument(
                r.id(),
                r.title(),
                r.diaryNumber(),
                r.date(),
                year(r.date()),
                r.recordType(),
                r.authority(),
                r.counterparty(),
                r.caseNumber(),
                "",
                r.classCode(),
                r.files().stream().map(PublicIndex::format).distinct().toList(),
                r.direction(),
                List.of(),
                pages,
                LABELS,
                true);
    }

    private static String format(PublicFile file) {
        return file.format().isEmpty() ? file.mime() : file.format();
    }

    /** Its text by part and page; empty if none could be read. */
    ExtractedText text(PublicRecord record) {
        if (record.text().isEmpty()) {
            return ExtractedText.EMPTY;
        }
        try {
            byte[] bytes = Files.readAllBytes(entries.blob(record.id(), record.text()));
            return TextFile.read(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException e) {
            return ExtractedText.EMPTY;
        }
    }

    private static int year(String date) {
        return date.matches("[0-9]{4}.*") ? Integer.parseInt(date.substring(0, 4)) : 0;
    }

    @Override
    public void close() {
        index.close();
    }
}
