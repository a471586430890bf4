package se.sigill.open.answer;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import se.sigill.look.Language;
import se.sigill.open.ask.AskDesk;
import se.sigill.open.ask.Sent;
import se.sigill.open.page.AskPage;
import se.sigill.open.page.Pages;
import se.sigill.open.page.ReceiptPage;
import se.sigill.open.page.Surround;

/**
 * Asking for documents. What was sent is answered at once and in the same breath: a page to be led to would need an
 * address, and the code stands in none.
 */
@Path("{language: sv|en}/begar")
public final class AskResource {
    private final PublicZone zone;

    public AskResource() {
        this.zone = PublicZone.current();
    }

    @GET
    public Response form(@PathParam("language") String code, @Context UriInfo uri) {
        Language l = Language.ofCode(code).orElse(Language.SV);
        return answer(zone.around(l), zone.askDesk().begin(Sent.of(uri.getQueryParameters()), l), false);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response take(@PathParam("language") String code, @Context HttpHeaders headers, InputStream body) {
        Language l = Language.ofCode(code).orElse(Language.SV);
        Surround around = zone.around(l);
        return Forms.read(
                headers, body, around, sent -> answer(around, zone.askDesk().take(sent, l), true));
    }

    private Response answer(Surround around, AskDesk.Step step, boolean sent) {
        Language l = around.language();
        return switch (step) {
            case AskDesk.Step.Write write ->
                Forms.page(
                        sent && !write.problems().isEmpty() ? Response.Status.BAD_REQUEST : Response.Status.OK,
                        l,
                        Pages.html(AskPage.of(zone.zone(), around, write, sent)));
            case AskDesk.Step.Received received ->
                Forms.page(Response.Status.OK, l, Pages.html(ReceiptPage.of(zone.zone(), around, received)));
            case AskDesk.Step.Closed closed ->
                Forms.page(
                        Response.Status.SERVICE_UNAVAILABLE,
                        l,
                        Pages.html(AskPage.closed(zone.zone(), around, closed, sent)));
        };
    }
}
