package se.sigill.staff.gate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.CDI;
import java.nio.file.Path;
import java.time.Clock;
import se.sigill.app.people.People;
import se.sigill.app.people.Sessions;
import se.sigill.core.config.Home;

/** The accounts of this server's archive, and who is logged in. */
@ApplicationScoped
public class Door {
    /** Sent to this server alone, over TLS, and to no script (RFC 6265bis §4.1.3.2). */
    public static final String COOKIE = "__Host-sigill";

    private final People people;
    private final Sessions sessions;

    public Door() {
        this.people = People.of(new Home(Path.of(System.getProperty("sigill.home", ""))), Clock.systemUTC());
        this.sessions = people.sessions();
    }

    /** The one of this server. */
    public static Door current() {
        return CDI.current().select(Door.class).get();
    }

    public People people() {
        return people;
    }

    public Sessions sessions() {
        return sessions;
    }
}
