package se.sigill.staff.answer;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import se.sigill.app.wiring.Holding;
import se.sigill.core.ArchiveException;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.look.Language;
import se.sigill.staff.gate.Needs;
import se.sigill.staff.gate.Task;
import se.sigill.staff.page.Surround;
import se.sigill.staff.reply.Replies;

/** A hold (gallringsspärr) is placed on a record, or lifted, from its page. */
@Path("{language: sv|en}/handling/{id}/sparr")
public final class HoldResource {
    @POST
    @Needs(Task.HOLD)
    public Response decide(
            @PathParam("language") String code,
            @PathParam("id") String id,
            @FormParam("beslut") @DefaultValue("") String what,
            @FormParam("akt") @DefaultValue("") String act,
            @FormParam("skal") @DefaultValue("") String reason,
            @Context SecurityContext context) {
        return Inside.answer(context, code, around -> {
            CatalogueRecord entry = RecordResource.known(around, id);
            Language l = around.language();
            Holding holding = new Holding(around.archive());
            if (!holding.mayHold(entry)) {
                return AssessResource.notYours(around, entry);
            }
            if (reason.isBlank() || reason.length() > AssessResource.REASON_MAX) {
                return AssessResource.again(around, entry, AssessResource.sayWhy(l));
            }
            boolean lifts = what.equals("hav") && act.matches("[0-9]{1,18}");
            if (!lifts && !what.equals("satt")) {
                return AssessResource.again(
                        around,
                        entry,
                        l.say(
                                "Välj vad du beslutar. Inget är ändrat.",
                                "Choose what you decide. Nothing was changed."));
            }
            return lifts
                    ? lift(around, holding, entry, Long.parseLong(act), reason)
                    : placed(around, holding, entry, reason);
        });
    }

    private static Response placed(Surround around, Holding holding, CatalogueRecord entry, String reason) {
        var _ = holding.place(List.of(entry), reason);
        return done(around, entry, "sparr");
    }

    private static Response lift(Surround around, Holding holding, CatalogueRecord entry, long act, String reason) {
        try {
            var _ = holding.lift(List.of(entry), act, reason);
        } catch (ArchiveException.WrongUsage e) {
            return AssessResource.again(
                    around,
                    entry,
                    around.language()
                            .say(
                                    "Spärren gäller inte längre. Inget är ändrat.",
                                    "The hold no longer stands. Nothing was changed."));
        }
        return done(around, entry, "sparr-havd");
    }

    private static Response done(Surround around, CatalogueRecord entry, String what) {
        return Replies.to(around.language(), "/handling/" + entry.id() + "?gjort=" + what);
    }
}
