package se.sigill.app.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.XECPrivateKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.run.Running;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.User;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.config.Home;
import se.sigill.core.inbox.BoxFile;
import se.sigill.core.inbox.BoxKey;
import se.sigill.core.inbox.BoxState;
import se.sigill.core.inbox.Boxes;
import se.sigill.core.inbox.InboxKey;
import se.sigill.core.keys.KeyName;
import se.sigill.core.keys.ServerKey;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.Outcome;
import se.sigill.core.seal.bouncy.BouncySeal;

/**
 * Somebody has the whole disk of the open server, and a copy of it from after every step of a request: they read no
 * word of it, and no key that they find opens anything.
 */
class OutsideDiskTest {
    private static final String WORDS = "Jag söker ritningarna till kvarnbryggan vid Åkern";
    private static final String REPLY = "Det gäller mormors lillstuga";
    private static final String ANSWER = "Vi hämtar den ur fjärrarkivet";
    private static final String SECRET = "Utredning om silverlinkompassen";

    @TempDir
    Path folder;

    private Running running;
    private OutsideHome outside;
    private final SecureRandom random = new SecureRandom();
    private final List<Path> copies = new ArrayList<>();

    @BeforeEach
    void found() throws IOException {
        running = Running.founded(folder.resolve("home"));
        outside = new OutsideHome(folder.resolve("outside"));
        Files.writeString(
                running.home().resolve("sigill.conf"),
                "open.home = " + outside.root() + "\n",
                StandardOpenOption.APPEND,
                StandardOpenOption.CREATE);
        Path roles = Files.writeString(
                folder.resolve("roles.csv"),
                "account,authority,role\nreg,Kommunstyrelsen,registrar\nbo,Kommunstyrelsen,decision-maker\n"
                        + "eva,Kommunstyrelsen,decision-maker\n");
        running.type("adopt", "roles", roles.toString()).expect(0);
        Path delivery = Files.createDirectories(folder.resolve("leverans"));
        Files.writeString(delivery.resolve("hemlig.txt"), SECRET);
        Files.writeString(delivery.resolve("leverans.csv"), """
                sökväg;titel;diarienummer;myndighet;sekretess
                hemlig.txt;Utredning;KS 2026/1;Kommunstyrelsen;OSL 26:1
                """);
        PlainDelivery.takeIn(running, delivery);
    }

    @Test
    void tellsNothingOfWhoAskedNorOfWhatTheyGot() throws Exception {
        Citizen citizen = Citizen.of(outside);
        KeyPair inboxKey;
        BoxFile file;
        try (OpenArchive archive = OpenArchive.open(new Home(running.home()))) {
            inboxKey = archive.archive().keys().pair(KeyName.INBOX);
            InboxRound round = new InboxRound(archive.as(new User.OfServer("inbox")), outside);
            round.run();
            ServerKey _ = new ServerKey(outside.root().resolve("keys"))
                    .make(new ServerKey.Maker(
                            "prov", List.of("localhost"), BouncySeal.issuer(random), Clock.systemUTC(), random));
            citizen.asks(WORDS);
            copy("asked");
            RecordId id = round.run().registered().getFirst();
            copy("registered");
            citizen.says(REPLY);
            copy("replied");
            round.run();
            done(as(archive, "reg").say(id.value(), "notice", "", ANSWER));
            copy("answered");
            decideByTwo(archive, id);
            done(as(archive, "bo").handOut(id.value()));
            file = citizen.box().files().getFirst();
            assertEquals(SECRET, new String(citizen.fetches(file), StandardCharsets.UTF_8));
            copy("released");
        }
        List<String> planted = List.of(
                WORDS,
                "kvarnbryggan",
                REPLY,
                "lillstuga",
                ANSWER,
                "fjärrarkivet",
                SECRET,
                "silverlinkompassen",
                citizen.contact().name(),
                citizen.contact().email(),
                citizen.code().text(),
                citizen.code().text().replace("-", ""));
        assertEquals(List.of(), Planted.in(copies, planted));
        opensWithNothingThatLiesThere(citizen, inboxKey);
    }

    private void decideByTwo(OpenArchive archive, RecordId id) {
        String record =
                archive.catalogue().findByDiaryNumber("KS 2026/1").getFirst().value();
        done(as(archive, "bo")
                .decide(id.value(), new Proposal(record, Outcome.WHOLE, List.of(), "", "", "", ""), Long.MAX_VALUE));
        long act = new RequestBook(archive.as(new User.OfStaff("bo")))
                .find(id.value())
                .orElseThrow()
                .request()
                .decisions()
                .getFirst()
                .act();
        done(as(archive, "eva").countersign(id.value(), act, true, ""));
    }

    private void opensWithNothingThatLiesThere(Citizen citizen, KeyPair inboxKey) throws Exception {
        List<byte[]> letters = new ArrayList<>();
        for (Path copy : copies) {
            letters.addAll(files(copy.resolve("inbox")));
            letters.addAll(files(copy.resolve("inbox-kept")));
        }
        assertTrue(letters.size() >= 3, "every letter is on some copy");
        PublicKey to = InboxKey.read(outside.inboxKey()).orElseThrow();
        byte[] right = ((XECPrivateKey) inboxKey.getPrivate()).getScalar().orElseThrow();
        assertTrue(FoundKeys.opens(right, to, letters.getFirst()), "the right key opens it");

        List<byte[]> keys = FoundKeys.in(copies).all();
        assertTrue(keys.size() > 1000, keys.size() + " keys were found");
        List<byte[]> opening = new ArrayList<>();
        for (byte[] key : keys) {
            if (FoundKeys.opens(key, to, letters.getFirst())) {
                opening.add(key);
            }
        }
        Boxes boxes = new Boxes(copies.getLast().resolve("boxes"), random);
        String box = citizen.code().boxName();
        assertInstanceOf(Boxes.Look.Here.class, boxes.look(citizen.code().boxKey()), "the right key opens it");
        for (byte[] key : keys) {
            if (boxes.look(new BoxKey(box, key)) instanceof Boxes.Look.Here(BoxState _)) {
                opening.add(key);
            }
        }
        assertEquals(List.of(), FoundKeys.words(opening));
    }

    private static List<byte[]> files(Path folder) throws IOException {
        List<byte[]> all = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    all.add(Files.readAllBytes(file));
                }
            }
        }
        return all;
    }

    private void copy(String step) throws IOException {
        Path to = folder.resolve("copies").resolve(step);
        try (Stream<Path> all = Files.walk(outside.root())) {
            for (Path each : all.toList()) {
                Path target = to.resolve(outside.root().relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        assertFalse(Planted.in(List.of(to), List.of("BEGIN PUBLIC KEY")).isEmpty(), "what is looked for is found");
        copies.add(to);
    }

    private static Answering as(OpenArchive archive, String account) {
        return new Answering(archive.as(new User.OfStaff(account)), NoEngine::letters, NoEngine::copies);
    }

    private static void done(Answering.Outcome outcome) {
        assertInstanceOf(Answering.Outcome.Done.class, outcome, outcome.toString());
    }
}
