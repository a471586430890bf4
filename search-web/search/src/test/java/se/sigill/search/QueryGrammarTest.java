package se.sigill.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import se.sigill.search.lucene.LuceneSearch;

class QueryGrammarTest {
    private static final SearchIndex INDEX = index();

    private static SearchIndex index() {
        SearchIndex index = LuceneSearch.inMemory();
        index.put(List.of(IndexDocument.of("a", "Bygglov", "Ansökan om bygglov för garage", Set.of("open"))));
        index.commit(IndexCursor.START);
        return index;
    }

    private static String read(String query) {
        return QueryGrammar.read(query).english();
    }

    @Test
    void readsWordsPhrasesAndFilters() {
        assertEquals("Read as: bygglov, garage.", read("bygglov OCH garage"));
        assertEquals("Read as: \"fasad åt gatan\", not garage.", read("\"fasad åt gatan\" -garage"));
        assertEquals(
                "Read as: villa or radhus, authority = Byggnadsnämnden.",
                read("villa ELLER radhus nämnd:Byggnadsnämnden"));
        assertEquals("Read as: plan, year = 2020–2024.", read("plan år:2024-2020"));
        assertEquals("Read as everything.".replace("as e", "as: e"), read("  "));
        assertEquals("Read as: everything: type = årlig rapport.", read("typ:\"årlig rapport\""));
        assertEquals("Read as: KS2026/123, 2013/14:1.", read("KS2026/123 2013/14:1"));
        assertEquals(
                "Vi sökte på orden: bygg*, inte typ = beslut.",
                QueryGrammar.read("bygg* INTE typ:beslut").swedish());
    }

    @Test
    void readsWhatItDoesNotKnowAsWordsAndSaysSo() {
        Reading hidden = QueryGrammar.read("acl:open");

        assertEquals(List.of(new QueryClause.Word("acl:open")), hidden.clauses());
        assertEquals(Set.of(Reading.Note.UNKNOWN_FIELD), hidden.notes());
        assertTrue(QueryGrammar.read("\"öppen").notes().contains(Reading.Note.OPEN_QUOTE));
        assertTrue(QueryGrammar.read("(a b)").notes().contains(Reading.Note.PARENTHESES));
        assertTrue(QueryGrammar.read("*a*").notes().contains(Reading.Note.STAR));
        assertTrue(QueryGrammar.read("ab*").notes().contains(Reading.Note.SHORT_PREFIX));
        assertTrue(QueryGrammar.read("x".repeat(10_000)).notes().contains(Reading.Note.CUT_TEXT));
        assertTrue(QueryGrammar.read("a OR ".repeat(190)).notes().contains(Reading.Note.CUT_WORDS));
        assertTrue(QueryGrammar.read("a ".repeat(100)).notes().contains(Reading.Note.CUT_WORDS));
    }

    @Property(tries = 600)
    void neverFailsAndNeverNamesAHiddenField(@ForAll("queries") String query) {
        SearchResult result = INDEX.search(SearchRequest.of(query, Set.of("open")));

        String said = result.reading().toJson().toString() + result.reading().swedish();
        for (String hidden : List.of("numberpart", "backwards", "reader", "storedtext", "filter.", "facet.")) {
            assertFalse(said.contains(hidden) && !query.contains(hidden), hidden);
        }
        assertTrue(result.reading().clauses().size() <= QueryGrammar.CLAUSES_MAX);
        assertEquals(0, INDEX.search(SearchRequest.of(query, Set.of("other"))).total());
        INDEX.suggest(query, Set.of("open"), 5);
        INDEX.didYouMean(query, Set.of("open"));
    }

    @Provide
    Arbitrary<String> queries() {
        Arbitrary<String> piece = Arbitraries.of(
                "bygglov",
                "ansökan",
                "\"",
                "(",
                ")",
                "-",
                "*",
                ":",
                "OR",
                "ELLER",
                "NOT",
                "|",
                "nämnd:",
                "år:",
                "typ:",
                "år:20-1",
                "reader:open",
                "acl:x",
                "^2",
                "~",
                "/.*/",
                "[a TO b]",
                "{",
                "\\",
                "&&",
                "+",
                "2026/123",
                "\u0000",
                "\ud800",
                "é",
                "𝒳",
                "%",
                "_",
                "'",
                "a-b",
                "e-post",
                "-\n",
                " ",
                "  ",
                "«",
                "»",
                "\u00ad",
                "\u202e",
                "9".repeat(70));
        Arbitrary<String> pieces = piece.list().ofMaxSize(20).map(list -> String.join("", list));
        Arbitrary<String> spaced = piece.list().ofMaxSize(60).map(list -> String.join(" ", list));
        return Arbitraries.oneOf(pieces, spaced, Arbitraries.strings().ofMaxLength(80));
    }
}
