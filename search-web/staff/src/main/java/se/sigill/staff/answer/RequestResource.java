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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import se.sigill.app.request.Answering;
import se.sigill.app.request.Candidates;
import se.sigill.app.request.LeftOut;
import se.sigill.app.request.Proposal;
import se.sigill.app.request.RequestBook;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.Outcome;
import se.sigill.core.request.Wording;
import se.sigill.look.Language;
import se.sigill.staff.gate.Needs;
import se.sigill.staff.gate.Task;
import se.sigill.staff.intake.Intake;
import se.sigill.staff.page.Pages;
import se.sigill.staff.page.RequestPage;
import se.sigill.staff.page.Surround;
import se.sigill.staff.reply.Replies;

/** One request, and what is done with it. Whose it is, and what may be decided, is asked again for each. */
@Path("{language: sv|en}/begaran/{id: [0-9a-z]{26}}")
public final class RequestResource {
    @GET
    @Needs(Task.REQUESTS)
    public Response look(
            @PathParam("language") String code,
            @PathParam("id") String id,
            @QueryParam("gjort") @DefaultValue("") String done,
            @Context SecurityContext context) {
        return Inside.page(
                context,
                code,
                around -> RequestPage.of(around, known(around, id), "", message(done, around.language())));
    }

    @POST
    @Path("ta")
    @Needs(Task.REQUESTS)
    public Response take(
            @PathParam("language") String code, @PathParam("id") String id, @Context SecurityContext context) {
        return answer(context, code, id, "tagen", answering -> answering.take(id));
    }

    @POST
    @Path("skriv")
    @Needs(Task.REQUESTS)
    public Response say(
            @PathParam("language") String code,
            @PathParam("id") String id,
            @FormParam("slag") @DefaultValue("") String kind,
            @FormParam("bestammelse") @DefaultValue("") String provision,
            @FormParam("text") @DefaultValue("") String text,
            @Context SecurityContext context) {
        return answer(context, code, id, "skrivet", answering -> answering.say(id, kind, provision, text));
    }

    /** Records that were found are put with the request, or one is taken away again. */
    @POST
    @Path("handlingar")
    @Needs(Task.REQUESTS)
    public Response gather(
            @PathParam("language") String code,
            @PathParam("id") String id,
            @FormParam("handlingar") @DefaultValue("") String typed,
            @FormParam("bort") @DefaultValue("") String away,
            @Context SecurityContext context) {
        return Inside.answer(context, code, around -> {
            RequestBook.Entry entry = known(around, id);
            Language l = around.language();
            Candidates candidates = new Candidates(around.archive());
            if (!away.isEmpty()) {
                candidates.remove(entry.request().id(), away);
                return Replies.to(l, "/begaran/" + id);
            }
            List<String> unknown = new ArrayList<>();
            boolean room = true;
            for (String each : RequestsResource.ids(around.archive(), typed, unknown)) {
                room &= candidates.add(entry.request().id(), new RecordId(each));
            }
            if (!room) {
                return again(
                        around,
                        entry,
                        l.say("Det är för många handlingar för en begäran.", "Too many records for one request."));
            }
            return unknown.isEmpty()
                    ? Replies.to(l, "/begaran/" + id + "#handlingar")
                    : again(
                            around,
                            entry,
                            l.say("Det finns ingen handling med numret ", "There is no record with the number ")
                                    + String.join(", ", unknown) + ".");
        });
    }

    @POST
    @Path("beslut")
    @Needs(Task.DECIDE)
    public Response decide(
            @PathParam("language") String code,
            @PathParam("id") String id,
            @FormParam("handling") @DefaultValue("") String of,
            @FormParam("utgang") @DefaultValue("") String outcome,
            @FormParam("utelamna") List<String> parts,
            @FormParam("sidor") @DefaultValue("") String pages,
            @FormParam("bestammelse") @DefaultValue("") String provision,
            @FormParam("skal") @DefaultValue("") String reason,
            @FormParam("inte-mindre") @DefaultValue("") String notLess,
            @FormParam("ensam") @DefaultValue("") String alone,
            @FormParam("sett") @DefaultValue("0") String seen,
            @Context SecurityContext context) {
        Optional<Outcome> chosen = Outcome.ofWord(outcome);
        if (chosen.isEmpty() || !seen.matches("[0-9]{1,18}")) {
            return answer(
                    context,
                    code,
                    id,
                    "",
                    _ -> new Answering.Outcome.Refused(
                            new Wording("Välj vad du beslutar.", "Choose what you decide.")));
        }
        // What is left out is asked for only where something is: ticks that stayed say nothing of a refusal.
        boolean inPart = chosen.get() == Outcome.PART;
        Optional<List<String>> typed = inPart ? LeftOut.typed(pages) : Optional.of(List.of());
        if (typed.isEmpty()) {
            return answer(
                    context,
                    code,
                    id,
                    "",
                    _ -> new Answering.Outcome.Refused(new Wording(
                            "Skriv sidorna som nummer, till exempel 3, 5-7.",
                            "Write the pages as numbers, such as 3, 5-7.")));
        }
        List<String> withheld = new ArrayList<>(inPart ? parts : List.of());
        withheld.removeIf(String::isBlank);
        withheld.addAll(typed.get());
        Proposal proposal = new Proposal(of, chosen.get(), withheld, provision.strip(), reason, notLess, alone);
        return decide(context, code, id, proposal, seen);
    }

    @POST
    @Path("granska")
    @Needs(Task.DECIDE)
    public Response countersign(
            @PathParam("language") String code,
            @PathParam("id") String id,
            @FormParam("akt") @DefaultValue("0") String act,
            @FormParam("svar") @DefaultValue("") String answer,
            @FormParam("skal") @DefaultValue("") String reason,
            @Context SecurityContext context) {
        long decision = act.matches("[0-9]{1,18}") ? Long.parseLong(act) : 0;
        return answer(
                context,
                code,
                id,
                "granskat",
                answering -> answer.equals("ja") || answer.equals("nej")
                        ? answering.countersign(id, decision, answer.equals("ja"), reason)
                        : new Answering.Outcome.Refused(new Wording("Välj ja eller nej.", "Choose yes or no.")));
    }

    @POST
    @Path("lamna-ut")
    @Needs(Task.REQUESTS)
    public Response handOut(
            @PathParam("language") String code,
            @PathParam("id") String id,
            @FormParam("webb") Set<String> web,
            @Context SecurityContext context) {
        return answer(context, code, id, "utlamnat", answering -> answering.handOut(id, web));
    }

    @POST
    @Path("avsluta")
    @Needs(Task.REQUESTS)
    public Response close(
            @PathParam("language") String code,
            @PathParam("id") String id,
            @FormParam("hur") @DefaultValue("answered") String how,
            @FormParam("skal") @DefaultValue("") String reason,
            @Context SecurityContext context) {
        return answer(context, code, id, "avslutad", answering -> answering.close(id, how, reason));
    }

    /** @param seen as the page says it */
    static Response decide(SecurityContext context, String code, String id, Proposal proposal, String seen) {
        long known = seen.matches("[0-9]{1,18}") ? Long.parseLong(seen) : 0;
        return answer(context, code, id, "beslut", answering -> answering.decide(id, proposal, known));
    }

    private static Response answer(
            SecurityContext context, String code, String id, String done, Function<Answering, Answering.Outcome> work) {
        return Inside.answer(context, code, around -> {
            return switch (work.apply(answering(around))) {
                case Answering.Outcome.Unknown() -> throw new NotFoundException();
                case Answering.Outcome.Refused(Wording why) ->
                    again(
                            around,
                            known(around, id),
                            around.language().say(why.swedish(), why.english()) + " "
                                    + around.language().say("Inget är ändrat.", "Nothing was changed."));
                case Answering.Outcome.Done(long _) ->
                    Replies.to(around.language(), "/begaran/" + id + "?gjort=" + done);
            };
        });
    }

    /** As the visitor, with whatever makes letters. */
    static Answering answering(Surround around) {
        Intake intake = Intake.of(around.archive());
        return new Answering(around.archive(), intake::letters, intake::copies);
    }

    static RequestBook.Entry known(Surround around, String id) {
        return new RequestBook(around.archive()).find(id).orElseThrow(NotFoundException::new);
    }

    private static Response again(Surround around, RequestBook.Entry entry, String problem) {
        return Replies.page(
                Response.Status.BAD_REQUEST, around.language(), Pages.html(RequestPage.of(around, entry, problem, "")));
    }

    private static String message(String done, Language l) {
        return switch (done) {
            case "tagen" -> l.say("Du svarar på begäran.", "You answer the request.");
            case "skrivet" -> l.say("Det är sagt till den som frågar.", "Who asks is told.");
            case "beslut" -> l.say("Beslutet är antecknat.", "The decision is noted.");
            case "granskat" -> l.say("Granskningen är antecknad.", "The review is noted.");
            case "utlamnat" ->
                l.say("Utlämnat. Med koden kan det hämtas nu.", "Handed out. By the code it can be fetched now.");
            case "avslutad" -> l.say("Begäran är avslutad.", "The request is closed.");
            default -> "";
        };
    }
}
