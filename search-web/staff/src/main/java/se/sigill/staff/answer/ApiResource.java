package se.sigill.staff.answer;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import se.sigill.app.wiring.GapWords;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.OpenGaps;
import se.sigill.app.wiring.Sight;
import se.sigill.app.wiring.User;
import se.sigill.core.ArchiveException;
import se.sigill.core.catalogue.CatalogueExport;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonWriter;
import se.sigill.ingest.spool.Deposit;
import se.sigill.ingest.spool.Receipt;
import se.sigill.ingest.spool.Remark;
import se.sigill.look.Style;
import se.sigill.search.SearchRequest;
import se.sigill.search.SearchResult;
import se.sigill.staff.archive.RunningArchive;
import se.sigill.staff.archive.Token;
import se.sigill.staff.gate.Needs;
import se.sigill.staff.gate.Task;
import se.sigill.staff.gate.Visitor;
import se.sigill.staff.gate.Visitors;
import se.sigill.staff.intake.Intake;
import se.sigill.staff.intake.Uploads;
import se.sigill.staff.page.DeliverPage;
import se.sigill.staff.reply.Problems;

/** What other programs ask: the same answers as on the command line. {@code GET /api/openapi.json} describes them. */
@Path("api")
public final class ApiResource {
    private static final String DESCRIPTION = Style.text(ApiResource.class, "openapi.json");
    private static final int SYSTEM_MAX = 64;
    private static final int GAPS_MAX = 1000;

    static Response answer(SecurityContext context, BiFunction<OpenArchive, String, Response> work) {
        if (!(RunningArchive.current().state() instanceof RunningArchive.State.Open(OpenArchive archive, Token _))) {
            return Problems.problem(Response.Status.SERVICE_UNAVAILABLE, "The archive is not open.");
        }
        User user =
                switch (Visitors.of(context)) {
                    case Visitor.Person person -> person.user();
                    case Visitor.Program program -> program.user();
                    case Visitor.Anybody _ -> throw new IllegalStateException("the gate lets nobody here");
                };
        return work.apply(archive.as(user), Visitors.of(context).getName());
    }

    private static Response json(Response.Status status, Json json) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(JsonWriter.compact(json))
                .build();
    }

    @GET
    @Path("openapi.json")
    @Needs(Task.ENTER)
    public Response description() {
        return Response.ok(DESCRIPTION, MediaType.APPLICATION_JSON).build();
    }

    /** What {@code sigill search --json} prints, in one object. */
    @GET
    @Path("search")
    @Needs(Task.ASK)
    public Response search(
            @QueryParam("q") @DefaultValue("") String query,
            @QueryParam("limit") @DefaultValue("10") String limit,
            @Context SecurityContext context) {
        if (!limit.matches("[1-9][0-9]?|100")) {
            return Problems.problem(Response.Status.BAD_REQUEST, "limit is a number from 1 to 100.");
        }
        return answer(context, (archive, _) -> {
            Set<String> labels = archive.labels(false);
            SearchResult result = archive.index()
                    .search(new SearchRequest(
                            query,
                            List.of(),
                            labels,
                            SearchRequest.Order.BEST,
                            Integer.parseInt(limit),
                            Optional.empty()));
            return json(
                    Response.Status.OK,
                    Json.object()
                            .with("total", result.total())
                            .with("partial", result.partial())
                            .with("read", result.reading().toJson())
                            .with(
                                    "hits",
                                    Json.array(result.hits().stream()
                                            .map(hit -> hit.toJson())
                                            .toList()))
                            .with("facets", result.facetsJson()));
        });
    }

    /** What {@code sigill export --json ID} prints: all that is known of a record, and nothing of its content. */
    @GET
    @Path("records/{id}")
    @Needs(Task.ASK)
    public Response record(@PathParam("id") String id, @Context SecurityContext context) {
        return answer(context, (archive, _) -> {
            Sight sight = archive.sight();
            CatalogueRecord entry = archive.find(id)
                    .filter(each -> sight.rights(each).metadata())
                    .orElseThrow(NotFoundException::new);
            return json(
                    Response.Status.OK,
                    new CatalogueExport(archive.catalogue(), sight.rules(), sight.day()).line(entry));
        });
    }

    @GET
    @Path("gaps")
    @Needs(Task.ASK)
    public Response gaps(@Context SecurityContext context) {
        return answer(context, (archive, _) -> {
            List<Json> gaps = new ArrayList<>();
            AtomicLong total = new AtomicLong();
            new OpenGaps(archive).each(gap -> {
                total.incrementAndGet();
                if (gaps.size() < GAPS_MAX) {
                    gaps.add(GapWords.remark(gap)
                            .toJson()
                            .asObject()
                            .with("act", gap.act())
                            .with("record", gap.record().value())
                            .with("waitsFor", gap.waitsFor()));
                }
            });
            return json(
                    Response.Status.OK, Json.object().with("total", total.get()).with("gaps", Json.array(gaps)));
        });
    }

    /**
     * Hands in one file, zip or mailbox. The answer is the receipt: every byte is safe then, and the records follow.
     *
     * @param name of the file, with the ending that tells what it is
     */
    @POST
    @Path("deliveries")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Needs(Task.HAND_IN)
    public Response deliver(
            @QueryParam("system") @DefaultValue("") String system,
            @QueryParam("name") @DefaultValue("") String name,
            @QueryParam("authority") @DefaultValue("") String authority,
            InputStream bytes,
            @Context SecurityContext context) {
        if (system.isBlank() || system.length() > SYSTEM_MAX || name.isBlank()) {
            return Problems.problem(
                    Response.Status.BAD_REQUEST, "Say system (at most 64 characters) and name in the query.");
        }
        return answer(context, (archive, who) -> {
            boolean program = Visitors.of(context) instanceof Visitor.Program;
            if (!program && !DeliverPage.authorities(archive).contains(authority)) {
                return Problems.problem(
                        Response.Status.BAD_REQUEST, "Say authority in the query: one for which you have a role.");
            }
            try {
                Uploads.Basket basket = new Uploads(archive.home()).begin(who);
                try {
                    basket.add(name, bytes);
                    return received(Intake.of(archive)
                            .receive(archive, who, basket.source().orElseThrow(), system, authority));
                } finally {
                    basket.delete();
                }
            } catch (IOException e) {
                throw new ArchiveException.StorageFailed(
                        "the file could not be kept: nothing was received, send it again", e);
            }
        });
    }

    private static Response received(Deposit deposit) {
        return switch (deposit) {
            case Deposit.Received(Receipt receipt) -> json(Response.Status.ACCEPTED, receipt.toJson());
            case Deposit.Refused refused ->
                json(
                        Response.Status.BAD_REQUEST,
                        Problems.object(400, "Bad Request", "The delivery was refused; nothing was received.")
                                .with(
                                        "findings",
                                        Json.array(Remark.all(refused.findings()).stream()
                                                .map(Remark::toJson)
                                                .toList())));
        };
    }

    /** How far a delivery has come that this server received since its start. */
    @GET
    @Path("deliveries/{id}")
    @Needs(Task.HAND_IN)
    public Response delivery(@PathParam("id") String id, @Context SecurityContext context) {
        return answer(
                context,
                (archive, _) -> json(
                        Response.Status.OK,
                        Intake.of(archive)
                                .journal()
                                .find(id)
                                .orElseThrow(NotFoundException::new)
                                .toJson()));
    }
}
