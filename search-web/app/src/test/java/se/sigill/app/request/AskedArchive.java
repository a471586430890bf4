package se.sigill.app.request;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
import se.sigill.core.record.RecordId;
import se.sigill.core.request.Outcome;
import se.sigill.core.request.Request;
import se.sigill.formats.letter.Letters;

/** An archive with two boards, two records and somebody who asks by a code, for what comes after the answer. */
public final class AskedArchive implements AutoCloseable {
    public static final String PLAN = "KS 2026/1";
    public static final String SECRET = "KS 2026/2";

    private final Running running;
    private final Path folder;
    private final SteadyClock clock;
    private final SecureRandom random = new SecureRandom();
    private final FollowCode code = FollowCode.make(random);
    private OpenArchive archive;
    private OutsideHome outside;

    private AskedArchive(Path folder, Running running, SteadyClock clock) {
        this.folder = folder;
        this.running = running;
        this.clock = clock;
        this.archive = opened();
        this.outside = new OutsideHome(archive.config().servers().outside());
    }

    public static AskedArchive in(Path folder) throws IOException {
        return in(folder, "");
    }

    /** @param config lines of {@code sigill.conf} */
    static AskedArchive in(Path folder, String config) throws IOException {
        Running running = Running.founded(folder.resolve("home"));
        Path file = new Home(running.home()).config();
        Files.writeString(file, (Files.exists(file) ? Files.readString(file) : "") + config);
        adopt(running, folder, "roles", """
                account,authority,role
                reg,Kommunstyrelsen,registrar
                bo,Kommunstyrelsen,decision-maker
                ark,Kommunstyrelsen,archivist
                tor,Kommunstyrelsen,inspector
                soc,Socialnämnden,decision-maker
                """);
        adopt(running, folder, "delegations", """
                account,authority,decisions,from,until,reference
                bo,Kommunstyrelsen,refuse dismiss-appeal,2020-01-01,,KS delegationsordning 4.2
                """);
        adopt(running, folder, "boards", """
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
        return new AskedArchive(folder, running, new SteadyClock(Instant.now()));
    }

    static void adopt(Running running, Path folder, String kind, String csv) throws IOException {
        Path file = Files.writeString(folder.resolve(kind + ".csv"), csv);
        running.type("adopt", kind, file.toString()).expect(0);
    }

    private OpenArchive opened() {
        Home home = new Home(running.home());
        return OpenArchive.open(new Surroundings(home, ConfigReader.read(home.config()), clock, random));
    }

    /** Runs a command while the archive is closed. */
    Running.Ended type(String command, String... words) {
        archive.close();
        try {
            return running.type(command, words);
        } finally {
            archive = opened();
        }
    }

    void adopt(String kind, String csv) throws IOException {
        Path file = Files.writeString(folder.resolve(kind + ".csv"), csv);
        type("adopt", kind, file.toString()).expect(0);
    }

    /** As after a stop: what was only in memory is gone. */
    void reopen() {
        archive.close();
        archive = opened();
    }

    public OpenArchive archive() {
        return archive;
    }

    public OpenArchive of(String account) {
        return archive.as(new User.OfStaff(account));
    }

    public SteadyClock clock() {
        return clock;
    }

    public OutsideHome outside() {
        return outside;
    }

    public FollowCode code() {
        return code;
    }

    public Answering as(String account) {
        return as(account, NoEngine::letters);
    }

    Answering as(String account, Supplier<? extends Letters> letters) {
        return new Answering(of(account), letters, NoEngine::copies);
    }

    InboxRound round() {
        return new InboxRound(archive.as(new User.OfServer("inbox")), outside);
    }

    /** Somebody asks by the code. */
    public String asked() throws IOException {
        InboxRound round = round();
        round.run();
        lay(new AskedLetter.Ask(
                "web",
                "sv",
                "Kommunstyrelsen",
                List.of(),
                "Jag vill läsa det som rör gräsplanen.",
                AskedLetter.Form.DOWNLOAD,
                Contact.NONE,
                code.boxKey(),
                clock.instant()));
        return round.run().registered().getFirst().value();
    }

    /** Whoever has the code writes again, and it is fetched. */
    void reply(String words, AskedLetter.Wish wish) throws IOException {
        lay(AskedLetter.Reply.sign(code.boxKey(), words, wish, clock.instant()));
        InboxRound.Done done = round().run();
        assertTrue(done.aside() == 0, done.toString());
    }

    void lay(AskedLetter letter) throws IOException {
        byte[] sealed = Letter.seal(InboxKey.read(outside.inboxKey()).orElseThrow(), letter.bytes());
        assertInstanceOf(Inbox.Put.Laid.class, new Inbox(outside.inbox(), random).put(sealed));
    }

    Boxes boxes() {
        return new Boxes(outside.boxes(), random);
    }

    public BoxState box() throws IOException {
        return assertInstanceOf(Boxes.Look.Here.class, boxes().look(code.boxKey()))
                .state();
    }

    byte[] fetched(BoxFile file) throws IOException {
        Optional<InputStream> in = boxes().file(code.boxKey(), file.id());
        assertFalse(in.isEmpty());
        try (InputStream bytes = in.get()) {
            return bytes.readAllBytes();
        }
    }

    public RequestBook.Entry entry(String id) {
        archive.catchUp();
        return new RequestBook(of("reg")).find(id).orElseThrow();
    }

    public Request request(String id) {
        return entry(id).request();
    }

    String record(String number) {
        return archive.catalogue().findByDiaryNumber(number).getFirst().value();
    }

    /** The open record is decided to be given, and handed out. */
    public void given(String id) {
        done(as("reg").decide(id, giving(record(PLAN)), Long.MAX_VALUE));
        done(as("reg").handOut(id));
    }

    static Proposal giving(String record) {
        return new Proposal(record, Outcome.WHOLE, List.of(), "", "", "", "");
    }

    static Proposal refusing(String record) {
        return new Proposal(
                record,
                Outcome.REFUSED,
                List.of(),
                "OSL 26:1",
                "Det står inte klart att uppgifterna kan röjas utan men.",
                "Uppgifterna finns i hela handlingen, och ett förbehåll tar inte bort risken.",
                "Ingen annan är i tjänst.");
    }

    static RecordId id(String text) {
        return new RecordId(text);
    }

    public static long done(Answering.Outcome outcome) {
        return assertInstanceOf(Answering.Outcome.Done.class, outcome, outcome.toString())
                .act();
    }

    static void refused(Answering.Outcome outcome, String why) {
        Answering.Outcome.Refused refused =
                assertInstanceOf(Answering.Outcome.Refused.class, outcome, outcome.toString());
        assertTrue(refused.why().swedish().contains(why), refused.toString());
    }

    @Override
    public void close() {
        archive.close();
    }
}
