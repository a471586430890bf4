package se.sigill.staff.answer;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import se.sigill.app.request.Answering;
import se.sigill.app.request.Appeals;
import se.sigill.app.request.CourtPackage;
import se.sigill.core.request.Appeal;
import se.sigill.core.request.AppealChannel;
import se.sigill.core.request.Wording;
import se.sigill.look.Attachment;
import se.sigill.look.Language;
import se.sigill.staff.gate.Needs;
import se.sigill.staff.gate.Task;
import se.sigill.staff.page.AppealsPage;
import se.sigill.staff.page.Pages;
import se.sigill.staff.page.Surround;
import se.sigill.staff.reply.Replies;

/** Appeals of a request's decisions. */
@Path("{language: sv|en}/begaran/{id: [0-9a-z]{26}}/overklaganden")
public final class AppealResource {
    @GET
    @Needs(Task.REQUESTS)
    public Response look(
            @PathParam("language") String code,
            @PathParam("id") String id,
            @QueryParam("gjort") @DefaultValue("") String done,
            @Context SecurityContext context) {
        return Inside.page(context, code, around -> page(around, id, "", message(done, around.language())));
    }

    @POST
    @Needs(Task.REQUESTS)
    public Response register(
            @PathParam("language") String code,
            @PathParam("id") String id,
            @FormParam("inkom") @DefaultValue("") String received,
            @FormParam("satt") @DefaultValue("") String channel,
            @FormParam("ord") @DefaultValue("") String words,
            @FormParam("handling") @DefaultValue("") String document,
            @FormParam("delgiven") @DefaultValue("") String informed,
            @FormParam("anda") @DefaultValue("") String excuse,
            @Context SecurityContext context) {
        return Inside.answer(context, code, around -> {
            Optional<Instant> at =
                    Typed.minute(received, around.archive().config().archive().zone());
            Optional<LocalDate> day = Typed.day(informed);
            Optional<AppealChannel> by = AppealChannel.ofWord(channel).filter(each -> each != AppealChannel.WEB);
            if (at.isEmpty() || by.isEmpty() || (day.isEmpty() && !informed.isBlank())) {
                return again(
                        around,
                        id,
                        new Wording(
                                "Skriv tiden som 2026-11-27 15:30, dagen som 2026-11-20, och välj hur det kom.",
                                "Write the time as 2026-11-27 15:30, the day as 2026-11-20, and choose how it came."));
            }
            Appeals.Arrived arrived =
                    new Appeals.Arrived(at.get(), by.get(), words, document, day, Appeal.excuse(excuse));
            return answer(around, id, "registrerat", appeals -> appeals.came(id, arrived));
        });
    }

    @POST
    @Path("{act: [0-9]{1,18}}/hantera")
    @Needs(Task.DECIDE)
    public Response handle(
            @PathParam("language") String code,
            @PathParam("id") String id,
            @PathParam("act") long act,
            @FormParam("utgang") @DefaultValue("") String outcome,
            @FormParam("skal") @DefaultValue("") String reason,
            @Context SecurityContext context) {
        return Inside.answer(
                context,
                code,
                around -> answer(around, id, "hanterat", appeals -> appeals.handle(id, act, outcome, reason)));
    }

    @POST
    @Path("{act: [0-9]{1,18}}/dom")
    @Needs(Task.REQUESTS)
    public Response judged(
            @PathParam("language") String code,
            @PathParam("id") String id,
            @PathParam("act") long act,
            @FormParam("utgang") @DefaultValue("") String outcome,
            @FormParam("skal") @DefaultValue("") String reason,
            @Context SecurityContext context) {
        return Inside.answer(
                context,
                code,
                around -> answer(around, id, "dom", appeals -> appeals.judged(id, act, outcome, reason)));
    }

    /** Everything for the court in one file. That it leaves is an act, committed before the first byte does. */
    @POST
    @Path("{act: [0-9]{1,18}}/paket")
    @Needs(Task.REQUESTS)
    public Response fetch(
            @PathParam("language") String code,
            @PathParam("id") String id,
            @PathParam("act") long act,
            @Context SecurityContext context) {
        return Inside.answer(context, code, around -> switch (new CourtPackage(around.archive()).make(id, act)) {
            case CourtPackage.Made.Unknown() -> throw new NotFoundException();
            case CourtPackage.Made.IsNot(Wording why) -> again(around, id, why);
            case CourtPackage.Made.Is made -> sent(made);
        });
    }

    private static Response sent(CourtPackage.Made.Is made) {
        StreamingOutput out = to -> {
            try (var content = made.content()) {
                content.transferTo(to);
            }
        };
        return Response.ok(out, "application/zip")
                .header(HttpHeaders.CONTENT_LENGTH, made.sizeBytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.named(made.name()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Response answer(Surround around, String id, String done, Function<Appeals, Answering.Outcome> work) {
        return switch (work.apply(new Appeals(RequestResource.answering(around)))) {
            case Answering.Outcome.Unknown() -> throw new NotFoundException();
            case Answering.Outcome.Refused(Wording why) -> again(around, id, why);
            case Answering.Outcome.Done(long _) ->
                Replies.to(around.language(), "/begaran/" + id + "/overklaganden?gjort=" + done);
        };
    }

    private static AppealsPage page(Surround around, String id, String problem, String message) {
        return AppealsPage.of(
                around,
                RequestResource.known(around, id),
                new Appeals(RequestResource.answering(around)),
                problem,
                message);
    }

    private static Response again(Surround around, String id, Wording why) {
        Language l = around.language();
        String problem = l.say(why.swedish(), why.english()) + " " + l.say("Inget är ändrat.", "Nothing was changed.");
        return Replies.page(Response.Status.BAD_REQUEST, l, Pages.html(page(around, id, problem, "")));
    }

    private static String message(String done, Language l) {
        return switch (done) {
            case "registrerat" -> l.say("Överklagandet är registrerat.", "The appeal is registered.");
            case "hanterat" -> l.say("Det är antecknat.", "That is noted.");
            case "dom" -> l.say("Domen är antecknad.", "The judgment is noted.");
            default -> "";
        };
    }
}
