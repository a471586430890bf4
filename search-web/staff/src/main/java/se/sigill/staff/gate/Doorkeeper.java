package se.sigill.staff.gate;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.sigill.app.people.Session;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.User;
import se.sigill.core.access.Viewer;
import se.sigill.staff.archive.RunningArchive;
import se.sigill.staff.archive.Token;
import se.sigill.staff.reply.Problems;

/** Tells who asks, before anything is looked for: by the token of this start, or by the cookie of a session. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public final class Doorkeeper implements ContainerRequestFilter {
    private static final String SCHEME = "bearer ";

    private final RunningArchive running;
    private final Door door;

    public Doorkeeper() {
        this.running = RunningArchive.current();
        this.door = Door.current();
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String shown = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (shown != null && !isTheToken(shown)) {
            request.abortWith(wrongToken());
            return;
        }
        Visitor visitor = shown != null
                ? new Visitor.Program()
                : session(request).<Visitor>map(this::person).orElseGet(Visitor.Anybody::new);
        request.setSecurityContext(
                new Known(visitor, request.getSecurityContext().isSecure()));
    }

    private boolean isTheToken(String header) {
        return running.state() instanceof RunningArchive.State.Open(OpenArchive _, Token token)
                && shown(header).filter(token::is).isPresent();
    }

    static Response wrongToken() {
        Response problem = Problems.problem(
                Response.Status.UNAUTHORIZED,
                "Show the token of this start: the line of the file run/token in the archive's home.");
        return Response.fromResponse(problem)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"sigill\"")
                .build();
    }

    /** The token in a header (RFC 6750 §2.1). */
    static Optional<String> shown(@Nullable String header) {
        return Optional.ofNullable(header)
                .filter(text -> text.toLowerCase(Locale.ROOT).startsWith(SCHEME))
                .map(text -> text.substring(SCHEME.length()).strip());
    }

    private Optional<Session> session(ContainerRequestContext request) {
        Cookie cookie = request.getCookies().get(Door.COOKIE);
        return cookie == null ? Optional.empty() : door.sessions().find(cookie.getValue());
    }

    /** Roles are those of this moment: a role that is taken away is gone with the next request. */
    private Visitor person(Session session) {
        if (session.account().secondFactorMissing()
                || session.account().mustChangePassword()
                || !(running.state() instanceof RunningArchive.State.Open(OpenArchive archive, Token _))) {
            return new Visitor.Person(session, Set.of());
        }
        Set<Viewer.Role> roles = new User.OfStaff(session.account().name())
                .viewers(archive.catalogue()).stream()
                        .filter(Viewer.Staff.class::isInstance)
                        .map(viewer -> ((Viewer.Staff) viewer).role())
                        .collect(Collectors.toSet());
        return new Visitor.Person(session, roles);
    }

    /** What the rest asks. */
    private record Known(Visitor visitor, boolean isSecure) implements SecurityContext {
        @Override
        public Visitor getUserPrincipal() {
            return visitor;
        }

        @Override
        public boolean isUserInRole(String role) {
            return visitor.columns().contains(role);
        }

        @Override
        public String getAuthenticationScheme() {
            return visitor instanceof Visitor.Program ? "Bearer" : FORM_AUTH;
        }
    }
}
