package se.sigill.app.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.run.Running;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.User;
import se.sigill.core.archive.Surroundings;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.config.ConfigReader;
import se.sigill.core.config.Home;
import se.sigill.core.inbox.BoxKey;
import se.sigill.core.inbox.BoxState;
import se.sigill.core.inbox.Boxes;
import se.sigill.core.inbox.Contact;
import se.sigill.core.inbox.FollowCode;
import se.sigill.core.log.Actor;
import se.sigill.core.log.RequestAct;
import se.sigill.core.record.Direction;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.AppealChannel;
import se.sigill.core.request.Forwarding;
import se.sigill.core.request.Outcome;
import se.sigill.core.request.PurgeRule;
import se.sigill.core.request.Request;
import se.sigill.formats.letter.Letters;
import se.sigill.formats.part.Withholding;

/** What the law asks of who answers, as the archive holds them to it. */
class AnswersByLawTest {
    private static final String BOARD = "Kommunstyrelsen";
    private static final String REASON = "Det står inte klart att uppgiften kan röjas utan men.";
    /** One person decides by it. */
    private static final String STRAIGHT = "OSL 39:2";

    private static final String CONDITIONS = "Uppgifterna får inte föras vidare.";
    private static final String NOT_LESS = "Uppgiften finns i hela handlingen, och ett förbehåll tar inte bort risken.";

    @TempDir
    Path folder;

    private Home home = new Home(Path.of("."));

    @BeforeEach
    void found() throws IOException {
        Running running = Running.founded(folder.resolve("home"));
        home = new Home(running.home());
        adopt(running, "roles", """
                account,authority,role
                reg,Kommunstyrelsen,registrar
                bo,Kommunstyrelsen,decision-maker
                eva,Kommunstyrelsen,decision-maker
                dora,Kommunstyrelsen,decision-maker
                """);
        adopt(running, "delegations", """
                account,authority,decisions,from,until,reference
                bo,Kommunstyrelsen,refuse,2020-01-01,,KS delegationsordning 4.2
                eva,Kommunstyrelsen,refuse,2020-01-01,,KS delegationsordning 4.2
                dora,Kommunstyrelsen,refuse reserve,2020-01-01,,KS delegationsordning 4.3
                """);
        adopt(running, "boards", """
                authority,address,email,county
                Kommunstyrelsen,"Box 1, 123 45 Lindhult",ks@lindhult.example,Skåne
                Socialnämnden,"Box 2, 123 45 Lindhult",soc@lindhult.example,Skåne
                """);
    }

    private void adopt(Running running, String kind, String csv) throws IOException {
        Path file = Files.writeString(folder.resolve(kind + ".csv"), csv);
        running.type("adopt", kind, file.toString()).expect(0);
    }

    @Test
    void aQuestionAboutThePersonTakesAProvision() {
        try (OpenArchive archive = open(Duration.ZERO)) {
            String id = asked(archive);
            Answering registrar = as(archive, "reg");

            refused(registrar.say(id, "question", " ", "Vem är du?"), "TF 2 kap. 18 §");
            assertTrue(request(archive, id).said().isEmpty());
            done(registrar.say(id, "question", "OSL 12:1", "Är uppgifterna om dig själv?"));
            assertEquals("OSL 12:1", request(archive, id).said().getFirst().provision());
            assertEquals(Request.State.QUESTION, request(archive, id).state());
        }
    }

    @Test
    void whatIsNotHeldIsDecidedByWhoMayAndCanBeAppealed() {
        try (OpenArchive archive = open(Duration.ZERO)) {
            for (Outcome none : List.of(Outcome.NOT_HELD, Outcome.NOT_OFFICIAL)) {
                String id = asked(archive);
                refused(as(archive, "reg").decide(id, ofNone(none, "Letat i närarkivet."), 0), "delegation");
                refused(as(archive, "bo").decide(id, ofNone(none, " "), 0), "letat");
                done(as(archive, "bo").decide(id, ofNone(none, "Letat i närarkivet."), 0));
                assertTrue(request(archive, id).isAppealable());
            }
        }
    }

    @Test
    void aWholeRefusalSaysWhyNothingLessIsEnough() {
        try (OpenArchive archive = open(Duration.ZERO)) {
            String id = asked(archive);
            String record = record(archive, BOARD);
            Answering bo = as(archive, "bo");

            refused(bo.decide(id, refusal(record, "OSL 26:1", REASON, " "), 0), "varken en del eller ett förbehåll");
            refused(bo.decide(id, refusal(record, "OSL 26:1", " ", NOT_LESS), 0), "varför uppgifterna");
            refused(bo.decide(id, refusal(record, "OSL 99:9", REASON, NOT_LESS), 0), "bestämmelse som gäller");
            done(bo.decide(id, refusal(record, "OSL 26:1", REASON, NOT_LESS), 0));
        }
    }

    @Test
    void aRecordOfAnotherAuthorityIsSentOn() {
        try (OpenArchive archive = open(Duration.ZERO)) {
            String id = asked(archive);
            String others = record(archive, "Socialnämnden");
            Proposal giving = new Proposal(others, Outcome.WHOLE, List.of(), "", "", "", "");

            refused(as(archive, "bo").decide(id, giving, 0), "TF 2 kap. 17 §");
            Answering registrar = as(archive, "reg");
            refused(registrar.decide(id, ofNone(Outcome.FORWARDED, ""), 0), "vart begäran skickas");
            refused(registrar.decide(id, Proposal.sendingOn(BOARD, "", ""), 0), "egna myndigheten");
            refused(registrar.decide(id, Proposal.sendingOn("Region Skåne", " ", ""), 0), "hur man når");
            done(registrar.decide(id, Proposal.sendingOn("Region Skåne", "region@skane.example", ""), 0));
            assertFalse(request(archive, id).isAppealable());
            Request sent = request(archive, id);
            Terms terms = Terms.of(archive, sent.id(), sent.decisions().getFirst());
            assertEquals(
                    new Forwarding("Region Skåne", "region@skane.example"),
                    terms.forwarding().orElseThrow());
        }
    }

    /**
     * An outcome as the law has it.
     *
     * @param delegated whether it takes a delegation; then it is written as a letter, and can be appealed
     * @param written what stands in that letter
     * @param read what who asked reads with the code
     */
    private record Row(Proposal proposal, boolean delegated, List<String> written, List<String> read) {}

    private static List<Row> rows(String record) {
        String looked = "Letat i närarkivet.";
        return List.of(
                new Row(new Proposal(record, Outcome.WHOLE, List.of(), "", "", "", ""), false, List.of(), List.of()),
                new Row(
                        Proposal.reserving(record, STRAIGHT, REASON, CONDITIONS, ""),
                        true,
                        List.of("Lämnas ut med förbehåll", STRAIGHT, REASON, CONDITIONS, "10 kap. 14 § OSL"),
                        List.of("om du godtar förbehållet", "som du kan överklaga", REASON)),
                new Row(
                        refusal(record, STRAIGHT, REASON, NOT_LESS),
                        true,
                        List.of("Lämnas inte ut", STRAIGHT, REASON, NOT_LESS),
                        List.of(REASON)),
                new Row(
                        ofNone(Outcome.NOT_HELD, looked),
                        true,
                        List.of("Finns inte hos myndigheten", "har letat och har inte", looked),
                        List.of("har letat och har inte", "som du kan överklaga", looked)),
                new Row(
                        ofNone(Outcome.NOT_OFFICIAL, "Det är ett utkast."),
                        true,
                        List.of("Är ingen allmän handling", "Det är ett utkast."),
                        List.of("ingen allmän handling", "som du kan överklaga", "Det är ett utkast.")),
                new Row(
                        Proposal.sendingOn("socialnämnden", "", "Enheten hör dit."),
                        false,
                        List.of(),
                        List.of("skickad till Socialnämnden", "Box 2, 123 45 Lindhult", "Enheten hör dit.")));
    }

    @Test
    void everyOutcomeIsDecidedWrittenReadAndAppealedAsTheLawHasIt() throws IOException {
        Set<Outcome> seen = EnumSet.noneOf(Outcome.class);
        try (OpenArchive archive = open(Duration.ZERO)) {
            for (Row row : rows(record(archive, BOARD))) {
                seen.add(row.proposal().outcome());
                FollowCode code = FollowCode.make(new SecureRandom());
                String id = asked(archive, Optional.of(code.boxKey()));
                Answering registrar = as(archive, "reg");
                if (row.delegated()) {
                    refused(registrar.decide(id, row.proposal(), 0), "delegation");
                }
                done((row.delegated() ? as(archive, "dora") : registrar).decide(id, row.proposal(), 0));

                BoxState box = box(archive, code);
                assertEquals(
                        row.proposal().outcome().word(), box.items().getFirst().outcome());
                contains(row.read(), box.items().getFirst().reason());
                assertEquals(row.delegated(), request(archive, id).isAppealable());
                if (row.delegated()) {
                    contains(List.of("kammarrätten", "inom tre veckor"), box.appeal());
                    String letter = DecisionLetter.text(new DecisionLetter(archive).letter(entry(archive, id)));
                    contains(row.written(), letter);
                    contains(
                            List.of(
                                    "dora, KS delegationsordning 4.3",
                                    "Kammarrätten i Göteborg",
                                    "inom tre veckor",
                                    "ks@lindhult.example"),
                            letter);
                } else {
                    assertEquals("", box.appeal());
                }
            }
        }
        // Copies in part take an engine: ReleasedInPartTest has their row.
        seen.add(Outcome.PART);
        assertEquals(EnumSet.allOf(Outcome.class), seen);
    }

    private static BoxState box(OpenArchive archive, FollowCode code) throws IOException {
        OutsideHome outside = new OutsideHome(archive.config().servers().outside());
        Boxes.Look look = new Boxes(outside.boxes(), new SecureRandom()).look(code.boxKey());
        return assertInstanceOf(Boxes.Look.Here.class, look).state();
    }

    private static void contains(List<String> parts, String text) {
        for (String part : parts) {
            assertTrue(text.contains(part), part + " is missing in " + text);
        }
    }

    /** A form ends its lines as it likes, and a box takes them as it does. */
    @Test
    void reasonsOfSeveralLinesReachWhoAsked() throws IOException {
        try (OpenArchive archive = open(Duration.ZERO)) {
            FollowCode code = FollowCode.make(new SecureRandom());
            String id = asked(archive, Optional.of(code.boxKey()));
            done(as(archive, "reg").say(id, "notice", "", "Vi letar.\r\nDet tar en dag."));
            done(as(archive, "bo").decide(id, ofNone(Outcome.NOT_HELD, "Letat i\r\nnärarkivet."), 0));

            BoxState box = box(archive, code);
            assertEquals("Vi letar.\nDet tar en dag.", box.lines().getLast().text());
            assertTrue(box.items().getFirst().reason().endsWith("Letat i\nnärarkivet."));
        }
    }

    @Test
    void theLetterSaysWhatIsDecidedByWhomWhyAndHowToAppeal() {
        try (OpenArchive archive = open(Duration.ZERO)) {
            String id = asked(archive);
            String record = record(archive, BOARD);
            done(as(archive, "bo").decide(id, refusal(record, "OSL 26:1", REASON, NOT_LESS), 0));
            long act = request(archive, id).decisions().getFirst().act();
            done(as(archive, "eva").countersign(id, act, true, ""));
            RequestBook.Entry entry = entry(archive, id);

            String letter = DecisionLetter.text(new DecisionLetter(archive).letter(entry));

            for (String part : List.of(
                    BOARD,
                    entry.number(),
                    PlantedRequest.WORDS,
                    "OSL 26:1",
                    REASON,
                    NOT_LESS,
                    "bo, KS delegationsordning 4.2",
                    "granskat av eva",
                    "Kammarrätten i Göteborg",
                    "tre veckor")) {
                assertTrue(letter.contains(part), part + " is missing in " + letter);
            }
        }
    }

    @Test
    void anAppealThatCameInTimeIsNotDismissedAsLate() {
        try (OpenArchive archive = open(Duration.ZERO)) {
            String id = asked(archive);
            Answering bo = as(archive, "bo");
            Appeals appeals = new Appeals(bo);
            refused(appeals.came(id, byHand(archive)), "inget beslut att överklaga");
            archive.archive()
                    .decide(List.of(new RequestAct.LetterMade(
                            archive.clock().instant(), Actor.person("bo"), new RecordId(id), id, "decision")));
            archive.catchUp();
            done(appeals.came(id, byHand(archive)));
            long appeal = request(archive, id).appeals().getFirst().act();

            assertEquals(Request.State.APPEALED, request(archive, id).state());
            refused(appeals.handle(id, appeal, "too-late", "sent"), "i tid");
            refused(appeals.handle(id, appeal, "changed", " "), "skriv varför");
            refused(appeals.handle(id, appeal, "changed", "Omprövat."), "Fatta det nya beslutet");
            done(bo.decide(id, Proposal.sendingOn("Socialnämnden", "Box 2", "Dit hör den."), 0));
            done(appeals.handle(id, appeal, "changed", "Omprövat: begäran skickas vidare."));
            assertEquals(
                    Optional.of("changed"),
                    request(archive, id).appeals().getFirst().outcome());
            assertFalse(request(archive, id).hasOpenAppeal());
        }
    }

    private static Appeals.Arrived byHand(OpenArchive archive) {
        return new Appeals.Arrived(
                archive.clock().instant(),
                AppealChannel.DESK,
                "Jag överklagar.",
                "",
                Optional.of(archive.today()),
                Optional.empty());
    }

    @Test
    void noFileOfTheHomeSaysWhoAsked() throws IOException {
        try (OpenArchive archive = open(Duration.ZERO)) {
            PlantedRequest planted = PlantedRequest.in(archive);
            Optional<Envelope> envelope = new Envelopes(archive)
                    .open(request(archive, planted.id().value()).asked().envelope());
            assertEquals(
                    PlantedRequest.CONTACT.getFirst(),
                    envelope.orElseThrow().contact().name());
        }
        assertEquals(List.of(), filesWith(PlantedRequest.CONTACT));
        assertFalse(filesWith(List.of(PlantedRequest.WORDS)).isEmpty(), "the search finds what is there");
    }

    @Test
    void whoAskedIsForgottenByRuleAndTheCaseStays() {
        String id;
        try (OpenArchive archive = open(Duration.ZERO)) {
            id = PlantedRequest.in(archive).id().value();
            assertEquals(0, new Purging(archive, PurgeRule.USUAL).run(), "not yet");
        }
        try (OpenArchive later = open(Duration.ofDays(60))) {
            assertEquals(1, new Purging(later, PurgeRule.USUAL).run());
            assertEquals(0, new Purging(later, PurgeRule.USUAL).run(), "once");

            RequestBook.Entry entry = entry(later, id);
            assertTrue(entry.request().forgotten());
            assertTrue(new Envelopes(later)
                    .open(entry.request().asked().envelope())
                    .isEmpty());
            assertTrue(RequestText.of(later, entry.record()).orElseThrow().contains(PlantedRequest.WORDS));
            assertEquals(1, entry.request().decisions().size());
        }
    }

    private List<Path> filesWith(List<String> texts) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(home.root())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                // Byte by byte: ISO 8859-1 keeps whatever is there.
                String all = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (texts.stream().anyMatch(text -> all.contains(bytes(text)))) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private OpenArchive open(Duration later) {
        Clock clock = Clock.offset(Clock.systemUTC(), later);
        return OpenArchive.open(new Surroundings(home, ConfigReader.read(home.config()), clock, new SecureRandom()));
    }

    private static Answering as(OpenArchive archive, String account) {
        return new Answering(
                archive.as(new User.OfStaff(account)), AnswersByLawTest::noLetters, AnswersByLawTest::noCopies);
    }

    private static Letters noLetters() {
        throw new AssertionError("no letter was to be made");
    }

    private static Withholding noCopies() {
        throw new AssertionError("no copy in part was to be made");
    }

    private static String asked(OpenArchive archive) {
        return asked(archive, Optional.empty());
    }

    private static String asked(OpenArchive archive, Optional<BoxKey> box) {
        return new Registering(archive)
                .register(new Registering.Asked(
                        "",
                        "desk",
                        "official-document",
                        archive.clock().instant(),
                        "sv",
                        BOARD,
                        List.of(),
                        PlantedRequest.WORDS,
                        "paper",
                        Contact.NONE,
                        box))
                .value();
    }

    /** A record of the authority that nobody has assessed. */
    private static String record(OpenArchive archive, String authority) {
        RecordId id = RecordId.random(archive.archive().surroundings().random());
        try (OwnRecords records = new OwnRecords(archive)) {
            OwnRecords.Facts facts = new OwnRecords.Facts(
                    id, "Utredning", "KS 2026/1", "2026-03-02", Direction.RECEIVED, "Brev", authority, "", "");
            records.commit(List.of(records.text(facts, "brev.txt", "Utredning om kvarnen", List.of())));
        }
        return id.value();
    }

    private static Proposal ofNone(Outcome outcome, String reason) {
        return new Proposal("", outcome, List.of(), "", reason, "", "");
    }

    private static Proposal refusal(String record, String provision, String reason, String notLess) {
        return new Proposal(record, Outcome.REFUSED, List.of(), provision, reason, notLess, "");
    }

    private static RequestBook.Entry entry(OpenArchive archive, String id) {
        return new RequestBook(archive).find(id).orElseThrow();
    }

    private static Request request(OpenArchive archive, String id) {
        archive.catchUp();
        return entry(archive, id).request();
    }

    private static void done(Answering.Outcome outcome) {
        assertInstanceOf(Answering.Outcome.Done.class, outcome, outcome.toString());
    }

    private static void refused(Answering.Outcome outcome, String why) {
        Answering.Outcome.Refused refused = assertInstanceOf(Answering.Outcome.Refused.class, outcome);
        assertTrue(refused.why().swedish().contains(why), refused.toString());
    }
}
