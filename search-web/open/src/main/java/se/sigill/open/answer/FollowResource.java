package se.sigill.open.answer;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import se.sigill.core.inbox.AskedLetter;
import se.sigill.look.Attachment;
import se.sigill.look.Language;
import se.sigill.open.ask.FollowDesk;
import se.sigill.open.ask.Sent;
import se.sigill.open.page.BoxPage;
import se.sigill.open.page.CodePage;
import se.sigill.open.page.Pages;
import se.sigill.open.page.PlainPage;
import se.sigill.open.page.Surround;

/** Following what was asked for. The code comes in bodies alone, and stands in no address and no header. */
@Path("{language: sv|en}/folj")
public final class FollowResource {
    private final PublicZone zone;

    public FollowResource() {
        this.zone = PublicZone.current();
    }

    @GET
    public Response form(@PathParam("language") String code) {
        Language l = language(code);
        return Forms.page(Response.Status.OK, l, Pages.html(CodePage.empty(zone.around(l))));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response look(@PathParam("language") String code, @Context HttpHeaders headers, InputStream body) {
        Surround around = zone.around(language(code));
        return Forms.read(headers, body, around, sent -> shown(around, found(sent)));
    }

    @POST
    @Path("svar")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response reply(@PathParam("language") String code, @Context HttpHeaders headers, InputStream body) {
        Surround around = zone.around(language(code));
        return Forms.read(headers, body, around, sent -> switch (found(sent)) {
            case FollowDesk.Found.Here here -> reply(around, here, sent);
            case FollowDesk.Found other -> shown(around, other);
        });
    }

    private Response reply(Surround around, FollowDesk.Found.Here here, Sent sent) {
        String words = sent.first("ord");
        AskedLetter.Wish wish = FollowDesk.wish(sent.first("onskan"));
        FollowDesk.Replied replied = wish == AskedLetter.Wish.ACCEPT_RESERVATION
                ? zone.followDesk().accept(here, sent.first("villkor"))
                : zone.followDesk().reply(here, words, wish);
        Response.Status status =
                switch (replied) {
                    case LAID -> Response.Status.OK;
                    case NO_WORDS, TOO_LONG -> Response.Status.BAD_REQUEST;
                    case CHANGED -> Response.Status.CONFLICT;
                    case CLOSED -> Response.Status.SERVICE_UNAVAILABLE;
                };
        return Forms.page(status, around.language(), Pages.html(BoxPage.of(around, here, replied, words)));
    }

    /** A file as it was released. It is given to be kept, never shown in the pages' own origin. */
    @POST
    @Path("fil")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response file(@PathParam("language") String code, @Context HttpHeaders headers, InputStream body) {
        Surround around = zone.around(language(code));
        if (around.atTerminal()) {
            return zone.notKeptHere(around.language());
        }
        return Forms.read(headers, body, around, sent -> switch (found(sent)) {
            case FollowDesk.Found.Here here ->
                zone.followDesk()
                        .file(here, sent.first("fil"))
                        .map(FollowResource::handedOut)
                        .orElseGet(() -> Forms.page(
                                Response.Status.NOT_FOUND, around.language(), Pages.html(PlainPage.noFile(around))));
            case FollowDesk.Found other -> shown(around, other);
        });
    }

    private static Response handedOut(FollowDesk.Handout handout) {
        StreamingOutput content = out -> give(handout.content(), out);
        return Response.ok(content, handout.type())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_LENGTH, handout.file().sizeBytes())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        Attachment.named(handout.file().name()))
                .build();
    }

    /** What breaks off is shorter than its header says, so that no browser takes it for whole. */
    private static void give(InputStream content, OutputStream out) throws IOException {
        try (content) {
            content.transferTo(out);
        } catch (IOException e) {
            // Neither the box nor who asked for it is named.
            throw new IOException("a file broke off: " + e.getClass().getSimpleName());
        }
    }

    private FollowDesk.Found found(Sent sent) {
        return zone.followDesk().look(sent.first("kod"));
    }

    private static Response shown(Surround around, FollowDesk.Found found) {
        Language l = around.language();
        return switch (found) {
            case FollowDesk.Found.NoCode no ->
                Forms.page(Response.Status.BAD_REQUEST, l, Pages.html(CodePage.of(around, no)));
            case FollowDesk.Found.Nothing nothing ->
                Forms.page(Response.Status.OK, l, Pages.html(CodePage.of(around, nothing)));
            case FollowDesk.Found.Damaged damaged ->
                Forms.page(Response.Status.INTERNAL_SERVER_ERROR, l, Pages.html(CodePage.of(around, damaged)));
            case FollowDesk.Found.Here here -> Forms.page(Response.Status.OK, l, Pages.html(BoxPage.of(around, here)));
        };
    }

    private static Language language(String code) {
        return Language.ofCode(code).orElse(Language.SV);
    }
}
