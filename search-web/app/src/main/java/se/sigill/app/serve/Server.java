package se.sigill.app.serve;

import java.util.Locale;

/** The two servers: each zone has one, in a process of its own. */
public enum Server {
    /** Inside: has the archive and its keys. */
    STAFF,
    /** Outside: has what anyone may see, and nothing else. */
    OPEN;

    /** The name of the server, of its web archive and of its files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
