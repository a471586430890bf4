package se.sigill.app.people;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import se.sigill.app.people.bouncy.Argon2;
import se.sigill.core.ArchiveException;
import se.sigill.core.config.Home;

/** The accounts of an archive: making and changing them, and logging in. Safe for threads. */
public final class People {
    private final Accounts accounts;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final LoginAttempts attempts = new LoginAttempts();
    /** An unknown name costs as much as a known one. */
    private final String nobodysHash;

    private People(Home home, Clock clock) {
        this.accounts = new Accounts(home);
        this.clock = clock;
        this.nobodysHash = Argon2.hash(Passwords.random(random).toCharArray(), random);
    }

    public static People of(Home home, Clock clock) {
        return new People(home, clock);
    }

    /** What somebody is given once, on paper. @param secret empty if the second factor is set up at the first login */
    public record Given(Account account, String password, String secret, String uri) {}

    /** Makes an account with a random password that is to be changed. @param withFactor also with a second factor */
    public Given add(String name, String display, boolean withFactor) {
        if (!Account.isName(name)) {
            throw new ArchiveException.WrongUsage(
                    "the name of an account is 1 to 64 of a-z, 0-9, '.', '-' and '_', not \"" + name + "\"");
        }
        String password = Passwords.random(random);
        String secret = withFactor ? Totp.secret(random) : "";
        Account account = new Account(
                name, display.isBlank() ? name : display, hash(password), secret, 0, true, true, clock.instant());
        accounts.add(account);
        return given(account, password);
    }

    /** Gives another password, and another second factor. Ends every session of the account. */
    public Given reset(String name, boolean withFactor) {
        String password = Passwords.random(random);
        String hash = hash(password);
        String secret = withFactor ? Totp.secret(random) : "";
        return given(accounts.change(name, each -> each.withPassword(hash, true).withSecret(secret, 0)), password);
    }

    private static Given given(Account account, String password) {
        return new Given(
                account,
                password,
                account.secret(),
                account.secret().isEmpty() ? "" : Totp.uri("Sigill", account.name(), account.secret()));
    }

    /** Lets somebody log in, or no longer; the latter ends every session of the account. */
    public Account enable(String name, boolean yes) {
        return accounts.change(name, each -> each.enabled(yes));
    }

    public List<Account> all() {
        return accounts.all();
    }

    public Optional<Account> find(String name) {
        return accounts.find(name);
    }

    /**
     * The one-time code of this moment, for whoever can read the accounts anyway: a telephone was lost, or there is
     * none.
     *
     * @throws ArchiveException.WrongUsage if there is no such account, or it has no second factor
     */
    public String code(String name) {
        String secret = accounts.find(name)
                .map(Account::secret)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new ArchiveException.WrongUsage("there is no account " + name
                        + " with a second factor; sigill account list shows those there are"));
        return Totp.code(Base32.decode(secret), Totp.stepOf(clock.instant()));
    }

    /** Sessions of these accounts. */
    public Sessions sessions() {
        return new Sessions(clock, accounts::find);
    }

    /** @param address from which it is tried; kept in memory for a quarter of an hour, if it is wrong */
    public LoginAnswer login(String name, char[] password, String code, String address) {
        Instant now = clock.instant();
        String key = name.strip().toLowerCase(Locale.ROOT);
        Duration wait = longest(attempts.wait("name " + key, now), attempts.wait("from " + address, now));
        if (wait.isPositive()) {
            return new LoginAnswer.Wait(wait);
        }
        Optional<Account> found = accounts.find(key);
        boolean right =
                Argon2.matches(password, found.map(Account::passwordHash).orElse(nobodysHash));
        Optional<Account> in =
                found.filter(account -> right && account.enabled()).flatMap(account -> coded(account, code, now));
        if (in.isEmpty()) {
            attempts.wrong("name " + key, now);
            attempts.wrong("from " + address, now);
            return new LoginAnswer.Wrong();
        }
        attempts.right("name " + key);
        return new LoginAnswer.In(in.get());
    }

    private static Duration longest(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** The account, if the code is right; the code is used up by that. */
    private Optional<Account> coded(Account account, String code, Instant now) {
        if (account.secondFactorMissing()) {
            return code.isEmpty() ? Optional.of(account) : Optional.empty();
        }
        OptionalLong step = Totp.step(account.secret(), code, now, account.lastStep());
        if (step.isEmpty()) {
            return Optional.empty();
        }
        Account used = accounts.change(
                account.name(),
                each -> each.lastStep() < step.getAsLong() ? each.withSecret(each.secret(), step.getAsLong()) : each);
        // Somebody else may have used the same code in this moment.
        return used.lastStep() == step.getAsLong() ? Optional.of(used) : Optional.empty();
    }

    /** A secret for a second factor, which counts once {@link #confirmSecondFactor} has seen a code of it. */
    public String beginSecondFactor() {
        return Totp.secret(random);
    }

    /** What an app reads. */
    public static String uri(Account account, String secret) {
        return Totp.uri("Sigill", account.name(), secret);
    }

    /**
     * Sets up the second factor. Ends every session of the account.
     *
     * @return the account; empty if the code is not of this secret
     */
    public Optional<Account> confirmSecondFactor(Account account, String secret, String code) {
        OptionalLong step;
        try {
            step = Totp.step(secret, code, clock.instant(), 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return step.isEmpty()
                ? Optional.empty()
                : Optional.of(accounts.change(account.name(), each -> each.withSecret(secret, step.getAsLong())));
    }

    /**
     * Changes the password. Ends every session of the account.
     *
     * @return what stands against it; nothing if it is done
     */
    public List<Passwords.Fault> changePassword(Account account, char[] old, char[] next) {
        if (!Argon2.matches(old, account.passwordHash())) {
            return List.of(new Passwords.Fault("Det gamla lösenordet är fel.", "The old password is wrong."));
        }
        List<Passwords.Fault> faults = Passwords.faults(account.name(), next);
        if (faults.isEmpty()) {
            String hash = Argon2.hash(next, random);
            Account _ = accounts.change(account.name(), each -> each.withPassword(hash, false));
        }
        return faults;
    }

    private String hash(String password) {
        return Argon2.hash(password.toCharArray(), random);
    }
}
