package se.sigill.search.lucene;

import java.util.List;
import java.util.Set;
import se.sigill.search.IndexDocument;

/** Documents of which a test says no more than it is about. */
final class Documents {
    private Documents() {}

    /** A titled document with these pages and nothing else. @param quoted as in {@link IndexDocument} */
    static IndexDocument paged(
            String id, String title, Set<String> labels, boolean quoted, IndexDocument.Page... pages) {
        return new IndexDocument(
                id, title, "", "", 0, "", "", "", "", "", "", List.of(), "", List.of(), List.of(pages), labels, quoted);
    }
}
