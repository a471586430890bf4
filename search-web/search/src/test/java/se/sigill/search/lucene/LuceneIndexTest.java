package se.sigill.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.json.JsonWriter;
import se.sigill.search.Hit;
import se.sigill.search.IndexCursor;
import se.sigill.search.IndexDocument;
import se.sigill.search.IndexDocument.Page;
import se.sigill.search.Reading;
import se.sigill.search.SearchField;
import se.sigill.search.SearchFilter;
import se.sigill.search.SearchFinding;
import se.sigill.search.SearchIndex;
import se.sigill.search.SearchReader;
import se.sigill.search.SearchRequest;
import se.sigill.search.SearchRequest.Order;
import se.sigill.search.SearchResult;
import se.sigill.search.Snippet;

class LuceneIndexTest {
    private static final Set<String> ALL = Set.of("open");

    private static IndexDocument text(String id, String text) {
        return IndexDocument.of(id, "Titel " + id, text, ALL);
    }

    private static IndexDocument numbered(String id, String number) {
        return new IndexDocument(
                id,
                "Handling",
                number,
                "2026-03-01",
                2026,
                "beslut",
                "Byggnadsnämnden",
                "",
                "",
                "",
                "",
                List.of("PDF"),
                "in",
                List.of(),
                List.of(new Page("", "", 1, "fasad och 2026 och 123 och 14")),
                ALL,
                true);
    }

    private static List<String> found(SearchReader index, String query) {
        return index.search(SearchRequest.of(query, ALL)).hits().stream()
                .map(Hit::id)
                .toList();
    }

    private static SearchIndex with(IndexDocument... documents) {
        SearchIndex index = LuceneSearch.inMemory();
        index.put(List.of(documents));
        index.commit(IndexCursor.START);
        return index;
    }

    @Test
    void findsFormsAndPartsOfCompounds() {
        try (SearchIndex index = with(
                text("a", "Bygglovsansökan har kommit in"),
                text("b", "Ansökan om bygglov"),
                text("c", "Bygglovet gavs, ansökningar avslogs"),
                text("d", "Äldreomsorgsnämndens handlingarna"),
                text("e", "En handling om äldreomsorg för nämnden"),
                text("f", "Äldreomsorg och nämnd"))) {
            assertTrue(found(index, "bygglov").containsAll(List.of("a", "b", "c")));
            assertTrue(found(index, "ansökan").containsAll(List.of("a", "b")));
            assertTrue(found(index, "äldreomsorgsnämnden").containsAll(List.of("d", "e", "f")));
            assertTrue(found(index, "handlingar").containsAll(List.of("d", "e")));
            assertEquals(List.of(), found(index, "aldreomsorg"));
        }
    }

    @Test
    void findsNumbersAsTheyAreWritten() {
        try (SearchIndex index = with(
                numbered("ks", "KS 2026/123"),
                numbered("bn", "BN 2024-118"),
                numbered("ip", "2013/14:1"),
                numbered("ip2", "2013/14:11"),
                numbered("am", "A-1312/B"),
                text("t", "se KS 2026/123 och 2013/14:1 samt 1312"))) {
            for (String query : List.of("KS 2026/123", "KS2026/123", "ks 2026-123", "ks 2026/0123", "2026/123")) {
                assertEquals("ks", found(index, query).getFirst(), query);
            }
            assertEquals("ip", found(index, "2013/14:1").getFirst());
            assertEquals("bn", found(index, "BN 2024/118").getFirst());
            assertEquals("am", found(index, "1312").getFirst());
            assertTrue(found(index, "KS2026/123").contains("t"));
        }
    }

    @Test
    void countsAWordThatIsTypedTwiceOnce() {
        try (SearchIndex index =
                with(text("a", "snö och halka"), text("b", "snö, snö och mera snö"), text("c", "om"))) {
            assertEquals(
                    index.search(SearchRequest.of("snö", ALL)).hits(),
                    index.search(SearchRequest.of("snö snö", ALL)).hits());
            assertEquals(List.of("c"), found(index, "om om"));
        }
    }

    @Test
    void namesThePageAndThePart() {
        IndexDocument report = Documents.paged(
                "r",
                "Rapport",
                ALL,
                true,
                new Page("", "", 1, "fasad grind"),
                new Page("", "", 2, "grind"),
                new Page("", "", 3, "Här står\n  ett ovanligt   ord: fladdermus. " + "mer text ".repeat(60)));
        IndexDocument mail = Documents.paged(
                "m",
                "Brev",
                ALL,
                true,
                new Page("1", "", 0, "Se bilaga"),
                new Page("2", "bilaga.pdf", 1, "en uggla bor här"));
        try (SearchIndex index = with(report, mail)) {
            Hit bat = index.search(SearchRequest.of("fladdermöss fladdermus", ALL))
                    .hits()
                    .getFirst();
            Hit owl = index.search(SearchRequest.of("ugglan", ALL)).hits().getFirst();
            Hit title = index.search(SearchRequest.of("rapport", ALL)).hits().getFirst();

            assertEquals(3, bat.page());
            assertEquals("fladdermus", marked(bat.snippet()));
            assertTrue(
                    bat.snippet().text().startsWith("Här står ett ovanligt ord"),
                    bat.snippet().text());
            assertTrue(bat.snippet().text().length() < 320);
            assertEquals("2", owl.part());
            assertEquals("bilaga.pdf", owl.partName());
            assertEquals(1, owl.page());
            assertEquals(0, title.page());
            assertEquals(
                    "{\"rank\":1,\"id\":\"m\"", JsonWriter.compact(owl.toJson()).substring(0, 18));
        }
    }

    private static String marked(Snippet snippet) {
        Snippet.Range range = snippet.highlights().getFirst();
        return snippet.text().substring(range.start(), range.end());
    }

    @Test
    void findsAPhraseOnItsPage() {
        IndexDocument report = Documents.paged(
                "r",
                "Rapport",
                ALL,
                true,
                new Page("", "", 1, "huset är rött, de röda husen, röda"),
                new Page("", "", 2, "det röda huset"),
                new Page("", "", 3, "röda"),
                new Page("", "", 4, "stugan"));
        try (SearchIndex index = with(report, text("x", "röda hus"))) {
            SearchResult result = index.search(SearchRequest.of("\"röda huset\"", ALL));

            assertEquals(1, result.total());
            assertEquals(2, result.hits().getFirst().page());
            SearchResult across = index.search(SearchRequest.of("\"röda stugan\"", ALL));
            assertTrue(across.reading().notes().contains(Reading.Note.PHRASE_AS_WORDS));
        }
    }

    @Test
    void leavesOutNarrowsAndWidens() {
        try (SearchIndex index = with(
                text("a", "garage med port"),
                text("b", "garage med tak"),
                text("c", "stuga"),
                numbered("d", "BN 2026/1"))) {
            assertEquals(List.of("b"), found(index, "garage -port"));
            assertEquals(Set.of("a", "b", "c"), Set.copyOf(found(index, "garage ELLER stuga")));
            assertEquals(List.of("d"), found(index, "nämnd:Byggnadsnämnden"));
            assertEquals(List.of("d"), found(index, "år:2025-2026 fasad"));
            assertEquals(List.of(), found(index, "typ:protokoll"));
            assertEquals(List.of("c"), found(index, "stu*"));
            SearchRequest filtered = new SearchRequest(
                    "",
                    List.of(new SearchFilter.Equal(SearchField.FORMAT, "pdf")),
                    ALL,
                    Order.BEST,
                    10,
                    Optional.empty());
            assertEquals(1, index.search(filtered).total());
        }
    }

    @Test
    void putsTheNewestFirstAndPagesThroughThem() {
        try (SearchIndex index =
                with(dated("a", "2026-03-01"), dated("b", "2026-11-27"), dated("c", ""), dated("d", "2026-11-27"))) {
            SearchRequest newest = new SearchRequest("", List.of(), ALL, Order.NEWEST, 2, Optional.empty());
            List<Hit> first = index.search(newest).hits();
            assertEquals(List.of("b", "d"), ids(first));
            assertEquals(
                    List.of("a", "c"),
                    ids(index.search(newest.after(first.getLast().mark())).hits()));
        }
    }

    @Test
    void leavesWhatTheFiltersSay() {
        try (SearchIndex index = with(dated("a", "2025-03-01"), dated("b", "2026-11-27"), dated("c", ""))) {
            LocalDate day = LocalDate.of(2026, 11, 27);
            assertEquals(List.of("b"), left(index, new SearchFilter.Days(day, day)));
            assertEquals(
                    List.of("a", "b"), left(index, new SearchFilter.OneOf(SearchField.YEAR, List.of("2025", "2026"))));
            assertEquals(
                    List.of("a", "b", "c"),
                    left(index, new SearchFilter.OneOf(SearchField.TYPE, List.of("protokoll", "Beslut"))));
        }
    }

    private static List<String> left(SearchReader index, SearchFilter filter) {
        return ids(index.search(new SearchRequest("", List.of(filter), ALL, Order.BEST, 10, Optional.empty()))
                        .hits())
                .stream()
                .sorted()
                .toList();
    }

    private static List<String> ids(List<Hit> hits) {
        return hits.stream().map(Hit::id).toList();
    }

    private static IndexDocument dated(String id, String date) {
        return new IndexDocument(
                id,
                "Titel",
                "",
                date,
                date.isEmpty() ? 0 : Integer.parseInt(date.substring(0, 4)),
                "beslut",
                "Byggnadsnämnden",
                "",
                "",
                "",
                "",
                List.of(),
                "",
                List.of(),
                List.of(),
                ALL,
                true);
    }

    @Test
    void fallsBackAndSaysSo() {
        try (SearchIndex index = with(text("a", "garage med port"), text("b", "stuga"))) {
            SearchResult any = index.search(SearchRequest.of("garage stuga", ALL));
            SearchResult words = index.search(SearchRequest.of("\"port garage\"", ALL));

            assertEquals(Reading.Mode.ANY, any.reading().mode());
            assertEquals(2, any.total());
            assertTrue(any.reading().notes().contains(Reading.Note.ANY_WORD));
            assertEquals(1, words.total());
            assertTrue(words.reading().swedish().contains("de söktes var för sig"));
        }
    }

    @Test
    void asksOfSomeWordsThatOneTellsSomething() {
        List<IndexDocument> texts = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            texts.add(text("g" + i, "åtgärder för ordning " + i));
        }
        texts.add(text("v", "vildsvinens framfart"));
        texts.add(text("k", "KS 2026/7 om åtgärderna"));
        try (SearchIndex index = with(texts.toArray(new IndexDocument[0]))) {
            assertEquals(List.of("v"), found(index, "åtgärder mot vildsvin"));
            assertEquals(List.of("k", "v"), found(index, "KS 2026/7 vildsvin"));
        }
    }

    @Test
    void cutsACompoundInThreeAndKnowsShortWords() {
        try (SearchIndex index = with(
                text("a", "om data för den utländska"),
                text("b", "en lag för sambor om sambo"),
                text("c", "utländsk förordning om data"))) {
            assertTrue(found(index, "utlandsdataförordning").isEmpty());
            assertEquals(List.of("c"), found(index, "utländskdataförordning"));
            assertEquals(List.of("b"), found(index, "sambolag"));
        }
    }

    @Test
    void showsNothingWithoutALabel() {
        try (SearchIndex index =
                with(IndexDocument.of("s", "hemlig", "fladdermus", Set.of("social")), text("o", "uggla"))) {
            assertEquals(0, index.search(SearchRequest.of("fladdermus", ALL)).total());
            assertEquals(0, index.search(SearchRequest.of("uggla", Set.of())).total());
            assertEquals(1, index.search(SearchRequest.of("", ALL)).total());
            assertEquals(List.of(), index.suggest("fladder", ALL, 5));
            assertEquals(List.of("fladdermus"), index.suggest("fladder", Set.of("social"), 5));
            assertEquals(Optional.empty(), index.didYouMean("fladdermos", ALL));
            assertEquals(Optional.of("Fin fladdermus"), index.didYouMean("Fin fladdermos", Set.of("social")));
        }
    }

    @Test
    void keepsDataAndCursorTogether(@TempDir Path folder) {
        try (SearchIndex index = opened(folder)) {
            index.put(List.of(text("a", "ett")));
            index.commit(new IndexCursor(7, "epoch-1"));
            index.put(List.of(text("b", "två")));
            index.refresh();
            assertEquals(2, index.size());
            assertEquals(new IndexCursor(7, "epoch-1"), index.cursor());
        }
        try (SearchIndex index = opened(folder)) {
            assertEquals(1, index.size());
            assertEquals(new IndexCursor(7, "epoch-1"), index.cursor());
            index.clear();
        }
        try (SearchIndex index = opened(folder)) {
            assertEquals(0, index.size());
            assertEquals(IndexCursor.START, index.cursor());
        }
    }

    private static SearchIndex opened(Path folder) {
        LuceneSearch.Opening<SearchIndex> opening = LuceneSearch.open(folder, LuceneSearch.COMMAND_BUDGET);
        return switch (opening) {
            case LuceneSearch.Opened<SearchIndex>(SearchIndex index) -> index;
            case LuceneSearch.Unusable<SearchIndex>(var why) -> throw new AssertionError(why.toString());
        };
    }

    @Test
    void readsBesideAWriterAndRefusesASecondOne(@TempDir Path folder) {
        try (SearchIndex index = opened(folder)) {
            index.put(List.of(text("a", "ett")));
            index.commit(new IndexCursor(1, ""));
            LuceneSearch.Opening<SearchIndex> second = LuceneSearch.open(folder, LuceneSearch.COMMAND_BUDGET);

            assertEquals(
                    SearchFinding.LOCKED,
                    assertInstanceOf(LuceneSearch.Unusable.class, second).why().code());
            if (LuceneSearch.read(folder, LuceneSearch.COMMAND_BUDGET)
                    instanceof LuceneSearch.Opened<SearchReader>(SearchReader reader)) {
                assertEquals(1, reader.size());
                assertEquals(1, reader.cursor().position());
                reader.close();
            } else {
                throw new AssertionError("the index could not be read");
            }
        }
    }

    @Test
    void namesADamagedIndex(@TempDir Path folder) throws IOException {
        try (SearchIndex index = opened(folder)) {
            index.put(List.of(text("a", "ett")));
            index.commit(new IndexCursor(1, ""));
        }
        try (Stream<Path> files = Files.list(folder)) {
            Path commit = files.filter(f -> f.getFileName().toString().startsWith("segments_"))
                    .findFirst()
                    .orElseThrow();
            Files.write(commit, new byte[] {1, 2, 3});
        }
        LuceneSearch.Opening<SearchIndex> opening = LuceneSearch.open(folder, LuceneSearch.COMMAND_BUDGET);

        assertEquals(
                SearchFinding.DAMAGED,
                assertInstanceOf(LuceneSearch.Unusable.class, opening).why().code());
    }

    @Test
    void leavesNoByteOfWhatWasExpunged(@TempDir Path folder) throws IOException {
        try (SearchIndex index = opened(folder)) {
            index.put(List.of(text("a", "fladdermusgrotta"), text("b", "annat"), text("c", "tredje")));
            index.commit(new IndexCursor(1, ""));
            index.delete(List.of("a"));
            index.commit(new IndexCursor(2, ""));
            index.expungeDeletes();

            assertEquals(2, index.cursor().position());
            assertEquals(2, index.size());
            assertFalse(holds(folder, "fladdermusgrotta"));
            assertTrue(holds(folder, "annat"));
        }
    }

    /** Bundles are applied while words are expunged: neither loses what the other does. */
    @Test
    void othersWriteWhileItIsExpunged(@TempDir Path folder) throws Exception {
        try (SearchIndex index = opened(folder);
                ExecutorService other = Executors.newSingleThreadExecutor()) {
            index.put(IntStream.range(0, 60)
                    .mapToObj(i -> text("gone" + i, "fladdermusgrotta ord" + i))
                    .toList());
            index.commit(new IndexCursor(1, ""));
            Future<?> writing = other.submit(() -> {
                for (int i = 0; i < 60; i++) {
                    index.delete(List.of("gone" + i));
                    index.put(List.of(text("new" + i, "annat")));
                    index.commit(new IndexCursor(2 + i, ""));
                }
            });
            while (!writing.isDone()) {
                index.expungeDeletes();
            }
            writing.get();
            index.expungeDeletes();

            assertEquals(61, index.cursor().position());
            assertEquals(60, index.size());
            assertFalse(holds(folder, "fladdermusgrotta"));
        }
        try (SearchIndex index = opened(folder)) {
            assertEquals(61, index.cursor().position());
            assertEquals(60, index.size());
        }
    }

    private static boolean holds(Path folder, String text) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (bytes.contains(text)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void saysWhenATextIsTooLongToIndexWhole() {
        try (SearchIndex index = LuceneSearch.inMemory()) {
            String longText = "ordet ".repeat(DocumentForm.TEXT_MAX / 6 + 1) + "sist";

            assertEquals(
                    SearchFinding.TEXT_CUT,
                    index.put(List.of(text("a", longText))).getFirst().code());
        }
    }

    @Test
    void replacesByIdAndDeletes() {
        try (SearchIndex index = with(text("a", "ett"))) {
            index.put(List.of(text("a", "två")));
            index.commit(new IndexCursor(2, ""));
            assertEquals(List.of(), found(index, "ett"));
            assertEquals(List.of("a"), found(index, "två"));
            index.delete(List.of("a", "unknown"));
            index.refresh();
            assertEquals(0, index.size());
        }
    }
}
