package se.sigill.staff.answer;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.staff.archive.RunningArchive;
import se.sigill.staff.archive.Token;

/** Before anything is looked for: who does not show the token of this start learns not even which paths there are. */
@Provider
@PreMatching
public final class TokenFilter implements ContainerRequestFilter {
    private static final String SCHEME = "bearer ";

    private final RunningArchive running;

    public TokenFilter() {
        this.running = RunningArchive.current();
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<String> shown = shown(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        boolean in = running.state() instanceof RunningArchive.State.Open(OpenArchive _, Token token)
                && shown.filter(token::is).isPresent();
        if (!in) {
            Response problem = Problems.problem(
                    Response.Status.UNAUTHORIZED,
                    "Show the token of this start: the line of the file run/token in the archive's home.");
            request.abortWith(Response.fromResponse(problem)
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"sigill\"")
                    .build());
        }
    }

    /** The token in a header (RFC 6750 §2.1). */
    static Optional<String> shown(@Nullable String header) {
        return Optional.ofNullable(header)
                .filter(text -> text.toLowerCase(Locale.ROOT).startsWith(SCHEME))
                .map(text -> text.substring(SCHEME.length()).strip());
    }
}
