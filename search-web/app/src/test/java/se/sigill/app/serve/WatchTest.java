package se.sigill.app.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchTest {
    private static final Duration SHORT = Duration.ofSeconds(3);
    private static final Duration LONG = Duration.ofHours(3);

    private static Watch.State state(String body, Duration took) {
        return Watch.state(Optional.of(Health.of(body)), took, Duration.ofSeconds(60));
    }

    private static String archive(String phase, String more) {
        return "{\"status\":\"DOWN\",\"checks\":[{\"name\":\"archive\",\"status\":\"DOWN\",\"data\":{\"archive\":\""
                + phase + "\"" + more + "}}]}";
    }

    @Test
    void isReadyWhenTheServerSaysSo() {
        Watch.State.Ready ready = assertInstanceOf(
                Watch.State.Ready.class, state("{\"status\":\"UP\",\"checks\":[{\"name\":\"zone\"}]}", SHORT));

        assertEquals(SHORT, ready.took());
    }

    @Test
    void waitsAsLongAsAnArchiveIsBeingOpened() {
        assertInstanceOf(Watch.State.Starting.class, state(archive("opening", ""), LONG));
    }

    @Test
    void waitsForAnotherProcessOnlySoLong() {
        assertInstanceOf(Watch.State.Starting.class, state(archive("locked", ""), SHORT));
        assertEquals(
                11,
                assertInstanceOf(Watch.State.Failed.class, state(archive("locked", ""), LONG))
                        .exit());
    }

    @Test
    void endsAsTheOpeningEnded() {
        Watch.State failed = state(archive("failed", ",\"exit\":12"), SHORT);

        assertEquals(12, assertInstanceOf(Watch.State.Failed.class, failed).exit());
    }

    @Test
    void givesUpAServerThatNeverAnswers() {
        Duration wait = Duration.ofSeconds(60);

        assertInstanceOf(Watch.State.Starting.class, Watch.state(Optional.empty(), SHORT, wait));
        assertInstanceOf(Watch.State.Failed.class, Watch.state(Optional.empty(), LONG, wait));
        assertInstanceOf(Watch.State.Failed.class, state("Error 500", LONG));
    }
}
