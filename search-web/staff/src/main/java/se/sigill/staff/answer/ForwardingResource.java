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

/** The request is sent on to the authority that keeps what is asked for (TF 2 kap. 17 §). */
@Path("{language: sv|en}/begaran/{id: [0-9a-z]{26}}/vidare")
public final class ForwardingResource {
    @POST
    @Needs(Task.DECIDE)
    public Response sendOn(
            @PathParam("language") String code,
            @PathParam("id") String id,
            @FormParam("till") @DefaultValue("") String sentTo,
            @FormParam("nas") @DefaultValue("") String reached,
            @FormParam("skal") @DefaultValue("") String reason,
            @FormParam("sett") @DefaultValue("0") String seen,
            @Context SecurityContext context) {
        return RequestResource.decide(context, code, id, Proposal.sendingOn(sentTo, reached, reason), seen);
    }
}
