package se.sigill.staff.answer;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.OptionalLong;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.look.Language;
import se.sigill.staff.gate.Needs;
import se.sigill.staff.gate.Task;
import se.sigill.staff.page.Pages;
import se.sigill.staff.page.RecordPage;
import se.sigill.staff.page.Surround;
import se.sigill.staff.reply.Replies;

/** Records. Whether there is none or it is not the visitor's to know, nobody can tell. */
@Path("{language: sv|en}/handling/{id}")
public final class RecordResource {
    private static final int PAGE_MAX = 1_000_000;

    @GET
    @Needs(Task.READ)
    public Response record(
            @PathParam("language") String code,
            @PathParam("id") String id,
            @QueryParam("del") @DefaultValue("") String part,
            @QueryParam("sida") @DefaultValue("") String page,
            @QueryParam("bild") @DefaultValue("1") String image,
            @QueryParam("gjort") @DefaultValue("") String done,
            @Context SecurityContext context) {
        Language l = Inside.language(code);
        return Inside.page(
                context,
                code,
                around -> RecordPage.of(
                        around,
                        known(around, id),
                        new RecordPage.Reading(part, number(page), number(image), OptionalLong.empty()),
                        AssessResource.message(done, l)));
    }

    /** Reads what is guarded: the act that somebody did is committed before the first word leaves. */
    @POST
    @Path("visa")
    @Needs(Task.READ)
    public Response read(
            @PathParam("language") String code,
            @PathParam("id") String id,
            @QueryParam("del") @DefaultValue("") String part,
            @QueryParam("sida") @DefaultValue("") String page,
            @QueryParam("bild") @DefaultValue("1") String image,
            @Context SecurityContext context) {
        return Inside.answer(context, code, around -> {
            CatalogueRecord entry = readable(around.archive(), id);
            OptionalLong act = Looking.noteText(around.archive(), entry);
            RecordPage.Reading reading = new RecordPage.Reading(part, number(page), number(image), act);
            RecordPage shown = RecordPage.of(around, entry, reading, "");
            return Replies.page(around.language(), Pages.html(shown));
        });
    }

    static CatalogueRecord known(Surround around, String id) {
        return around.archive().find(id).orElseThrow(NotFoundException::new);
    }

    static CatalogueRecord readable(OpenArchive archive, String id) {
        return archive.find(id)
                .filter(entry -> archive.sight().rights(entry).content())
                .orElseThrow(NotFoundException::new);
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,6}") ? Math.min(Integer.parseInt(text), PAGE_MAX) : 0;
    }
}
