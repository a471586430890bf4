package se.sigill.search.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import se.sigill.search.IndexCursor;

/** One state of the index with the views that were asked of it. Closed when the last search has let go. */
final class Snapshot {
    /** Sets of labels whose views are kept. Few exist: one for each combination of boards that somebody may read. */
    private static final int VIEWS_MAX = 64;

    private final DirectoryReader reader;
    private final IndexCursor cursor;
    private final Map<Set<String>, Lens> lenses = new ConcurrentHashMap<>();

    Snapshot(DirectoryReader reader, IndexCursor cursor) {
        this.reader = reader;
        this.cursor = cursor;
    }

    /** The same state under another cursor. */
    Snapshot at(IndexCursor other) {
        return new Snapshot(reader, other);
    }

    /** A view and what it teaches about words. */
    record Lens(View view, Vocabulary vocabulary) {}

    DirectoryReader reader() {
        return reader;
    }

    IndexCursor cursor() {
        return cursor;
    }

    Lens lens(Set<String> labels) {
        if (lenses.size() > VIEWS_MAX) {
            lenses.clear();
        }
        return lenses.computeIfAbsent(labels, wanted -> {
            try {
                View view = new View(reader, wanted);
                return new Lens(view, new Vocabulary(view));
            } catch (IOException e) {
                throw LuceneReader.unreadable(e);
            }
        });
    }
}
