package se.sigill.app.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.sigill.app.wiring.Adopting;
import se.sigill.app.wiring.Founding;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.QuickArchive;
import se.sigill.app.wiring.User;
import se.sigill.core.archive.Surroundings;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.config.ConfigReader;
import se.sigill.core.config.Home;
import se.sigill.core.durability.Operation;
import se.sigill.core.durability.Protocol;
import se.sigill.core.durability.Recorder;
import se.sigill.core.inbox.BoxFile;
import se.sigill.core.inbox.BoxState;
import se.sigill.core.inbox.Contact;
import se.sigill.core.inbox.FollowCode;
import se.sigill.core.request.Outcome;
import se.sigill.core.request.Request;

/**
 * From a letter to the copy in the box, with the power cut of inside and outside at any point: what was acknowledged is
 * there once, nothing is handed out that nobody handed out, and after a round of the next process the box tells how it
 * stands.
 */
public final class RequestProtocol implements Protocol {
    private static final String OUTSIDE = "outside";
    private static final String WORDS = "Jag vill läsa det som rör gräsplanen.";
    private static final String REPLY = "Det gäller 2026.";
    private static final String PLAN = "Skötselplan för gräsplanen";

    private final FollowCode code = FollowCode.make(new SecureRandom());

    @Override
    public String name() {
        return "request";
    }

    @Override
    public Set<String> unseen() {
        return Set.of("db", "index", "run");
    }

    /** Every force here is one of a line that another protocol leaves out; this one looks at what was acknowledged. */
    @Override
    public boolean isExcused(String site) {
        return true;
    }

    @Override
    public Map<String, Set<String>> removals(List<Operation> recording) {
        return Map.of();
    }

    /** Most of its points are within a commit or a seal, which other protocols cut at each. */
    @Override
    public int sampleStep() {
        return 5;
    }

    @Override
    public void run(Recorder recorder, Path home) throws IOException {
        Home place = new Home(home);
        Founding.found(place, Optional.of("prov.example"), Optional.of("Kommunstyrelsen"));
        try (OpenArchive archive = open(place)) {
            adopt(archive, "roles", "account,authority,role\nreg,Kommunstyrelsen,registrar\n");
            deliver(archive, home.resolveSibling("in"));
            InboxRound round = round(archive);
            round.run();

            recorder.cutsBegin();
            citizen(archive).asks(WORDS);
            recorder.acknowledge("asked");
            String id = round.run().registered().getFirst().value();
            recorder.acknowledge("registered " + id);
            citizen(archive).says(REPLY);
            recorder.acknowledge("replied");
            round.run();
            Answering registrar =
                    new Answering(archive.as(new User.OfStaff("reg")), NoEngine::letters, NoEngine::copies);
            done(registrar.take(id));
            recorder.acknowledge("taken");
            String plan = archive.catalogue()
                    .findByDiaryNumber("KS 2026/1")
                    .getFirst()
                    .value();
            done(registrar.decide(id, new Proposal(plan, Outcome.WHOLE, List.of(), "", "", "", ""), Long.MAX_VALUE));
            recorder.acknowledge("decided " + plan);
            recorder.acknowledge("hands-out");
            done(registrar.handOut(id));
            recorder.acknowledge("released " + plan);
            done(registrar.close(id, "answered", ""));
            recorder.acknowledge("closed");
        }
    }

    private static void done(Answering.Outcome outcome) {
        assertInstanceOf(Answering.Outcome.Done.class, outcome, outcome.toString());
    }

    private static void adopt(OpenArchive archive, String kind, String csv) {
        archive.archive().decide(List.of(new Adopting(archive).act(kind, "prov", "1", csv)));
        archive.catchUp();
    }

    private static void deliver(OpenArchive archive, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("plan.txt"), PLAN.getBytes(UTF_8));
        Files.write(
                folder.resolve("leverans.csv"),
                "sökväg;titel;diarienummer;myndighet\nplan.txt;Plan;KS 2026/1;Kommunstyrelsen\n".getBytes(UTF_8));
        PlainDelivery.takeIn(archive, folder);
    }

    private Citizen citizen(OpenArchive archive) {
        return new Citizen(outside(archive), code, new Contact("Kajsa Planta", "", "kajsa@planta.example", ""));
    }

    private static InboxRound round(OpenArchive archive) {
        return new InboxRound(archive.as(new User.OfServer("inbox")), outside(archive));
    }

    private static OutsideHome outside(OpenArchive archive) {
        return new OutsideHome(archive.config().servers().outside());
    }

    /** With the open zone's home below, wherever the home lies now; configured beside it, for that is no work of ours. */
    private static OpenArchive open(Home home) throws IOException {
        Path config = home.root().resolveSibling("sigill.conf");
        Files.writeString(
                config,
                Files.readString(home.config()) + "open.home = " + home.root().resolve(OUTSIDE) + "\n");
        Surroundings in = new Surroundings(home, ConfigReader.read(config), Clock.systemUTC(), new SecureRandom());
        return QuickArchive.open(in);
    }

    @Override
    public void check(Path home, List<String> told) throws IOException {
        try (OpenArchive archive = open(new Home(home))) {
            round(archive).run();
            List<Request> all = AskedRequest.all(archive).stream()
                    .map(AskedRequest::request)
                    .toList();
            assertTrue(all.size() <= 1, "a request is doubled");
            if (!told.contains("asked") && all.isEmpty()) {
                return;
            }
            assertEquals(1, all.size(), "a request is lost");
            Request request = all.getFirst();
            for (String what : told) {
                look(request, what.split(" "));
            }
            look(archive, request, told);
        }
    }

    private static void look(Request request, String[] what) {
        switch (what[0]) {
            case "registered" -> assertEquals(what[1], request.id().value());
            case "replied" ->
                assertEquals(
                        List.of(REPLY),
                        request.said().stream().map(Request.Said::text).toList());
            case "taken" -> assertEquals(Optional.of("reg"), request.person());
            case "decided" -> assertTrue(request.decision(what[1]).orElseThrow().stands());
            case "released" -> assertEquals(what[1], request.copies().getFirst().of());
            case "closed" -> assertFalse(request.isOpen());
            default -> assertTrue(what[0].equals("asked") || what[0].equals("hands-out"), what[0]);
        }
    }

    /** The box says what the acts say, and holds what was handed out and nothing else. */
    private void look(OpenArchive archive, Request request, List<String> told) throws IOException {
        Citizen citizen = citizen(archive);
        BoxState state = citizen.box();
        assertFalse(state.state().isEmpty());
        assertTrue(request.copies().size() <= 1, "handed out twice");
        if (!told.contains("hands-out")) {
            assertTrue(request.copies().isEmpty(), "handed out by itself");
        }
        List<BoxFile> files = state.files();
        assertEquals(2 * request.copies().size(), files.size(), "the copy and its proof");
        if (!files.isEmpty()) {
            assertEquals(PLAN, new String(citizen.fetches(files.getFirst()), UTF_8));
        }
    }
}
