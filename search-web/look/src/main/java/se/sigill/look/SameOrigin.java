package se.sigill.look;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request that changes something was made by one of our own pages. A browser says so in
 * {@code Sec-Fetch-Site}, an older one by {@code Origin}, and no page can make it say otherwise; so a form on somebody
 * else's page comes to nothing (ASVS 5.0, 3.5.1).
 */
public final class SameOrigin {
    private SameOrigin() {}

    /** @param host the {@code Host} that was asked; a request that says nothing is refused */
    public static boolean isSo(@Nullable String site, @Nullable String origin, @Nullable String host) {
        if (site != null) {
            return site.equals("same-origin");
        }
        if (origin == null || host == null) {
            return false;
        }
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority != null && authority.toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
