package se.sigill.staff.answer;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.Optional;
import se.sigill.app.incident.Incidents;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.request.Wording;
import se.sigill.look.Language;
import se.sigill.staff.gate.Needs;
import se.sigill.staff.gate.Task;
import se.sigill.staff.reply.Replies;

/** An incident of a record that was public, or got out in another way, is opened from its page. */
@Path("{language: sv|en}/handling/{id}/incident")
public final class RecordIncidentResource {
    @POST
    @Needs(Task.NOTE_INCIDENT)
    public Response open(
            @PathParam("language") String code,
            @PathParam("id") String id,
            @FormParam("kant") @DefaultValue("") String known,
            @FormParam("skal") @DefaultValue("") String what,
            @Context SecurityContext context) {
        return Inside.answer(context, code, around -> {
            CatalogueRecord record = RecordResource.known(around, id);
            Incidents incidents = new Incidents(around.archive());
            if (!incidents.mayNote(record)) {
                return AssessResource.notYours(around, record);
            }
            Optional<Instant> since = known.isBlank()
                    ? Optional.of(around.archive().clock().instant())
                    : Typed.minute(known, around.archive().config().archive().zone());
            Language l = around.language();
            if (since.isEmpty()) {
                return AssessResource.again(
                        around,
                        record,
                        l.say(
                                "Skriv tiden som 2026-11-27 15:30. Inget är ändrat.",
                                "Write the time as 2026-11-27 15:30. Nothing was changed."));
            }
            return switch (incidents.open(record, since.get(), what)) {
                case Incidents.Outcome.Refused(Wording why) ->
                    AssessResource.again(
                            around,
                            record,
                            l.say(why.swedish(), why.english()) + " "
                                    + l.say("Inget är ändrat.", "Nothing was changed."));
                case Incidents.Outcome.Done(long incident) ->
                    Replies.to(l, "/incidenter/" + incident + "?gjort=oppnad");
            };
        });
    }
}
