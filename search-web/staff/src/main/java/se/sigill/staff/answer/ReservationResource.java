package se.sigill.staff.answer;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import se.sigill.app.request.Proposal;
import se.sigill.staff.gate.Needs;
import se.sigill.staff.gate.Task;

/** A record is handed out with a reservation (förbehåll, OSL 10 kap. 14 §). */
@Path("{language: sv|en}/begaran/{id: [0-9a-z]{26}}/forbehall")
public final class ReservationResource {
    @POST
    @Needs(Task.DECIDE)
    public Response reserve(
            @PathParam("language") String code,
            @PathParam("id") String id,
            @FormParam("handling") @DefaultValue("") String of,
            @FormParam("bestammelse") @DefaultValue("") String provision,
            @FormParam("forbehall") @DefaultValue("") String conditions,
            @FormParam("skal") @DefaultValue("") String reason,
            @FormParam("ensam") @DefaultValue("") String alone,
            @FormParam("sett") @DefaultValue("0") String seen,
            @Context SecurityContext context) {
        Proposal proposal = Proposal.reserving(of, provision.strip(), reason, conditions, alone);
        return RequestResource.decide(context, code, id, proposal, seen);
    }
}
