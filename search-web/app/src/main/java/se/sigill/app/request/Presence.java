package se.sigill.app.request;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import se.sigill.app.wiring.OpenArchive;

/** Who has looked at a request lately, so that two people on one request know of each other. In memory alone. */
public final class Presence {
    private static final Duration LATELY = Duration.ofMinutes(15);
    /** A registrar has a few open; this only stops a runaway. */
    private static final int REQUESTS_MAX = 10_000;

    private final Map<String, Map<String, Instant>> looking = new ConcurrentHashMap<>();

    /** The one of this archive. */
    public static Presence of(OpenArchive archive) {
        return archive.kept(Presence.class, _ -> new Presence());
    }

    /** Notes that the account looks at the request now, and names the others who do. */
    public List<String> others(String request, String account, Instant now) {
        if (looking.size() > REQUESTS_MAX) {
            looking.clear();
        }
        Map<String, Instant> accounts = looking.computeIfAbsent(request, _ -> new ConcurrentHashMap<>());
        accounts.put(account, now);
        accounts.values().removeIf(at -> at.plus(LATELY).isBefore(now));
        return accounts.keySet().stream()
                .filter(other -> !other.equals(account))
                .sorted()
                .toList();
    }
}
