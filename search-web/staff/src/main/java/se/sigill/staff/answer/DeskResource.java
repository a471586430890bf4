package se.sigill.staff.answer;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import se.sigill.look.Asked;
import se.sigill.staff.gate.Needs;
import se.sigill.staff.gate.Task;
import se.sigill.staff.page.DeskPage;
import se.sigill.staff.page.SearchPage;

/** The desk, and the search from there. */
@Path("{language: sv|en}")
public final class DeskResource {
    @GET
    @Needs(Task.DESK)
    public Response desk(@PathParam("language") String code, @Context SecurityContext context) {
        return Inside.page(context, code, DeskPage::of);
    }

    @GET
    @Path("sok")
    @Needs(Task.READ)
    public Response search(@PathParam("language") String code, @Context UriInfo uri, @Context SecurityContext context) {
        return Inside.page(
                context,
                code,
                around -> SearchPage.of(
                        around,
                        Asked.of(uri.getQueryParameters()),
                        "ja".equals(uri.getQueryParameters().getFirst("oprovade"))));
    }
}
