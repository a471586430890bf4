package se.sigill.staff.answer;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import se.sigill.look.Language;
import se.sigill.look.Style;
import se.sigill.staff.gate.Needs;
import se.sigill.staff.gate.Task;
import se.sigill.staff.reply.Replies;

/** What is the same for everybody: where the site begins, style sheet and scripts. */
@Path("")
public final class StyleResource {
    private static final String DELIVERING = Style.text(StyleResource.class, "leverera.js");
    private static final String FOLLOWING = Style.text(StyleResource.class, "folj.js");

    /** Swedish unless somebody chooses otherwise. */
    @GET
    @Needs(Task.ENTER)
    public Response root() {
        return Replies.to(Language.SV, "/");
    }

    @GET
    @Path("stil.css")
    @Produces("text/css; charset=utf-8")
    @Needs(Task.ENTER)
    public Response sheet() {
        return kept(Style.SHEET);
    }

    /** Sends files in pieces; without it the form sends them whole. */
    @GET
    @Path("leverera.js")
    @Produces("text/javascript; charset=utf-8")
    @Needs(Task.ENTER)
    public Response delivering() {
        return kept(DELIVERING);
    }

    /** Shows how far something has come; without it a link loads the page again. */
    @GET
    @Path("folj.js")
    @Produces("text/javascript; charset=utf-8")
    @Needs(Task.ENTER)
    public Response following() {
        return kept(FOLLOWING);
    }

    private static Response kept(String text) {
        return Response.ok(text)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=600")
                .build();
    }
}
