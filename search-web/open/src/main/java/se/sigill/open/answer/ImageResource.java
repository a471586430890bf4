package se.sigill.open.answer;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import se.sigill.core.fact.PublicRecord;

/** Images of first pages. They were drawn inside, by an engine: nothing of a document's own bytes is in them. */
@Path("bild/{id}")
public final class ImageResource {
    private static final int PNG = 0x89;

    private final PublicZone zone;

    public ImageResource() {
        this.zone = PublicZone.current();
    }

    @GET
    public Response image(@PathParam("id") String id, @HeaderParam("If-None-Match") @Nullable String known)
            throws IOException {
        if (!(zone.zone().find(id).orElseThrow(NotFoundException::new) instanceof PublicRecord record)) {
            throw new NotFoundException();
        }
        String tag = "\"" + record.image() + "\"";
        byte[] bytes = bytes(zone.zone().image(record).orElseThrow(NotFoundException::new));
        Response.ResponseBuilder answer = tag.equals(known)
                ? Response.notModified()
                : Response.ok(bytes, (bytes[0] & 0xff) == PNG ? "image/png" : "image/jpeg");
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    /** Between the entry and its bytes it may have been taken away. */
    private static byte[] bytes(java.nio.file.Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new NotFoundException(e);
        }
    }
}
