package se.sigill.staff.gate;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import se.sigill.look.Language;
import se.sigill.look.Query;
import se.sigill.look.SameOrigin;
import se.sigill.staff.page.Pages;
import se.sigill.staff.page.PlainPage;
import se.sigill.staff.reply.Problems;
import se.sigill.staff.reply.Replies;

/** Before a resource answers: whether the visitor may come for what it is for. */
@Provider
@Priority(Priorities.AUTHORIZATION)
public final class Gate implements ContainerRequestFilter {
    private static final Set<String> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Context
    @SuppressWarnings("NullAway.Init") // The server sets it before it asks.
    private ResourceInfo resource;

    /** What is answered instead of the resource. */
    enum Answer {
        COME_IN,
        LOG_IN,
        NO_RIGHT,
        NOT_OUR_PAGE
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Visitor visitor = Visitors.of(request.getSecurityContext());
        boolean changes = !SAFE.contains(request.getMethod());
        boolean ours = SameOrigin.isSo(
                request.getHeaderString("Sec-Fetch-Site"),
                request.getHeaderString("Origin"),
                request.getHeaderString(HttpHeaders.HOST));
        Optional<Needs> needs = Optional.ofNullable(resource.getResourceMethod().getAnnotation(Needs.class));
        String path = "/" + request.getUriInfo().getPath(false).replaceFirst("^/", "");
        switch (answer(visitor, needs.map(Needs::value), changes, ours)) {
            case COME_IN -> {}
            case LOG_IN -> request.abortWith(isForPrograms(path) ? Doorkeeper.wrongToken() : toLogin(path, changes));
            case NO_RIGHT ->
                request.abortWith(
                        refused(path, "Your roles do not give you the right to do this.", PlainPage::noRight));
            case NOT_OUR_PAGE ->
                request.abortWith(refused(
                        path, "What changes something is sent by a page of this site alone.", PlainPage::notOurs));
        }
    }

    /** @param needs empty if the resource says nothing: then it is nobody's */
    static Answer answer(Visitor visitor, Optional<Task> needs, boolean changes, boolean ours) {
        boolean may =
                needs.filter(task -> Policy.IN_FORCE.allows(visitor, task)).isPresent();
        if (!may) {
            return visitor instanceof Visitor.Anybody ? Answer.LOG_IN : Answer.NO_RIGHT;
        }
        boolean byBrowser = !(visitor instanceof Visitor.Program);
        return byBrowser && changes && !ours ? Answer.NOT_OUR_PAGE : Answer.COME_IN;
    }

    private static boolean isForPrograms(String path) {
        return path.startsWith("/api/") || path.startsWith("/uppladdning");
    }

    private static Response toLogin(String path, boolean changes) {
        Language language = Language.ofPath(path);
        String back = changes ? "" : new Query().with("till", path).toString();
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/" + language.code() + "/logga-in" + back)
                .build();
    }

    private static Response refused(String path, String detail, Function<Language, PlainPage> page) {
        Language l = Language.ofPath(path);
        return isForPrograms(path)
                ? Problems.problem(Response.Status.FORBIDDEN, detail)
                : Replies.page(Response.Status.FORBIDDEN, l, Pages.html(page.apply(l)));
    }
}
