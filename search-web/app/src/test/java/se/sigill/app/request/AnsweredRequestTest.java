package se.sigill.app.request;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.people.SteadyClock;
import se.sigill.app.run.Running;
import se.sigill.app.wiring.Engines;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.User;
import se.sigill.core.archive.Surroundings;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.config.ConfigReader;
import se.sigill.core.config.Home;
import se.sigill.core.inbox.AskedLetter;
import se.sigill.core.inbox.BoxFile;
import se.sigill.core.inbox.BoxKey;
import se.sigill.core.inbox.BoxState;
import se.sigill.core.inbox.Boxes;
import se.sigill.core.inbox.Contact;
import se.sigill.core.inbox.FollowCode;
import se.sigill.core.inbox.Inbox;
import se.sigill.core.inbox.InboxKey;
import se.sigill.core.inbox.Letter;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.Outcome;
import se.sigill.core.request.PurgeRule;
import se.sigill.core.request.Request;
import se.sigill.formats.letter.Letters;
import se.sigill.formats.part.Withholding;
import se.sigill.formats.worker.WorkerFormats;

/** A request from the letter outside to the copy in the box, by one who asks without a name and those who answer. */
class AnsweredRequestTest {
    private static final String WORDS = "Jag vill läsa det som rör gräsplanen vid Åkern.";

    @TempDir
    Path folder;

    private Running running;
    private OutsideHome outside;
    private final SecureRandom random = new SecureRandom();
    private final FollowCode code = FollowCode.make(random);

    @BeforeEach
    void found() throws IOException {
        running = Running.founded(folder.resolve("home"));
        adopt("roles", """
                account,authority,role
                reg,Kommunstyrelsen,registrar
                bo,Kommunstyrelsen,decision-maker
                eva,Kommunstyrelsen,decision-maker
                soc,Socialnämnden,registrar
                """);
        adopt("delegations", """
                account,authority,decisions,from,until,reference
                bo,Kommunstyrelsen,refuse,2020-01-01,,KS delegationsordning 4.2
                eva,Kommunstyrelsen,refuse,2020-01-01,,KS delegationsordning 4.2
                """);
        adopt("boards", """
                authority,address,email,county
                Kommunstyrelsen,"Box 1, 123 45 Lindhult",ks@lindhult.example,Skåne
                """);
        Path delivery = Files.createDirectory(folder.resolve("leverans"));
        Files.writeString(delivery.resolve("plan.txt"), "Skötselplan för gräsplanen");
        Files.writeString(delivery.resolve("omsorg.txt"), "Utredning om ett barn");
        Files.writeString(delivery.resolve("leverans.csv"), """
                sökväg;titel;diarienummer;myndighet;sekretess
                plan.txt;Skötselplan;KS 2026/1;Kommunstyrelsen;
                omsorg.txt;Utredning;KS 2026/2;Kommunstyrelsen;OSL 26:1
                """);
        PlainDelivery.takeIn(running, delivery);
    }

    private void adopt(String kind, String csv) throws IOException {
        Path file = Files.writeString(folder.resolve(kind + ".csv"), csv);
        running.type("adopt", kind, file.toString()).expect(0);
    }

    @Test
    void aRequestComesInIsAnsweredAndFetched() throws IOException {
        try (OpenArchive archive = OpenArchive.open(new Home(running.home()))) {
            RecordId id = asked(archive);
            BoxState received = box();
            assertEquals("received", received.state());
            assertTrue(received.number().startsWith("BEG "), received.number());

            Answering registrar = as(archive, "reg");
            done(registrar.take(id.value()));
            String plan = record(archive, "KS 2026/1");
            done(registrar.decide(id.value(), giving(plan), Long.MAX_VALUE));
            assertEquals(Request.State.IN_HAND, request(archive, id).state());
            done(registrar.handOut(id.value()));
            assertEquals(Request.State.ANSWERED, request(archive, id).state());

            BoxState answered = box();
            assertEquals("answered", answered.state());
            BoxFile copy = answered.items().getFirst().files().getFirst();
            assertEquals("plan.txt", copy.name());
            assertArrayEquals("Skötselplan för gräsplanen".getBytes(StandardCharsets.UTF_8), fetched(copy));
            assertEquals(
                    List.of("plan.txt", "plan.txt.bevis.zip"),
                    answered.items().getFirst().files().stream()
                            .map(BoxFile::name)
                            .toList());
            Path proof = Files.write(
                    folder.resolve("bevis.zip"),
                    fetched(answered.items().getFirst().files().getLast()));
            Running.run("verify", proof.toString()).expect(0);
            done(registrar.close(id.value(), "answered", ""));
            assertEquals("closed", box().state());
        }
    }

    @Test
    void theSameLetterIsOneRequest() throws IOException {
        try (OpenArchive archive = OpenArchive.open(new Home(running.home()))) {
            AskedLetter.Ask ask = ask();
            InboxRound round = round(archive);
            round.run();
            lay(ask);
            lay(ask);
            assertEquals(2, round.run().registered().size());
            assertEquals(1, archive.catalogue().openRequests().size());
            assertTrue(new Inbox(outside.inbox(), random).waiting().isEmpty());
        }
    }

    @Test
    void nothingComesInLaterThanItIsFetched() throws IOException {
        try (OpenArchive archive = OpenArchive.open(new Home(running.home()))) {
            AskedLetter.Ask ask = ask();
            InboxRound round = round(archive);
            round.run();
            lay(new AskedLetter.Ask(
                    ask.track(),
                    ask.language(),
                    ask.authority(),
                    ask.records(),
                    ask.words(),
                    ask.form(),
                    ask.contact(),
                    ask.box(),
                    now().plus(Duration.ofDays(400))));
            RecordId id = round.run().registered().getFirst();
            assertFalse(request(archive, id).asked().arrived().isAfter(now()));
        }
    }

    @Test
    void nobodyDecidesWhatIsNotTheirs() throws IOException {
        try (OpenArchive archive = OpenArchive.open(new Home(running.home()))) {
            RecordId id = asked(archive);
            String plan = record(archive, "KS 2026/1");
            String secret = record(archive, "KS 2026/2");
            assertInstanceOf(
                    Answering.Outcome.Unknown.class,
                    as(archive, "soc").decide(id.value(), giving(plan), Long.MAX_VALUE));
            assertInstanceOf(
                    Answering.Outcome.Refused.class,
                    as(archive, "reg").decide(id.value(), giving(secret), Long.MAX_VALUE));
            assertInstanceOf(
                    Answering.Outcome.Refused.class,
                    as(archive, "reg").decide(id.value(), refusing(plan, ""), Long.MAX_VALUE));
            assertInstanceOf(
                    Answering.Outcome.Refused.class,
                    new Answering(
                                    archive.as(new User.OfServer("job")),
                                    AnsweredRequestTest::noLetters,
                                    AnsweredRequestTest::noCopies)
                            .decide(id.value(), giving(plan), Long.MAX_VALUE));
            assertTrue(request(archive, id).decisions().isEmpty());
        }
    }

    @Test
    void aStrongHarmTestTakesTwo() throws IOException {
        try (OpenArchive archive = OpenArchive.open(new Home(running.home()))) {
            RecordId id = asked(archive);
            String secret = record(archive, "KS 2026/2");
            done(as(archive, "bo").decide(id.value(), refusing(secret, ""), Long.MAX_VALUE));
            Request waiting = request(archive, id);
            assertEquals(Request.State.COUNTERSIGNING, waiting.state());
            long act = waiting.decisions().getFirst().act();
            assertInstanceOf(Answering.Outcome.Refused.class, as(archive, "bo").countersign(id.value(), act, true, ""));
            assertInstanceOf(
                    Answering.Outcome.Refused.class, as(archive, "reg").countersign(id.value(), act, true, ""));
            assertInstanceOf(Answering.Outcome.Refused.class, as(archive, "bo").handOut(id.value()));
            assertTrue(box().items().isEmpty());
            done(as(archive, "eva").countersign(id.value(), act, true, ""));
            assertTrue(request(archive, id).decisions().getFirst().stands());
            assertEquals("refused", box().items().getFirst().outcome());
        }
    }

    @Test
    void aRefusalIsWrittenSealedAndCanBeAppealed() throws IOException {
        try (OpenArchive archive = OpenArchive.open(new Home(running.home()));
                WorkerFormats engines = Engines.start(archive.config(), Optional.empty())) {
            RecordId id = asked(archive);
            Answering decider = new Answering(archive.as(new User.OfStaff("bo")), () -> engines, () -> engines);
            String secret = record(archive, "KS 2026/2");
            done(decider.decide(id.value(), refusing(secret, "Ingen annan är i tjänst."), Long.MAX_VALUE));
            assertTrue(request(archive, id).decisions().getFirst().stands());
            done(decider.handOut(id.value()));
            assertInstanceOf(Answering.Outcome.Refused.class, decider.handOut(id.value()));

            BoxState box = box();
            assertEquals(
                    List.of("beslut.pdf", "beslut.pdf.bevis.zip"),
                    box.letters().stream().map(BoxFile::name).toList());
            Path letter = Files.write(
                    folder.resolve("beslut.pdf"), fetched(box.letters().getFirst()));
            String text = Running.run("extract", letter.toString()).expect(0).out();
            assertTrue(text.contains("delegationsordning"), text);
            assertTrue(text.contains("OSL 26:1"), text);
            assertTrue(text.contains("Kammarrätten i Göteborg"), text);
            assertFalse(text.contains("Kajsa"), text);
            Path proof =
                    Files.write(folder.resolve("b.zip"), fetched(box.letters().getLast()));
            Running.run("verify", proof.toString()).expect(0);
            Request request = request(archive, id);
            assertEquals(1, request.letters().size());
            String record = request.letters().getFirst().record();
            assertEquals(
                    box.number(),
                    archive.catalogue()
                            .find(new RecordId(record))
                            .orElseThrow()
                            .description()
                            .diaryNumber());
        }
    }

    @Test
    void whoAskedIsForgottenAndTheRestStands() throws IOException {
        SteadyClock clock = new SteadyClock(now());
        Home home = new Home(running.home());
        try (OpenArchive archive =
                OpenArchive.open(new Surroundings(home, ConfigReader.read(home.config()), clock, new SecureRandom()))) {
            RecordId id = asked(archive);
            Answering registrar = as(archive, "reg");
            done(registrar.decide(id.value(), giving(record(archive, "KS 2026/1")), Long.MAX_VALUE));
            done(registrar.handOut(id.value()));
            done(registrar.close(id.value(), "answered", ""));
            Purging purging = new Purging(archive.as(new User.OfServer("purge")), PurgeRule.USUAL);
            clock.pass(Duration.ofDays(29));
            assertEquals(0, purging.run());
            assertEquals("closed", box().state());
            clock.pass(Duration.ofDays(2));
            assertEquals(1, purging.run());
            assertEquals(0, purging.run());
            assertInstanceOf(Boxes.Look.None.class, new Boxes(outside.boxes(), random).look(code.boxKey()));
            Request request = request(archive, id);
            assertTrue(request.forgotten());
            assertEquals(1, request.decisions().size());
        }
        List<String> planted = List.of("Kajsa Planta", "kajsa@planta.example", code.text(), code.boxName());
        assertEquals(List.of(), Planted.in(List.of(running.home(), outside.root()), planted));
    }

    @Test
    void onlyWhoHasTheCodeWritesAgain() throws IOException {
        try (OpenArchive archive = OpenArchive.open(new Home(running.home()))) {
            RecordId id = asked(archive);
            lay(AskedLetter.Reply.sign(code.boxKey(), "Det gäller 2026.", AskedLetter.Wish.NONE, now()));
            BoxKey foreign =
                    new BoxKey(code.boxName(), FollowCode.make(random).boxKey().key());
            lay(AskedLetter.Reply.sign(foreign, "Jag tar tillbaka allt.", AskedLetter.Wish.WITHDRAW, now()));
            InboxRound.Done done = round(archive).run();
            assertEquals(1, done.replies());
            assertEquals(1, done.aside());
            List<Request.Said> said = request(archive, id).said();
            assertEquals(1, said.size());
            assertEquals("Det gäller 2026.", said.getFirst().text());
        }
    }

    private static Letters noLetters() {
        throw new AssertionError("no letter was to be made");
    }

    private static Withholding noCopies() {
        throw new AssertionError("no copy in part was to be made");
    }

    private RecordId asked(OpenArchive archive) throws IOException {
        InboxRound round = round(archive);
        round.run();
        lay(ask());
        InboxRound.Done done = round.run();
        assertEquals(1, done.registered().size());
        return done.registered().getFirst();
    }

    private InboxRound round(OpenArchive archive) {
        outside = new OutsideHome(archive.config().servers().outside());
        return new InboxRound(archive.as(new User.OfServer("inbox")), outside);
    }

    private AskedLetter.Ask ask() {
        return new AskedLetter.Ask(
                "web",
                "sv",
                "Kommunstyrelsen",
                List.of(),
                WORDS,
                AskedLetter.Form.DOWNLOAD,
                new Contact("Kajsa Planta", "", "kajsa@planta.example", ""),
                code.boxKey(),
                now());
    }

    private void lay(AskedLetter letter) throws IOException {
        byte[] sealed = Letter.seal(InboxKey.read(outside.inboxKey()).orElseThrow(), letter.bytes());
        assertInstanceOf(Inbox.Put.Laid.class, new Inbox(outside.inbox(), random).put(sealed));
    }

    private static Instant now() {
        return Instant.now();
    }

    private Answering as(OpenArchive archive, String account) {
        return new Answering(
                archive.as(new User.OfStaff(account)), AnsweredRequestTest::noLetters, AnsweredRequestTest::noCopies);
    }

    private static void done(Answering.Outcome outcome) {
        assertInstanceOf(Answering.Outcome.Done.class, outcome, outcome.toString());
    }

    private static Request request(OpenArchive archive, RecordId id) {
        return new RequestBook(archive.as(new User.OfStaff("reg")))
                .find(id.value())
                .orElseThrow()
                .request();
    }

    private static String record(OpenArchive archive, String number) {
        return archive.catalogue().findByDiaryNumber(number).getFirst().value();
    }

    private static Proposal giving(String record) {
        return new Proposal(record, Outcome.WHOLE, List.of(), "", "", "", "");
    }

    private static Proposal refusing(String record, String alone) {
        return new Proposal(
                record,
                Outcome.REFUSED,
                List.of(),
                "OSL 26:1",
                "Det står inte klart att uppgifterna kan röjas utan men.",
                "Uppgifterna finns i hela handlingen, och ett förbehåll tar inte bort risken.",
                alone);
    }

    private BoxState box() throws IOException {
        Boxes.Look look = new Boxes(outside.boxes(), random).look(code.boxKey());
        return assertInstanceOf(Boxes.Look.Here.class, look).state();
    }

    private byte[] fetched(BoxFile file) throws IOException {
        Optional<InputStream> in = new Boxes(outside.boxes(), random).file(code.boxKey(), file.id());
        assertFalse(in.isEmpty());
        try (InputStream bytes = in.get()) {
            return bytes.readAllBytes();
        }
    }
}
