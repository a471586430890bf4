package se.sigill.staff.answer;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import se.sigill.app.wiring.QuarantinedItems;
import se.sigill.core.ArchiveException;
import se.sigill.ingest.spool.Manifest;
import se.sigill.look.Language;
import se.sigill.staff.gate.Needs;
import se.sigill.staff.gate.Task;
import se.sigill.staff.page.Pages;
import se.sigill.staff.page.RejectPage;
import se.sigill.staff.page.Surround;
import se.sigill.staff.reply.Replies;

/** What waits in quarantine of a delivery is rejected: first a page that says what that means, then the decision. */
@Path("{language: sv|en}/leveranser/{id}/avvisa")
public final class RejectResource {
    @GET
    @Needs(Task.REJECT)
    public Response ask(
            @PathParam("language") String code, @PathParam("id") String id, @Context SecurityContext context) {
        return Inside.page(context, code, around -> RejectPage.of(around, rejectable(around, id), ""));
    }

    @POST
    @Needs(Task.REJECT)
    public Response reject(
            @PathParam("language") String code,
            @PathParam("id") String id,
            @FormParam("skal") @DefaultValue("") String reason,
            @Context SecurityContext context) {
        return Inside.answer(context, code, around -> {
            Manifest manifest = rejectable(around, id);
            Language l = around.language();
            if (reason.isBlank() || reason.length() > AssessResource.REASON_MAX) {
                return again(around, manifest, AssessResource.sayWhy(l));
            }
            try {
                new QuarantinedItems(around.archive()).reject(id, reason);
            } catch (ArchiveException.WrongUsage e) {
                // Somebody else was quicker.
                throw new NotFoundException(e);
            } catch (ArchiveException.Refused e) {
                return again(
                        around,
                        manifest,
                        l.say(
                                "Leveransen tas in just nu. Vänta tills den är klar. Inget är ändrat.",
                                "The delivery is being taken in. Wait until that is done. Nothing was changed."));
            }
            return Replies.to(l, "/leveranser?gjort=avvisad");
        });
    }

    private static Manifest rejectable(Surround around, String id) {
        return new QuarantinedItems(around.archive()).rejectable(id).orElseThrow(NotFoundException::new);
    }

    private static Response again(Surround around, Manifest manifest, String problem) {
        return Replies.page(
                Response.Status.BAD_REQUEST, around.language(), Pages.html(RejectPage.of(around, manifest, problem)));
    }
}
