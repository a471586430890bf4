package se.sigill.staff.answer;

import jakarta.servlet.http.HttpServletRequest;
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
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import se.sigill.app.outward.ZoneHere;
import se.sigill.app.wiring.Adopting;
import se.sigill.app.wiring.GivenFile;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.ArchiveException;
import se.sigill.core.catalogue.AdoptedRules;
import se.sigill.look.Language;
import se.sigill.staff.gate.Needs;
import se.sigill.staff.gate.Task;
import se.sigill.staff.page.Pages;
import se.sigill.staff.page.PlanPage;
import se.sigill.staff.page.Surround;
import se.sigill.staff.reply.Replies;

/** The information plan: what is in force, what another would change, and bringing it into force. */
@Path("{language: sv|en}/plan")
public final class PlanResource {
    private static final int NAME_MAX = 100;

    @GET
    @Needs(Task.PLAN)
    public Response plan(
            @PathParam("language") String code,
            @QueryParam("gjort") @DefaultValue("") String done,
            @Context SecurityContext context) {
        Language l = Inside.language(code);
        String message = done.equals("plan")
                ? l.say("Planen gäller nu.", "The plan is in force now.")
                : done.equals("plan-ute")
                        ? l.say(
                                "Planen gäller, men den öppna zonen har inte svarat: det den stänger kan fortfarande"
                                        + " synas"
                                        + " där.",
                                "The plan is in force, but the open zone has not answered: what it closes may still be"
                                        + " visible there.")
                        : "";
        return Inside.page(context, code, around -> page(around, context, Optional.empty(), message));
    }

    private static PlanPage page(
            Surround around, SecurityContext context, Optional<PlanPage.Preview> preview, String message) {
        return PlanPage.of(around, Inside.may(context, Task.ADOPT), preview, message);
    }

    /** Shows what the plan in a file would change. Changes nothing. */
    @POST
    @Path("forhandsvisning")
    @Needs(Task.ADOPT)
    public Response preview(
            @PathParam("language") String code, @Context HttpServletRequest request, @Context SecurityContext context) {
        return Inside.answer(context, code, around -> {
            Language l = around.language();
            String name;
            String version;
            Optional<byte[]> file;
            try {
                Form form = Form.of(request);
                try {
                    name = form.text("namn");
                    version = form.text("version");
                    file = form.file("fil", Adopting.DOCUMENT_BYTES_MAX);
                } finally {
                    form.delete();
                }
            } catch (IOException e) {
                throw new ArchiveException.StorageFailed("the file could not be read: send it again", e);
            }
            Optional<String> document = file.flatMap(GivenFile::utf8).map(String::strip);
            if (document.filter(text -> !text.isEmpty()).isEmpty()) {
                return Replies.page(
                        Response.Status.BAD_REQUEST,
                        l,
                        Pages.html(page(around, context, Optional.empty(), problem(file, document, l))));
            }
            PlanPage.Preview preview = PlanPage.preview(
                    around.archive(), name(name), version(around.archive(), version), document.get(), l);
            return Replies.page(l, Pages.html(page(around, context, Optional.of(preview), "")));
        });
    }

    private static String problem(Optional<byte[]> file, Optional<String> document, Language l) {
        if (file.isEmpty()) {
            return l.say(
                    "Filen är större än en plan får vara, 1 MB. Inget ändrades.",
                    "The file is larger than a plan may be, 1 MB. Nothing was changed.");
        }
        return document.isPresent()
                ? l.say("Välj en plan i CSV-format.", "Choose a plan in CSV format.")
                : l.say(
                        "Filen är inte text i UTF-8. Spara den som CSV UTF-8. Inget ändrades.",
                        "The file is no text in UTF-8. Save it as CSV UTF-8. Nothing was changed.");
    }

    private static String name(String name) {
        return name.isBlank() ? "sigill" : name.substring(0, Math.min(name.length(), NAME_MAX));
    }

    private static String version(OpenArchive archive, String version) {
        return version.isBlank()
                ? archive.today().toString()
                : version.substring(0, Math.min(version.length(), NAME_MAX));
    }

    /** Brings it into force. What it closes is taken away outside before the answer, or the answer says otherwise. */
    @POST
    @Needs(Task.ADOPT)
    public Response adopt(
            @PathParam("language") String code,
            @FormParam("namn") @DefaultValue("") String name,
            @FormParam("version") @DefaultValue("") String version,
            @FormParam("dokument") @DefaultValue("") String document,
            @Context SecurityContext context) {
        return Inside.answer(context, code, around -> {
            OpenArchive archive = around.archive();
            PlanPage.Preview preview = PlanPage.preview(
                    archive, name(name), version(archive, version), document.replace("\r\n", "\n"), around.language());
            if (preview.refused()) {
                return Replies.page(
                        Response.Status.BAD_REQUEST,
                        around.language(),
                        Pages.html(page(around, context, Optional.of(preview), "")));
            }
            archive.archive()
                    .decide(List.of(new Adopting(archive)
                            .act(AdoptedRules.PLAN, preview.name(), preview.version(), preview.document())));
            archive.catchUp();
            return Replies.to(around.language(), "/plan?gjort=" + (outsideToo(archive) ? "plan" : "plan-ute"));
        });
    }

    private static boolean outsideToo(OpenArchive archive) {
        ZoneHere zone = ZoneHere.of(archive);
        try {
            return !zone.isInUse() || zone.tell().applied();
        } catch (ArchiveException.StorageFailed e) {
            return false;
        }
    }
}
