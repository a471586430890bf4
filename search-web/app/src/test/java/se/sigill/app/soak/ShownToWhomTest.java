package se.sigill.app.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.run.Running;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.config.Home;
import se.sigill.core.json.Json;
import se.sigill.core.log.Act;
import se.sigill.core.log.Actor;
import se.sigill.core.log.LogEntry;
import se.sigill.core.log.LogReader;
import se.sigill.core.record.RecordId;
import se.sigill.search.SearchRequest;

/** What every command shows, and to whom: a record whose existence is a secret beside one that is undecided. */
final class ShownToWhomTest {
    private static final String OWN = "Kommunstyrelsen";
    private static final String OTHER = "Byggnadsnämnden";
    private static final String UNKNOWN =
            RecordId.random(new SplittableRandom(5)).value();

    @TempDir
    private static Path folder;

    private static Running archive = new Running(Path.of("."));
    private static String secret = "";
    private static String plain = "";
    private static long gap;

    @BeforeAll
    static void takesInASecretRecordAPlainOneAndOneThatWaits() throws IOException {
        archive = Running.founded(folder.resolve("home"));
        Path delivery = Files.createDirectories(folder.resolve("leverans"));
        Files.writeString(delivery.resolve("leverans.csv"), """
                sökväg;titel;myndighet;sekretess
                hemlig.txt;Utredning Kvasthilda;Kommunstyrelsen;OSL 26:1
                vanlig.txt;Grillplats;Kommunstyrelsen;
                vantar.txt;Väntar Tofsviper;Kommunstyrelsen;OSL 99:9
                """);
        Files.writeString(delivery.resolve("hemlig.txt"), "kvastskaftet hittades i vasen");
        Files.writeString(delivery.resolve("vanlig.txt"), "grillplatsen vid vasen");
        Files.writeString(delivery.resolve("vantar.txt"), "tofsvipan i vasen");
        try (OpenArchive open = OpenArchive.open(new Home(archive.home()))) {
            PlainDepositor.deposit(open, delivery, folder.resolve("receipts"));
            secret = idOf(open, "kvastskaftet");
            plain = idOf(open, "grillplatsen");
            Instant now = open.clock().instant();
            Actor clerk = Actor.person("anna");
            RecordId id = new RecordId(secret);
            LocalDate day = open.today();
            gap = open.archive()
                            .decide(List.of(
                                    new Act.Restricted(
                                            now,
                                            clerk,
                                            id,
                                            "record",
                                            "secrecy",
                                            "OSL 26:1",
                                            "skäl",
                                            OWN,
                                            day,
                                            day,
                                            true),
                                    new Act.GapOpened(
                                            now,
                                            clerk,
                                            id,
                                            "RENEW-ENGINE-MISSING",
                                            "kvast",
                                            "kvastskaftet saknas",
                                            "")))
                            .first()
                    + 1;
            open.catchUp();
        }
    }

    private static String idOf(OpenArchive open, String word) {
        return open.index()
                .search(SearchRequest.of(word, Set.of("restricted:kommunstyrelsen", "undecided:kommunstyrelsen")))
                .hits()
                .getFirst()
                .id();
    }

    @BeforeEach
    void isADecisionMakerOfTheOwnBoard() throws IOException {
        role(OWN, "decision-maker");
    }

    private static void role(String authority, String role) throws IOException {
        Path table = folder.resolve("roles.csv");
        Files.writeString(
                table,
                "account,authority,role\n" + System.getProperty("user.name") + "," + authority + "," + role + "\n");
        archive.type("adopt", "roles", table.toString()).expect(0);
    }

    private static long viewed() {
        LogReader log = LogReader.open(new Home(archive.home()).log());
        try (Stream<LogEntry> entries = log.entries(0, log.head().size())) {
            return entries.filter(each -> each instanceof LogEntry.Kept kept && kept.act() instanceof Act.Viewed)
                    .count();
        }
    }

    @Test
    void aSearchFindsWhatIsRestrictedAndShowsNoWordOfItsText() {
        long before = viewed();

        Running.Ended found = archive.type("search", "--json", "vasen").expect(0);

        assertEquals(2, found.hits().size());
        assertFalse(found.out().contains("kvastskaft"), found.out());
        Json.Obj hit = hit(found, secret);
        assertEquals("Utredning Kvasthilda", hit.text("title"));
        assertEquals("", hit.text("snippet"));
        assertTrue(hit.bool("withheld"));
        assertTrue(hit(found, plain).text("snippet").contains("grillplatsen"));
        assertTrue(archive.type("search", "vasen").out().contains("sigill cat " + secret));
        assertEquals(before, viewed());
    }

    @Test
    void everyLookAtARestrictedRecordIsAnActAndALookForWhatIsNotThereIsNone() {
        long before = viewed();

        archive.type("cat", secret, "metadata/finns-inte.txt").expect(64);
        assertEquals(before, viewed());

        assertTrue(archive.type("cat", secret).expect(0).out().contains("metadata/text.txt"));
        archive.type("cat", secret, "metadata/text.txt").expect(0);
        assertEquals(before + 2, viewed());

        archive.type("cat", plain).expect(0);
        assertEquals(before + 2, viewed());
    }

    private static Json.Obj hit(Running.Ended found, String id) {
        return found.hits().stream()
                .filter(line -> line.text("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void spellingAndSuggestionsOfferNoWordOfARestrictedText() {
        Running.Ended plainWord = archive.type("search", "grillplatsem").expect(0);
        Running.Ended secretWord = archive.type("search", "kvastskaftem").expect(0);
        Running.Ended beginning = archive.type("search", "kvastsk").expect(0);

        assertTrue(plainWord.out().contains("Menade du: grillplatsen"), plainWord.out());
        assertFalse(secretWord.out().contains("kvastskaftet"), secretWord.out());
        assertFalse(beginning.out().contains("kvastskaftet"), beginning.out());
    }

    @Test
    void packagesOfRestrictedRecordsLeaveBehindOneCommitOfActs() {
        long before = viewed();

        archive.type("export", "--out", folder.resolve("out").toString(), secret, plain);

        assertTrue(Files.isDirectory(folder.resolve("out")));
        assertEquals(before + 1, viewed());
    }

    @Test
    void gapsAreShownToWhoMaySeeTheRegisterEntry() throws IOException {
        assertTrue(archive.type("gaps", "--all").expect(0).out().contains("kvastskaftet saknas"));

        role(OTHER, "decision-maker");
        Running.Ended listed = archive.type("gaps", "--all").expect(0);
        Running.Ended accepted = archive.type("gaps", "--accept", Long.toString(gap), "--reason", "ja");

        assertTrue(listed.out().contains("0 open gaps"), listed.out());
        assertFalse(listed.out().contains(secret), listed.out());
        assertEquals(64, accepted.exit());
        assertEquals(
                archive.type("gaps", "--accept", "3", "--reason", "ja").err().replace("act 3", "act N"),
                accepted.err().replace("act " + gap, "act N"));
    }

    @Test
    void whatWaitsIsShownToItsOwnBoard() throws IOException {
        Running.Ended own = archive.type("quarantine", "--json").expect(0);
        String delivery = own.json().getFirst().text("delivery");

        role(OTHER, "archivist");
        Running.Ended listed = archive.type("quarantine").expect(0);
        Running.Ended rejected = archive.type("quarantine", "--reject", delivery, "--reason", "nej");

        assertTrue(own.out().contains("vantar.txt"), own.out());
        assertEquals("nothing is in quarantine", listed.out().strip());
        assertEquals(64, rejected.exit());
        assertTrue(rejected.err().contains("there is no delivery"), rejected.err());
    }

    @Test
    void commandsAnswerOtherBoardsAsIfASecretRecordWereAbsent() throws IOException {
        role(OTHER, "decision-maker");
        List<List<String>> commands = List.of(
                List.of("cat", "ID"),
                List.of("cat", "ID", "metadata/text.txt"),
                List.of("hold", "--reason", "skäl", "ID"),
                List.of("hold", "--lift", "3", "--reason", "skäl", "ID"),
                List.of("assess", "--open", "--reason", "skäl", "ID"),
                List.of("assess", "--lift", "3", "--reason", "skäl", "ID"),
                List.of("export", "--json", "ID"),
                List.of("export", "--out", folder.resolve("none").toString(), "ID"),
                List.of("dispose", "--second", "bo", "--authority", "b", "--reason", "skäl", "ID"),
                List.of("log", "--record", "ID"));
        for (List<String> words : commands) {
            Running.Ended hidden = type(words, secret);
            Running.Ended absent = type(words, UNKNOWN);

            assertEquals(absent.exit(), hidden.exit(), words.toString());
            assertEquals(said(absent, UNKNOWN), said(hidden, secret), words.toString());
        }
        assertFalse(archive.type("log").expect(0).out().contains(secret));
        role(OWN, "registrar");
        assertTrue(archive.type("log", "--record", secret).expect(0).out().contains("Restricted"));
    }

    private static Running.Ended type(List<String> words, String id) {
        List<String> line =
                words.stream().map(word -> word.equals("ID") ? id : word).toList();
        return archive.type(line.getFirst(), line.subList(1, line.size()).toArray(String[]::new));
    }

    private static String said(Running.Ended ended, String id) {
        return (ended.out() + ended.err()).replace(id, "ID");
    }

    @Test
    void readingCommandsAnswerWhileSomebodyElseWorks() {
        try (OpenArchive working = OpenArchive.open(new Home(archive.home()))) {
            Running.Ended found = archive.type("search", "--json", "--wait", "PT0S", "vasen");
            Running.Ended listed = archive.type("cat", "--wait", "PT0S", plain);
            Running.Ended acts = archive.type("log", "--wait", "PT0S", "--record", plain);
            Running.Ended guarded = archive.type("cat", "--wait", "PT0S", secret, "metadata/text.txt");

            assertEquals(0, found.exit(), found.err());
            assertEquals(2, found.hits().size());
            assertTrue(listed.out().contains("metadata/text.txt"), listed.err());
            assertTrue(acts.out().contains("Sealed"), acts.err());
            assertEquals(11, guarded.exit());
            assertEquals(
                    0,
                    working.archive().log().head().size()
                            - LogReader.open(working.home().log()).head().size());
        }
    }

    @Test
    void aSearchBesideSomebodyElseDoesNotAnswerFromBeforeARestriction() {
        try (OpenArchive working = OpenArchive.open(new Home(archive.home()))) {
            Instant now = working.clock().instant();
            LocalDate day = working.today();
            RecordId id = new RecordId(plain);
            long act = working.archive()
                    .decide(List.of(new Act.Restricted(
                            now, working.actor(), id, "record", "secrecy", "OSL 26:1", "skäl", OWN, day, day, false)))
                    .first();

            Running.Ended behind = archive.type("search", "--wait", "PT0S", "grillplatsen");
            working.catchUp();
            Running.Ended followed = archive.type("search", "--json", "--wait", "PT0S", "grillplatsen");
            working.archive().decide(List.of(new Act.RestrictionLifted(now, working.actor(), id, act, "skäl")));
            working.archive().decide(List.of(new Act.Assessed(now, working.actor(), id, true, false, "prövad")));

            assertEquals(11, behind.exit());
            assertEquals("", behind.out());
            assertEquals("", hit(followed, plain).text("snippet"));
        }
    }
}
