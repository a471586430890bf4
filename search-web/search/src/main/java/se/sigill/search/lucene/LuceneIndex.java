package se.sigill.search.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import se.sigill.core.ArchiveException;
import se.sigill.core.finding.Finding;
import se.sigill.search.IndexCursor;
import se.sigill.search.IndexDocument;
import se.sigill.search.SearchFinding;
import se.sigill.search.SearchIndex;
import se.sigill.search.SearchReader;
import se.sigill.search.SearchRequest;
import se.sigill.search.SearchResult;

/** The index that is written: Lucene's writer, and a reader that follows it. */
final class LuceneIndex implements SearchIndex {
    /** What the writer holds before it writes a segment. */
    private static final double BUFFER_MIB = 64;

    /** The form of the index; another form is not opened but made again. */
    static final String FORM = "sigill/index/4";

    private static final String FORM_KEY = "form";
    private static final String POSITION_KEY = "position";
    private static final String NOTE_KEY = "note";

    private final Directory directory;
    /** Lucene closes it for good when the disk refuses something. */
    private volatile IndexWriter writer;

    private final States states;
    private final SearchReader reader;
    private boolean closed;

    LuceneIndex(Directory directory, LuceneReader.Budget budget) throws IOException {
        this.directory = directory;
        this.writer = new IndexWriter(directory, config());
        this.states = new States(committed(writer));
        this.reader = new LuceneReader(states, budget);
    }

    private static Snapshot committed(IndexWriter writer) throws IOException {
        return new Snapshot(DirectoryReader.open(writer), cursor(data(writer)).orElse(IndexCursor.START));
    }

    @Override
    public synchronized void revive() {
        if (writer.isOpen() || closed) {
            return;
        }
        try {
            IndexWriter another = new IndexWriter(directory, config());
            writer = another;
            states.replace(committed(another));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static IndexWriterConfig config() {
        TieredMergePolicy merges = new TieredMergePolicy();
        // Expunging must leave nothing behind; by default Lucene tolerates one tenth.
        merges.setForceMergeDeletesPctAllowed(0);
        IndexWriterConfig config = new IndexWriterConfig();
        config.setMergePolicy(merges);
        config.setRAMBufferSizeMB(BUFFER_MIB);
        config.setCommitOnClose(false);
        return config;
    }

    /** The cursor kept with a commit; empty if the commit is not of our form. */
    static Optional<IndexCursor> cursor(Map<String, String> data) {
        if (!FORM.equals(data.get(FORM_KEY))) {
            return Optional.empty();
        }
        return Optional.of(
                new IndexCursor(Long.parseLong(data.getOrDefault(POSITION_KEY, "0")), data.getOrDefault(NOTE_KEY, "")));
    }

    private static Map<String, String> data(IndexWriter writer) {
        Map<String, String> data = new HashMap<>();
        Iterable<Map.Entry<String, String>> entries = writer.getLiveCommitData();
        if (entries != null) {
            entries.forEach(e -> data.put(e.getKey(), e.getValue()));
        }
        return data;
    }

    @Override
    public List<Finding> put(Collection<IndexDocument> documents) {
        Map<String, IndexDocument> latest = new LinkedHashMap<>();
        documents.forEach(document -> latest.put(document.id(), document));
        // Where documents lie in segments does not count for any answer, so several may be written at a time.
        return latest.values().parallelStream()
                .flatMap(document -> put(document).stream())
                .toList();
    }

    private Optional<Finding> put(IndexDocument document) {
        DocumentForm form = new DocumentForm(document);
        try {
            writer.updateDocument(new Term(Fields.ID, DocumentForm.value(document.id())), form.document());
        } catch (IOException | AlreadyClosedException e) {
            throw unwritable(e);
        }
        return form.isCut()
                ? Optional.of(Finding.of(
                        SearchFinding.TEXT_CUT,
                        document.id(),
                        "only the first " + DocumentForm.TEXT_MAX + " characters can be searched"))
                : Optional.empty();
    }

    @Override
    public void delete(Collection<String> ids) {
        try {
            writer.deleteDocuments(ids.stream()
                    .map(id -> new Term(Fields.ID, DocumentForm.value(id)))
                    .toArray(Term[]::new));
        } catch (IOException | AlreadyClosedException e) {
            throw unwritable(e);
        }
    }

    @Override
    public synchronized void refresh() {
        show(states.current().cursor());
    }

    @Override
    public synchronized void commit(IndexCursor cursor) {
        try {
            writer.setLiveCommitData(
                    Map.of(FORM_KEY, FORM, POSITION_KEY, Long.toString(cursor.position()), NOTE_KEY, cursor.note())
                            .entrySet());
            writer.commit();
        } catch (IOException | AlreadyClosedException e) {
            throw unwritable(e);
        }
        show(cursor);
    }

    @Override
    public synchronized void pass(IndexCursor cursor) {
        states.replace(states.current().at(cursor));
    }

    @Override
    public void expungeDeletes() {
        try {
            // Not under the lock: whoever commits meanwhile does not wait for the merge.
            writer.forceMergeDeletes(true);
            commitAsItIs();
            writer.deleteUnusedFiles();
        } catch (IOException | AlreadyClosedException e) {
            throw unwritable(e);
        }
    }

    /** What somebody else has put meanwhile becomes durable too, under the cursor before it: it comes again. */
    private synchronized void commitAsItIs() {
        commit(states.current().cursor());
    }

    @Override
    public synchronized void clear() {
        try {
            writer.deleteAll();
            commit(IndexCursor.START);
        } catch (IOException | AlreadyClosedException e) {
            throw unwritable(e);
        }
    }

    private void show(IndexCursor cursor) {
        try {
            DirectoryReader before = states.current().reader();
            DirectoryReader after = DirectoryReader.openIfChanged(before, writer);
            if (after != null) {
                states.replace(new Snapshot(after, cursor));
            } else if (!cursor.equals(states.current().cursor())) {
                states.replace(states.current().at(cursor));
            }
        } catch (IOException | AlreadyClosedException e) {
            throw LuceneReader.unreadable(e);
        }
    }

    @Override
    public SearchResult search(SearchRequest request) {
        return reader.search(request);
    }

    @Override
    public List<String> suggest(String typed, java.util.Set<String> labels, int atMost) {
        return reader.suggest(typed, labels, atMost);
    }

    @Override
    public Optional<String> didYouMean(String query, java.util.Set<String> labels) {
        return reader.didYouMean(query, labels);
    }

    @Override
    public IndexCursor cursor() {
        return reader.cursor();
    }

    @Override
    public long size() {
        return reader.size();
    }

    /** Closes without a commit: what was not committed is projected again. */
    @Override
    public synchronized void close() {
        closed = true;
        reader.close();
        try {
            writer.rollback();
            directory.close();
        } catch (IOException | AlreadyClosedException e) {
            throw unwritable(e);
        }
    }

    /** @param cause what Lucene met, or that it met it before and has closed its writer */
    private static ArchiveException unwritable(Exception cause) {
        return new ArchiveException.StorageFailed(
                "the search index cannot be written: is the disk full or read-only? What was committed stands in the"
                        + " archive; the index catches up by itself at the next command",
                cause);
    }
}
