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
import java.util.Optional;
import se.sigill.app.incident.Incidents;
import se.sigill.core.incident.IncidentStep;
import se.sigill.core.request.Wording;
import se.sigill.look.Language;
import se.sigill.staff.gate.Needs;
import se.sigill.staff.gate.Task;
import se.sigill.staff.page.IncidentPage;
import se.sigill.staff.page.IncidentsPage;
import se.sigill.staff.page.Pages;
import se.sigill.staff.page.Surround;
import se.sigill.staff.reply.Replies;

/** Incidents, and what is done about them. */
@Path("{language: sv|en}/incidenter")
public final class IncidentResource {
    @GET
    @Needs(Task.INCIDENTS)
    public Response all(@PathParam("language") String code, @Context SecurityContext context) {
        return Inside.page(context, code, IncidentsPage::of);
    }

    @GET
    @Path("{act: [0-9]{1,18}}")
    @Needs(Task.INCIDENTS)
    public Response one(
            @PathParam("language") String code,
            @PathParam("act") long act,
            @QueryParam("gjort") @DefaultValue("") String done,
            @Context SecurityContext context) {
        return Inside.page(
                context,
                code,
                around -> IncidentPage.of(around, known(around, act), "", message(done, around.language())));
    }

    @POST
    @Path("{act: [0-9]{1,18}}")
    @Needs(Task.NOTE_INCIDENT)
    public Response note(
            @PathParam("language") String code,
            @PathParam("act") long act,
            @FormParam("slag") @DefaultValue("") String kind,
            @FormParam("text") @DefaultValue("") String text,
            @Context SecurityContext context) {
        return Inside.answer(context, code, around -> {
            Incidents.Entry entry = known(around, act);
            Optional<IncidentStep> step = IncidentStep.ofWord(kind);
            if (step.isEmpty()) {
                return again(around, entry, new Wording("Välj vad det är.", "Choose what it is."));
            }
            return switch (new Incidents(around.archive()).note(entry, step.get(), text)) {
                case Incidents.Outcome.Refused(Wording why) -> again(around, entry, why);
                case Incidents.Outcome.Done(long incident) ->
                    Replies.to(around.language(), "/incidenter/" + incident + "?gjort=antecknat");
            };
        });
    }

    private static Incidents.Entry known(Surround around, long act) {
        return new Incidents(around.archive()).find(act).orElseThrow(NotFoundException::new);
    }

    private static Response again(Surround around, Incidents.Entry entry, Wording why) {
        Language l = around.language();
        String problem = l.say(why.swedish(), why.english()) + " " + l.say("Inget är ändrat.", "Nothing was changed.");
        IncidentPage page = IncidentPage.of(around, entry, problem, "");
        return Replies.page(Response.Status.BAD_REQUEST, l, Pages.html(page));
    }

    private static String message(String done, Language l) {
        return switch (done) {
            case "tillbaka" ->
                l.say(
                        "Kopian är tillbaka: ingen kan hämta den längre. Incidenten är öppen.",
                        "The copy is taken back: nobody can fetch it any more. The incident is open.");
            case "tillbaka-ute" ->
                l.say(
                        "Beslutet står fast, men den öppna zonen har inte svarat: kopian kan fortfarande hämtas där."
                                + " Den tas bort så snart zonen svarar.",
                        "The decision stands, but the open zone has not answered: the copy may still be fetched there."
                                + " It is taken away as soon as the zone answers.");
            case "oppnad" -> l.say("Incidenten är öppen.", "The incident is open.");
            case "antecknat" -> l.say("Det är antecknat.", "That is noted.");
            default -> "";
        };
    }
}
