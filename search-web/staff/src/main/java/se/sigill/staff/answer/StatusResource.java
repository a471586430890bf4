package se.sigill.staff.answer;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import se.sigill.app.serve.Addresses;
import se.sigill.app.wiring.ArchiveStatus;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.json.JsonWriter;
import se.sigill.staff.archive.RunningArchive;
import se.sigill.staff.archive.Token;
import se.sigill.staff.gate.Needs;
import se.sigill.staff.gate.Task;
import se.sigill.staff.reply.Problems;

/** {@code GET /api/status}: what {@code sigill status --json} prints. */
@Path("api/status")
public final class StatusResource {
    private final RunningArchive running;

    public StatusResource() {
        this.running = RunningArchive.current();
    }

    @GET
    @Needs(Task.OPERATE)
    @Produces(MediaType.APPLICATION_JSON)
    public Response status() {
        return switch (running.state()) {
            case RunningArchive.State.Open(OpenArchive archive, Token _) -> {
                Addresses served = Addresses.of(archive.home(), archive.config());
                ArchiveStatus status = ArchiveStatus.of(archive, served.staff(), served.open());
                yield Response.ok(JsonWriter.compact(status.toJson()))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build();
            }
            case RunningArchive.State.Waiting _, RunningArchive.State.Failed _ ->
                Problems.problem(Response.Status.SERVICE_UNAVAILABLE, "The archive is not open.");
        };
    }
}
