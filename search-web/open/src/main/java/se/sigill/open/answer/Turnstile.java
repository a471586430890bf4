package se.sigill.open.answer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.sigill.look.Language;
import se.sigill.open.limit.Limits;
import se.sigill.open.limit.Terminals;
import se.sigill.open.page.Pages;
import se.sigill.open.page.PlainPage;

/** Before anything is looked for: whether this address has not asked for too much, and there is room for a search. */
@Provider
@PreMatching
public final class Turnstile implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String SEARCHING = "sigill.searching";
    private static final int FILE_COST = 3;

    /** A letter takes room inside, and somebody's time. */
    private static final int LETTER_COST = 10;

    /** A code is not to be tried out, though nobody could. */
    private static final int CODE_COST = 5;

    /** Behind a proxy on this machine, and only there, the last address of the header is what the proxy saw. */
    private static final boolean PROXIED = Boolean.getBoolean("sigill.open.proxied");

    private final PublicZone zone;
    private final Limits limits = Limits.current();
    private final Terminals terminals = Terminals.of(System.getProperty("sigill.open.terminals", ""));

    @Context
    @SuppressWarnings("NullAway.Init") // The server sets it before it asks.
    private HttpServletRequest request;

    public Turnstile() {
        this.zone = PublicZone.current();
    }

    @Override
    public void filter(ContainerRequestContext context) {
        String path = context.getUriInfo().getPath().replaceFirst("^/", "");
        String address = address(context.getHeaderString("X-Forwarded-For"));
        Visit.current().setAtTerminal(terminals.has(address));
        Duration wait = limits.buckets().take(address, cost(context.getMethod(), path));
        if (wait.isPositive()) {
            context.abortWith(later(Response.Status.TOO_MANY_REQUESTS, path, wait.toSeconds() + 1));
            return;
        }
        if (path.endsWith("/sok") || path.endsWith("/begar")) {
            if (!limits.searches().tryAcquire()) {
                context.abortWith(later(Response.Status.SERVICE_UNAVAILABLE, path, 1));
                return;
            }
            context.setProperty(SEARCHING, true);
        }
    }

    private static int cost(String method, String path) {
        if (path.equals("stil.css") || path.equals("skarm.js")) {
            return 0;
        }
        if (method.equals(HttpMethod.POST)) {
            if (path.endsWith("/begar") || path.endsWith("/folj/svar")) {
                return LETTER_COST;
            }
            if (path.endsWith("/folj") || path.endsWith("/folj/fil")) {
                return CODE_COST;
            }
        }
        return path.startsWith("fil/") || path.startsWith("bevis/") ? FILE_COST : 1;
    }

    private String address(@Nullable String forwarded) {
        return Optional.ofNullable(forwarded)
                .filter(_ -> PROXIED)
                .map(all -> all.substring(all.lastIndexOf(',') + 1).strip())
                .filter(last -> !last.isEmpty())
                .orElseGet(request::getRemoteAddr);
    }

    private Response later(Response.Status status, String path, long seconds) {
        Language language = Language.ofPath(path);
        return Response.fromResponse(Answers.page(
                        status,
                        language,
                        Pages.html(PlainPage.busy(
                                zone.around(language), status == Response.Status.TOO_MANY_REQUESTS, seconds))))
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }

    /** A search is over when its answer is. */
    @Override
    public void filter(ContainerRequestContext context, ContainerResponseContext response) {
        if (context.getProperty(SEARCHING) != null) {
            context.removeProperty(SEARCHING);
            limits.searches().release();
        }
    }
}
