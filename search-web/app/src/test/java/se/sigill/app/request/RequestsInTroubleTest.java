package se.sigill.app.request;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.run.Running;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.User;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.config.Home;
import se.sigill.core.disk.Trees;
import se.sigill.core.inbox.BoxFile;
import se.sigill.core.inbox.Boxes;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.Outcome;
import se.sigill.core.request.Request;

/** Who got a receipt is answered, once, whatever happens to the machines meanwhile. */
class RequestsInTroubleTest {
    private static final String WORDS = "Jag vill läsa det som rör gräsplanen vid Åkern.";
    private static final String FIRST = "Skötselplan för gräsplanen";
    private static final String SECOND = "Avtal om gräsplanen";

    @TempDir
    Path folder;

    private Running running;
    private OutsideHome outside;

    @BeforeEach
    void found() throws IOException {
        running = Running.founded(folder.resolve("home"));
        outside = new OutsideHome(folder.resolve("outside"));
        configure("open.home = " + outside.root());
        Path roles = Files.writeString(
                folder.resolve("roles.csv"), "account,authority,role\nreg,Kommunstyrelsen,registrar\n");
        running.type("adopt", "roles", roles.toString()).expect(0);
        Path delivery = Files.createDirectories(folder.resolve("leverans/annat"));
        Files.writeString(delivery.resolveSibling("plan.txt"), FIRST);
        Files.writeString(delivery.resolve("plan.txt"), SECOND);
        Files.writeString(delivery.resolveSibling("leverans.csv"), """
                sökväg;titel;diarienummer;myndighet
                plan.txt;Skötselplan;KS 2026/1;Kommunstyrelsen
                annat/plan.txt;Avtal;KS 2026/2;Kommunstyrelsen
                """);
        PlainDelivery.takeIn(running, folder.resolve("leverans"));
    }

    private void configure(String line) throws IOException {
        Files.writeString(
                running.home().resolve("sigill.conf"),
                line + "\n",
                StandardOpenOption.APPEND,
                StandardOpenOption.CREATE);
    }

    @Test
    void aRestoredArchiveLearnsAgainWhatItHadBeenTold() throws IOException {
        Citizen before = Citizen.of(outside);
        Citizen after = Citizen.of(outside);
        try (OpenArchive archive = open()) {
            InboxRound round = round(archive);
            round.run();
            before.asks("Före säkerhetskopian.");
            round.run();
        }
        Path copy = folder.resolve("copy");
        running.type("backup", copy.toString()).expect(0);
        try (OpenArchive archive = open()) {
            InboxRound round = round(archive);
            after.asks(WORDS);
            RecordId id = round.run().registered().getFirst();
            after.says("Det gäller 2026.");
            round.run();
            done(as(archive).decide(id.value(), giving(archive, "KS 2026/1"), Long.MAX_VALUE));
            done(as(archive).handOut(id.value()));
            assertEquals(2, after.box().files().size());
        }

        restore(copy);
        try (OpenArchive archive = open()) {
            InboxRound round = round(archive);
            InboxRound.Done done = round.run();
            assertEquals(1, done.registered().size());
            assertEquals(1, done.replies());
            assertEquals(0, done.aside());
            Request again = request(archive, done.registered().getFirst());
            assertEquals("Det gäller 2026.", again.said().getFirst().text());
            // What was decided and handed out since is nobody's decision any more.
            assertEquals(Request.State.RECEIVED, again.state());
            assertEquals("received", after.box().state());
            assertTrue(after.box().files().isEmpty());
            assertEquals("received", before.box().state());
            assertEquals(2, every(archive).size());
        }
        try (OpenArchive archive = open()) {
            InboxRound.Done done = round(archive).run();
            assertTrue(done.registered().isEmpty());
            assertEquals(0, done.replies());
            assertEquals(2, every(archive).size());
        }
    }

    @Test
    void whatCameBackWithoutItsContentIsAskedForAgain() throws IOException {
        Path shipped = Files.createDirectories(folder.resolve("shipped"));
        configure("log.ship-to = " + shipped);
        Path copy = folder.resolve("copy");
        running.type("backup", copy.toString()).expect(0);
        Citizen citizen = Citizen.of(outside);
        RecordId lost;
        try (OpenArchive archive = open()) {
            InboxRound round = round(archive);
            round.run();
            citizen.asks(WORDS);
            lost = round.run().registered().getFirst();
            assertTrue(archive.archive().log().awaitShipped());
        }

        restore(copy, "--shipped", shipped.toString());
        for (int process = 0; process < 2; process++) {
            try (OpenArchive archive = open()) {
                round(archive).run();
                assertEquals(2, every(archive).size());
                assertTrue(request(archive, lost).isOpen(), "its acts stand");
                assertEquals("received", citizen.box().state());
                assertTrue(citizen.box().number().startsWith("BEG "));
            }
        }
    }

    private void restore(Path copy, String... more) throws IOException {
        Path keys = folder.resolve("keys");
        Files.move(running.home().resolve("keys"), keys);
        Path config = folder.resolve("sigill.conf");
        Files.move(running.home().resolve("sigill.conf"), config);
        Trees.delete(running.home());
        Files.createDirectories(running.home());
        Files.move(config, running.home().resolve("sigill.conf"));
        List<String> words = new ArrayList<>(
                List.of("--from", copy.toString(), "--keys", keys.toString(), "--reason", "disken gick sönder"));
        words.addAll(List.of(more));
        running.type("restore", words.toArray(String[]::new)).expect(0, 3);
    }

    @Test
    void anOutsideThatIsGoneComesBackWithEveryBox() throws IOException {
        Citizen citizen = Citizen.of(outside);
        try (OpenArchive archive = open()) {
            InboxRound round = round(archive);
            round.run();
            citizen.asks(WORDS);
            RecordId id = round.run().registered().getFirst();
            done(as(archive).decide(id.value(), giving(archive, "KS 2026/1"), Long.MAX_VALUE));
            Trees.delete(outside.root());
            // Whether the outside is there or not: what was decided stands.
            done(as(archive).handOut(id.value()));
            Trees.delete(outside.root());
        }
        try (OpenArchive archive = open()) {
            round(archive).run();
            BoxFile file = citizen.box().files().getFirst();
            assertArrayEquals(FIRST.getBytes(StandardCharsets.UTF_8), citizen.fetches(file));
            assertEquals(1, every(archive).size());
        }
    }

    @Test
    void aFullDiskOutsideDelaysTheAnswerAndLosesNothing() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString()), "may not mount a disk");
        try (OpenArchive archive = open()) {
            OutsideHome small = new OutsideHome(disk.resolve("outside"));
            InboxRound round = new InboxRound(archive.as(new User.OfServer("inbox")), small);
            round.run();
            Citizen citizen = Citizen.of(small);
            citizen.asks(WORDS);
            fill(disk);
            RecordId id = round.run().registered().getFirst();
            assertEquals(1, every(archive).size());
            assertThrows(IOException.class, () -> Citizen.of(small).asks(WORDS), "no receipt where there is no room");
            round.run();
            assertEquals(1, every(archive).size());
            assertInstanceOf(Boxes.Look.None.class, citizen.look());

            Files.delete(disk.resolve("ballast"));
            new Posting(archive.as(new User.OfServer("inbox")), small).post(id);
            assertEquals("received", citizen.box().state());
        } finally {
            assertTrue(run("umount", disk.toString()));
        }
    }

    private static void fill(Path disk) throws IOException {
        try (var out = Files.newOutputStream(disk.resolve("ballast"))) {
            byte[] page = new byte[4096];
            while (true) {
                out.write(page);
            }
        } catch (IOException e) {
            assertTrue(String.valueOf(e.getMessage()).contains("No space"), e.getMessage());
        }
    }

    private static boolean run(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    /** Two records may have files that are called the same, and that are the same. */
    @Test
    void eachFileKeepsItsOwnProofHoweverItIsCalled() throws IOException {
        Citizen citizen = Citizen.of(outside);
        try (OpenArchive archive = open()) {
            InboxRound round = round(archive);
            round.run();
            citizen.asks(WORDS);
            RecordId id = round.run().registered().getFirst();
            done(as(archive).decide(id.value(), giving(archive, "KS 2026/1"), Long.MAX_VALUE));
            done(as(archive).decide(id.value(), giving(archive, "KS 2026/2"), Long.MAX_VALUE));
            done(as(archive).handOut(id.value()));
            List<BoxFile> files = citizen.box().files();
            assertEquals(4, files.size());
            Posting posting = new Posting(archive.as(new User.OfServer("inbox")), outside);
            assertTrue(posting.post(id));
            assertTrue(posting.post(id));

            assertEquals(files, citizen.box().files(), "what lies there is not laid again");
            List<String> contents = new ArrayList<>();
            for (int i = 0; i < files.size(); i += 2) {
                contents.add(new String(citizen.fetches(files.get(i)), StandardCharsets.UTF_8));
                Path proof = Files.write(folder.resolve("bevis" + i + ".zip"), citizen.fetches(files.get(i + 1)));
                Running.run("verify", proof.toString()).expect(0);
            }
            assertEquals(List.of(FIRST, SECOND), contents);
        }
    }

    private OpenArchive open() {
        return OpenArchive.open(new Home(running.home()));
    }

    private InboxRound round(OpenArchive archive) {
        return new InboxRound(archive.as(new User.OfServer("inbox")), outside);
    }

    private static Answering as(OpenArchive archive) {
        return new Answering(archive.as(new User.OfStaff("reg")), NoEngine::letters, NoEngine::copies);
    }

    private static void done(Answering.Outcome outcome) {
        assertInstanceOf(Answering.Outcome.Done.class, outcome, outcome.toString());
    }

    private static Proposal giving(OpenArchive archive, String number) {
        String id = archive.catalogue().findByDiaryNumber(number).getFirst().value();
        return new Proposal(id, Outcome.WHOLE, List.of(), "", "", "", "");
    }

    private static Request request(OpenArchive archive, RecordId id) {
        return RequestBook.request(archive, id).orElseThrow();
    }

    private static List<RecordId> every(OpenArchive archive) {
        List<RecordId> all = new ArrayList<>();
        new EveryRequest(archive.catalogue(), Instant.EPOCH).forEach(all::addAll);
        assertFalse(all.isEmpty());
        return all;
    }
}
