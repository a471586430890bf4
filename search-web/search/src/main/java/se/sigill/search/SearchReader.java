package se.sigill.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asking an index. Safe for any number of threads. No query makes these methods fail; an index that cannot be read does
 * ({@link se.sigill.core.ArchiveException.StorageFailed}).
 */
public interface SearchReader extends AutoCloseable {

    /** Finds what the request's labels may see. Ordered by score, then by id; the same state gives the same answer. */
    SearchResult search(SearchRequest request);

    /**
     * Words that begin as the last word of {@code typed} does, most frequent first, as they are written in visible
     * documents (lower case). Empty if that word has fewer than three letters.
     */
    List<String> suggest(String typed, Set<String> labels, int atMost);

    /** The query with each unknown word replaced by the nearest visible one; empty if there is nothing better. */
    Optional<String> didYouMean(String query, Set<String> labels);

    /** The cursor of the state that is searched. */
    IndexCursor cursor();

    /** The number of documents, visible to somebody or not. For operators only, never shown outside. */
    long size();

    @Override
    void close();
}
