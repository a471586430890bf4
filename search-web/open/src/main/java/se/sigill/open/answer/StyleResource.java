package se.sigill.open.answer;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import se.sigill.look.Style;

/** The style sheet. */
@Path("stil.css")
public final class StyleResource {
    @GET
    @Produces("text/css; charset=utf-8")
    public Response sheet() {
        return Response.ok(Style.SHEET)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .build();
    }
}
