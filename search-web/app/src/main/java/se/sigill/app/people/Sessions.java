package se.sigill.app.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who is logged in. In memory alone: a new start of the server ends every session. Only a digest of what a browser
 * shows is kept. A session ends by itself after some time without a request, after a day's work, and at once when
 * whatever lets its account in is changed. Safe for threads.
 */
public final class Sessions {
    static final Duration IDLE_MAX = Duration.ofMinutes(30);
    static final Duration AGE_MAX = Duration.ofHours(10);
    private static final int SECRET_BYTES = 32;
    private static final int OF_ONE_ACCOUNT_MAX = 5;

    private final Clock clock;
    private final Function<String, Optional<Account>> accounts;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Begun> byKey = new LinkedHashMap<>();

    private record Begun(Account account, Instant at, Instant used) {}

    /** @param accounts tells how an account stands now */
    Sessions(Clock clock, Function<String, Optional<Account>> accounts) {
        this.clock = clock;
        this.accounts = accounts;
    }

    /** Begins one. @return what the browser is to show; known to nobody else */
    public synchronized String open(Account account) {
        Instant now = clock.instant();
        byKey.values().removeIf(begun -> isOver(begun, now));
        while (of(account.name()) >= OF_ONE_ACCOUNT_MAX) {
            byKey.entrySet().stream()
                    .filter(each -> each.getValue().account().name().equals(account.name()))
                    .min(Comparator.comparing(each -> each.getValue().at()))
                    .ifPresent(oldest -> byKey.remove(oldest.getKey()));
        }
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String shown = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        byKey.put(key(shown), new Begun(account, now, now));
        return shown;
    }

    private long of(String name) {
        return byKey.values().stream()
                .filter(begun -> begun.account().name().equals(name))
                .count();
    }

    /** The session of what a browser shows, if there is one that holds. Counts as a use. */
    public synchronized Optional<Session> find(String shown) {
        String key = key(shown);
        Begun begun = byKey.get(key);
        if (begun == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<Account> account =
                accounts.apply(begun.account().name()).filter(each -> each.sameCredentials(begun.account()));
        if (isOver(begun, now) || account.isEmpty()) {
            byKey.remove(key);
            return Optional.empty();
        }
        byKey.put(key, new Begun(begun.account(), begun.at(), now));
        return Optional.of(new Session(account.get(), key));
    }

    private static boolean isOver(Begun begun, Instant now) {
        return begun.used().plus(IDLE_MAX).isBefore(now)
                || begun.at().plus(AGE_MAX).isBefore(now);
    }

    public synchronized void end(Session session) {
        byKey.remove(session.key());
    }

    private static String key(String shown) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(shown.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the platform has no SHA-256", e);
        }
    }
}
