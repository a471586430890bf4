package se.sigill.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonWriter;
import se.sigill.search.IndexCursor;
import se.sigill.search.IndexDocument;
import se.sigill.search.SearchIndex;
import se.sigill.search.SearchRequest;
import se.sigill.search.SearchResult;

/**
 * Two archives that agree on what a board may see give that board the same bytes: whatever another board keeps, in whatever
 * order, with whatever history of changes and deletions, and however the documents lie in segments.
 */
class TwoWorldsTest {
    private static final Set<String> BOARD = Set.of("bygg");
    private static final Set<String> OTHER = Set.of("social");

    private static final List<String> WORDS = List.of(
            "bygglov",
            "bygglovsansökan",
            "bygglovet",
            "ansökan",
            "nämnd",
            "äldreomsorg",
            "äldreomsorgsnämnden",
            "garage",
            "garageport",
            "storgatan",
            "handlingar",
            "handlingsplan",
            "plan",
            "detaljplan",
            "buller",
            "bullermätning",
            "mätning",
            "2026",
            "123",
            "kommun",
            "kommunstyrelsen",
            "styrelsen",
            "avslag",
            "protokoll");

    private static final List<String> QUERIES = List.of(
            "bygglov",
            "ansökan om bygglov",
            "\"ansökan bygglov\"",
            "äldreomsorgsnämnden",
            "garage -plan",
            "bygg*",
            "detaljplan ELLER buller",
            "handlingarna",
            "bullermätningen storgatan",
            "BN 2026/3",
            "2026",
            "",
            "typ:protokoll",
            "bygglv",
            "kommunstyrelseprotokoll avslag",
            "nämnd:bygg plan");

    @Property(tries = 25)
    void whatAnotherBoardKeepsChangesNoByte(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int documents) {
        Random random = new Random(seed);
        List<IndexDocument> mine = documents(random, "m", documents, BOARD);
        List<IndexDocument> theirs = documents(random, "t", random.nextInt(40), OTHER);
        try (SearchIndex alone = LuceneSearch.inMemory();
                SearchIndex shared = LuceneSearch.inMemory()) {
            alone.put(mine);
            alone.commit(IndexCursor.START);
            live(shared, mine, theirs, random);

            assertEquals(answers(alone), answers(shared));
        }
    }

    /** Puts the documents in another order, with earlier versions, other owners, deletions and commits in between. */
    private static void live(SearchIndex index, List<IndexDocument> mine, List<IndexDocument> theirs, Random random) {
        List<IndexDocument> all = new ArrayList<>(mine);
        all.addAll(theirs);
        Collections.shuffle(all, random);
        for (IndexDocument document : all) {
            switch (random.nextInt(5)) {
                case 0 -> index.put(List.of(document(random, document.id(), OTHER)));
                case 1 -> index.put(List.of(document(random, document.id(), BOARD)));
                case 2 -> {
                    index.put(List.of(document(random, document.id() + "x", BOARD)));
                    index.commit(IndexCursor.START);
                    index.delete(List.of(document.id() + "x"));
                }
                default -> {}
            }
            if (random.nextInt(3) == 0) {
                index.commit(IndexCursor.START);
            }
            index.put(List.of(document));
        }
        index.commit(IndexCursor.START);
        if (random.nextInt(4) == 0) {
            index.expungeDeletes();
        }
    }

    private static List<IndexDocument> documents(Random random, String prefix, int count, Set<String> readers) {
        List<IndexDocument> documents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            documents.add(document(random, prefix + i, readers));
        }
        return documents;
    }

    private static IndexDocument document(Random random, String id, Set<String> readers) {
        List<IndexDocument.Page> pages = new ArrayList<>();
        for (int page = 1; page <= 1 + random.nextInt(3); page++) {
            pages.add(new IndexDocument.Page("p", "fil.pdf", page, words(random, random.nextInt(30))));
        }
        return new IndexDocument(
                id,
                words(random, 3),
                "BN 2026/" + random.nextInt(5),
                "2026-01-02",
                2024 + random.nextInt(3),
                random.nextBoolean() ? "protokoll" : "skrivelse",
                random.nextBoolean() ? "Bygg" : "Social",
                words(random, 1),
                "",
                "",
                "1.2",
                List.of("PDF"),
                "in",
                List.of(),
                pages,
                readers,
                true);
    }

    private static String words(Random random, int count) {
        return random.ints(count, 0, WORDS.size()).mapToObj(WORDS::get).collect(Collectors.joining(" "));
    }

    /** Everything the board can be told. */
    static String answers(SearchIndex index) {
        StringBuilder said = new StringBuilder();
        for (String query : QUERIES) {
            SearchRequest request =
                    new SearchRequest(query, List.of(), BOARD, SearchRequest.Order.BEST, 4, Optional.empty());
            Set<String> seen = new HashSet<>();
            for (SearchResult page = index.search(request);
                    !page.hits().isEmpty();
                    page = index.search(request.after(page.hits().getLast().mark()))) {
                said.append(JsonWriter.compact(page.toJson())).append('\n');
                page.hits().forEach(h -> assertEquals(true, seen.add(h.id()), "a hit stands on two pages"));
                assertEquals(page.total() > 0, !page.hits().isEmpty());
            }
            said.append(index.search(request).total()).append(' ');
            said.append(JsonWriter.compact(Json.texts(index.suggest(query, BOARD, 10))));
            said.append(index.didYouMean(query, BOARD).orElse("-")).append('\n');
        }
        return said.toString();
    }
}
