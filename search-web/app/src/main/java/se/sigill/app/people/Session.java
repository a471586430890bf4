package se.sigill.app.people;

/**
 * Somebody is logged in.
 *
 * @param account as it stands now
 * @param key by which the server knows the session: a digest of what the browser shows
 */
public record Session(Account account, String key) {
    @Override
    public String toString() {
        return "Session[" + account.name() + "]";
    }
}
