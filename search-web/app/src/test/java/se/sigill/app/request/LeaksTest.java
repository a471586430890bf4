package se.sigill.app.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.sigill.app.request.AskedArchive.done;
import static se.sigill.app.request.AskedArchive.refused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.incident.Incidents;
import se.sigill.app.run.Running;
import se.sigill.app.wiring.User;
import se.sigill.core.disk.Trees;
import se.sigill.core.inbox.BoxFile;
import se.sigill.core.inbox.FetchCounts;
import se.sigill.core.incident.Incident;
import se.sigill.core.json.Json;
import se.sigill.core.log.Actor;
import se.sigill.core.log.RequestAct;
import se.sigill.core.request.PurgeRule;
import se.sigill.core.request.Request;

/** A copy that should not be out is taken back: first outside, then in the log, with the incident that it is. */
class LeaksTest {
    private static final String REASON = "Fel bilaga lämnades ut.";

    @TempDir
    Path folder;

    private AskedArchive there;
    private String id = "";
    private List<BoxFile> files = List.of();

    @BeforeEach
    void handOut() throws IOException {
        there = AskedArchive.in(folder);
        id = there.asked();
        there.given(id);
        files = there.box().files();
        assertEquals(2, files.size(), "a copy and its proof, which holds it too");
    }

    @AfterEach
    void close() {
        there.close();
    }

    private Request.Copy copy() {
        return there.request(id).copies().getFirst();
    }

    private Leaks leaks(String account) {
        return new Leaks(there.as(account));
    }

    private Answering.Outcome stop(String account) {
        return leaks(account).stop(id, copy().act(), there.clock().instant(), REASON);
    }

    private Incident incident() {
        return new Incidents(there.of("reg")).all().getFirst().incident();
    }

    /** As the outside counts who fetches. */
    private void fetch(BoxFile file, LocalDate day) throws IOException {
        new FetchCounts(there.outside().fetched()).count(there.code().boxName(), file.id(), day);
    }

    @Test
    void aCopyIsGoneOutsideWhenItIsNotedThatItWasTakenBack() throws IOException {
        LocalDate today = there.archive().today();
        fetch(files.getFirst(), today.minusDays(2));
        fetch(files.getLast(), today.minusDays(2));
        fetch(files.getLast(), today);
        assertEquals(2, leaks("reg").fetched(there.entry(id), copy()).size());

        long act = done(stop("reg"));

        assertTrue(copy().stopped());
        assertFalse(leaks("reg").isReachable(there.entry(id), copy()));
        assertEquals(List.of(), there.boxes().files(there.code().boxName()));
        assertEquals(List.of(), there.box().files());
        assertTrue(there.box().lines().getLast().text().contains("av misstag"));
        Incident incident = incident();
        assertEquals(act, incident.act());
        assertEquals(copy().act(), incident.cause());
        assertEquals(today.minusDays(2) + " 2, " + today + " 1", incident.fetched());
        assertEquals(incident.known().plus(Duration.ofHours(72)), incident.tellBy());
        assertTrue(incident.isOpen());
        RequestAct.LeakStopped stopped = there.archive().catalogue().requestActs(AskedArchive.id(id)).stream()
                .map(entry -> entry.act())
                .filter(RequestAct.LeakStopped.class::isInstance)
                .map(RequestAct.LeakStopped.class::cast)
                .findFirst()
                .orElseThrow();
        assertEquals(3, stopped.fetched());
        refused(stop("reg"), "redan tillbaka");
    }

    @Test
    void whatWasTakenBackCanBeDecidedAnew() throws IOException {
        done(stop("reg"));

        done(there.as("reg").decide(id, AskedArchive.giving(there.record(AskedArchive.PLAN)), Long.MAX_VALUE));
        done(there.as("reg").handOut(id));

        assertEquals(2, there.request(id).copies().size());
        assertEquals(2, there.box().files().size());
    }

    @Test
    void aStopBehindTheActLeavesNothingOutside() throws IOException {
        done(there.as("reg").close(id, "answered", ""));
        there.archive()
                .archive()
                .decide(List.of(new RequestAct.LeakStopped(
                        there.clock().instant(), Actor.person("reg"), AskedArchive.id(id), copy().act(), 0, REASON)));
        there.reopen();
        assertEquals(2, there.box().files().size(), "so far nobody has told the outside");

        InboxRound.Done _ = there.round().run();

        assertEquals(List.of(), there.box().files());
        assertEquals(List.of(), there.boxes().files(there.code().boxName()));
    }

    @Test
    void whereTheOutsideRefusesTheActStandsAndItIsTold() throws IOException {
        Path box = there.outside().boxes().resolve(there.code().boxName());
        Path state = box.resolve("state");
        Files.delete(state);
        Files.createDirectories(state.resolve("in the way"));

        done(stop("reg"));

        assertTrue(copy().stopped());
        assertEquals("", incident().fetched());
        assertTrue(leaks("reg").isReachable(there.entry(id), copy()), "nobody can say that it is not");
        Trees.delete(state);
        InboxRound.Done _ = there.round().run();
        assertFalse(leaks("reg").isReachable(there.entry(id), copy()));
        assertEquals(List.of(), there.boxes().files(there.code().boxName()));
    }

    @Test
    void onlyAPersonWhoseItIsTakesBackAndSaysWhy() {
        assertInstanceOf(Answering.Outcome.Unknown.class, stop("soc"));
        refused(
                new Leaks(Answering.withoutEngines(there.archive().as(new User.OfServer("job"))))
                        .stop(id, copy().act(), there.clock().instant(), REASON),
                "Bara en person");
        Leaks leaks = leaks("reg");
        refused(leaks.stop(id, copy().act(), there.clock().instant(), " "), "vad som hänt");
        refused(leaks.stop(id, copy().act() + 1, there.clock().instant(), REASON), "inte utlämnad");
        refused(leaks.stop(id, copy().act(), there.clock().instant().plusSeconds(60), REASON), "när det blev känt");
        refused(leaks.stop(id, copy().act(), copy().at().minusSeconds(60), REASON), "när det blev känt");
        assertFalse(copy().stopped());
        assertEquals(List.of(), new Incidents(there.of("reg")).all());
    }

    @Test
    void theCommandTakesEveryCopyOfARequestBack() throws IOException {
        fetch(files.getFirst(), there.archive().today());
        long release = copy().act();
        String number = there.box().number();

        Running.Ended ended = there.type("withdraw", "--json", "--reason", REASON, number);

        Json.Obj line = ended.expect(0).json().getFirst();
        assertEquals("withdrawn", line.text("outcome"));
        assertEquals(release, line.integer("release"));
        assertFalse(line.bool("reachable"));
        assertEquals(incident().act(), line.integer("incident"));
        assertEquals(List.of(), there.box().files());
        List<String> told = new ArrayList<>(List.of(ended.out(), ended.err()));
        assertTrue(told.stream().noneMatch(text -> text.contains(there.code().boxName())), told.toString());
        assertEquals(1, there.type("withdraw", "--reason", REASON, number).exit());
        assertEquals(1, there.type("withdraw", "--reason", REASON, "BEG 1999-1").exit());
    }

    @Test
    void whoIsForgottenIsForgottenInTheCountsToo() throws IOException {
        fetch(files.getFirst(), there.archive().today());
        done(there.as("reg").close(id, "answered", ""));
        there.clock().pass(Duration.ofDays(31));

        assertEquals(1, new Purging(there.archive().as(new User.OfServer("purge")), PurgeRule.USUAL).run());

        assertFalse(Files.exists(there.outside().fetched().resolve(there.code().boxName())));
    }
}
