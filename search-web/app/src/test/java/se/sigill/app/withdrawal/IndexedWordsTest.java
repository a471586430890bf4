package se.sigill.app.withdrawal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.search.IndexCursor;
import se.sigill.search.IndexDocument;
import se.sigill.search.SearchIndex;
import se.sigill.search.lucene.LuceneSearch;

/** The soak would not see a word that was left behind if this did not. */
class IndexedWordsTest {
    private static final Set<String> WANTED = Set.of("kanariefågel", "hängbron", "landsvägen");

    @Test
    void seesWhatNobodyFindsAnyMoreUntilItIsExpunged(@TempDir Path folder) throws IOException {
        LuceneSearch.Opened<?> opened =
                assertInstanceOf(LuceneSearch.Opened.class, LuceneSearch.open(folder, LuceneSearch.COMMAND_BUDGET));
        try (SearchIndex index = (SearchIndex) opened.index()) {
            // One by one they come into one segment; one of which most is deleted is merged away by itself.
            index.put(List.of(document("a", "En kanariefågel")));
            for (int i = 0; i < 30; i++) {
                index.put(List.of(document("b" + i, "Vid hängbron")));
            }
            index.commit(new IndexCursor(1, ""));
            index.delete(List.of("a"));
            index.commit(new IndexCursor(2, ""));
            assertEquals(Set.of("kanariefågel", "hängbron"), IndexedWords.of(folder, WANTED));

            index.expungeDeletes();
            assertEquals(Set.of("hängbron"), IndexedWords.of(folder, WANTED));

            Files.writeString(folder.resolve("_9.cfs"), "left behind");
            assertEquals(Set.of("hängbron", "_9.cfs"), IndexedWords.of(folder, WANTED));
        }
    }

    private static IndexDocument document(String id, String text) {
        return IndexDocument.of(id, "Titel", text, Set.of("open"));
    }
}
