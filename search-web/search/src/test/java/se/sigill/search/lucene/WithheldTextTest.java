package se.sigill.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.sigill.core.json.JsonWriter;
import se.sigill.search.Hit;
import se.sigill.search.IndexDocument;
import se.sigill.search.SearchIndex;
import se.sigill.search.SearchRequest;
import se.sigill.search.Snippet;

/** A document that is found and not quoted. */
final class WithheldTextTest {
    private static final Set<String> STAFF = Set.of("staff");

    @Test
    void isFoundByItsWordsAndShowsNoneOfThem() {
        IndexDocument open = IndexDocument.of("a", "Yttrande", "hemlighet på bordet", STAFF);
        IndexDocument closed = Documents.paged(
                "b",
                "Utredning",
                STAFF,
                false,
                new IndexDocument.Page("bilaga.txt", "bilaga.txt", 4, "hemlighet under bordet"));
        try (SearchIndex index = LuceneSearch.inMemory()) {
            index.put(List.of(open, closed));
            index.refresh();

            List<Hit> hits = index.search(SearchRequest.of("hemlighet", STAFF)).hits();

            assertEquals(2, hits.size());
            Hit quoted = hits.stream().filter(Hit::quoted).findFirst().orElseThrow();
            Hit withheld =
                    hits.stream().filter(hit -> !hit.quoted()).findFirst().orElseThrow();
            assertEquals("hemlighet på bordet", quoted.snippet().text());
            assertEquals("b", withheld.id());
            assertEquals("Utredning", withheld.title());
            assertEquals(Snippet.EMPTY, withheld.snippet());
            assertEquals(0, withheld.page());
            assertEquals("", withheld.part() + withheld.partName());
            assertTrue(JsonWriter.compact(withheld.toJson()).contains("\"withheld\":true"));
            assertFalse(JsonWriter.compact(quoted.toJson()).contains("withheld"));
        }
    }
}
