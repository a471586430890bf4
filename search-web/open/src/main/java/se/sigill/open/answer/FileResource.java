package se.sigill.open.answer;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.sigill.core.fact.PublicFile;
import se.sigill.core.fact.PublicRecord;
import se.sigill.core.proof.FileProof;
import se.sigill.core.proof.ProofBundle;
import se.sigill.core.proof.ProofJson;
import se.sigill.look.Attachment;
import se.sigill.look.Language;

/**
 * Files as they were sealed, and their proofs. They are given to be kept, never shown in the pages' own origin:
 * whatever is in them, no browser runs it here.
 */
@Path("")
public final class FileResource {
    private final PublicZone zone;

    public FileResource() {
        this.zone = PublicZone.current();
    }

    private record Found(PublicRecord record, PublicFile file) {}

    /** The file whole, or one range of it (RFC 9110, 14). */
    @GET
    @Path("fil/{id}/{index: [0-9]{1,4}}/{name}")
    public Response file(
            @PathParam("id") String id,
            @PathParam("index") int index,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @HeaderParam("If-None-Match") @Nullable String known)
            throws IOException {
        if (Visit.current().isAtTerminal()) {
            return zone.notKeptHere(Language.SV);
        }
        Found found = found(id, index);
        java.nio.file.Path file = zone.zone().file(found.record(), found.file());
        String tag = "\"" + found.file().sha256() + "\"";
        if (tag.equals(known)) {
            return Response.notModified().header(HttpHeaders.ETAG, tag).build();
        }
        long size = size(file);
        boolean sameFile = ifRange == null || ifRange.equals(tag);
        Optional<ByteRange> wanted = range == null || !sameFile ? Optional.empty() : ByteRange.of(range, size);
        if (range != null && sameFile && ByteRange.isBeyond(range, size)) {
            return Response.status(Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header("Content-Range", "bytes */" + size)
                    .build();
        }
        ByteRange part = wanted.orElse(new ByteRange(0, size));
        Response.ResponseBuilder answer = Response.status(
                        wanted.isPresent() ? Response.Status.PARTIAL_CONTENT : Response.Status.OK)
                .type("application/octet-stream")
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.CONTENT_LENGTH, part.length())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        Attachment.named(found.file().name()))
                .entity(part.of(file));
        wanted.ifPresent(r ->
                answer.header("Content-Range", "bytes " + r.first() + "-" + (r.first() + r.length() - 1) + "/" + size));
        return answer.build();
    }

    /** The proof bundle of a file, as a zip: the file, and all that proves it. */
    @GET
    @Path("bevis/{id}/{index: [0-9]{1,4}}/bevis.zip")
    public Response proof(@PathParam("id") String id, @PathParam("index") int index) throws IOException {
        if (Visit.current().isAtTerminal()) {
            return zone.notKeptHere(Language.SV);
        }
        Found found = found(id, index);
        FileProof proof = ProofJson.read(bytes(zone.zone().proof(found.record(), found.file())))
                .orElseThrow(NotFoundException::new);
        java.nio.file.Path file = zone.zone().file(found.record(), found.file());
        size(file);
        String name = ProofBundle.isName(found.file().name()) ? found.file().name() : "file";
        StreamingOutput zip = out -> ProofBundle.writeZip(out, name, file, proof);
        return Response.ok(zip, "application/zip")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.named("bevis-" + id + "-" + index + ".zip"))
                .build();
    }

    private Found found(String id, int index) {
        if (zone.zone().find(id).orElseThrow(NotFoundException::new) instanceof PublicRecord record
                && index < record.files().size()) {
            return new Found(record, record.files().get(index));
        }
        throw new NotFoundException();
    }

    /** Between the entry and its bytes it may have been taken away. */
    private static long size(java.nio.file.Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            throw new NotFoundException(e);
        }
    }

    private static byte[] bytes(java.nio.file.Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new NotFoundException(e);
        }
    }
}
