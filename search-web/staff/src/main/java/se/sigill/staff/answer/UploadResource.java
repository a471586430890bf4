package se.sigill.staff.answer;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.sigill.staff.archive.RunningArchive;
import se.sigill.staff.archive.Token;
import se.sigill.staff.gate.Needs;
import se.sigill.staff.gate.Task;
import se.sigill.staff.gate.Visitors;
import se.sigill.staff.intake.Uploads;
import se.sigill.staff.reply.Problems;

/**
 * Files in pieces, which go on where a connection broke: the core of the tus protocol 1.0.0 with its creation
 * extension, for the page's own script. Every file is put into a basket; the form then hands the basket in.
 */
@Path("uppladdning")
public final class UploadResource {
    private static final String VERSION = "1.0.0";
    private static final Pattern FILE_NAME = Pattern.compile("(?:^|,) *filename ([A-Za-z0-9+/=]{1,6000})");

    private static Response.ResponseBuilder tus(Response.StatusType status) {
        return Response.status(status).header("Tus-Resumable", VERSION).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** Reserves a place. @param basket of an earlier file of the same delivery; empty for the first */
    @POST
    @Needs(Task.DELIVER)
    public Response create(
            @HeaderParam("Upload-Length") @DefaultValue("") String length,
            @HeaderParam("Upload-Metadata") @DefaultValue("") String metadata,
            @HeaderParam("Upload-Basket") @DefaultValue("") String basket,
            @Context SecurityContext context)
            throws IOException {
        Optional<Uploads> uploads = uploads();
        Optional<String> name = name(metadata);
        if (uploads.isEmpty()) {
            return Problems.problem(Response.Status.SERVICE_UNAVAILABLE, "The archive is not open.");
        }
        if (!length.matches("[0-9]{1,15}") || name.isEmpty()) {
            return Problems.problem(
                    Response.Status.BAD_REQUEST,
                    "Upload-Length is a number, Upload-Metadata has a filename in base64.");
        }
        String account = Visitors.person(context).getName();
        Optional<Uploads.Basket> into = basket.isEmpty()
                ? Optional.of(uploads.get().begin(account))
                : uploads.get().find(basket, account);
        if (into.isEmpty()) {
            return Problems.problem(Response.Status.NOT_FOUND, "There is no such basket.");
        }
        int number = into.get().reserve(name.get(), Long.parseLong(length));
        return tus(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/uppladdning/" + into.get().id() + "/" + number)
                .header("Upload-Basket", into.get().id())
                .build();
    }

    private static Optional<String> name(String metadata) {
        Matcher matcher = FILE_NAME.matcher(metadata);
        try {
            return matcher.find()
                    ? Optional.of(new String(Base64.getDecoder().decode(matcher.group(1)), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** How much of it is here. */
    @HEAD
    @Path("{basket}/{number: [0-9]{1,5}}")
    @Needs(Task.DELIVER)
    public Response offset(
            @PathParam("basket") String basket, @PathParam("number") int number, @Context SecurityContext context)
            throws IOException {
        Optional<Uploads.Piece> piece = piece(basket, number, context);
        return piece.isEmpty()
                ? tus(Response.Status.NOT_FOUND).build()
                : tus(Response.Status.OK)
                        .header("Upload-Offset", piece.get().offset())
                        .header("Upload-Length", piece.get().length())
                        .build();
    }

    /** The next piece. What came of a piece before the connection broke is kept. */
    @PATCH
    @Path("{basket}/{number: [0-9]{1,5}}")
    @Consumes("application/offset+octet-stream")
    @Needs(Task.DELIVER)
    public Response append(
            @PathParam("basket") String basket,
            @PathParam("number") int number,
            @HeaderParam("Upload-Offset") @DefaultValue("") String offset,
            InputStream bytes,
            @Context SecurityContext context)
            throws IOException {
        Optional<Uploads.Piece> piece = piece(basket, number, context);
        if (piece.isEmpty()) {
            return Problems.problem(Response.Status.NOT_FOUND, "There is no such file on its way.");
        }
        if (!offset.equals(Long.toString(piece.get().offset()))) {
            return Problems.problem(
                    Response.Status.CONFLICT,
                    "The file goes on at " + piece.get().offset() + ".");
        }
        return tus(Response.Status.NO_CONTENT)
                .header("Upload-Offset", piece.get().append(bytes))
                .build();
    }

    private static Optional<Uploads.Piece> piece(String basket, int number, SecurityContext context)
            throws IOException {
        Optional<Uploads> uploads = uploads();
        if (uploads.isEmpty()) {
            return Optional.empty();
        }
        Optional<Uploads.Basket> found =
                uploads.get().find(basket, Visitors.person(context).getName());
        return found.isEmpty() ? Optional.empty() : found.get().piece(number);
    }

    private static Optional<Uploads> uploads() {
        return RunningArchive.current().state() instanceof RunningArchive.State.Open(var archive, Token _)
                ? Optional.of(new Uploads(archive.home()))
                : Optional.empty();
    }
}
