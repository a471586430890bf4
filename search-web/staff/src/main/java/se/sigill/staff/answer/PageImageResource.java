package se.sigill.staff.answer;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import se.sigill.app.pages.PageViews;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.record.FileFact;
import se.sigill.look.Language;
import se.sigill.staff.gate.Needs;
import se.sigill.staff.gate.Task;
import se.sigill.staff.intake.Intake;
import se.sigill.staff.page.ImageWords;
import se.sigill.staff.page.Surround;

/** How a page of a file looks, drawn inside: what is sent is an image of our own making and never the file. */
@Path("{language: sv|en}/handling/{id}/filer/{index: [0-9]{1,4}}/sidor/{number: [1-9][0-9]{0,5}}/bild")
public final class PageImageResource {
    private static final int PNG = 0x89;

    /** @param act the look that the image belongs to, if its page noted one; else the image is a look of its own */
    @GET
    @Needs(Task.READ)
    public Response image(
            @PathParam("language") String code,
            @PathParam("id") String id,
            @PathParam("index") int index,
            @PathParam("number") int number,
            @QueryParam("akt") @DefaultValue("") String act,
            @Context SecurityContext context) {
        return Inside.answer(context, code, around -> {
            CatalogueRecord entry = RecordResource.readable(around.archive(), id);
            List<FileFact> files = entry.description().files();
            if (index >= files.size()) {
                throw new NotFoundException();
            }
            boolean noted = act.matches("[0-9]{1,18}") && Looking.isNoted(around.archive(), entry, Long.parseLong(act));
            if (!noted) {
                var _ = Looking.note(around.archive(), entry, files.get(index).path());
            }
            return image(around, entry, files.get(index), number);
        });
    }

    private static Response image(Surround around, CatalogueRecord entry, FileFact file, int number) {
        Language l = around.language();
        PageViews.View view = PageViews.of(around.archive())
                .view(
                        entry.description(),
                        file,
                        number,
                        Intake.of(around.archive()).images());
        return switch (view) {
            case PageViews.View.Image(java.nio.file.Path image) -> drawn(image, l);
            case PageViews.View.NoSuchPage() -> throw new NotFoundException();
            case PageViews.View.CannotBeDrawn() -> words(Response.Status.NOT_FOUND, ImageWords.cannotBeDrawn(l));
            case PageViews.View.NotNow(String why) ->
                words(Response.Status.SERVICE_UNAVAILABLE, ImageWords.notNow(why, l));
        };
    }

    private static Response drawn(java.nio.file.Path image, Language l) {
        try {
            byte[] bytes = Files.readAllBytes(image);
            return answer(Response.ok(bytes, (bytes[0] & 0xff) == PNG ? "image/png" : "image/jpeg"));
        } catch (IOException e) {
            // A disposal has emptied the cache between the drawing and the reading.
            String again = l.say("ladda om sidan", "load the page again");
            return words(Response.Status.SERVICE_UNAVAILABLE, ImageWords.notNow(again, l));
        }
    }

    /** A browser shows an image also where it is an answer of refusal. */
    private static Response words(Response.Status status, String words) {
        return answer(Response.status(status).type("image/svg+xml").entity(ImageWords.svg(words)));
    }

    private static Response answer(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(SafeHeaders.POLICY_NAME, SafeHeaders.ALONE)
                .build();
    }
}
