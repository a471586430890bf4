package se.sigill.app.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.people.SteadyClock;
import se.sigill.app.run.Running;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.User;
import se.sigill.core.archive.Surroundings;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.config.ConfigReader;
import se.sigill.core.config.Home;
import se.sigill.core.inbox.Boxes;
import se.sigill.core.inbox.Contact;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.Outcome;
import se.sigill.core.request.PurgeRule;

/**
 * After the day of the purge nobody finds who asked: not in logs, database, index, acts, spool, working papers, the
 * backup or anything outside. What they asked for stays where requests are kept, and lies nowhere else.
 */
class ForgottenRequesterTest {
    private static final String WORDS = "Jag vill läsa skötselplanen för kvarnängen";
    private static final String REPLY = "Bara det som rör lillängen";
    private static final String HEADERS = "From: \"Planta, Kajsa\" <kajsa.p@planta.example>\n"
            + "Reply-To: kajsas-telefon@planta.example\nReceived: from [192.0.2.77] by post.planta.example";
    /** Where a request may lie: as a record, as acts, and in what is computed from them. */
    private static final Set<String> KEPT_IN = Set.of("archive", "db", "index");

    @TempDir
    Path folder;

    private Running running;
    private OutsideHome outside;
    private final SteadyClock clock = new SteadyClock(Instant.now());

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
                folder.resolve("roles.csv"), "account,authority,role\nreg,Kommunstyrelsen,registrar\n");
        running.type("adopt", "roles", roles.toString()).expect(0);
        Path delivery = Files.createDirectories(folder.resolve("leverans"));
        Files.writeString(delivery.resolve("plan.txt"), "Skötselplan");
        Files.writeString(delivery.resolve("leverans.csv"), """
                sökväg;titel;diarienummer;myndighet
                plan.txt;Skötselplan;KS 2026/1;Kommunstyrelsen
                """);
        PlainDelivery.takeIn(running, delivery);
    }

    @Test
    void isFoundNowhereAfterTheDay() throws IOException {
        Citizen citizen = Citizen.of(outside);
        List<String> secrets = new ArrayList<>(List.of(
                citizen.contact().name(),
                citizen.contact().email(),
                citizen.code().text(),
                citizen.code().text().replace("-", ""),
                citizen.code().boxName(),
                "kajsa.p@planta.example",
                "kajsas-telefon@planta.example",
                "192.0.2.77",
                "Planta, Kajsa"));
        Path backup = folder.resolve("backup");
        try (OpenArchive archive = open()) {
            InboxRound round = InboxRound.of(archive);
            round.run();
            citizen.asks(WORDS);
            RecordId onTheWeb = round.run().registered().getFirst();
            RecordId byMail = byMail(archive);
            citizen.says(REPLY);
            round.run();
            secrets.addAll(keysOfEnvelopes());
            answer(archive, onTheWeb);
            answer(archive, byMail);
        }
        running.type("backup", backup.toString()).expect(0);
        List<String> keys = secrets.subList(secrets.size() - 2, secrets.size());
        assertEquals(4, Planted.in(List.of(running.home(), backup), keys).size(), "what is looked for is found");

        clock.pass(Duration.ofDays(31));
        try (OpenArchive archive = open()) {
            Purging purging = new Purging(archive.as(new User.OfServer("purge")), PurgeRule.USUAL);
            assertEquals(2, purging.run());
            assertInstanceOf(Boxes.Look.None.class, citizen.look());
            // What lies outside is deleted, not only out of reach.
            InboxRound.of(archive).run();
        }
        running.type("backup", backup.toString()).expect(0);
        running.type("rebuild").expect(0);

        assertEquals(List.of(), Planted.in(List.of(running.home(), outside.root(), backup), secrets));
        Set<Path> told = Set.of(running.home(), backup);
        for (Path home : told) {
            assertFalse(
                    Planted.in(List.of(home.resolve("archive")), List.of(WORDS)).isEmpty());
            assertEquals(List.of(), Planted.in(others(home), List.of(WORDS, REPLY)));
        }
        assertEquals(List.of(), Planted.in(List.of(outside.root()), List.of(WORDS, REPLY)));
    }

    /** Who asks by e-mail is noted with the head of the mail. */
    private static RecordId byMail(OpenArchive archive) {
        return new Registering(archive.as(new User.OfStaff("reg")))
                .register(new Registering.Asked(
                        "",
                        "mail",
                        "official-document",
                        archive.clock().instant(),
                        "sv",
                        "Kommunstyrelsen",
                        List.of(),
                        WORDS,
                        "e-mail",
                        new Contact("", HEADERS, "", ""),
                        Optional.empty()));
    }

    private static void answer(OpenArchive archive, RecordId id) {
        Answering registrar = new Answering(archive.as(new User.OfStaff("reg")), NoEngine::letters, NoEngine::copies);
        String plan =
                archive.catalogue().findByDiaryNumber("KS 2026/1").getFirst().value();
        done(registrar.decide(
                id.value(), new Proposal(plan, Outcome.WHOLE, List.of(), "", "", "", ""), Long.MAX_VALUE));
        done(registrar.handOut(id.value()));
        done(registrar.close(id.value(), "answered", ""));
    }

    private List<String> keysOfEnvelopes() throws IOException {
        List<String> keys = new ArrayList<>();
        try (Stream<Path> files = Files.list(running.home().resolve("work/envelopes"))) {
            for (Path file : files.toList()) {
                keys.add(Files.readString(file).strip());
            }
        }
        assertEquals(2, keys.size());
        return keys;
    }

    private static List<Path> others(Path home) throws IOException {
        try (Stream<Path> all = Files.list(home)) {
            List<Path> others = all.filter(
                            path -> !KEPT_IN.contains(path.getFileName().toString()))
                    .toList();
            assertTrue(others.size() >= 2, others.toString());
            return others;
        }
    }

    private OpenArchive open() {
        Home home = new Home(running.home());
        return OpenArchive.open(new Surroundings(home, ConfigReader.read(home.config()), clock, new SecureRandom()));
    }

    private static void done(Answering.Outcome outcome) {
        assertInstanceOf(Answering.Outcome.Done.class, outcome, outcome.toString());
    }
}
