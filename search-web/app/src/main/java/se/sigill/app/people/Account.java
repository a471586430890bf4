package se.sigill.app.people;

import java.time.Instant;
import java.util.regex.Pattern;
import se.sigill.core.json.Json;

/**
 * Somebody on the staff, as they log in.
 *
 * @param name by which acts know them: lower case, never used again for somebody else
 * @param display the name for people
 * @param passwordHash Argon2id
 * @param secret of the second factor in base32; empty while it is missing
 * @param lastStep the time step of the last code that let in, so that none does twice
 * @param mustChangePassword whether the password was given and not chosen
 * @param enabled whether they may log in
 */
public record Account(
        String name,
        String display,
        String passwordHash,
        String secret,
        long lastStep,
        boolean mustChangePassword,
        boolean enabled,
        Instant created) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    public Account {
        if (!isName(name)) {
            throw new IllegalArgumentException("the name of an account is 1 to 64 of a-z, 0-9, '.', '-' and '_'");
        }
    }

    public boolean secondFactorMissing() {
        return secret.isEmpty();
    }

    /** Whether sessions that were begun under the other still hold: nothing changed that lets somebody in. */
    boolean sameCredentials(Account other) {
        return enabled && other.enabled && passwordHash.equals(other.passwordHash) && secret.equals(other.secret);
    }

    Account withPassword(String hash, boolean given) {
        return new Account(name, display, hash, secret, lastStep, given, enabled, created);
    }

    Account withSecret(String other, long step) {
        return new Account(name, display, passwordHash, other, step, mustChangePassword, enabled, created);
    }

    Account enabled(boolean yes) {
        return new Account(name, display, passwordHash, secret, lastStep, mustChangePassword, yes, created);
    }

    Json toJson() {
        return Json.object()
                .with("name", name)
                .with("display", display)
                .with("passwordHash", passwordHash)
                .with("secret", secret)
                .with("lastStep", lastStep)
                .with("mustChangePassword", mustChangePassword)
                .with("enabled", enabled)
                .with("created", created.toString());
    }

    static Account fromJson(Json.Obj json) {
        return new Account(
                json.text("name"),
                json.text("display"),
                json.text("passwordHash"),
                json.text("secret"),
                json.integer("lastStep"),
                json.bool("mustChangePassword"),
                json.bool("enabled"),
                Instant.parse(json.text("created")));
    }

    /** No secret is printed. */
    @Override
    public String toString() {
        return "Account[" + name + "]";
    }
}
