package se.sigill.open.answer;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import se.sigill.look.Language;
import se.sigill.look.Style;
import se.sigill.open.page.Pages;
import se.sigill.open.page.TerminalPage;

/** The screen in the hall: where it rests, where it is left, and the script that closes what somebody leaves. */
@Path("")
public final class TerminalResource {
    private static final String SCRIPT = Style.text(TerminalResource.class, "skarm.js");

    private final PublicZone zone;

    public TerminalResource() {
        this.zone = PublicZone.current();
    }

    @GET
    @Path("{language: sv|en}/skarm")
    public Response resting(@PathParam("language") String code) {
        Language language = Language.ofPath(code);
        return Answers.page(language, Pages.html(TerminalPage.resting(zone.around(language))));
    }

    @GET
    @Path("{language: sv|en}/klar")
    public Response left(@PathParam("language") String code) {
        Language language = Language.ofPath(code);
        Response page = Answers.page(language, Pages.html(TerminalPage.left(zone.around(language))));
        return Response.fromResponse(page)
                .header("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"")
                .build();
    }

    @GET
    @Path("skarm.js")
    @Produces("text/javascript; charset=utf-8")
    public Response script() {
        return Response.ok(SCRIPT)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .build();
    }
}
