package se.sigill.app.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.ArchiveException;
import se.sigill.core.config.Home;

class PeopleTest {
    private static final String ADDRESS = "192.0.2.7";

    @TempDir
    private Path folder;

    private final SteadyClock clock = new SteadyClock();
    private People people;
    private People.Given anna;

    @BeforeEach
    void anAccount() {
        people = People.of(new Home(folder), clock);
        anna = people.add("anna", "Anna Ek", true);
    }

    private String code() {
        return Totp.code(Base32.decode(anna.secret()), clock.instant().getEpochSecond() / 30);
    }

    private LoginAnswer login(String name, String password, String code) {
        return people.login(name, password.toCharArray(), code, ADDRESS);
    }

    @Test
    void nameAndPasswordAndCodeLetInTogetherAndNotApart() {
        assertInstanceOf(LoginAnswer.Wrong.class, login("anna", "fel " + anna.password(), code()));
        assertInstanceOf(LoginAnswer.Wrong.class, login("anna", anna.password(), "000000"));
        assertInstanceOf(LoginAnswer.Wrong.class, login("anna", anna.password(), ""));
        assertInstanceOf(LoginAnswer.Wrong.class, login("bertil", anna.password(), code()));

        LoginAnswer.In in = assertInstanceOf(LoginAnswer.In.class, login(" Anna ", anna.password(), code()));

        assertEquals("Anna Ek", in.account().display());
        assertTrue(in.account().mustChangePassword());
    }

    @Test
    void aCodeLetsInOnce() {
        assertInstanceOf(LoginAnswer.In.class, login("anna", anna.password(), code()));
        assertInstanceOf(LoginAnswer.Wrong.class, login("anna", anna.password(), code()));
        clock.pass(Duration.ofSeconds(30));
        assertInstanceOf(LoginAnswer.In.class, login("anna", anna.password(), code()));
    }

    /** Somebody who guesses for long can keep nobody out for more than half a minute. */
    @Test
    void whoGuessesHasToWaitAndTheRightOneGetsIn() {
        for (int i = 0; i < 5; i++) {
            assertInstanceOf(LoginAnswer.Wrong.class, login("anna", "gissning nummer " + i, code()));
        }
        assertInstanceOf(LoginAnswer.Wait.class, login("anna", anna.password(), code()));
        for (int i = 0; i < 8; i++) {
            clock.pass(Duration.ofSeconds(31));
            LoginAnswer _ = login("anna", "gissning nummer " + i, code());
        }
        LoginAnswer.Wait wait = assertInstanceOf(LoginAnswer.Wait.class, login("anna", anna.password(), code()));
        assertTrue(wait.left().compareTo(Duration.ofSeconds(30)) <= 0, wait.toString());

        clock.pass(Duration.ofSeconds(31));

        assertInstanceOf(LoginAnswer.In.class, login("anna", anna.password(), code()));
    }

    @Test
    void aDisabledAccountDoesNotGetIn() {
        Account _ = people.enable("anna", false);
        assertInstanceOf(LoginAnswer.Wrong.class, login("anna", anna.password(), code()));
        Account _ = people.enable("anna", true);
        assertInstanceOf(LoginAnswer.In.class, login("anna", anna.password(), code()));
    }

    @Test
    void aSessionHoldsUntilItIsIdleOrOldOrEnded() {
        Sessions sessions = people.sessions();
        Account account = people.find("anna").orElseThrow();
        String first = sessions.open(account);
        String second = sessions.open(account);

        clock.pass(Sessions.IDLE_MAX.minusSeconds(1));
        assertTrue(sessions.find(first).isPresent());
        clock.pass(Sessions.IDLE_MAX.minusSeconds(1));
        assertTrue(sessions.find(first).isPresent(), "its use has kept it");
        assertEquals(Optional.empty(), sessions.find(second), "idle");
        for (int i = 0; i < 20; i++) {
            clock.pass(Duration.ofMinutes(29));
            Optional<Session> _ = sessions.find(first);
        }
        assertEquals(Optional.empty(), sessions.find(first), "a day's work is over");

        String third = sessions.open(account);
        sessions.end(sessions.find(third).orElseThrow());
        assertEquals(Optional.empty(), sessions.find(third));
        assertEquals(Optional.empty(), sessions.find("påhittad"));
    }

    @Test
    void whateverLetsInEndsTheSessionsByItsChange() {
        Sessions sessions = people.sessions();
        List<Runnable> changes = List.of(
                () -> people.enable("anna", false),
                () -> people.enable("anna", true),
                () -> people.reset("anna", true),
                this::chooseAPassword);
        List<Boolean> ended = new ArrayList<>();
        for (Runnable change : changes) {
            String shown = sessions.open(people.find("anna").orElseThrow());
            change.run();
            ended.add(sessions.find(shown).isEmpty());
        }
        assertEquals(List.of(true, true, true, true), ended);
    }

    private void chooseAPassword() {
        Account account = people.find("anna").orElseThrow();
        String given = anna.password();
        assertEquals(
                "The old password is wrong.",
                people.changePassword(account, "fel".toCharArray(), "tre ord om bron".toCharArray())
                        .getFirst()
                        .english());
        People.Given again = people.reset("anna", true);
        assertFalse(again.password().equals(given));
        assertEquals(
                List.of(),
                people.changePassword(
                        again.account(), again.password().toCharArray(), "tre ord om bron".toCharArray()));
    }

    @Test
    void anAccountHasFewSessions() {
        Sessions sessions = people.sessions();
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clock.pass(Duration.ofSeconds(1));
            shown.add(sessions.open(people.find("anna").orElseThrow()));
        }
        assertEquals(
                5,
                shown.stream().filter(each -> sessions.find(each).isPresent()).count());
        assertTrue(sessions.find(shown.getLast()).isPresent());
    }

    @Test
    void aSecondFactorIsSetUpByACodeOfIt() {
        People.Given bo = people.add("bo", "", false);
        LoginAnswer.In in = assertInstanceOf(LoginAnswer.In.class, login("bo", bo.password(), ""));
        assertTrue(in.account().secondFactorMissing());
        String secret = people.beginSecondFactor();
        String right = Totp.code(Base32.decode(secret), clock.instant().getEpochSecond() / 30);

        assertEquals(Optional.empty(), people.confirmSecondFactor(in.account(), secret, "000000"));
        assertTrue(people.confirmSecondFactor(in.account(), secret, right).isPresent());

        assertInstanceOf(LoginAnswer.Wrong.class, login("bo", bo.password(), ""));
        assertTrue(People.uri(in.account(), secret).startsWith("otpauth://totp/Sigill:bo?secret=" + secret));
    }

    @Test
    void aBadPasswordIsRefusedWithTheReason() {
        for (String bad : new String[] {
            "kort", "sommar2026!!", "annaannaanna", "lösenord1234", "aaaaaaaaaaaaaaa", "qwerty123456", "x".repeat(129)
        }) {
            assertFalse(Passwords.faults("anna", bad.toCharArray()).isEmpty(), bad);
        }
        for (String good : new String[] {"tre ord om bron", "korrekt häst batteri", anna.password()}) {
            assertEquals(List.of(), Passwords.faults("anna", good.toCharArray()), good);
        }
    }

    @Test
    void theFileIsItsOwnersAndADamagedOneLetsNobodyIn() throws IOException {
        Path file = new Home(folder).accounts();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertFalse(Files.readString(file).contains(anna.password()));

        Files.writeString(file, Files.readString(file).replace("\"accounts\"", "\"konton\""));

        String code = code();
        ArchiveException.Damaged damaged =
                assertThrows(ArchiveException.Damaged.class, () -> login("anna", anna.password(), code));
        assertTrue(String.valueOf(damaged.getMessage()).contains("sigill account add"), damaged.getMessage());
    }

    @Test
    void manyChangeTheAccountsAtTheSameTime() throws InterruptedException {
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String name = "konto" + i;
            People mine = People.of(new Home(folder), clock);
            all.add(Thread.ofPlatform().start(() -> mine.add(name, "", false)));
        }
        for (Thread each : all) {
            each.join();
        }
        assertEquals(5, people.all().size());
        assertThrows(ArchiveException.WrongUsage.class, () -> people.add("anna", "", false));
        assertThrows(ArchiveException.WrongUsage.class, () -> people.add("Åsa", "", false));
        assertThrows(ArchiveException.WrongUsage.class, () -> people.reset("ingen", false));
    }
}
