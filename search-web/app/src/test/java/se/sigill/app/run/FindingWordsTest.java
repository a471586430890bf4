package se.sigill.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.demo.DemoFacts;
import se.sigill.app.demo.DemoItem;
import se.sigill.app.demo.DemoMunicipality;
import se.sigill.app.demo.Planted;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.config.Home;
import se.sigill.core.json.Json;
import se.sigill.core.text.ExtractedText;
import se.sigill.core.text.TextFile;
import se.sigill.search.Hit;
import se.sigill.search.SearchRequest;
import se.sigill.search.SearchResult;

/**
 * The demonstration municipality, delivered and searched: every planted word gives its record first; and for who may
 * not see the restricted record, the archive answers as one that never got it.
 */
@TestMethodOrder(OrderAnnotation.class)
class FindingWordsTest {
    /** What {@link Planted#IN_RESTRICTED} lies in is the executive board's. */
    private static final String OWN_BOARD = "Kommunstyrelsen";

    private static final String OTHER_BOARD = "Byggnadsnämnden";

    @TempDir
    static Path folder;

    private static final Map<Planted, String> IDS = new EnumMap<>(Planted.class);
    private static DemoFacts facts;
    private static Running with;
    private static Running without;

    @BeforeAll
    static void deliversTheDemonstrationWithAndWithoutTheRestrictedRecord() throws IOException {
        facts = DemoMunicipality.generate(folder.resolve("demo"), DemoMunicipality.SEED, 1);
        with = founded("with");
        without = founded("without");
        Map<String, Map<String, String>> records = deposit(with);
        for (Planted word : Planted.values()) {
            DemoItem item = facts.where(word);
            Map<String, String> ofDelivery = records.get(item.delivery());
            String path = word == Planted.IN_MBOX ? item.path() + "#1" : item.path();
            IDS.put(word, Optional.ofNullable(ofDelivery.get(path)).orElseThrow());
        }

        DemoItem hidden = facts.where(Planted.IN_RESTRICTED);
        Path delivery = facts.root().resolve(hidden.delivery());
        Files.delete(delivery.resolve(hidden.path()));
        Path table = delivery.resolve("leverans.csv");
        List<String> rows = Files.readAllLines(table);
        Files.write(
                table, rows.stream().filter(row -> !row.contains(hidden.path())).toList());
        int all = records.values().stream().mapToInt(Map::size).sum();
        assertEquals(
                all - 1, deposit(without).values().stream().mapToInt(Map::size).sum());
    }

    private static Running founded(String name) {
        Running running = Running.founded(folder.resolve(name));
        running.type("adopt", "plan", facts.informationPlan().toString()).expect(0);
        running.type("adopt", "provisions", facts.provisions().toString()).expect(0);
        return running;
    }

    /** The records by delivery and path. */
    private static Map<String, Map<String, String>> deposit(Running archive) {
        List<String> words = new ArrayList<>(List.of("--json", "--system", "demo"));
        facts.deliveries().forEach(path -> words.add(path.toString()));
        List<Json.Obj> lines =
                archive.type("deposit", words.toArray(String[]::new)).expect(0).json();
        Map<String, Map<String, String>> records = new HashMap<>();
        List<String> seen = new ArrayList<>();
        for (Json.Obj line : lines.subList(0, lines.size() - 1)) {
            String id = line.text("delivery");
            if (!seen.contains(id)) {
                seen.add(id);
            }
            String name =
                    String.valueOf(facts.deliveries().get(seen.indexOf(id)).getFileName());
            records.computeIfAbsent(name, n -> new HashMap<>()).put(line.text("path"), line.text("record"));
        }
        return records;
    }

    @Test
    @Order(1)
    void givesEveryPlantedWordsRecordFirst() {
        for (Planted word : Planted.values()) {
            if (word != Planted.IN_RESTRICTED) {
                Json.Obj first = with.type("search", "--json", word.word())
                        .expect(0)
                        .hits()
                        .getFirst();
                assertEquals(IDS.get(word), first.text("id"), word.toString());
                assertTrue(first.text("snippet").contains(word.word()), word + ": " + first.text("snippet"));
            }
        }
    }

    @Test
    @Order(2)
    void saysOnWhichPageAndInWhichAttachment() {
        Running.Ended page = with.type("search", Planted.ON_PDF_PAGE_3.word()).expect(0);
        Running.Ended part =
                with.type("search", Planted.IN_MAIL_ATTACHMENT.word()).expect(0);

        assertTrue(page.out().contains("sidan 3"), page.out());
        assertTrue(part.out().lines().anyMatch(line -> line.matches("1\\. .*, i .*\\.docx.*")), part.out());
    }

    @Test
    @Order(3)
    void showsTheRestrictedRecordToWhoMayDecideAboutItOnly() throws IOException {
        String word = Planted.IN_RESTRICTED.word();
        for (String role : List.of("archivist", "registrar", "inspector", "administrator")) {
            roles(with, OWN_BOARD, role);
            assertEquals(
                    List.of(), with.type("search", "--json", word).expect(0).hits(), role);
        }
        roles(with, OWN_BOARD, "decision-maker");

        List<Json.Obj> hits = with.type("search", "--json", word).expect(0).hits();

        assertEquals(IDS.get(Planted.IN_RESTRICTED), hits.getFirst().text("id"));
        assertEquals(List.of(), with.type("search", "--json", "--public", word).hits());
    }

    @Test
    @Order(4)
    void answersOthersAsAnArchiveThatNeverGotIt() throws IOException {
        Set<String> words = words();
        assertTrue(words.size() > 60, "only " + words.size() + " words");

        for (String role : List.of("decision-maker", "archivist")) {
            roles(with, OTHER_BOARD, role);
            roles(without, OTHER_BOARD, role);
            compare(words, List.of(false));
        }
        roles(with, OWN_BOARD, "archivist");
        roles(without, OWN_BOARD, "archivist");
        compare(words, List.of(true, false));
    }

    private static void compare(Set<String> queries, List<Boolean> asPublic) {
        try (OpenArchive one = OpenArchive.open(new Home(with.home()));
                OpenArchive other = OpenArchive.open(new Home(without.home()))) {
            for (boolean open : asPublic) {
                Set<String> labels = one.labels(open);
                assertEquals(labels, other.labels(open));
                for (String query : queries) {
                    SearchRequest request = new SearchRequest(
                            query, List.of(), labels, SearchRequest.Order.BEST, 100, Optional.empty());
                    SearchResult found = one.index().search(request);
                    assertFalse(
                            found.hits().stream().map(Hit::id).anyMatch(IDS.get(Planted.IN_RESTRICTED)::equals),
                            "found by " + query + " with " + labels);
                    assertEquals(said(other.index().search(request)), said(found), query);
                }
            }
        }
    }

    /** An answer without the ids, which are random in each archive, and without the order of those that score alike. */
    private static String said(SearchResult result) {
        List<String> hits = result.hits().stream()
                .map(hit -> hit.scoreText() + " " + hit.title() + " " + hit.page() + " "
                        + hit.snippet().text())
                .sorted()
                .toList();
        return result.reading().toJson() + "\n" + result.total() + "\n" + result.facets() + "\n" + hits;
    }

    /** Every word of the restricted record's text and description, alone and otherwise asked for. */
    private static Set<String> words() throws IOException {
        DemoItem item = facts.where(Planted.IN_RESTRICTED);
        StringBuilder all = new StringBuilder(
                item.title() + " " + item.caseTitle() + " " + item.recordType() + " " + item.counterparty() + " ");
        text(Planted.IN_RESTRICTED.word()).parts().forEach(part -> part.pages()
                .forEach(page -> all.append(page.text()).append('\n')));
        Set<String> words = new TreeSet<>(List.of(
                "",
                item.dnr(),
                item.title(),
                '"' + item.title() + '"',
                item.path(),
                IDS.get(Planted.IN_RESTRICTED),
                item.date().toString(),
                "OSL 18:13",
                Planted.IN_RESTRICTED.word().substring(0, 6) + "*",
                Planted.IN_RESTRICTED.word().replace('s', 'z')));
        for (String word : all.toString().split("[^\\p{L}\\p{N}/:-]+")) {
            words.add(word.toLowerCase(Locale.ROOT));
        }
        return words;
    }

    private static ExtractedText text(String word) throws IOException {
        try (Stream<Path> walk = Files.walk(with.home().resolve("archive/ocfl"))) {
            for (Path path : walk.filter(p -> p.endsWith("metadata/text.txt")).toList()) {
                if (Files.readString(path).contains(word)) {
                    return TextFile.read(Files.readString(path));
                }
            }
        }
        throw new AssertionError("no text has the word " + word);
    }

    private static void roles(Running archive, String authority, String role) throws IOException {
        Path table = folder.resolve("roles.csv");
        Files.writeString(
                table,
                "account,authority,role\n" + System.getProperty("user.name") + "," + authority + "," + role + "\n");
        archive.type("adopt", "roles", table.toString()).expect(0);
    }
}
