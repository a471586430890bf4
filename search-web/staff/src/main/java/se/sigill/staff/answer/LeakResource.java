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
import java.time.Instant;
import java.util.Optional;
import se.sigill.app.request.Answering;
import se.sigill.app.request.Leaks;
import se.sigill.app.request.RequestBook;
import se.sigill.core.request.Wording;
import se.sigill.staff.gate.Needs;
import se.sigill.staff.gate.Task;
import se.sigill.staff.page.CopiesPage;
import se.sigill.staff.page.Pages;
import se.sigill.staff.page.Surround;
import se.sigill.staff.reply.Replies;

/** Copies of a request that are out, and taking one back that should not be. */
@Path("{language: sv|en}/begaran/{id: [0-9a-z]{26}}/kopior")
public final class LeakResource {
    @GET
    @Needs(Task.REQUESTS)
    public Response look(
            @PathParam("language") String code, @PathParam("id") String id, @Context SecurityContext context) {
        return Inside.page(
                context,
                code,
                around -> CopiesPage.of(around, RequestResource.known(around, id), leaks(around), "", ""));
    }

    /** The copy is unreachable outside before the answer, or the answer says that it may not be. */
    @POST
    @Needs(Task.REQUESTS)
    public Response stop(
            @PathParam("language") String code,
            @PathParam("id") String id,
            @FormParam("akt") @DefaultValue("") String act,
            @FormParam("skal") @DefaultValue("") String reason,
            @FormParam("kant") @DefaultValue("") String known,
            @Context SecurityContext context) {
        return Inside.answer(context, code, around -> {
            Optional<Instant> since =
                    Typed.minute(known, around.archive().config().archive().zone());
            if (since.isEmpty()) {
                return again(
                        around,
                        id,
                        new Wording("Skriv tiden som 2026-11-27 15:30.", "Write the time as 2026-11-27 15:30."));
            }
            return switch (leaks(around).stop(id, Typed.number(act), notBefore(around, id, act, since.get()), reason)) {
                case Answering.Outcome.Unknown() -> throw new NotFoundException();
                case Answering.Outcome.Refused(Wording why) -> again(around, id, why);
                case Answering.Outcome.Done(long incident) ->
                    Replies.to(around.language(), "/incidenter/" + incident + "?gjort=" + done(around, id, act));
            };
        });
    }

    /** The form tells minutes: a copy of this very minute became known after it was handed out. */
    private static Instant notBefore(Surround around, String id, String act, Instant known) {
        return RequestResource.known(around, id).request().copies().stream()
                .filter(copy -> copy.act() == Typed.number(act))
                .map(copy -> copy.at())
                .filter(at -> at.isAfter(known) && at.minusSeconds(60).isBefore(known))
                .findFirst()
                .orElse(known);
    }

    private static String done(Surround around, String id, String act) {
        RequestBook.Entry entry = RequestResource.known(around, id);
        boolean reachable = entry.request().copies().stream()
                .filter(copy -> copy.act() == Typed.number(act))
                .anyMatch(copy -> leaks(around).isReachable(entry, copy));
        return reachable ? "tillbaka-ute" : "tillbaka";
    }

    private static Leaks leaks(Surround around) {
        return new Leaks(RequestResource.answering(around));
    }

    private static Response again(Surround around, String id, Wording why) {
        String problem = around.language().say(why.swedish(), why.english()) + " "
                + around.language().say("Inget är ändrat.", "Nothing was changed.");
        CopiesPage page = CopiesPage.of(around, RequestResource.known(around, id), leaks(around), problem, "");
        return Replies.page(Response.Status.BAD_REQUEST, around.language(), Pages.html(page));
    }
}
