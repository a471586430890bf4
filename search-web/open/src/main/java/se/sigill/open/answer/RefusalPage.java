package se.sigill.open.answer;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import se.sigill.look.Language;
import se.sigill.open.page.Pages;
import se.sigill.open.page.PlainPage;

/** Answers where no resource does. */
@Provider
public final class RefusalPage implements ExceptionMapper<WebApplicationException> {
    private final PublicZone zone;

    @Context
    @SuppressWarnings("NullAway.Init") // The server sets it before it asks.
    private UriInfo uri;

    public RefusalPage() {
        this.zone = PublicZone.current();
    }

    @Override
    public Response toResponse(WebApplicationException refusal) {
        Response.StatusType status = refusal.getResponse().getStatusInfo();
        Language language = Language.ofPath(uri.getPath());
        PlainPage page = status.getStatusCode() == Response.Status.NOT_FOUND.getStatusCode()
                ? PlainPage.notFound(zone.around(language))
                : PlainPage.refused(zone.around(language));
        String allowed = refusal.getResponse().getHeaderString(HttpHeaders.ALLOW);
        Response answer = Answers.page(status, language, Pages.html(page));
        return allowed == null
                ? answer
                : Response.fromResponse(answer)
                        .header(HttpHeaders.ALLOW, allowed)
                        .build();
    }
}
