package se.sigill.staff.answer;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import se.sigill.app.wiring.OpenGaps;
import se.sigill.core.catalogue.Gap;
import se.sigill.look.Language;
import se.sigill.staff.audit.Rounds;
import se.sigill.staff.gate.Needs;
import se.sigill.staff.gate.Task;
import se.sigill.staff.page.AuditPage;
import se.sigill.staff.page.GapsPage;
import se.sigill.staff.page.Pages;
import se.sigill.staff.page.Surround;
import se.sigill.staff.reply.Replies;

/** What keeps the archive whole: gaps and rounds of checking. */
@Path("{language: sv|en}")
public final class CareResource {
    @GET
    @Path("luckor")
    @Needs(Task.GAPS)
    public Response gaps(
            @PathParam("language") String code,
            @QueryParam("gjort") @DefaultValue("") String done,
            @Context SecurityContext context) {
        Language l = Inside.language(code);
        String message = done.equals("lucka")
                ? l.say("Luckan är godtagen och antecknad.", "The gap is accepted and noted.")
                : "";
        return Inside.page(context, code, around -> GapsPage.of(around, Inside.may(context, Task.ACCEPT_GAP), message));
    }

    @POST
    @Path("luckor")
    @Needs(Task.ACCEPT_GAP)
    public Response accept(
            @PathParam("language") String code,
            @FormParam("akt") @DefaultValue("") String act,
            @FormParam("skal") @DefaultValue("") String reason,
            @Context SecurityContext context) {
        return Inside.answer(context, code, around -> {
            Language l = around.language();
            OpenGaps gaps = new OpenGaps(around.archive());
            Optional<Gap> gap = act.matches("[0-9]{1,18}") ? gaps.find(Long.parseLong(act)) : Optional.empty();
            if (gap.isEmpty()) {
                return again(around, l.say("Luckan är inte öppen längre.", "The gap is no longer open."));
            }
            if (!gaps.mayAccept(gap.get())) {
                return again(
                        around,
                        l.say(
                                "Luckan hör till en annan myndighet. Inget är ändrat.",
                                "The gap is another authority's. Nothing was changed."));
            }
            if (reason.isBlank()) {
                return again(
                        around,
                        l.say(
                                "Skriv varför luckan godtas. Inget är ändrat.",
                                "Say why the gap is accepted. Nothing was changed."));
            }
            gaps.accept(gap.get(), reason);
            return Replies.to(l, "/luckor?gjort=lucka");
        });
    }

    private static Response again(Surround around, String problem) {
        return Replies.page(
                Response.Status.BAD_REQUEST, around.language(), Pages.html(GapsPage.of(around, true, problem)));
    }

    @GET
    @Path("granskning")
    @Needs(Task.AUDIT)
    public Response audit(@PathParam("language") String code, @Context SecurityContext context) {
        return Inside.page(
                context,
                code,
                around -> AuditPage.of(around, Rounds.of(around.archive()), Inside.may(context, Task.CHECK)));
    }

    @POST
    @Path("granskning")
    @Needs(Task.CHECK)
    public Response check(@PathParam("language") String code, @Context SecurityContext context) {
        return Inside.answer(context, code, around -> {
            Rounds.of(around.archive()).begin(around.archive());
            return Replies.to(around.language(), "/granskning");
        });
    }
}
