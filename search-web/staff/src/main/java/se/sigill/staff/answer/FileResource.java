package se.sigill.staff.answer;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.List;
import se.sigill.core.ArchiveException;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.record.FileFact;
import se.sigill.look.Attachment;
import se.sigill.staff.gate.Needs;
import se.sigill.staff.gate.Task;

/** Files of records. */
@Path("fil/{id}/{index: [0-9]{1,4}}")
public final class FileResource {
    /** A file as it lies in the archive. A browser keeps it; it never opens in this site. */
    @GET
    @Needs(Task.READ)
    public Response file(@PathParam("id") String id, @PathParam("index") int index, @Context SecurityContext context) {
        return Inside.answer(context, "sv", around -> {
            CatalogueRecord entry = RecordResource.readable(around.archive(), id);
            List<FileFact> files = entry.description().files();
            if (index >= files.size()) {
                throw new NotFoundException();
            }
            FileFact file = files.get(index);
            var _ = Looking.note(around.archive(), entry, file.path());
            InputStream bytes = around.archive()
                    .archive()
                    .store()
                    .open(entry.id(), entry.newest().version(), file.path())
                    .orElseThrow(
                            () -> new ArchiveException.Damaged("record " + id + " has lost a file; run sigill check"));
            StreamingOutput out = to -> {
                try (bytes) {
                    bytes.transferTo(to);
                }
            };
            return Response.ok(out, "application/octet-stream")
                    .header(HttpHeaders.CONTENT_LENGTH, file.sizeBytes())
                    .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.named(file.name()))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        });
    }
}
