package se.sigill.staff.answer;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import se.sigill.look.Language;
import se.sigill.staff.reply.Problems;
import se.sigill.staff.reply.Replies;

/** Answers where no resource does. */
@Provider
public final class RefusalProblem implements ExceptionMapper<WebApplicationException> {
    @Context
    @SuppressWarnings("NullAway.Init") // The server sets it before it asks.
    private UriInfo uri;

    @Override
    public Response toResponse(WebApplicationException refusal) {
        Response.StatusType status = refusal.getResponse().getStatusInfo();
        Response answer = Programs.ask(uri)
                ? Problems.problem(status, "Nothing here answers that; api/openapi.json lists what does.")
                : Replies.refused(status, Language.ofPath(uri.getPath()));
        String allowed = refusal.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allowed == null
                ? answer
                : Response.fromResponse(answer)
                        .header(HttpHeaders.ALLOW, allowed)
                        .build();
    }
}
