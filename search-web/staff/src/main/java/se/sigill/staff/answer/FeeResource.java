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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import se.sigill.app.request.Answering;
import se.sigill.app.request.Fees;
import se.sigill.app.request.RequestBook;
import se.sigill.core.request.CopyForm;
import se.sigill.core.request.CopyOrder;
import se.sigill.core.request.ExemptGroup;
import se.sigill.core.request.Wording;
import se.sigill.look.Language;
import se.sigill.staff.gate.Needs;
import se.sigill.staff.gate.Task;
import se.sigill.staff.page.FeePage;
import se.sigill.staff.page.Pages;
import se.sigill.staff.page.Surround;
import se.sigill.staff.reply.Replies;

/** What the copies of a request cost. */
@Path("{language: sv|en}/begaran/{id: [0-9a-z]{26}}/avgift")
public final class FeeResource {
    @GET
    @Needs(Task.REQUESTS)
    public Response look(
            @PathParam("language") String code,
            @PathParam("id") String id,
            @QueryParam("gjort") @DefaultValue("") String done,
            @Context SecurityContext context) {
        return Inside.page(
                context, code, around -> page(around, id, usual(around, id), "", message(done, around.language())));
    }

    /** Computes, or tells the fee to who asks. */
    @POST
    @Needs(Task.REQUESTS)
    public Response quote(
            @PathParam("language") String code,
            @PathParam("id") String id,
            @FormParam("form") @DefaultValue("") String form,
            @FormParam("format") @DefaultValue("") String format,
            @FormParam("sidor") @DefaultValue("") String pages,
            @FormParam("post") @DefaultValue("") String posted,
            @FormParam("grupp") @DefaultValue("") String group,
            @FormParam("gor") @DefaultValue("") String what,
            @Context SecurityContext context) {
        return Inside.answer(context, code, around -> {
            Optional<CopyForm> chosen = Arrays.stream(CopyForm.values())
                    .filter(each -> each.code().equals(form))
                    .findFirst();
            long count = Typed.number(pages);
            if (chosen.isEmpty() || count < 0 || count > CopyOrder.Part.COUNT_MAX || format.length() > 40) {
                return again(
                        around,
                        id,
                        usual(around, id),
                        new Wording("Välj form och ange antal sidor.", "Choose a form and give the number of pages."));
            }
            Fees.Order order =
                    new Fees.Order(chosen.get(), format.strip(), (int) count, posted.equals("ja"), group(group));
            return what.equals("sag")
                    ? told(around, id, order)
                    : Replies.page(around.language(), Pages.html(page(around, id, order, "", "")));
        });
    }

    private static Response told(Surround around, String id, Fees.Order order) {
        return switch (fees(around).quote(id, order)) {
            case Answering.Outcome.Unknown() -> throw new NotFoundException();
            case Answering.Outcome.Refused(Wording why) -> again(around, id, order, why);
            case Answering.Outcome.Done(long _) ->
                Replies.to(around.language(), "/begaran/" + id + "/avgift?gjort=sagt");
        };
    }

    @POST
    @Path("{act: [0-9]{1,18}}")
    @Needs(Task.REQUESTS)
    public Response settle(
            @PathParam("language") String code,
            @PathParam("id") String id,
            @PathParam("act") long act,
            @FormParam("hur") @DefaultValue("") String how,
            @FormParam("skal") @DefaultValue("") String reason,
            @Context SecurityContext context) {
        return Inside.answer(context, code, around -> switch (fees(around).settle(id, act, how, reason)) {
            case Answering.Outcome.Unknown() -> throw new NotFoundException();
            case Answering.Outcome.Refused(Wording why) -> again(around, id, usual(around, id), why);
            case Answering.Outcome.Done(long _) ->
                Replies.to(around.language(), "/begaran/" + id + "/avgift?gjort=antecknat");
        });
    }

    /** As who asked wants it, with the pages that the text tells of. */
    private static Fees.Order usual(Surround around, String id) {
        RequestBook.Entry entry = RequestResource.known(around, id);
        CopyForm form =
                switch (entry.request().asked().form()) {
                    case "e-mail" -> CopyForm.EMAIL;
                    case "paper" -> CopyForm.PAPER;
                    case "on-site" -> CopyForm.ON_SITE;
                    default -> CopyForm.DOWNLOAD;
                };
        boolean paper = form == CopyForm.PAPER;
        return new Fees.Order(form, paper ? "A4" : "", fees(around).pages(entry), paper, Optional.empty());
    }

    private static Optional<ExemptGroup> group(String word) {
        return Arrays.stream(ExemptGroup.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    private static Fees fees(Surround around) {
        return new Fees(RequestResource.answering(around));
    }

    private static FeePage page(Surround around, String id, Fees.Order order, String problem, String message) {
        return FeePage.of(around, RequestResource.known(around, id), fees(around), order, problem, message);
    }

    private static Response again(Surround around, String id, Fees.Order order, Wording why) {
        Language l = around.language();
        String problem = l.say(why.swedish(), why.english()) + " " + l.say("Inget är ändrat.", "Nothing was changed.");
        return Replies.page(Response.Status.BAD_REQUEST, l, Pages.html(page(around, id, order, problem, "")));
    }

    private static String message(String done, Language l) {
        return switch (done) {
            case "sagt" -> l.say("Avgiften är sagd till den som frågar.", "Who asks is told of the fee.");
            case "antecknat" -> l.say("Det är antecknat.", "That is noted.");
            default -> "";
        };
    }
}
