package se.sigill.staff.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.serve.ArchivePhase;
import se.sigill.app.wiring.Founding;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.config.Home;

class RunningArchiveTest {
    @TempDir
    Path folder;

    private Home founded() {
        Home home = new Home(folder.resolve("home"));
        Founding.Made made = Founding.found(home, Optional.of("arkiv.test"), Optional.empty());
        assertEquals("arkiv.test", made.name());
        return home;
    }

    private static RunningArchive.State settled(RunningArchive running) {
        while (running.state() instanceof RunningArchive.State.Waiting(ArchivePhase phase)
                && phase != ArchivePhase.LOCKED) {
            LockSupport.parkNanos(20_000_000);
        }
        return running.state();
    }

    @Test
    void opensAndWritesATokenThatOnlyItsOwnerReadsAndIsGoneAfterwards() throws IOException {
        Home home = founded();
        RunningArchive running = new RunningArchive(home);
        running.start();
        RunningArchive.State.Open open = assertInstanceOf(RunningArchive.State.Open.class, settled(running));

        String token = Files.readString(home.token()).strip();
        assertTrue(open.token().is(token));
        assertFalse(open.token().is(token + "x"));
        assertFalse(open.token().is(""));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(home.token())));
        assertTrue(open.archive().isLevel());

        running.stop();

        assertFalse(Files.exists(home.token()));
        OpenArchive.open(home).close();
    }

    @Test
    void closesWhateverItHadBegunWhenItIsAskedToStopAtOnce() {
        Home home = founded();
        for (int i = 0; i < 5; i++) {
            RunningArchive running = new RunningArchive(home);
            running.start();
            running.stop();

            assertEquals(new RunningArchive.State.Waiting(ArchivePhase.CLOSED), running.state());
            assertFalse(Files.exists(home.token()));
            OpenArchive.open(home).close();
        }
    }

    @Test
    void waitsForWhoeverWorksOnTheArchive() {
        Home home = founded();
        RunningArchive running = new RunningArchive(home);
        try (OpenArchive other = OpenArchive.open(home)) {
            running.start();
            assertEquals(new RunningArchive.State.Waiting(ArchivePhase.LOCKED), settled(running));
            assertTrue(other.isLevel());
        }

        while (!(running.state() instanceof RunningArchive.State.Open)) {
            LockSupport.parkNanos(20_000_000);
        }
        running.stop();
    }

    @Test
    void tellsWithWhichCodeACommandWouldHaveFailed() throws IOException {
        Home home = founded();
        Files.delete(home.keys().resolve("seal.p12"));
        RunningArchive running = new RunningArchive(home);

        running.start();

        assertEquals(new RunningArchive.State.Failed(12), settled(running));
        running.stop();
    }

    @Test
    void noTwoStartsHaveTheSameToken() {
        SecureRandom random = new SecureRandom();
        Token token = Token.random(random);

        assertFalse(token.is(new String(Token.random(random).line(), java.nio.charset.StandardCharsets.US_ASCII)));
        assertEquals("Token", token.toString());
    }
}
