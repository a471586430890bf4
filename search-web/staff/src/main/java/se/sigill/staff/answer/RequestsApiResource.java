package se.sigill.staff.answer;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.function.Function;
import se.sigill.app.request.RequestDesk;
import se.sigill.core.json.JsonWriter;
import se.sigill.staff.gate.Needs;
import se.sigill.staff.gate.Task;
import se.sigill.staff.intake.Intake;

/**
 * Requests for programs of whoever has logged in: what the pages do, with the record types that {@code sigill request
 * --json} prints. The token is let to none of it: a system that delivers answers no requests.
 */
@Path("api/requests")
public final class RequestsApiResource {
    private static Response answer(SecurityContext context, Function<RequestAnswers, RequestAnswers.Answer> work) {
        return ApiResource.answer(context, (archive, _) -> {
            RequestAnswers.Answer answer = work.apply(new RequestAnswers(
                    new RequestDesk(archive, () -> Intake.of(archive).letters(), () -> Intake.of(archive)
                            .copies())));
            return Response.status(answer.status())
                    .type(answer.isProblem() ? "application/problem+json" : MediaType.APPLICATION_JSON)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .entity(JsonWriter.compact(answer.json()))
                    .build();
        });
    }

    @GET
    @Needs(Task.REQUESTS)
    public Response open(@Context SecurityContext context) {
        return answer(context, RequestAnswers::open);
    }

    /** One that came in another way than by the web. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Task.REQUESTS)
    public Response register(String body, @Context SecurityContext context) {
        return answer(context, requests -> requests.register(body));
    }

    @GET
    @Path("{id}")
    @Needs(Task.REQUESTS)
    public Response show(@PathParam("id") String named, @Context SecurityContext context) {
        return answer(context, requests -> requests.show(named));
    }

    @POST
    @Path("{id}/take")
    @Needs(Task.REQUESTS)
    public Response take(@PathParam("id") String named, @Context SecurityContext context) {
        return answer(context, requests -> requests.take(named));
    }

    @POST
    @Path("{id}/say")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Task.REQUESTS)
    public Response say(@PathParam("id") String named, String body, @Context SecurityContext context) {
        return answer(context, requests -> requests.say(named, body));
    }

    @POST
    @Path("{id}/records")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Task.REQUESTS)
    public Response gather(@PathParam("id") String named, String body, @Context SecurityContext context) {
        return answer(context, requests -> requests.gather(named, body));
    }

    @POST
    @Path("{id}/decide")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Task.DECIDE)
    public Response decide(@PathParam("id") String named, String body, @Context SecurityContext context) {
        return answer(context, requests -> requests.decide(named, body));
    }

    @POST
    @Path("{id}/countersign")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Task.DECIDE)
    public Response countersign(@PathParam("id") String named, String body, @Context SecurityContext context) {
        return answer(context, requests -> requests.countersign(named, body));
    }

    @POST
    @Path("{id}/release")
    @Needs(Task.REQUESTS)
    public Response release(@PathParam("id") String named, String body, @Context SecurityContext context) {
        return answer(context, requests -> requests.release(named, body));
    }

    @POST
    @Path("{id}/close")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Task.REQUESTS)
    public Response close(@PathParam("id") String named, String body, @Context SecurityContext context) {
        return answer(context, requests -> requests.close(named, body));
    }
}
