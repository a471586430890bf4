package se.sigill.app.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import se.sigill.app.people.SteadyClock;
import se.sigill.app.run.Running;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.User;
import se.sigill.core.archive.Surroundings;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.config.ConfigReader;
import se.sigill.core.config.Home;
import se.sigill.core.inbox.AskedLetter;
import se.sigill.core.inbox.BoxFile;
import se.sigill.core.inbox.BoxState;
import se.sigill.core.inbox.Boxes;
import se.sigill.core.inbox.Contact;
import se.sigill.core.inbox.FollowCode;
import se.sigill.core.inbox.Inbox;
import se.sigill.core.inbox.InboxKey;
import se.sigill.core.inbox.Letter;
import se.sigill.core.record.Direction;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.Request;

/**
 * An archive of a board, the people who answer its requests, and somebody outside who asks with a code: {@code reg} is a
 * registrar, {@code bo} may refuse, {@code dora} and {@code eva} may refuse and reserve.
 */
public final class RequestWorld {
    public static final String BOARD = "Kommunstyrelsen";
    static final String OTHER_BOARD = "Socialnämnden";
    static final String WORDS = "Jag vill läsa det som rör gräsplanen vid Åkern.";
    public static final String CONTACT = "Kajsa Planta";

    private final Path folder;
    private final Running running;
    private final Home home;
    private final SecureRandom random = new SecureRandom();
    final FollowCode code = FollowCode.make(random);
    final SteadyClock clock = new SteadyClock(Instant.now());

    private RequestWorld(Path folder) {
        this.folder = folder;
        this.running = Running.founded(folder.resolve("home"));
        this.home = new Home(running.home());
    }

    public static RequestWorld founded(Path folder) throws IOException {
        RequestWorld world = new RequestWorld(folder);
        world.roles("");
        world.adopt("delegations", """
                account,authority,decisions,from,until,reference
                bo,Kommunstyrelsen,refuse,2020-01-01,,KS delegationsordning 4.2
                dora,Kommunstyrelsen,refuse reserve,2020-01-01,,KS delegationsordning 4.3
                eva,Kommunstyrelsen,refuse reserve,2020-01-01,,KS delegationsordning 4.3
                """);
        world.adopt("boards", """
                authority,address,email,county
                Kommunstyrelsen,"Box 1, 123 45 Lindhult",ks@lindhult.example,Skåne
                Socialnämnden,"Box 2, 123 45 Lindhult",soc@lindhult.example,Skåne
                """);
        return world;
    }

    /** @param more further lines of the table */
    public void roles(String more) throws IOException {
        adopt("roles", """
                account,authority,role
                reg,Kommunstyrelsen,registrar
                bo,Kommunstyrelsen,decision-maker
                dora,Kommunstyrelsen,decision-maker
                eva,Kommunstyrelsen,decision-maker
                soc,Socialnämnden,registrar
                """ + more);
    }

    public void adopt(String kind, String csv) throws IOException {
        Path file = Files.writeString(folder.resolve(kind + ".csv"), csv);
        running.type("adopt", kind, file.toString()).expect(0);
    }

    Running running() {
        return running;
    }

    public OpenArchive open() {
        return OpenArchive.open(new Surroundings(home, ConfigReader.read(home.config()), clock, random));
    }

    OutsideHome outside() {
        return new OutsideHome(ConfigReader.read(home.config()).servers().outside());
    }

    /** A record that nobody has assessed. */
    public RecordId record(OpenArchive archive, String number, String authority) {
        RecordId id = RecordId.random(random);
        try (OwnRecords records = new OwnRecords(archive)) {
            OwnRecords.Facts facts = new OwnRecords.Facts(
                    id, "Skötselplan", number, "2026-03-02", Direction.RECEIVED, "Brev", authority, "", "");
            records.commit(List.of(records.text(facts, "plan.txt", "Gräsplanen klipps.", List.of())));
        }
        return id;
    }

    InboxRound round(OpenArchive archive) {
        return new InboxRound(archive.as(new User.OfServer("inbox")), outside());
    }

    /** Somebody asks on the web, and the letter is fetched. */
    public RecordId asked(OpenArchive archive) throws IOException {
        InboxRound round = round(archive);
        round.run();
        lay(ask());
        InboxRound.Done done = round.run();
        assertEquals(1, done.registered().size());
        return done.registered().getFirst();
    }

    AskedLetter.Ask ask() {
        return new AskedLetter.Ask(
                "web",
                "sv",
                BOARD,
                List.of(),
                WORDS,
                AskedLetter.Form.DOWNLOAD,
                new Contact(CONTACT, "", "kajsa@planta.example", ""),
                code.boxKey(),
                now());
    }

    /** Who asked writes again, and it is fetched. */
    void replies(OpenArchive archive, String words, AskedLetter.Wish wish) throws IOException {
        lay(AskedLetter.Reply.sign(code.boxKey(), words, wish, now()));
        assertEquals(1, round(archive).run().replies());
    }

    void lay(AskedLetter letter) throws IOException {
        byte[] sealed = Letter.seal(InboxKey.read(outside().inboxKey()).orElseThrow(), letter.bytes());
        assertInstanceOf(Inbox.Put.Laid.class, inbox().put(sealed));
    }

    Inbox inbox() {
        return new Inbox(outside().inbox(), random);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** What whoever has the code reads. */
    BoxState box() throws IOException {
        return assertInstanceOf(Boxes.Look.Here.class, boxes().look(code.boxKey()))
                .state();
    }

    Boxes boxes() {
        return new Boxes(outside().boxes(), random);
    }

    byte[] fetched(BoxFile file) throws IOException {
        try (InputStream bytes = boxes().file(code.boxKey(), file.id()).orElseThrow()) {
            return bytes.readAllBytes();
        }
    }

    static Answering as(OpenArchive archive, String account) {
        return new Answering(archive.as(new User.OfStaff(account)), NoEngine::letters, NoEngine::copies);
    }

    static Request request(OpenArchive archive, RecordId id) {
        archive.catchUp();
        return new RequestBook(archive.as(new User.OfStaff("reg")))
                .find(id.value())
                .orElseThrow()
                .request();
    }

    static void done(Answering.Outcome outcome) {
        assertInstanceOf(Answering.Outcome.Done.class, outcome, outcome.toString());
    }

    static void refused(Answering.Outcome outcome, String why) {
        Answering.Outcome.Refused refused =
                assertInstanceOf(Answering.Outcome.Refused.class, outcome, outcome.toString());
        assertTrue(refused.why().swedish().contains(why), refused.toString());
    }
}
